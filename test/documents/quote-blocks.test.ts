import { expect, it } from "vitest";
import { quoteBlocks } from "../../src/documents/quote-blocks.ts";
import type { Block } from "../../src/domain/chat/document.ts";
import type { ArticleBody, QuoteRecord } from "../../src/domain/evidence/records.ts";

const TEXT =
  'Moreira said on Monday after the talks in Lisbon: "The sea is ours to share." She added: "We will sign in spring." Solberg told reporters: "We agree."';

const ARTICLE: ArticleBody = {
  id: "a1",
  url: "https://harbour-post.example/a1",
  title: "Talks",
  publisher: "Harbour Post",
  publishedAt: "2024-03-05",
  text: TEXT,
  firstSeenAt: "2024-03-05T08:00:00Z",
  revision: 1,
  author: null,
  language: null,
  countries: [],
  storyId: null,
  summary: [],
  sentences: [
    { start: 0, end: TEXT.indexOf(" She") },
    { start: TEXT.indexOf("She"), end: TEXT.indexOf(" Solberg") },
    { start: TEXT.indexOf("Solberg"), end: TEXT.length },
  ],
};

function quote(words: string, speaker: string): QuoteRecord {
  const start = TEXT.indexOf(words);
  return {
    id: words,
    articleId: "a1",
    text: words,
    start,
    end: start + words.length,
    kind: "direct",
    speaker: { id: speaker, name: speaker },
    saidOn: "2024-03-05",
    url: ARTICLE.url,
    publisher: ARTICLE.publisher,
    title: ARTICLE.title,
  };
}

function shown(blocks: Block[]): string[] {
  return blocks.map((block) => {
    const inlines = block.type === "quote" ? block.attribution : block.type === "paragraph" ? block.inlines : [];
    const by = inlines.map((inline) =>
      inline.type === "text" ? inline.text : inline.type === "source" ? inline.link.label : "",
    );
    return block.type === "quote" ? `${block.text} ${by.join("")}` : by.join("");
  });
}

it("names a speaker once for a run, with the day and the occasion that the article gives", () => {
  const quotes = [
    quote('"The sea is ours to share."', "Ana Moreira"),
    quote('"We will sign in spring."', "Ana Moreira"),
    quote('"We agree."', "Erik Solberg"),
  ];
  const articles = new Map([["a1", ARTICLE]]);
  expect(shown(quoteBlocks(quotes, { articles, sources: { today: "2024-03-06" } }))).toEqual([
    "Ana Moreira:",
    '"The sea is ours to share." 4 Mar, after the talks in Lisbon, Harbour Post, 5 Mar',
    '"We will sign in spring." Harbour Post, 5 Mar',
    '"We agree." Erik Solberg, Harbour Post, 5 Mar',
  ]);
});

it("says nothing of the occasion where the article is not at hand", () => {
  const [only = ""] = shown(
    quoteBlocks([quote('"We agree."', "Erik Solberg")], { articles: new Map(), sources: { today: null } }),
  );
  expect(only).toBe('"We agree." Erik Solberg, Harbour Post, 5 Mar 2024');
});
