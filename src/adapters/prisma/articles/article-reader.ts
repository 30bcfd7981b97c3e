import { outletsOf } from "../../../domain/evidence/publisher-key.ts";
import type { ArticleBody, ArticleHead, RevisionRecord } from "../../../domain/evidence/records.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { ArticleOrigin, ArticleQuery, ArticleReader, RankedArticle } from "../../../domain/sources/readers.ts";
import { siteOf } from "../../../domain/sources/site-of.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { readRanges } from "../json-columns.ts";
import type { ArticleSearch } from "../search/article-search.ts";
import type { CountTerms } from "../search/term-frequencies.ts";
import { findArticleKeys, type Searching } from "./find-article-keys.ts";
import { idOf } from "./keys.ts";
import { NAMING_SOURCE, shownPublisher } from "./shown-publisher.ts";

/** Every database takes so many parameters in one statement with room to spare. */
const MAX_IDS = 500;

export function createArticleReader(client: PrismaClient, search: ArticleSearch, countTerms: CountTerms): ArticleReader {
  return {
    find: (workspaceId, query) => find({ client, search }, workspaceId, query),
    async ids(workspaceId, query) {
      const rows = await findArticleKeys({ client, search }, workspaceId, { ...query, isUnweighed: true });
      return rows.map((row) => row.externalId);
    },
    load: (workspaceId, articleIds) => load(client, workspaceId, articleIds),
    revisions: (workspaceId, articleId) => revisions(client, workspaceId, articleId),
    textsOf: (workspaceId, wanted) => textsOf(client, workspaceId, wanted),
    frequencies: (workspaceId, stems) => countTerms(client, workspaceId, stems),
    count: (workspaceId) => client.article.count({ where: { workspaceId } }),
    isEmpty: async (workspaceId) => (await client.article.findFirst({ where: { workspaceId }, select: { id: true } })) === null,
  };
}

async function find(searching: Searching, workspaceId: string, query: ArticleQuery): Promise<RankedArticle[]> {
  const rows = await findArticleKeys(searching, workspaceId, query);
  const score = new Map(rows.map((row) => [Number(row.id), row.score]));
  const keys = [...score.keys()];
  const heads: HeadColumns[] = [];
  const origins = new Map<number, ArticleOrigin>();
  for (let at = 0; at < keys.length; at += MAX_IDS) {
    const part = keys.slice(at, at + MAX_IDS);
    heads.push(...(await searching.client.article.findMany({ where: { id: { in: part } }, select: HEAD_COLUMNS })));
    if (query.publishedSince !== undefined)
      for (const [key, origin] of await originsOf(searching.client, part)) origins.set(key, origin);
  }
  const outlets = await namedOutlets(searching.client, workspaceId);
  const byKey = new Map(heads.map((head) => [head.id, head]));
  return rows.flatMap((row) => {
    const head = byKey.get(Number(row.id));
    if (head === undefined) return [];
    const origin = origins.get(head.id);
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

const HEAD_COLUMNS = {
  id: true,
  externalId: true,
  url: true,
  title: true,
  publisher: true,
  source: NAMING_SOURCE,
  author: true,
  publishedAt: true,
  language: true,
  firstSeenAt: true,
  withdrawnAt: true,
  revision: true,
  storyId: true,
  countries: { select: { code: true }, orderBy: { code: "asc" } },
} satisfies Prisma.ArticleSelect;

type HeadColumns = Prisma.ArticleGetPayload<{ select: typeof HEAD_COLUMNS }>;

/** By site; read with the articles, so that a name counts at once and can be taken back. */
async function namedOutlets(client: PrismaClient, workspaceId: string): Promise<Map<string, string>> {
  const where = { workspaceId, publisher: { not: null } };
  return outletsOf(await client.source.findMany({ where, select: NAMING_SOURCE.select }));
}

function toHead(row: HeadColumns, outlets: ReadonlyMap<string, string>): ArticleHead {
  const outlet = row.url === null || outlets.size === 0 ? undefined : outlets.get(siteOf(row.url));
  return {
    ...(outlet === undefined ? {} : { outlet }),
    id: row.externalId,
    url: row.url,
    title: row.title,
    publisher: shownPublisher(row),
    author: row.author,
    publishedAt: row.publishedAt,
    language: row.language,
    firstSeenAt: row.firstSeenAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    revision: row.revision,
    countries: row.countries.map((country) => country.code),
    storyId: row.storyId === null ? null : idOf("story", row.storyId),
  };
}

/** In the order of `articleIds`; unknown ids are left out. Of two articles that were given one id, the later. */
async function load(client: PrismaClient, workspaceId: string, articleIds: string[]): Promise<ArticleBody[]> {
  const found = new Map<string, ArticleBody>();
  const outlets = articleIds.length === 0 ? new Map<string, string>() : await namedOutlets(client, workspaceId);
  for (let at = 0; at < articleIds.length; at += MAX_IDS) {
    const rows = await client.article.findMany({
      where: { workspaceId, externalId: { in: articleIds.slice(at, at + MAX_IDS) } },
      select: { ...HEAD_COLUMNS, text: true, summary: true, sentences: true },
      orderBy: { id: "asc" },
    });
    const struck = await struckRanges(
      client,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const told = (ranges: unknown) => readRanges(ranges).filter((range) => !overlapsAny(range, struck.get(row.id) ?? []));
      found.set(row.externalId, {
        ...toHead(row, outlets),
        text: row.text,
        summary: told(row.summary),
        sentences: told(row.sentences),
      });
    }
  }
  return [...new Set(articleIds)].flatMap((id) => found.get(id) ?? []);
}

/** The passages that tell of meetings which, as a manager said, did not take place: no line and no answer is made of them. */
async function struckRanges(client: PrismaClient, keys: number[]): Promise<Map<number, Range[]>> {
  const rows = await client.meetingReport.findMany({
    where: { articleId: { in: keys }, meeting: { corrections: { some: { kind: "not-held" } } } },
    select: { articleId: true, evidence: true },
  });
  const struck = new Map<number, Range[]>();
  for (const { articleId, evidence } of rows) struck.set(articleId, [...(struck.get(articleId) ?? []), ...readRanges(evidence)]);
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
