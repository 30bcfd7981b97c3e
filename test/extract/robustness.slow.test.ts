import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain/evidence/article.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";

const article = (text: string): Article => ({
  id: "x",
  url: null,
  title: null,
  publisher: null,
  author: null,
  language: null,
  publishedAt: "2024-03-05",
  text,
});

/** Pieces of news put together at random: marks that do not match, titles, dates, names, breaks, other scripts. */
const pieces = fc.constantFrom(
  ..."“ ” \" ' ‘ ’ « » „ ( ) . , : ; ? ! … — \n\n \n".split(" "),
  ..."said told met visited will tweeted according to in on of the a he she Foreign Minister Mr. Ana Moreira Erik Solberg's Japan Norwegian Lisbon 2+2 September 8 2022 Friday @ana #x 東京 مرحبا 👩‍👩‍👧 e\u0301".split(
    " ",
  ),
);
const news = fc.array(pieces, { maxLength: 120 }).map((words) => words.join(" "));

function expectExact(text: string): void {
  const extraction = extractArticle(article(text));
  const mentions = extraction.quotes.flatMap((quote) => (quote.speaker === null ? [] : [quote.speaker.mention]));
  const cues = extraction.quotes.flatMap((quote) => (quote.cue === null ? [] : [quote.cue]));
  for (const span of [...extraction.summary, ...extraction.quotes, ...mentions, ...cues]) {
    expect(span.text).not.toBe("");
    expect(text.slice(span.start, span.end)).toBe(span.text);
  }
  const ranges = [
    ...extraction.people.flatMap((person) => person.mentions),
    ...extraction.meetings.flatMap((meeting) => meeting.evidence),
    ...extraction.sentences,
  ];
  for (const { start, end } of ranges) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  for (const { speaker } of extraction.quotes) expect(speaker?.name ?? "").not.toMatch(/^(?:he|she|they|it|we|i)$/i);
  const sentences = new Set(extraction.sentences.map((range) => `${range.start}-${range.end}`));
  for (const sentence of extraction.summary) expect(sentences.has(`${sentence.start}-${sentence.end}`)).toBe(true);
}

describe("the engine", () => {
  it("throws at nothing and keeps every span exact, on arbitrary Unicode", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), expectExact), { numRuns: 300 });
  });

  it("throws at nothing and keeps every span exact, on news in pieces", () => {
    fc.assert(fc.property(news, expectExact), { numRuns: 400 });
  });

  it("gives the same for the same text", () => {
    fc.assert(
      fc.property(news, (text) => {
        expect(extractArticle(article(text))).toEqual(extractArticle(article(text)));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["a megabyte without a full stop", "one Word after another and on ".repeat(34_000)],
    ["a megabyte of opening marks", "“ ".repeat(500_000)],
    ["a megabyte of one letter", "a".repeat(1_000_000)],
    ["a third of a megabyte of full stops", ".".repeat(300_000)],
    ["a hundred and fifty thousand empty quotations", "“”".repeat(150_000)],
    ["as many in other marks", "„“".repeat(150_000)],
    ["a megabyte of line breaks", "\n".repeat(1_000_000)],
    ["a hundred thousand names", "Ana Moreira said. ".repeat(20_000)],
  ])("reads %s to its end", { timeout: 60_000 }, (_what, text) => {
    expect(extractArticle(article(text)).sentences.length).toBeGreaterThanOrEqual(0);
  });
});
