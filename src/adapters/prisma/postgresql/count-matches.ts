import { onlyRow } from "../json-rows.ts";
import type { Transaction } from "../transaction.ts";

/** Up to so many articles are counted; beyond, what the server's statistics say of common words will do. */
const COUNTED = 10_000;
/** The average length of an article is that of the newest so many. */
const MEASURED = 5000;

/** How many articles there are and how long they are: of many, as the server's statistics and the newest of them say. */
export async function countStore(client: Transaction): Promise<{ total: number; averageLength: number }> {
  const rows = await client.$queryRaw<{ total: number; average: number | null }[]>`
    SELECT count(*)::int AS "total", avg("length")::float8 AS "average"
    FROM (SELECT "length" FROM "article_search" ORDER BY "articleId" DESC LIMIT ${MEASURED}) n`;
  const { total, average } = onlyRow(rows);
  return {
    total: total < MEASURED ? total : Math.max(total, await analysedTotal(client)),
    averageLength: Math.max(1, average ?? 1),
  };
}

/** How many articles fit each query: to count a common word's would read them all. */
export async function countMatches(client: Transaction, queries: string[]): Promise<Map<string, number>> {
  const frequent = await frequentWords(client);
  const counts = new Map<string, number>();
  for (const query of queries) {
    const words = [...query.matchAll(/'([^']+)'/g)].map(([, word = ""]) => frequent.get(word) ?? 0);
    const most = Math.min(...words);
    if (most >= COUNTED) counts.set(query, most);
  }
  const few = queries.filter((query) => !counts.has(query));
  if (few.length === 0) return counts;
  const rows = await client.$queryRaw<{ query: string; count: number }[]>`
    SELECT "query", "article_search_count"("query"::tsquery) AS "count" FROM json_array_elements_text(${JSON.stringify(few)}::json) AS "query"`;
  for (const { query, count } of rows) counts.set(query, count);
  return counts;
}

async function analysedTotal(client: Transaction): Promise<number> {
  const rows = await client.$queryRaw<{ total: number }[]>`
    SELECT "reltuples"::int AS "total" FROM pg_class WHERE "oid" = '"article_search"'::regclass`;
  return onlyRow(rows).total;
}

/** How many articles hold each of the most frequent words, as the server last analysed them; in a small store none are frequent. */
async function frequentWords(client: Transaction): Promise<Map<string, number>> {
  const total = await analysedTotal(client);
  if (total < COUNTED) return new Map();
  // Behind the words' shares stand the least and the greatest of them.
  const rows = await client.$queryRaw<{ word: string; share: number }[]>`
    SELECT w."word", s."most_common_elem_freqs"[w."at"]::float8 AS "share" FROM pg_stats s,
      unnest(s."most_common_elems"::text::text[]) WITH ORDINALITY AS w("word", "at")
    WHERE s."schemaname" = current_schema() AND s."tablename" = 'article_search' AND s."attname" = 'document'`;
  return new Map(rows.map(({ word, share }) => [word, Math.round(share * total)]));
}
