import { showDate } from "../domain/chat/show-date.ts";
import type { Article } from "../domain/evidence/article.ts";

type Named = Pick<Article, "id" | "url" | "publisher" | "publishedAt">;

/** The name of a text file, behind any folders and a place in the file ("talks.jsonl#3"). */
const FILE_NAME = /(?:^|[/\\])([^/\\#]{1,80}\.(?:txt|md|html?|json|jsonl|ndjson|eml|csv|docx?|pdf))(?:[#:]\S*)?$/i;

/**
 * Who says it, for a reader: the publisher; where nobody names one the site, else the file that it came in, else its date. Never an id, which
 * means something to the program alone.
 */
export function nameArticle(article: Named | undefined): string {
  return publisherNamed(article) ?? `article ${dateNamed(article)}`;
}

/** The same and its date, once: "Valley Post, 8 September 2022", "article of 8 September 2022". */
export function nameDatedArticle(
  article: Named | undefined,
  shownDay: (iso: string | null) => string | null = showDate,
): string[] {
  const publisher = publisherNamed(article);
  const date = shownDay(article?.publishedAt ?? null);
  if (publisher === null) return [nameArticle(article)];
  return date === null ? [publisher] : [publisher, date];
}

function publisherNamed(article: Named | undefined): string | null {
  if (article === undefined) return null;
  return article.publisher ?? hostOf(article.url) ?? FILE_NAME.exec(article.id)?.[1] ?? null;
}

export function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") || null : null;
}

function dateNamed(article: Named | undefined): string {
  const date = showDate(article?.publishedAt ?? null);
  return date === null ? "without a date" : `of ${date}`;
}
