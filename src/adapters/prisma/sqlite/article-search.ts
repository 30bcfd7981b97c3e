import type { ArticleSearch, SearchQuery } from "../article-search.ts";
import type { Transaction } from "../clients.ts";
import { Prisma } from "../generated/client.ts";
import { indexWords } from "../index-words.ts";
import { createSearchStatistics, type SearchStatistics } from "../search-statistics.ts";
import { matchQuery } from "./search-query.ts";

/** BM25 is worked out for so many articles, the newest that match: each costs some microseconds, and with common words they were many. */
const MAX_RANKED = 3000;
/** So many terms are looked for in any case, unless they are so common that they tell nothing. */
const FEWEST_TERMS = 2;

/** Full-text search by FTS5. Triggers keep its index, so there is nothing to do where an article is written. The statistics are one process's. */
export function createSqliteSearch(): ArticleSearch {
  const statistics = createSearchStatistics({ store: countStore, matches: countMatches });
  return {
    rank: (client, query) => rank(client, statistics, query),
    count: async (client, terms) => pick((await statistics(client, terms)).counts, terms),
    index: async () => undefined,
  };
}

async function rank<Row>(
  client: Transaction,
  statistics: SearchStatistics,
  query: SearchQuery,
): Promise<(Row & { score: number })[]> {
  const terms = query.match === "any" ? await rarest(client, statistics, query.terms) : { terms: query.terms, postings: 0 };
  const match = matchQuery({ ...query, terms: terms.terms });
  if (match === null) return [];
  const rank = Prisma.raw(`bm25("article_search", 0, ${query.titleWeight}, 1)`);
  const joins = query.joins.length === 0 ? Prisma.empty : Prisma.join(query.joins, " ");
  const oldest = await oldestKey(client, query);
  // The score is worked out within the index, for the newest articles that match and are wanted.
  return client.$queryRaw<(Row & { score: number })[]>`
    SELECT ${query.columns}, -r."rank" AS "score" FROM (
      SELECT s.rowid AS "key", ${rank} AS "rank" FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid ${joins}
      WHERE s."article_search" MATCH ${match} AND s.rowid >= ${oldest} AND ${Prisma.join(query.conditions, " AND ")}
      ORDER BY s.rowid DESC LIMIT ${Math.max(MAX_RANKED, terms.postings)}
    ) r CROSS JOIN "Article" a ON a."id" = r."key" ORDER BY r."rank", a."id" DESC LIMIT ${query.limit}`;
}

/**
 * In a big store, the rarest of the terms that together are in few articles: with a common one beside them, the newest articles would be
 * those that hold nothing else.
 */
async function rarest(
  client: Transaction,
  statistics: SearchStatistics,
  terms: string[],
): Promise<{ terms: string[]; postings: number }> {
  const words = terms.map((term) => ({ term, words: indexWords(term) })).filter((each) => each.words.length > 0);
  const { total, counts } = await statistics(
    client,
    words.flatMap((each) => each.words),
  );
  if (total <= MAX_RANKED) return { terms, postings: 0 };
  const held = words
    .map((each) => ({ term: each.term, count: Math.min(...each.words.map((word) => counts.get(word) ?? 0)) }))
    .sort((a, b) => a.count - b.count);
  // What nothing held when it was counted may be the newest word of all.
  const chosen = held.filter(({ count }) => count === 0).map(({ term }) => term);
  const least = chosen.length + FEWEST_TERMS;
  let postings = 0;
  for (const { term, count } of held.slice(chosen.length)) {
    const isFew = postings + count <= MAX_RANKED || (chosen.length < least && count <= MAX_RANKED);
    if (postings > 0 && !isFew) break;
    chosen.push(term);
    postings += Math.min(count, MAX_RANKED);
  }
  return { terms: chosen, postings };
}

/** Days with more articles than this from the first wanted one on are no bound worth finding. */
const MAX_BOUNDED = 20_000;

/** The smallest key of the articles that are filed on the first day wanted or later: the index need not look behind it. */
async function oldestKey(client: Transaction, { workspaceId, since }: SearchQuery): Promise<number> {
  if (since === null) return 0;
  const [row] = await client.$queryRaw<{ oldest: number | bigint | null; count: number | bigint }[]>`
    SELECT min("id") AS "oldest", count(*) AS "count" FROM (
      SELECT "id" FROM "Article" WHERE "workspaceId" = ${workspaceId} AND "filedOn" >= ${since} LIMIT ${MAX_BOUNDED}
    )`;
  return Number(row?.count ?? 0) < MAX_BOUNDED ? Number(row?.oldest ?? 0) : 0;
}

function pick(counts: ReadonlyMap<string, number>, terms: string[]): Map<string, number> {
  return new Map(terms.map((term) => [term, counts.get(term) ?? 0]));
}

async function countStore(client: Transaction): Promise<{ total: number; averageLength: number }> {
  const [row] = await client.$queryRaw<{ total: number | bigint }[]>`SELECT count(*) AS "total" FROM "Article"`;
  // FTS5 knows the lengths by itself.
  return { total: Number(row?.total ?? 0), averageLength: 0 };
}

async function countMatches(client: Transaction, terms: string[]): Promise<Map<string, number>> {
  const rows = await client.$queryRaw<{ term: string; doc: number | bigint }[]>`
    SELECT "term", "doc" FROM "article_search_terms" WHERE "term" IN (SELECT value FROM json_each(${JSON.stringify(terms)}))`;
  return new Map(rows.map((row) => [row.term, Number(row.doc)]));
}
