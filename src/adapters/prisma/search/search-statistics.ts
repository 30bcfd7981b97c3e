import { onlyRow } from "../json-rows.ts";
import type { Transaction } from "../transaction.ts";

interface Counted {
  /** Articles of the whole store. */
  total: number;
  /** In words. */
  averageLength: number;
  /** How many articles fit each of the queries. */
  counts: Map<string, number>;
}

export type SearchStatistics = (client: Transaction, queries: string[]) => Promise<Counted>;

/** How a database counts. */
interface Counting {
  store(client: Transaction): Promise<{ total: number; averageLength: number }>;
  matches(client: Transaction, queries: string[]): Promise<Map<string, number>>;
}

/** Below so many articles everything is counted each time: it is cheap there, and one article more changes what is rare. */
const EXACT_UP_TO = 500;
/** What was counted serves until the store has grown by this share. */
const STALE_AFTER = 1.02;
/** So many counts are kept; then all are forgotten. */
const KEPT_COUNTS = 200_000;

/** Whether what was counted when `then` was the key of the newest article still serves. */
export function isStale(then: number, now: number): boolean {
  return now < EXACT_UP_TO || now > then * STALE_AFTER;
}

/** The key of the newest article of the whole store: how far the store has grown. */
export async function newestKey(client: Transaction): Promise<number> {
  const rows = await client.$queryRaw<{ newest: number | bigint | null }[]>`SELECT max("id") AS "newest" FROM "Article"`;
  return Number(onlyRow(rows).newest ?? 0);
}

/**
 * How many articles there are and how many fit a query, counted over the whole store: other workspaces weigh in on how rare a word is, and
 * bring nothing of theirs. An index walks a word's whole list of articles to count it, so counts of a big store are kept for a while.
 */
export function createSearchStatistics(counting: Counting): SearchStatistics {
  let kept: (Counted & { newest: number }) | null = null;
  return async (client, queries) => {
    const newest = await newestKey(client);
    const stale = kept === null || isStale(kept.newest, newest) || kept.counts.size > KEPT_COUNTS;
    const current = stale || kept === null ? { ...(await counting.store(client)), newest, counts: new Map() } : kept;
    kept = current;
    const missing = queries.filter((query) => !current.counts.has(query));
    const found = missing.length === 0 ? new Map<string, number>() : await counting.matches(client, missing);
    for (const query of missing) current.counts.set(query, found.get(query) ?? 0);
    return current;
  };
}
