import { describe, expect, test } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { readAnnotatedArticles } from "./annotated-articles.ts";
import { compareMeetings, comparePeople, compareQuotes, missingNamesAndRoles, missingTopics } from "./compare-with-annotation.ts";

const annotated = readAnnotatedArticles().map((one) => ({ name: one.article.id, ...one }));

describe.each(annotated)("$name", ({ article, annotation }) => {
  test("its people are found, each once, and nobody else", () => {
    const { found, wanted } = comparePeople(extractArticle(article), annotation);
    expect(found).toEqual(wanted);
  });

  test("its people have the other names and the roles that the text gives them", () => {
    expect(missingNamesAndRoles(extractArticle(article), annotation)).toEqual([]);
  });

  test("its quotes are found whole, with their kinds and speakers", () => {
    const { found, wanted } = compareQuotes(extractArticle(article), annotation);
    expect(found).toEqual(wanted);
  });

  test("its meetings are found, and no others", () => {
    const { found, wanted } = compareMeetings(extractArticle(article), annotation);
    expect(found).toEqual(wanted);
  });

  test("its meetings have the topics that the text gives them", () => {
    expect(missingTopics(extractArticle(article), annotation)).toEqual([]);
  });

  test("its countries are found, and no others", () => {
    expect([...extractArticle(article).countries].sort()).toEqual(annotation.countries);
  });

  test("every span is the article's own characters", () => {
    const extraction = extractArticle(article);
    const parts = extraction.quotes.flatMap((quote) => [quote, quote.speaker?.mention ?? quote, quote.cue ?? quote]);
    for (const span of [...parts, ...extraction.summary]) {
      expect(article.text.slice(span.start, span.end)).toBe(span.text);
    }
  });
});
