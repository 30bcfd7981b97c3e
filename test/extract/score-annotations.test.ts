import { describe, expect, test } from "vitest";
import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { readAnnotatedArticles, readArticlesInOtherStyles } from "./annotated-articles.ts";
import { FIGURES, percent, scoreArticles } from "./score-annotations.ts";

const NOTHING: Extraction = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };

/** What `npm run eval` printed when the last rule was added, rounded down: a rule that costs more is no gain. */
const FLOOR: Partial<Record<(typeof FIGURES)[number], number>> = {
  peoplePrecision: 97,
  peopleRecall: 97,
  roles: 84,
  quotePrecision: 97,
  quoteRecall: 97,
  speakers: 93,
  kinds: 93,
  meetingPrecision: 84,
  meetingRecall: 76,
  topics: 88,
  countries: 97,
};

describe("the local engine's scores", () => {
  const scores = scoreArticles(readArticlesInOtherStyles(), extractArticle);

  test.each(Object.entries(FLOOR))("in other styles, %s holds its floor of %d %%", (figure, floor) => {
    const found = FIGURES.find((each) => each === figure);
    expect(found === undefined ? 0 : percent(scores[found])).toBeGreaterThanOrEqual(floor);
  });

  test("no quotation is anything but the article's own characters", () => {
    expect(scores.invented.right).toBe(0);
  });
});

describe("the scorer", () => {
  test("gives an engine that finds nothing full precision and no recall", () => {
    const scores = scoreArticles(readAnnotatedArticles(), () => NOTHING);
    expect(percent(scores.peoplePrecision)).toBe(100);
    expect([scores.peopleRecall, scores.quoteRecall, scores.meetingRecall, scores.roles, scores.topics].map(percent)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  test("counts a quotation that is not the article's characters as invented", () => {
    const [article] = readAnnotatedArticles();
    const quote = { text: "never said", start: 0, end: 10, kind: "direct" as const, speaker: null, cue: null, rule: "" };
    const scores = scoreArticles(article === undefined ? [] : [article], () => ({ ...NOTHING, quotes: [quote] }));
    expect(scores.invented).toEqual({ right: 1, of: 1 });
    expect(percent(scores.quotePrecision)).toBe(0);
  });
});
