import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { extractArticle } from "../../src/extract/extract-article.ts";

const textsSchema = z.array(
  z.strictObject({
    id: z.string(),
    difficulty: z.string(),
    text: z.string(),
    /** Words of a quotation and the names that are right for its speaker; null stands for nobody. */
    quotes: z.array(z.strictObject({ of: z.string(), speaker: z.array(z.string().nullable()).min(1) })),
    notQuotes: z.array(z.string()).default([]),
  }),
);
const file = new URL("../fixtures/speakers/speakers.json", import.meta.url);
const texts = textsSchema.parse(JSON.parse(readFileSync(file, "utf8")));

function quotesOf(text: string) {
  const nowhere = { url: null, title: null, publisher: null, author: null, language: null };
  return extractArticle({ id: "one", ...nowhere, publishedAt: "2024-03-05", text }).quotes;
}

describe("short texts with one difficulty each", () => {
  test.each(texts)("$id: $difficulty", ({ text, quotes, notQuotes }) => {
    const found = quotesOf(text);
    for (const { of, speaker } of quotes) {
      const quote = found.find((each) => each.text.includes(of));
      expect(quote?.text, `“${of}” is a quotation`).toBeDefined();
      expect(speaker).toContain(quote?.speaker?.name ?? null);
    }
    for (const words of notQuotes) expect(found.filter((each) => each.text.includes(words))).toEqual([]);
  });
});
