import { frameOf } from "../documents/frame.ts";
import { nameArticle } from "../documents/name-article.ts";
import { type Document, paragraph, text } from "../domain/chat/document.ts";
import type { Language } from "../domain/digests/digest.ts";
import type { CitedArticle } from "../domain/digests/digest-store.ts";

/** What is posted below a digest whose articles were withdrawn since. */
export function withdrawnNotice(articles: CitedArticle[], language: Language): Document {
  const frame = frameOf(language);
  const items = articles.map((article) => [
    text(nameArticle(article, language), "strong"),
    text(": "),
    {
      type: "source" as const,
      link: { label: article.title ?? article.url ?? nameArticle(article, language), url: article.url, citation: null },
    },
  ]);
  return {
    title: frame.withdrawnTitle,
    audience: "channel",
    blocks: [paragraph(text(frame.withdrawn(articles.length))), { type: "list", items }],
    detail: [],
  };
}

/** The ids of the articles that a document cites, in its message and in its thread. */
export function articlesCitedIn({ blocks, detail }: Document): string[] {
  const found = new Set<string>();
  JSON.stringify([blocks, detail], (_key, value: unknown) => {
    if (isCitation(value)) found.add(value.articleId);
    return value;
  });
  return [...found];
}

function isCitation(value: unknown): value is { articleId: string } {
  return typeof value === "object" && value !== null && "articleId" in value && typeof value.articleId === "string";
}
