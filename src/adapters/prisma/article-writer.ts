import { createHash } from "node:crypto";
import type { ArticleWriter, NewArticle, ResolvedQuote, Touched } from "../../domain/evidence-store.ts";
import type { ArticleSearch } from "./article-search.ts";
import type { Transaction } from "./clients.ts";
import { rangesToJson } from "./json-columns.ts";

export function createArticleWriter(transaction: Transaction, workspaceId: string, search: ArticleSearch): ArticleWriter {
  return {
    findByIdentity: (identity) => findByIdentity(transaction, workspaceId, identity),
    async create(article) {
      const row = await transaction.article.create({
        data: {
          workspaceId,
          externalId: article.id,
          identity: article.identity,
          firstSeenAt: new Date(article.seenAtMs),
          ...columns(article),
        },
        select: { id: true },
      });
      await addRevision(transaction, { key: row.id, revision: 1, article });
      await addCountries(transaction, { key: row.id, workspaceId, article });
      await search.index(transaction, { key: row.id, workspaceId, title: article.title, text: article.text });
      return row.id;
    },
    async forget(key) {
      const { identity } = await transaction.article.findUniqueOrThrow({ where: { id: key }, select: { identity: true } });
      await transaction.forgottenArticle.create({ data: { workspaceId, identityHash: hashOf(identity) } });
      return expire(transaction, key);
    },
    expire: (key) => expire(transaction, key),
    async seenBefore(instantMs, limit) {
      const rows = await transaction.article.findMany({
        where: { workspaceId, firstSeenAt: { lt: new Date(instantMs) } },
        select: { id: true },
        orderBy: { id: "asc" },
        take: limit,
      });
      return rows.map((row) => row.id);
    },
    async revise(key, article) {
      const touched = await revise(transaction, { key, workspaceId, article });
      await search.index(transaction, { key, workspaceId, title: article.title, text: article.text });
      return touched;
    },
    async addQuotes(key, filedOn, quotes) {
      if (quotes.length === 0) return;
      await transaction.quote.createMany({
        data: quotes.map((quote) => ({ workspaceId, articleId: key, filedOn, ...quoteColumns(quote) })),
      });
    },
  };
}

interface IdentityRow {
  id: number | bigint | null;
  revision: number | bigint | null;
  fingerprint: string | null;
}

/** One statement, since every article asks. */
async function findByIdentity(transaction: Transaction, workspaceId: string, identity: string) {
  const rows = await transaction.$queryRaw<IdentityRow[]>`
    SELECT "id", "revision", "fingerprint" FROM "Article" WHERE "workspaceId" = ${workspaceId} AND "identity" = ${identity}
    UNION ALL SELECT NULL, NULL, NULL FROM "ForgottenArticle" WHERE "workspaceId" = ${workspaceId} AND "identityHash" = ${hashOf(identity)}`;
  for (const { id, revision, fingerprint } of rows)
    if (id !== null && fingerprint !== null) return { key: Number(id), revision: Number(revision), fingerprint };
  return rows.length === 0 ? null : "forgotten";
}

async function expire(transaction: Transaction, key: number): Promise<Touched> {
  const touched = await takeBack(transaction, key);
  await transaction.article.delete({ where: { id: key }, select: { id: true } });
  return touched;
}

function hashOf(identity: string): string {
  return createHash("sha256").update(identity).digest("hex");
}

function columns(article: NewArticle) {
  return {
    url: article.url,
    title: article.title,
    publisher: article.publisher,
    author: article.author,
    language: article.language,
    publishedAt: article.publishedAt,
    filedOn: article.filedOn,
    fingerprint: article.fingerprint,
    text: article.text,
    summary: rangesToJson(article.summary),
    sentences: rangesToJson(article.sentences),
    terms: article.terms,
    sourceId: article.sourceKey,
  };
}

function quoteColumns(quote: ResolvedQuote) {
  return {
    start: quote.start,
    end: quote.end,
    text: quote.text,
    kind: quote.kind,
    speakerName: quote.speaker?.name ?? null,
    mentionStart: quote.speaker?.mention.start ?? null,
    mentionEnd: quote.speaker?.mention.end ?? null,
    cueStart: quote.cue?.start ?? null,
    cueEnd: quote.cue?.end ?? null,
    rule: quote.rule,
    personId: quote.personKey,
  };
}

async function addRevision(transaction: Transaction, row: { key: number; revision: number; article: NewArticle }): Promise<void> {
  const { article } = row;
  await transaction.revision.create({
    data: {
      articleId: row.key,
      revision: row.revision,
      seenAt: new Date(article.seenAtMs),
      title: article.title,
      publishedAt: article.publishedAt,
      fingerprint: article.fingerprint,
      text: article.text,
    },
  });
}

async function addCountries(
  transaction: Transaction,
  row: { key: number; workspaceId: string; article: NewArticle },
): Promise<void> {
  const { countries, filedOn } = row.article;
  if (countries.length === 0) return;
  await transaction.articleCountry.createMany({
    data: countries.map((code) => ({ articleId: row.key, workspaceId: row.workspaceId, code, filedOn })),
  });
}

async function revise(
  transaction: Transaction,
  row: { key: number; workspaceId: string; article: NewArticle },
): Promise<Touched> {
  const { key, article } = row;
  const touched = await takeBack(transaction, key);
  const updated = await transaction.article.update({
    where: { id: key },
    data: { ...columns(article), revision: { increment: 1 }, storyId: null },
    select: { revision: true },
  });
  await addRevision(transaction, { key, revision: updated.revision, article });
  await addCountries(transaction, row);
  return touched;
}

/** Deletes what the article brought, and says which people, meetings and stories must be rebuilt without it. */
async function takeBack(transaction: Transaction, key: number): Promise<Touched> {
  const where = { articleId: key };
  const people = await transaction.personArticle.findMany({ where, select: { personId: true } });
  const reports = await transaction.meetingReport.findMany({ where, select: { meetingId: true } });
  const article = await transaction.article.findUniqueOrThrow({ where: { id: key }, select: { storyId: true } });
  await transaction.quote.deleteMany({ where });
  await transaction.personArticle.deleteMany({ where });
  await transaction.meetingReport.deleteMany({ where });
  await transaction.articleCountry.deleteMany({ where });
  return {
    personKeys: people.map((row) => row.personId),
    meetingKeys: [...new Set(reports.map((row) => row.meetingId))],
    storyKeys: article.storyId === null ? [] : [article.storyId],
  };
}
