import type { StoryCandidate, StoryWriter } from "../../domain/evidence-store.ts";
import type { Transaction } from "./clients.ts";
import { readTerms } from "./json-columns.ts";
import { anyOf } from "./search-query.ts";
import type { CountTerms } from "./term-frequencies.ts";

interface CandidateRow {
  id: number | bigint;
  storyId: number | bigint | null;
  filedOn: string;
  terms: string;
}

export function createStoryWriter(transaction: Transaction, workspaceId: string, countTerms: CountTerms): StoryWriter {
  return {
    candidates: (query) => candidates(transaction, workspaceId, query),
    frequencies: (terms) => countTerms(transaction, workspaceId, terms),
    async create({ title, filedOn }) {
      const row = await transaction.story.create({
        data: { workspaceId, title, firstSeen: filedOn, lastSeen: filedOn },
        select: { id: true },
      });
      return row.id;
    },
    async assign(articleKey, storyKey) {
      const article = await transaction.article.update({
        where: { id: articleKey },
        data: { storyId: storyKey },
        select: { filedOn: true },
      });
      await transaction.$executeRaw`
        UPDATE "Story" SET "firstSeen" = min("firstSeen", ${article.filedOn}), "lastSeen" = max("lastSeen", ${article.filedOn})
        WHERE "id" = ${storyKey}`;
    },
    async rebuild(storyKeys) {
      for (const key of storyKeys) await rebuildStory(transaction, key);
    },
  };
}

async function candidates(
  transaction: Transaction,
  workspaceId: string,
  query: Parameters<StoryWriter["candidates"]>[0],
): Promise<StoryCandidate[]> {
  const match = anyOf(workspaceId, query.terms);
  if (match === null) return [];
  const rows = await transaction.$queryRaw<CandidateRow[]>`
    SELECT a."id", a."storyId", a."filedOn", a."terms"
    FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid
    WHERE s."article_search" MATCH ${match} AND a."id" <> ${query.exceptArticleKey}
      AND a."filedOn" >= ${query.from} AND a."filedOn" <= ${query.to}
    ORDER BY bm25("article_search", 0, 3, 1) LIMIT ${query.limit}`;
  return rows.map((row) => ({
    articleKey: Number(row.id),
    storyKey: row.storyId === null ? null : Number(row.storyId),
    filedOn: row.filedOn,
    terms: readTerms(typeof row.terms === "string" ? JSON.parse(row.terms) : row.terms),
  }));
}

async function rebuildStory(transaction: Transaction, storyKey: number): Promise<void> {
  const articles = { storyId: storyKey };
  const first = await transaction.article.findFirst({
    where: articles,
    orderBy: [{ filedOn: "asc" }, { id: "asc" }],
    select: { filedOn: true, title: true },
  });
  if (first === null) {
    await transaction.story.deleteMany({ where: { id: storyKey } });
    return;
  }
  const last = await transaction.article.findFirst({ where: articles, orderBy: { filedOn: "desc" }, select: { filedOn: true } });
  const data = {
    firstSeen: first.filedOn,
    lastSeen: last?.filedOn ?? first.filedOn,
    ...(first.title === null ? {} : { title: first.title }),
  };
  await transaction.story.update({ where: { id: storyKey }, data, select: { id: true } });
}
