import { type LikenessQuery, type LikenessSearch, wholeWeight } from "../search/likeness-search.ts";
import { scopeWord } from "../search/scope-word.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";

/** In workspaces of more articles than this, common words are counted in the newest of them alone: to count all, the server reads all. */
const COUNTED = 10_000;
const SAMPLED = 1000;
/** In so many of the newest articles a word is common; of rarer ones the sample tells too little. */
const COMMON = 40;

export const postgresqlLikeness: LikenessSearch = { likest, count, countCommon };

async function likest<Row>(client: Statements, query: LikenessQuery): Promise<Row[]> {
  const sought = query.terms.flatMap(({ term, weight }) => {
    const match = termQuery(query.workspaceId, term);
    return match === null ? [] : [{ match, weight: wholeWeight(weight) }];
  });
  if (sought.length === 0) return [];
  const conditions = [Prisma.sql`a."workspaceId" = ${query.workspaceId}`, ...query.conditions];
  // Each term is looked for in the index by itself, so that no article's words are read; the articles are fetched by their keys after that.
  return client.query<Row>(Prisma.sql`
    WITH "held" AS MATERIALIZED (
      SELECT s."articleId" AS "key", sum(t."weight") AS "weight"
      FROM json_to_recordset(${JSON.stringify(sought)}::json) AS t("match" text, "weight" int)
      CROSS JOIN LATERAL "article_search_holding"(t."match"::tsquery) AS s("articleId")
      GROUP BY s."articleId"
    )
    SELECT ${query.columns} FROM "held" h JOIN "Article" a ON a."id" = h."key"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY h."weight" DESC, a."id" DESC LIMIT ${query.limit}`);
}

async function count(client: Statements, workspaceId: string, terms: string[]): Promise<Map<string, number>> {
  const matches = terms.flatMap((term) => {
    const match = termQuery(workspaceId, term);
    return match === null ? [] : [{ term, match }];
  });
  if (matches.length === 0) return new Map();
  const rows = await client.query<{ term: string; count: number }>(Prisma.sql`
    SELECT t."term", "article_search_count"(t."match"::tsquery) AS "count"
    FROM json_to_recordset(${JSON.stringify(matches)}::json) AS t("term" text, "match" text)`);
  return new Map(rows.map((row) => [row.term, row.count]));
}

async function countCommon(client: Statements, workspaceId: string, total: number): Promise<Map<string, number>> {
  if (total <= COUNTED) return new Map();
  const rows = await client.query<{ term: string; count: number }>(Prisma.sql`
    WITH "newest" AS MATERIALIZED (
      SELECT "id" FROM "Article" WHERE "workspaceId" = ${workspaceId} ORDER BY "firstSeenAt" DESC LIMIT ${SAMPLED}
    )
    SELECT u."lexeme" AS "term", count(*)::int AS "count"
    FROM "newest" n JOIN "article_search" s ON s."articleId" = n."id" CROSS JOIN LATERAL unnest(s."document") u
    GROUP BY u."lexeme" HAVING count(*) >= ${COMMON}`);
  return new Map(rows.map((row) => [row.term, Math.round((row.count * total) / SAMPLED)]));
}

/** The articles of a workspace that hold a term of the index. Null where the index can hold no such term. */
function termQuery(workspaceId: string, term: string): string | null {
  return /^[\p{L}\p{N}\p{Co}]+$/u.test(term) ? `'${scopeWord(workspaceId)}' & '${term}'` : null;
}
