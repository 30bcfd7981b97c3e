import { z } from "zod";
import type { Transaction } from "../clients.ts";

/** Up to so many articles are counted; beyond, what the planner knows of common words will do. */
const COUNTED = 10_000;
/** The average length of an article is that of the newest so many. */
const MEASURED = 5000;

/** The plan of one statement, as EXPLAIN writes it. */
const explained = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]) })]);

/** How many articles there are and how long they are: of many, as the server's statistics and the newest of them say. */
export async function countStore(client: Transaction): Promise<{ total: number; averageLength: number }> {
  const [known] = await client.$queryRaw<{ total: number }[]>`
    SELECT "reltuples"::int AS "total" FROM pg_class WHERE "oid" = '"article_search"'::regclass`;
  const [counted] = await client.$queryRaw<{ total: number; average: number | null }[]>`
    SELECT count(*)::int AS "total", avg("length")::float8 AS "average"
    FROM (SELECT "length" FROM "article_search" ORDER BY "articleId" DESC LIMIT ${MEASURED}) n`;
  return { total: Math.max(known?.total ?? 0, counted?.total ?? 0), averageLength: Math.max(1, counted?.average ?? 1) };
}

/** How many articles fit each query: to count a common word's would read them all. */
export async function countMatches(client: Transaction, queries: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const query of queries) {
    const plan = await client.$queryRaw`
      EXPLAIN (FORMAT JSON) SELECT 1 FROM "article_search" s WHERE s."document" @@ ${query}::tsquery`;
    counts.set(query, explained.parse(plan)[0]["QUERY PLAN"][0].Plan["Plan Rows"]);
  }
  const few = queries.filter((query) => (counts.get(query) ?? 0) < COUNTED);
  if (few.length === 0) return counts;
  const rows = await client.$queryRaw<{ query: string; count: number }[]>`
    SELECT "query", "article_search_count"("query"::tsquery) AS "count" FROM json_array_elements_text(${JSON.stringify(few)}::json) AS "query"`;
  for (const { query, count } of rows) counts.set(query, count);
  return counts;
}
