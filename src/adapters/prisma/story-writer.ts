import type { StoryCandidate, StoryWriter } from "../../domain/evidence-store.ts";
import { storyTitle } from "../../ingest/story-title.ts";
import { rarestTerms } from "./choose-terms.ts";
import type { Transaction } from "./clients.ts";
import { Prisma } from "./generated/client.ts";
import { readTerms } from "./json-columns.ts";
import type { LikenessSearch } from "./likeness-search.ts";
import type { CountHeld, WorkspaceCounter } from "./workspace-frequencies.ts";

interface CandidateRow {
  id: number | bigint;
  storyId: number | bigint | null;
  filedOn: string;
  terms: unknown;
}

/** The rarest terms that together are in about so many articles are looked for: more of them find nothing likelier, and cost. */
const MOST_HELD = 2000;

export function createStoryWriter(
  transaction: Transaction,
  workspaceId: string,
  { likeness, counter }: { likeness: LikenessSearch; counter: WorkspaceCounter },
): StoryWriter {
  // Nobody else writes here before the transaction ends: it is enough to see once for each article what is stored.
  let held: Promise<CountHeld> | null = null;
  const enter = async (articleKey: number, storyKey: number) => {
    held = null;
    const data = { storyId: storyKey };
    return transaction.article.update({ where: { id: articleKey }, data, select: { filedOn: true } });
  };
  return {
    candidates: (query) => candidates({ transaction, likeness, workspaceId }, query),
    async frequencies(terms) {
      held ??= counter(transaction, workspaceId);
      return (await held)(terms);
    },
    async begin(articleKey, { title, filedOn }) {
      const data = { workspaceId, title, firstSeen: filedOn, lastSeen: filedOn };
      const { id } = await transaction.story.create({ data, select: { id: true } });
      await enter(articleKey, id);
      return id;
    },
    async assign(articleKey, { key: storyKey, title }) {
      const { filedOn } = await enter(articleKey, storyKey);
      const earlier = Prisma.sql`SELECT 1 FROM "Article" a WHERE a."storyId" = ${storyKey} AND (a."filedOn", a."id") < (${filedOn}, ${articleKey})`;
      await transaction.$executeRaw`
        UPDATE "Story" SET
          "title" = CASE WHEN EXISTS (${earlier}) THEN "title" ELSE ${title} END,
          "firstSeen" = CASE WHEN ${filedOn} < "firstSeen" THEN ${filedOn} ELSE "firstSeen" END,
          "lastSeen" = CASE WHEN ${filedOn} > "lastSeen" THEN ${filedOn} ELSE "lastSeen" END
        WHERE "id" = ${storyKey}`;
    },
    async rebuild(storyKeys) {
      for (const key of storyKeys) await rebuildStory(transaction, key);
    },
  };
}

async function candidates(
  store: { transaction: Transaction; likeness: LikenessSearch; workspaceId: string },
  query: Parameters<StoryWriter["candidates"]>[0],
): Promise<StoryCandidate[]> {
  const rows = await store.likeness.likest<CandidateRow>(store.transaction, {
    workspaceId: store.workspaceId,
    terms: rarestTerms(query.terms, MOST_HELD),
    columns: Prisma.sql`a."id", a."storyId", a."filedOn", a."terms"`,
    conditions: [
      Prisma.sql`a."id" <> ${query.exceptArticleKey}`,
      Prisma.sql`a."filedOn" >= ${query.from} AND a."filedOn" <= ${query.to}`,
    ],
    limit: query.limit,
  });
  return rows.map((row) => ({
    articleKey: Number(row.id),
    storyKey: row.storyId === null ? null : Number(row.storyId),
    filedOn: row.filedOn,
    // One database gives raw JSON as text, the other parsed.
    terms: readTerms(typeof row.terms === "string" ? JSON.parse(row.terms) : row.terms),
  }));
}

async function rebuildStory(transaction: Transaction, storyKey: number): Promise<void> {
  const articles = { storyId: storyKey };
  const first = await transaction.article.findFirst({
    where: articles,
    orderBy: [{ filedOn: "asc" }, { id: "asc" }],
    select: { filedOn: true, title: true, text: true },
  });
  if (first === null) {
    await transaction.story.deleteMany({ where: { id: storyKey } });
    return;
  }
  const last = await transaction.article.findFirst({ where: articles, orderBy: { filedOn: "desc" }, select: { filedOn: true } });
  const data = { title: storyTitle(first), firstSeen: first.filedOn, lastSeen: last?.filedOn ?? first.filedOn };
  await transaction.story.update({ where: { id: storyKey }, data, select: { id: true } });
}
