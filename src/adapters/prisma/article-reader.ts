import type { ArticleQuery, ArticleReader, RankedArticle } from "../../domain/readers.ts";
import type { ArticleBody, ArticleHead, RevisionRecord } from "../../domain/records.ts";
import type { ArticleSearch } from "./article-search.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { readRanges } from "./json-columns.ts";
import { idOf, keyOf } from "./keys.ts";
import type { CountTerms } from "./term-frequencies.ts";

/** Every database takes so many parameters in one statement with room to spare. */
const MAX_IDS = 500;
/** How much more a word of the title counts than one of the text. */
const TITLE_WEIGHT = 4;

interface HeadRow {
  id: number | bigint;
  score: number;
}

export function createArticleReader(client: PrismaClient, search: ArticleSearch, countTerms: CountTerms): ArticleReader {
  return {
    find: (workspaceId, query) => find({ client, search }, workspaceId, query),
    load: (workspaceId, articleIds) => load(client, workspaceId, articleIds),
    revisions: (workspaceId, articleId) => revisions(client, workspaceId, articleId),
    frequencies: (workspaceId, stems) => countTerms(client, workspaceId, stems),
    count: (workspaceId) => client.article.count({ where: { workspaceId } }),
  };
}

interface Searching {
  client: PrismaClient;
  search: ArticleSearch;
}

async function find({ client, search }: Searching, workspaceId: string, query: ArticleQuery): Promise<RankedArticle[]> {
  const rows = await findKeys({ client, search }, workspaceId, query);
  const score = new Map(rows.map((row) => [Number(row.id), row.score]));
  const heads = await client.article.findMany({ where: { id: { in: [...score.keys()] } }, select: HEAD_COLUMNS });
  const byKey = new Map(heads.map((head) => [head.id, head]));
  return rows.flatMap((row) => {
    const head = byKey.get(Number(row.id));
    return head === undefined ? [] : [{ ...toHead(head), score: row.score }];
  });
}

async function findKeys({ client, search }: Searching, workspaceId: string, query: ArticleQuery): Promise<HeadRow[]> {
  const joins = (query.allCountries ?? []).map((code, at) => joinCountry(Prisma.raw(`c${at}`), workspaceId, code));
  const conditions = conditionsOf(workspaceId, query);
  if (query.terms !== undefined) {
    return search.rank<HeadRow>(client, {
      workspaceId,
      terms: query.terms,
      match: query.match ?? "any",
      titleWeight: TITLE_WEIGHT,
      columns: Prisma.sql`a."id"`,
      joins,
      conditions,
      limit: query.limit,
    });
  }
  const joined = joins.length === 0 ? Prisma.empty : Prisma.join(joins, " ");
  return client.$queryRaw<HeadRow[]>`
    SELECT a."id", 0.0 AS "score" FROM "Article" a ${joined} WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY a."filedOn" DESC, a."id" DESC LIMIT ${query.limit}`;
}

function joinCountry(name: Prisma.Sql, workspaceId: string, code: string): Prisma.Sql {
  return Prisma.sql`JOIN "ArticleCountry" ${name} ON ${name}."articleId" = a."id" AND ${name}."code" = ${code} AND ${name}."workspaceId" = ${workspaceId}`;
}

function conditionsOf(workspaceId: string, query: ArticleQuery): Prisma.Sql[] {
  const conditions = [Prisma.sql`a."workspaceId" = ${workspaceId}`];
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
  return conditions;
}

const HEAD_COLUMNS = {
  id: true,
  externalId: true,
  url: true,
  title: true,
  publisher: true,
  author: true,
  publishedAt: true,
  language: true,
  firstSeenAt: true,
  revision: true,
  storyId: true,
  countries: { select: { code: true }, orderBy: { code: "asc" } },
} satisfies Prisma.ArticleSelect;

type HeadColumns = Prisma.ArticleGetPayload<{ select: typeof HEAD_COLUMNS }>;

function toHead(row: HeadColumns): ArticleHead {
  return {
    id: row.externalId,
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    author: row.author,
    publishedAt: row.publishedAt,
    language: row.language,
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
