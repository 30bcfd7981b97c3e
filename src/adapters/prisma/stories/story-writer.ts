import { mustHave } from "../../../domain/errors.ts";
import type { StoryCandidate, StoryWriter } from "../../../domain/evidence/story-store.ts";
import { storyTitle } from "../../../extract/story-title.ts";
import type { TableColumns } from "../insertion.ts";
import { readTerms } from "../json-columns.ts";
import { type JsonRows, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { rarestTerms } from "../search/choose-terms.ts";
import type { LikenessSearch } from "../search/likeness-search.ts";
import type { CountHeld, WorkspaceCounter } from "../search/workspace-frequencies.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";
import { eventMarks, inOtherLanguages } from "./other-languages.ts";

interface CandidateRow {
  id: number | bigint;
  storyId: number | bigint | null;
  filedOn: string;
  language: string | null;
  terms: unknown;
}

/** The rarest terms that together are in about so many articles are looked for: more of them find nothing likelier, and cost. */
const MOST_HELD = 2000;

const STORIES: TableColumns<{ id: number; workspaceId: string; title: string; firstSeen: string; lastSeen: string }> = {
  table: "Story",
  columns: { id: "number", workspaceId: "text", title: "text", firstSeen: "text", lastSeen: "text" },
};

export function createStoryWriter(
  turn: WorkspaceTurn,
  { likeness, counter }: { likeness: LikenessSearch; counter: WorkspaceCounter },
): StoryWriter {
  const { transaction, pending, workspaceId, rows } = turn;
  // What an article says of people and meetings may wait; which articles there are, and of which stories, may not.
  const statements: Statements = {
    query: (statement) => (pending.isWaiting("Article") ? turn.statements : turn.direct).query(statement),
    execute: turn.statements.execute,
  };
  // Nobody else writes here before the transaction ends: it is enough to see once for each article what is stored.
  let held: Promise<CountHeld> | null = null;
  const enter = (articleKey: number, storyKey: number) => {
    held = null;
    pending.name("Article");
    return pending.change(`Article ${articleKey}`, [
      Prisma.sql`UPDATE "Article" SET "storyId" = ${storyKey} WHERE "id" = ${articleKey}`,
    ]);
  };
  return {
    candidates: (query) => candidates({ statements, likeness, workspaceId }, query),
    inOtherLanguages: (query) => inOtherLanguages(statements, workspaceId, query),
    marks: (articleKeys) => eventMarks(transaction, articleKeys),
    async frequencies(terms) {
      held ??= counter(statements, workspaceId);
      return (await held)(terms);
    },
    async begin(articleKey, { title, filedOn }) {
      const [key] = await turn.keys.take("Story", 1);
      const id = mustHave(key, "key of a story");
      pending.insert(STORIES, [{ id, workspaceId, title, firstSeen: filedOn, lastSeen: filedOn }]);
      pending.name(`Story ${id}`);
      await enter(articleKey, id);
      return id;
    },
    async assign(articleKey, { key: storyKey, title, filedOn }) {
      const earlier = Prisma.sql`SELECT 1 FROM "Article" a WHERE a."storyId" = ${storyKey} AND (a."filedOn", a."id") < (${filedOn}, ${articleKey})`;
      await pending.change(`Story ${storyKey}`, [
        Prisma.sql`
          UPDATE "Story" SET
            "title" = CASE WHEN EXISTS (${earlier}) THEN "title" ELSE ${title} END,
            "firstSeen" = CASE WHEN ${filedOn} < "firstSeen" THEN ${filedOn} ELSE "firstSeen" END,
            "lastSeen" = CASE WHEN ${filedOn} > "lastSeen" THEN ${filedOn} ELSE "lastSeen" END
          WHERE "id" = ${storyKey}`,
      ]);
      await enter(articleKey, storyKey);
    },
    rebuild: (storyKeys) => rebuildStories({ transaction, rows }, storyKeys),
  };
}

async function candidates(
  store: { statements: Statements; likeness: LikenessSearch; workspaceId: string },
  query: Parameters<StoryWriter["candidates"]>[0],
): Promise<StoryCandidate[]> {
  const rows = await store.likeness.likest<CandidateRow>(store.statements, {
    workspaceId: store.workspaceId,
    terms: rarestTerms(query.terms, MOST_HELD),
    columns: Prisma.sql`a."id", a."storyId", a."filedOn", a."language", a."terms"`,
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
    language: row.language,
    // One database gives raw JSON as text, the other parsed.
    terms: readTerms(typeof row.terms === "string" ? JSON.parse(row.terms) : row.terms),
  }));
}

interface FirstRow {
  storyId: number | bigint;
  firstId: number | bigint;
  title: string | null;
  firstSeen: string;
  lastSeen: string;
}

/** In a handful of statements however many they are; an index says which article of a story is its first and which its last. */
async function rebuildStories(
  { transaction, rows }: { transaction: Transaction; rows: JsonRows },
  keys: number[],
): Promise<void> {
  if (keys.length === 0) return;
  const ids = Prisma.join(keys);
  const articles = Prisma.sql`FROM "Article" a WHERE a."storyId" = s."id"`;
  await transaction.$executeRaw`
    DELETE FROM "Story" WHERE "id" IN (${ids}) AND NOT EXISTS (SELECT 1 FROM "Article" a WHERE a."storyId" = "Story"."id")`;
  const first = await transaction.$queryRaw<FirstRow[]>`
    SELECT f."storyId", f."id" AS "firstId", f."title", f."filedOn" AS "firstSeen", o."lastSeen" FROM (
      SELECT (SELECT a."id" ${articles} ORDER BY a."filedOn", a."id" LIMIT 1) AS "firstId", (SELECT max(a."filedOn") ${articles}) AS "lastSeen"
      FROM "Story" s WHERE s."id" IN (${ids})
    ) o JOIN "Article" f ON f."id" = o."firstId"`;
  if (first.length === 0) return;
  const untitled = first.filter((row) => row.title === null).map((row) => Number(row.firstId));
  const texts = await transaction.article.findMany({ where: { id: { in: untitled } }, select: { id: true, text: true } });
  const stories = first.map(({ storyId, firstId, title, ...days }) => {
    const text = texts.find((row) => row.id === Number(firstId))?.text ?? "";
    return { id: Number(storyId), title: storyTitle({ title, text }), ...days };
  });
  await transaction.$executeRaw`
    UPDATE "Story" SET "title" = ${textIn("title")}, "firstSeen" = ${textIn("firstSeen")}, "lastSeen" = ${textIn("lastSeen")}
    FROM ${rows.table(toJsonRows(stories))} AS "given" WHERE "Story"."id" = ${numberIn("id")}`;
}
