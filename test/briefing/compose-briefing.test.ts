import { describe, expect, it } from "vitest";
import { composeBriefing } from "../../src/briefing/compose-briefing.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { ArticleBody } from "../../src/domain/evidence/records.ts";
import { parseTopic } from "../../src/evidence/parse-topic.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { articleOf } from "../fakes/evidence.ts";

function bodyOf(given: Partial<Article> & { text: string }): ArticleBody {
  const article = articleOf(given);
  const { summary, sentences, countries } = extractArticle(article);
  const firstSeenAt = `${article.publishedAt}T00:00:00.000Z`;
  return { ...article, summary, sentences, countries, firstSeenAt, revision: 1, storyId: null };
}

async function brief(articles: ArticleBody[]) {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  return composeBriefing(topic, articles);
}

const LISBON = bodyOf({
  id: "wire",
  publishedAt: "2024-03-05",
  text:
    "LISBON, March 5 (Harbour Wire) - The foreign ministers of Portugal and Norway met in Lisbon on Monday, March 4, and signed an accord on fisheries. " +
    "The mackerel quota was the last open question.",
});
const OTHER_DAY = bodyOf({
  id: "post",
  publishedAt: "2024-03-06",
  text: "The foreign ministers of Portugal and Norway met in Lisbon on March 5 and signed an accord on fisheries.",
});
const A_YEAR_ON = bodyOf({
  id: "later",
  publishedAt: "2025-03-05",
  text: "The foreign ministers of Portugal and Norway met in Lisbon on Wednesday and signed an accord on rail links.",
});

describe("a briefing", () => {
  it("begins a sentence behind its dateline, with the article's own characters", async () => {
    const [first] = await brief([LISBON]);
    expect(first?.text.startsWith("The foreign ministers")).toBe(true);
    const [citation] = first?.citations ?? [];
    expect(LISBON.text.slice(citation?.start, citation?.end)).toBe(first?.text);
  });

  it("cites under one sentence what papers of the same days tell alike, and says that their days differ", async () => {
    const [told, ...others] = await brief([OTHER_DAY, LISBON]);
    expect(told?.citations.map((citation) => citation.articleId).sort()).toEqual(["post", "wire"]);
    expect(told?.differing?.map(({ articleId, date }) => [articleId, date.start])).toEqual([
      ["wire", "2024-03-04"],
      ["post", "2024-03-05"],
    ]);
    expect(others.every((sentence) => !sentence.text.includes("signed an accord"))).toBe(true);
  });

  it("takes last year's meeting for no report of this year's, however alike they read", async () => {
    const sentences = await brief([A_YEAR_ON, LISBON]);
    const meetings = sentences.filter((sentence) => sentence.text.includes("met in Lisbon"));
    expect(meetings.map((sentence) => sentence.citations.map((citation) => citation.articleId))).toEqual([["later"], ["wire"]]);
  });

  it("holds no paper's notice of its own mistakes", async () => {
    const notice = bodyOf({
      id: "notice",
      text: "An article in Tuesday's edition on the talks of Portugal and Norway gave a wrong list of the ministers.",
    });
    expect(await brief([notice])).toEqual([]);
  });

  it("takes a day that is still to come for one", async () => {
    const planned = bodyOf({
      id: "planned",
      publishedAt: "2024-03-01",
      text: "The foreign ministers of Portugal and Norway are to meet in Lisbon on Monday and sign an accord on fisheries.",
    });
    const [told] = await brief([LISBON, planned]);
    expect(told?.citations).toHaveLength(2);
    expect(told?.differing).toBeUndefined();
  });

  it("of a single article also tells what its summary holds without the countries' names", async () => {
    const only = bodyOf({
      id: "only",
      text:
        "The foreign ministers of Portugal and Norway signed an accord on fisheries in Lisbon on Monday. " +
        "The accord sets a quota of 40,000 tonnes of mackerel a year for the boats of both.",
    });
    expect((await brief([only])).map((sentence) => sentence.text).join(" ")).toContain("40,000 tonnes");
  });
});
