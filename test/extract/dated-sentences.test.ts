import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { shownDate } from "./shown-date.ts";

const sentenceSchema = z.object({
  style: z.string(),
  publishedAt: z.string(),
  text: z.string(),
  people: z.array(z.string()),
  /** A day, two days with a slash between, a month, a year; null where the text does not tell. */
  date: z.string().nullable(),
});
const sentences = z
  .array(sentenceSchema)
  .parse(JSON.parse(readFileSync(new URL("../fixtures/dated-sentences.json", import.meta.url), "utf8")));

describe("the date of a meeting", () => {
  it.each(sentences)("$style, $publishedAt: $text", ({ publishedAt, text, people, date }) => {
    const { meetings } = extractArticle({
      id: "a",
      title: "",
      url: null,
      publisher: null,
      author: null,
      language: null,
      publishedAt,
      text,
    });
    const meeting = meetings.find(({ participants }) => people.every((name) => participants.some((one) => one.name === name)));
    expect(shownDate(meeting?.date)).toBe(date);
  });
});
