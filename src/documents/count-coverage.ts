import { isoDate } from "../domain/clock.ts";
import { dateOf } from "../domain/evidence/article-date.ts";
import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleHead } from "../domain/evidence/records.ts";
import { hostOf } from "./name-article.ts";

const DAY_MS = 86_400_000;

export interface Coverage {
  /** ISO dates, earliest first. */
  days: string[];
  /** Those with most articles first; each with its articles of each day. */
  publishers: { name: string; counts: number[]; total: number }[];
}

/** The days up to `today` (ISO date), which is one of them. */
export function lastDays(today: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => isoDate(Date.parse(today) - (count - 1 - at) * DAY_MS));
}

type Counted = Pick<ArticleHead, "id" | "publisher" | "url" | "outlet" | "publishedAt" | "firstSeenAt">;

/**
 * How many articles each publisher published on each of these days: two feeds or two sites of one outlet are one, under the name that most of its
 * articles carry. What came without a publisher counts for its host.
 */
export function countCoverage(articles: readonly Counted[], days: string[]): Coverage {
  const counts = new Map<string, { row: number[]; names: Map<string, number> }>();
  for (const article of articles) {
    const at = days.indexOf(dateOf(article));
    if (at === -1) continue;
    const name = article.publisher ?? hostOf(article.url) ?? "No publisher";
    const key = article.publisher === null && article.url === null ? name : publisherKey(article);
    const own = counts.get(key) ?? { row: days.map(() => 0), names: new Map() };
    counts.set(key, own);
    own.row[at] = (own.row[at] ?? 0) + 1;
    own.names.set(name, (own.names.get(name) ?? 0) + 1);
  }
  const publishers = [...counts.values()].map(({ row, names }) => ({
    name: mostUsed(names),
    counts: row,
    total: row.reduce((sum, count) => sum + count, 0),
  }));
  return { days, publishers: publishers.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name)) };
}

/** Of names that are used as often, the shortest: "The Gazette" before "The Gazette: Asia". */
function mostUsed(names: ReadonlyMap<string, number>): string {
  const sorted = [...names].sort(
    ([one, count], [other, times]) => times - count || one.length - other.length || one.localeCompare(other),
  );
  return sorted[0]?.[0] ?? "";
}
