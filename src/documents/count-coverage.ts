import { isoDate } from "../domain/clock.ts";
import { dateOf } from "../domain/evidence/article-date.ts";
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

/** How many articles each publisher published on each of these days; what came without a publisher counts for its host. */
export function countCoverage(
  articles: readonly Pick<ArticleHead, "publisher" | "url" | "publishedAt" | "firstSeenAt">[],
  days: string[],
): Coverage {
  const counts = new Map<string, number[]>();
  for (const article of articles) {
    const at = days.indexOf(dateOf(article));
    if (at === -1) continue;
    const name = article.publisher ?? hostOf(article.url) ?? "No publisher";
    const row = counts.get(name) ?? days.map(() => 0);
    row[at] = (row[at] ?? 0) + 1;
    counts.set(name, row);
  }
  const publishers = [...counts].map(([name, row]) => ({ name, counts: row, total: row.reduce((sum, count) => sum + count, 0) }));
  return { days, publishers: publishers.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name)) };
}
