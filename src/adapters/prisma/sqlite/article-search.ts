import { oldestKey } from "../articles/oldest-key.ts";
import { onlyRow } from "../json-rows.ts";
import type { ArticleSearch, NewestQuery, SearchQuery } from "../search/article-search.ts";
import { rarestTerms } from "../search/choose-terms.ts";
import { indexWords } from "../search/index-words.ts";
import { scopeWord } from "../search/scope-word.ts";
import { createSearchStatistics, type SearchStatistics } from "../search/search-statistics.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import { matchQuery } from "./search-query.ts";

/** BM25 is worked out for so many articles, the newest that match: each costs some microseconds, and with common words they were many. */
const MAX_RANKED = 2000;

/** Full-text search by FTS5. Triggers keep its index, so there is nothing to do where an article is written. The statistics are one process's. */
export function createSqliteSearch(): ArticleSearch {
  const statistics = createSearchStatistics({ store: countStore, matches: countMatches });
  return {
    rank: (client, query) => rank(client, statistics, query),
    newest: (client, query) => newest(client, statistics, query),
    count: async (client, terms) => pick((await statistics(client, terms)).counts, terms),
    index: () => null,
  };
}

async function rank<Row>(
  client: Transaction,
  statistics: SearchStatistics,
  query: SearchQuery,
): Promise<(Row & { score: number })[]> {
  const { terms, isScoped } = await readTerms(client, statistics, query);
  const match = matchQuery({ ...query, terms: terms.map(({ term }) => term), isScoped });
  if (match === null) return [];
  const rank = Prisma.raw(`bm25("article_search", 0, ${query.titleWeight}, 1)`);
  const joins = query.joins.length === 0 ? Prisma.empty : Prisma.join(query.joins, " ");
  const conditions = [
    Prisma.sql`s."article_search" MATCH ${match}`,
    ...(await bounds(client, query)),
    Prisma.sql`a."workspaceId" = ${query.workspaceId}`,
    ...query.conditions,
  ];
  const held = terms.reduce((sum, term) => sum + term.held, 0);
  // Two terms may be taken together that are a little more.
  const most = terms.length > 1 && query.match === "any" ? Math.min(Math.max(MAX_RANKED, held), 2 * MAX_RANKED) : MAX_RANKED;
  // The score is worked out within the index, for the newest articles that match and are wanted.
  return client.$queryRaw<(Row & { score: number })[]>`
    SELECT ${query.columns}, -r."rank" AS "score" FROM (
      SELECT s.rowid AS "key", ${rank} AS "rank" FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid ${joins}
      WHERE ${Prisma.join(conditions, " AND ")} ORDER BY s.rowid DESC LIMIT ${most}
    ) r CROSS JOIN "Article" a ON a."id" = r."key" ORDER BY r."rank", a."id" DESC LIMIT ${query.limit}`;
}

async function newest<Row>(client: Transaction, statistics: SearchStatistics, query: NewestQuery): Promise<Row[]> {
  const { terms, isScoped } = await readTerms(client, statistics, query);
  const match = matchQuery({ ...query, terms: terms.map(({ term }) => term), isScoped });
  if (match === null) return [];
  const conditions = [
    Prisma.sql`s."article_search" MATCH ${match}`,
    ...(await bounds(client, { ...query, among: null })),
    Prisma.sql`a."workspaceId" = ${query.workspaceId}`,
    ...query.conditions,
  ];
  return client.$queryRaw<Row[]>`
    SELECT ${query.columns} FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY s.rowid DESC LIMIT ${query.limit}`;
}

/**
 * The terms to look for: in a big store the rarest of those of which any will do. The index weighs each word of a query by walking
 * through all articles that hold it, so the word of a workspace that has most of them is left to the conditions.
 */
async function readTerms(
  client: Transaction,
  statistics: SearchStatistics,
  query: NewestQuery,
): Promise<{ terms: { term: string; held: number }[]; isScoped: boolean }> {
  const read = query.terms.map((term) => ({ term, words: indexWords(term) })).filter(({ words }) => words.length > 0);
  const [scope = ""] = indexWords(scopeWord(query.workspaceId));
  const { total, counts } = await statistics(client, [scope, ...read.flatMap(({ words }) => words)]);
  const counted = read.map(({ term, words }) => ({ term, held: Math.min(...words.map((word) => counts.get(word) ?? 0)) }));
  const isBig = total > MAX_RANKED;
  return {
    terms: isBig && query.match === "any" ? rarestTerms(counted, MAX_RANKED) : counted,
    isScoped: !isBig || (counts.get(scope) ?? 0) < total / 2,
  };
}

/** What need not be looked at is left out before the article is fetched; the plus keeps SQLite from searching anew for each key. */
async function bounds(client: Transaction, query: Pick<SearchQuery, "workspaceId" | "among" | "since">): Promise<Prisma.Sql[]> {
  const among = query.among === null ? [] : [Prisma.sql`+s.rowid IN (${query.among})`];
  return query.since === null
    ? among
    : [Prisma.sql`s.rowid >= ${await oldestKey(client, query.workspaceId, query.since)}`, ...among];
}

function pick(counts: ReadonlyMap<string, number>, terms: string[]): Map<string, number> {
  return new Map(terms.map((term) => [term, counts.get(term) ?? 0]));
}

async function countStore(client: Transaction): Promise<{ total: number; averageLength: number }> {
  const rows = await client.$queryRaw<{ total: number | bigint }[]>`SELECT count(*) AS "total" FROM "Article"`;
  // FTS5 knows the lengths by itself.
  return { total: Number(onlyRow(rows).total), averageLength: 0 };
}

async function countMatches(client: Transaction, terms: string[]): Promise<Map<string, number>> {
  const rows = await client.$queryRaw<{ term: string; doc: number | bigint }[]>`
    SELECT "term", "doc" FROM "article_search_terms" WHERE "term" IN (SELECT value FROM json_each(${JSON.stringify(terms)}))`;
  return new Map(rows.map((row) => [row.term, Number(row.doc)]));
}
