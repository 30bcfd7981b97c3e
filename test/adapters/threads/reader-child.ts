// Run by create-extract-pool.test.ts on a thread: an engine that some texts are too much for.
import { type Assigned, takeOn } from "../../../src/adapters/threads/assigned.ts";
import type { Article } from "../../../src/domain/article.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";

export function work(assigned: Assigned<Article>): unknown {
  const article = takeOn(assigned);
  if (article.text === "hang") for (;;);
  if (article.text === "end") process.exit(7);
  if (article.text === "throw") throw new Error("the text is too much");
  return extractArticle(article);
}
