import type { ArticleQuery, ArticleReader, RankedArticle } from "../../domain/readers.ts";
import type { ArticleBody, ArticleHead, RevisionRecord } from "../../domain/records.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { readRanges } from "./json-columns.ts";
import { idOf, keyOf } from "./keys.ts";
import { allOf, anyOf } from "./search-query.ts";
import type { CountTerms } from "./term-frequencies.ts";

/** SQLite takes so many parameters in one statement with room to spare. */
const MAX_IDS = 500;
const WEIGHTS = Prisma.raw('bm25("article_search", 0, 4, 1)');

interface HeadRow {
  id: number | bigint;
  score: number;
}

export function createArticleReader(client: PrismaClient, countTerms: CountTerms): ArticleReader {
  return {
    find: (workspaceId, query) => find(client, workspaceId, query),
    load: (workspaceId, articleIds) => load(client, workspaceId, articleIds),
    revisions: (workspaceId, articleId) => revisions(client, workspaceId, articleId),
    frequencies: (workspaceId, stems) => countTerms(client, workspaceId, stems),
    count: (workspaceId) => client.article.count({ where: { workspaceId } }),
  };
}

async function find(client: PrismaClient, workspaceId: string, query: ArticleQuery): Promise<RankedArticle[]> {
  const rows = await client.$queryRaw<HeadRow[]>(findSql(workspaceId, query));
  const score = new Map(rows.map((row) => [Number(row.id), row.score]));
  const heads = await client.article.findMany({ where: { id: { in: [...score.keys()] } }, select: HEAD_COLUMNS });
  const byKey = new Map(heads.map((head) => [head.id, head]));
  return rows.flatMap((row) => {
    const head = byKey.get(Number(row.id));
    return head === undefined ? [] : [{ ...toHead(head), score: row.score }];
  });
}

function findSql(workspaceId: string, query: ArticleQuery): Prisma.Sql {
  const match = query.terms === undefined ? null : (query.match === "all" ? allOf : anyOf)(workspaceId, query.terms);
  if (query.terms !== undefined && match === null) return Prisma.sql`SELECT 0 AS "id", 0.0 AS "score" WHERE 0`;
  const joins: Prisma.Sql[] = [];
  const conditions = [Prisma.sql`a."workspaceId" = ${workspaceId}`];
  for (const [at, code] of (query.allCountries ?? []).entries()) {
    const name = Prisma.raw(`c${at}`);
    joins.push(
      Prisma.sql`JOIN "ArticleCountry" ${name} ON ${name}."articleId" = a."id" AND ${name}."code" = ${code} AND ${name}."workspaceId" = ${workspaceId}`,
    );
  }
  if (query.someCountries !== undefined) {
    const { codes, min } = query.someCountries;
    conditions.push(
      Prisma.sql`a."id" IN (SELECT "articleId" FROM "ArticleCountry" WHERE "workspaceId" = ${workspaceId} AND "code" IN (${Prisma.join(codes)}) GROUP BY "articleId" HAVING count(*) >= ${min})`,
    );
  }
  if (query.personId !== undefined) {
    const key = keyOf("person", query.personId) ?? -1;
    conditions.push(Prisma.sql`a."id" IN (SELECT "articleId" FROM "PersonArticle" WHERE "personId" = ${key})`);
  }
  if (query.since !== undefined) conditions.push(Prisma.sql`a."filedOn" >= ${query.since}`);
  if (query.until !== undefined) conditions.push(Prisma.sql`a."filedOn" <= ${query.until}`);
  if (query.seenSince !== undefined) conditions.push(Prisma.sql`a."firstSeenAt" >= ${new Date(query.seenSince)}`);
  if (match !== null) conditions.push(Prisma.sql`s."article_search" MATCH ${match}`);
  // CROSS JOIN keeps SQLite from asking the index once for each article instead of the other way round.
  const from =
    match === null ? Prisma.sql`"Article" a` : Prisma.sql`"article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid`;
  const score = match === null ? Prisma.sql`0.0` : Prisma.sql`-${WEIGHTS}`;
  const order = match === null ? Prisma.sql`a."filedOn" DESC, a."id" DESC` : Prisma.sql`${WEIGHTS}, a."id" DESC`;
  const joined = joins.length === 0 ? Prisma.empty : Prisma.join(joins, " ");
  return Prisma.sql`SELECT a."id", ${score} AS "score" FROM ${from} ${joined} WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${order} LIMIT ${query.limit}`;
}

const HEAD_COLUMNS = {
  id: true,
  externalId: true,
  url: true,
  title: true,
  publisher: true,
  publishedAt: true,
  firstSeenAt: true,
  revision: true,
  storyId: true,
  countries: { select: { code: true } },
} satisfies Prisma.ArticleSelect;

type HeadColumns = Prisma.ArticleGetPayload<{ select: typeof HEAD_COLUMNS }>;

function toHead(row: HeadColumns): ArticleHead {
  return {
    id: row.externalId,
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    publishedAt: row.publishedAt,
    firstSeenAt: row.firstSeenAt.toISOString(),
    revision: row.revision,
    countries: row.countries.map((country) => country.code),
    storyId: row.storyId === null ? null : idOf("story", row.storyId),
  };
}

/** In the order of `articleIds`; unknown ids are left out. Of two articles that were given one id, the later. */
async function load(client: PrismaClient, workspaceId: string, articleIds: string[]): Promise<ArticleBody[]> {
  const found = new Map<string, ArticleBody>();
  for (let at = 0; at < articleIds.length; at += MAX_IDS) {
    const rows = await client.article.findMany({
      where: { workspaceId, externalId: { in: articleIds.slice(at, at + MAX_IDS) } },
      select: { ...HEAD_COLUMNS, text: true, summary: true, sentences: true },
      orderBy: { id: "asc" },
    });
    for (const row of rows) {
      found.set(row.externalId, {
        ...toHead(row),
        text: row.text,
        summary: readRanges(row.summary),
        sentences: readRanges(row.sentences),
      });
    }
  }
  return [...new Set(articleIds)].flatMap((id) => found.get(id) ?? []);
}

async function revisions(client: PrismaClient, workspaceId: string, articleId: string): Promise<RevisionRecord[]> {
  const rows = await client.revision.findMany({
    where: { article: { workspaceId, externalId: articleId } },
    orderBy: { revision: "asc" },
  });
  return rows.map((row) => ({
    revision: row.revision,
    seenAt: row.seenAt.toISOString(),
    title: row.title,
    publishedAt: row.publishedAt,
    text: row.text,
  }));
}
