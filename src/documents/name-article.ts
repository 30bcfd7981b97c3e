import type { Language } from "../domain/digests/digest.ts";
import type { Article } from "../domain/evidence/article.ts";
import { type ShortDay, showDay, showShortDay } from "./frame.ts";

type Named = Pick<Article, "id" | "url" | "publisher" | "publishedAt">;

/** The name of a text file, behind any folders and a place in the file ("talks.jsonl#3"). */
const FILE_NAME = /(?:^|[/\\])([^/\\#]{1,80}\.(?:txt|md|html?|json|jsonl|ndjson|eml|csv|docx?|pdf))(?:[#:]\S*)?$/i;

/** What an article is called that has neither publisher nor address, in the middle of a sentence; `day` as it is shown. */
const UNNAMED: Record<Language, { of(day: string): string; undated: string }> = {
  en: { of: (day) => `article of ${day}`, undated: "article without a date" },
  de: { of: (day) => `Artikel vom ${day}`, undated: "Artikel ohne Datum" },
  fr: { of: (day) => `article du ${day}`, undated: "article sans date" },
};

/**
 * Who says it, for a reader: the publisher; where nobody names one the site, else the file that it came in, else its date. Never an id, which
 * means something to the program alone.
 */
export function nameArticle(article: Named | undefined, language: Language = "en"): string {
  return publisherNamed(article) ?? unnamed(article, language, (iso) => (iso === null ? null : showDay(iso, language)));
}

/** The same and its date, once: "Valley Post, 8 Sep 2022", "article of 8 Sep 2022". */
export function nameDatedArticle(article: Named | undefined, { today, language }: ShortDay): string[] {
  const publisher = publisherNamed(article);
  const shownDay = (iso: string | null) => showShortDay(iso, { today, language });
  if (publisher === null) return [unnamed(article, language, shownDay)];
  const date = shownDay(article?.publishedAt ?? null);
  return date === null ? [publisher] : [publisher, date];
}

/** Whether a reader is told who says it, and not its date alone. */
export function hasName(article: Named | undefined): boolean {
  return publisherNamed(article) !== null;
}

function publisherNamed(article: Named | undefined): string | null {
  if (article === undefined) return null;
  return article.publisher ?? hostOf(article.url) ?? FILE_NAME.exec(article.id)?.[1] ?? null;
}

export function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") || null : null;
}

function unnamed(article: Named | undefined, language: Language, shownDay: (iso: string | null) => string | null): string {
  const date = shownDay(article?.publishedAt ?? null);
  const { of, undated } = UNNAMED[language];
  return date === null ? undated : of(date);
}
