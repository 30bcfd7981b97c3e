import type { ArticleSearch, SearchQuery } from "../article-search.ts";
import type { Transaction } from "../clients.ts";
import { Prisma } from "../generated/client.ts";
import { matchQuery } from "./search-query.ts";

/** Of more articles that match, the newest so many are ranked. */
const MAX_RANKED = 10_000;

/** Full-text search by FTS5. Triggers keep its index, so there is nothing to do where an article is written. */
export const sqliteSearch: ArticleSearch = { rank, count, index: async () => undefined };

async function rank<Row>(client: Transaction, query: SearchQuery): Promise<(Row & { score: number })[]> {
  const match = matchQuery(query);
  if (match === null) return [];
  const rank = Prisma.raw(`bm25("article_search", 0, ${query.titleWeight}, 1)`);
  const joins = query.joins.length === 0 ? Prisma.empty : Prisma.join(query.joins, " ");
  // The score is worked out within the index, for the newest articles that match: with common words the cost would grow with the store.
  return client.$queryRaw<(Row & { score: number })[]>`
    SELECT ${query.columns}, -s."rank" AS "score"
    FROM (SELECT rowid, ${rank} AS "rank" FROM "article_search" WHERE "article_search" MATCH ${match} ORDER BY rowid DESC LIMIT ${MAX_RANKED}) s
    CROSS JOIN "Article" a ON a."id" = s.rowid ${joins}
    WHERE ${Prisma.join(query.conditions, " AND ")}
    ORDER BY s."rank", a."id" DESC LIMIT ${query.limit}`;
}

async function count(client: Transaction, terms: string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map();
  const rows = await client.$queryRaw<{ term: string; doc: number | bigint }[]>`
    SELECT "term", "doc" FROM "article_search_terms" WHERE "term" IN (SELECT value FROM json_each(${JSON.stringify(terms)}))`;
  return new Map(rows.map((row) => [row.term, Number(row.doc)]));
}
