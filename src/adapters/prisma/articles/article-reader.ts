import { outletsOf } from "../../../domain/evidence/publisher-key.ts";
import type { ArticleBody, RevisionRecord } from "../../../domain/evidence/records.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { ArticleOrigin, ArticleQuery, ArticleReader, RankedArticle } from "../../../domain/sources/readers.ts";
import type { PrismaClient } from "../generated/client.ts";
import { readRanges } from "../json-columns.ts";
import { parsedJson } from "../json-rows.ts";
import type { ArticleSearch } from "../search/article-search.ts";
import type { CountTerms } from "../search/term-frequencies.ts";
import { Prisma } from "../sql.ts";
import { type HeadRow, readHeads, toHead } from "./article-heads.ts";
import type { Reading } from "./article-keys.ts";
import { findArticleKeys, type Searching } from "./find-article-keys.ts";

/** Every database takes so many parameters in one statement with room to spare. */
const MAX_IDS = 500;

export function createArticleReader(reading: Reading, search: ArticleSearch, countTerms: CountTerms): ArticleReader {
  const { client } = reading;
  return {
    find: (workspaceId, query) => find({ ...reading, search }, workspaceId, query),
    async ids(workspaceId, query) {
      const rows = await findArticleKeys({ client, search }, workspaceId, { ...query, isUnweighed: true });
      return rows.map((row) => row.externalId);
    },
    load: (workspaceId, articleIds) => load(reading, workspaceId, articleIds),
    revisions: (workspaceId, articleId) => revisions(client, workspaceId, articleId),
    textsOf: (workspaceId, wanted) => textsOf(client, workspaceId, wanted),
    frequencies: (workspaceId, stems) => countTerms(client, workspaceId, stems),
    count: (workspaceId) => client.article.count({ where: { workspaceId } }),
    async isEmpty(workspaceId) {
      const found = await client.$queryRaw<
        unknown[]
      >`SELECT 1 AS "one" FROM "Article" WHERE "workspaceId" = ${workspaceId} LIMIT 1`;
      return found.length === 0;
    },
  };
}

async function find(searching: Searching & Reading, workspaceId: string, query: ArticleQuery): Promise<RankedArticle[]> {
  const rows = await findArticleKeys(searching, workspaceId, query);
  const score = new Map(rows.map((row) => [Number(row.id), row.score]));
  const keys = [...score.keys()];
  const heads: HeadRow[] = [];
  const origins = new Map<number, ArticleOrigin>();
  for (let at = 0; at < keys.length; at += MAX_IDS) {
    const part = keys.slice(at, at + MAX_IDS);
    heads.push(...(await readHeads(searching, { where: Prisma.sql`a."id" IN ${searching.rows.list(part)}` })));
    if (query.publishedSince !== undefined)
      for (const [key, origin] of await originsOf(searching.client, part)) origins.set(key, origin);
  }
  const outlets = await namedOutlets(searching.client, workspaceId);
  const byKey = new Map(heads.map((head) => [Number(head.id), head]));
  return rows.flatMap((row) => {
    const head = byKey.get(Number(row.id));
    if (head === undefined) return [];
    const origin = origins.get(Number(head.id));
    return [{ ...toHead(head, outlets), score: row.score, ...(origin === undefined ? {} : { origin }) }];
  });
}

async function originsOf(client: PrismaClient, keys: number[]): Promise<[number, ArticleOrigin][]> {
  const rows = await client.article.findMany({
    where: { id: { in: keys } },
    select: {
      id: true,
      publishedAt: true,
      revisions: { where: { revision: 1 }, select: { publishedAt: true } },
      source: { select: { createdAt: true } },
    },
  });
  return rows.map(({ id, publishedAt, revisions: [first], source }) => [
    id,
    { publishedAt: first?.publishedAt ?? publishedAt, followedSince: source?.createdAt.toISOString() ?? null },
  ]);
}

/** By site; read with the articles, so that a name counts at once and can be taken back. */
async function namedOutlets(client: PrismaClient, workspaceId: string): Promise<Map<string, string>> {
  return outletsOf(
    await client.$queryRaw<{ publisher: string; url: string }[]>`
      SELECT "publisher", "url" FROM "Source" WHERE "workspaceId" = ${workspaceId} AND "publisher" IS NOT NULL ORDER BY "id"`,
  );
}

/** In the order of `articleIds`; unknown ids are left out. Of two articles that were given one id, the later. */
async function load(reading: Reading, workspaceId: string, articleIds: string[]): Promise<ArticleBody[]> {
  const { client, rows } = reading;
  const found = new Map<string, ArticleBody>();
  const outlets = articleIds.length === 0 ? new Map<string, string>() : await namedOutlets(client, workspaceId);
  for (let at = 0; at < articleIds.length; at += MAX_IDS) {
    const part = rows.list(articleIds.slice(at, at + MAX_IDS));
    const where = Prisma.sql`a."workspaceId" = ${workspaceId} AND a."externalId" IN ${part}`;
    const bodies = await readHeads<BodyRow>(reading, { where, more: BODY });
    const struck = await struckRanges(
      reading,
      bodies.map(({ id }) => Number(id)),
    );
    for (const row of bodies) {
      const apart = struck.get(Number(row.id)) ?? [];
      const told = (json: string) => readRanges(JSON.parse(json)).filter((range) => !overlapsAny(range, apart));
      const head = toHead(row, outlets);
      found.set(row.externalId, { ...head, text: row.text, summary: told(row.summary), sentences: told(row.sentences) });
    }
  }
  return [...new Set(articleIds)].flatMap((id) => found.get(id) ?? []);
}

interface BodyRow extends HeadRow {
  text: string;
  summary: string;
  sentences: string;
}

const BODY = [
  Prisma.sql`a."text"`,
  ...["summary", "sentences"].map((name) => Prisma.raw(`CAST(a."${name}" AS TEXT) AS "${name}"`)),
];

/** The passages that tell of meetings which, as a manager said, did not take place: no line and no answer is made of them. */
async function struckRanges({ client, rows }: Reading, keys: number[]): Promise<Map<number, Range[]>> {
  if (keys.length === 0) return new Map();
  const told = await client.$queryRaw<{ articleId: number | bigint; evidence: unknown }[]>`
    SELECT r."articleId", r."evidence" FROM "MeetingReport" r WHERE r."articleId" IN ${rows.list(keys)}
      AND EXISTS (SELECT 1 FROM "Correction" x WHERE x."meetingId" = r."meetingId" AND x."kind" = 'not-held')`;
  const struck = new Map<number, Range[]>();
  for (const { articleId, evidence } of told) {
    const key = Number(articleId);
    struck.set(key, [...(struck.get(key) ?? []), ...readRanges(parsedJson(evidence))]);
  }
  return struck;
}

function overlapsAny(range: Range, others: Range[]): boolean {
  return others.some((other) => range.start < other.end && other.start < range.end);
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

/** Two parameters each, so that a statement has room for them on every database. */
const MAX_TEXTS = 100;

async function textsOf(
  client: PrismaClient,
  workspaceId: string,
  wanted: { articleId: string; revision: number }[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += MAX_TEXTS) {
    const some = wanted.slice(at, at + MAX_TEXTS);
    const rows = await client.revision.findMany({
      where: { OR: some.map(({ articleId, revision }) => ({ revision, article: { workspaceId, externalId: articleId } })) },
      select: { text: true, article: { select: { externalId: true } } },
      // Of two articles that were given one id, the later.
      orderBy: { articleId: "asc" },
    });
    for (const { text, article } of rows) texts.set(article.externalId, text);
  }
  return texts;
}
