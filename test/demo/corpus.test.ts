import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const folder = new URL("../../demo/articles/", import.meta.url);
const names = readdirSync(folder).sort();

const articleSchema = z.strictObject({
  id: z.string().min(1),
  // RFC 2606 reserves .example: nobody is sent to a stranger's site.
  url: z.url({ protocol: /^https$/, hostname: /^[a-z-]+\.example$/ }),
  title: z.string().min(1),
  publisher: z.string().min(1),
  publishedAt: z.iso.date(),
  text: z.string().min(1_000).max(4_000),
});

function load(name: string): z.infer<typeof articleSchema> {
  return articleSchema.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

describe.each(names)("%s", (name) => {
  test("is an article, named for its id and filed under its date", () => {
    const article = load(name);
    expect(`${article.id}.json`).toBe(name);
    expect(article.id.startsWith(`${article.publishedAt}-`)).toBe(true);
    expect(article.url).toContain(`/${article.publishedAt.replaceAll("-", "/")}/`);
  });

  test("opens as many marks as it closes, in each paragraph that does not continue a quote", () => {
    const { text } = load(name);
    const straight = text.split("\n\n").filter((paragraph) => (paragraph.match(/"/g) ?? []).length % 2 === 1);
    // A quote over several paragraphs opens each of them and closes the last.
    expect(straight.every((paragraph) => paragraph.startsWith('"'))).toBe(true);
    expect((text.match(/“/g) ?? []).length).toBe((text.match(/”/g) ?? []).length);
  });
});

test("the corpus is a dozen-odd articles by several publishers, and no URL occurs twice", () => {
  const articles = names.map(load);
  expect(articles.length).toBeGreaterThanOrEqual(12);
  expect(new Set(articles.map((article) => article.publisher)).size).toBeGreaterThanOrEqual(5);
  expect(new Set(articles.map((article) => article.url)).size).toBe(articles.length);
});

test("two articles contradict each other on the day of the 2+2, and a third corrects it", () => {
  const texts = names.filter((name) => name.startsWith("2022-09")).map((name) => load(name).text);
  expect(texts.some((text) => text.includes("2+2 ministerial was held on September 9"))).toBe(true);
  expect(texts.some((text) => text.includes("The meeting was held in Tokyo on Thursday, September 8"))).toBe(true);
});
