import type { Transaction } from "../clients.ts";

export async function countStore(client: Transaction): Promise<{ total: number; averageLength: number }> {
  const [row] = await client.$queryRaw<{ total: number; average: number | null }[]>`
    SELECT count(*)::int AS "total", avg("length")::float8 AS "average" FROM "article_search"`;
  return { total: row?.total ?? 0, averageLength: Math.max(1, row?.average ?? 1) };
}

export async function countMatches(client: Transaction, queries: string[]): Promise<Map<string, number>> {
  const rows = await client.$queryRaw<{ query: string; count: number }[]>`
    SELECT "query", "article_search_count"("query"::tsquery) AS "count" FROM json_array_elements_text(${JSON.stringify(queries)}::json) AS "query"`;
  return new Map(rows.map((row) => [row.query, row.count]));
}
