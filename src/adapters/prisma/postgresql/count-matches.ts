import type { Transaction } from "../clients.ts";

interface Counted {
  /** Articles of the whole store. */
  total: number;
  /** In words. */
  averageLength: number;
  /** How many articles fit each of the queries. */
  counts: Map<string, number>;
}

export type SearchStatistics = (client: Transaction, queries: string[]) => Promise<Counted>;

/** Below so many articles everything is counted each time: it is cheap there, and one article more changes what is rare. */
const EXACT_UP_TO = 500;
/** What was counted serves until the store has grown by this share. */
const STALE_AFTER = 1.02;
/** So many counts are kept; then all are forgotten. */
const KEPT_COUNTS = 200_000;

/** How many articles there are and how many fit a query, counted over the whole store: other workspaces weigh in on how rare a word is, and bring nothing of theirs. */
export function createSearchStatistics(): SearchStatistics {
  let kept: (Counted & { newest: number }) | null = null;
  return async (client, queries) => {
    const newest = await newestKey(client);
    const stale = kept === null || newest < EXACT_UP_TO || newest > kept.newest * STALE_AFTER || kept.counts.size > KEPT_COUNTS;
    const current = stale || kept === null ? { ...(await countStore(client)), newest, counts: new Map() } : kept;
    kept = current;
    const missing = queries.filter((query) => !current.counts.has(query));
    for (const [query, count] of await countMatches(client, missing)) current.counts.set(query, count);
    return current;
  };
}

async function newestKey(client: Transaction): Promise<number> {
  const [row] = await client.$queryRaw<{ newest: number | null }[]>`SELECT max("articleId") AS "newest" FROM "article_search"`;
  return row?.newest ?? 0;
}

async function countStore(client: Transaction): Promise<{ total: number; averageLength: number }> {
  const [row] = await client.$queryRaw<{ total: number; average: number | null }[]>`
    SELECT count(*)::int AS "total", avg("length")::float8 AS "average" FROM "article_search"`;
  return { total: row?.total ?? 0, averageLength: Math.max(1, row?.average ?? 1) };
}

async function countMatches(client: Transaction, queries: string[]): Promise<[string, number][]> {
  if (queries.length === 0) return [];
  const rows = await client.$queryRaw<{ query: string; count: number }[]>`
    SELECT "query", "article_search_count"("query"::tsquery) AS "count" FROM json_array_elements_text(${JSON.stringify(queries)}::json) AS "query"`;
  return rows.map((row) => [row.query, row.count]);
}
