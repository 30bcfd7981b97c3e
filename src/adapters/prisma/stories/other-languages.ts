import { READ_LANGUAGE } from "../../../domain/evidence/language.ts";
import type { EventMarks, StoryWriter } from "../../../domain/evidence/story-store.ts";
import { readRanges } from "../json-columns.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";
import type { Transaction } from "../transaction.ts";

const DAY_MS = 86_400_000;
/** So much of a text tells its days and numbers. */
const MARKED_CHARACTERS = 8000;

/** What articles say of their events, whatever their language. */
export async function eventMarks(transaction: Transaction, articleKeys: number[]): Promise<Map<number, EventMarks>> {
  const rows = await transaction.article.findMany({
    where: { id: { in: articleKeys } },
    select: {
      id: true,
      title: true,
      text: true,
      filedOn: true,
      countries: { select: { code: true } },
      people: { select: { personId: true, mentions: true } },
    },
  });
  return new Map(
    rows.map(({ id, title, text, filedOn, countries, people }) => [
      id,
      {
        filedOn,
        text: `${title ?? ""}\n${text.slice(0, MARKED_CHARACTERS)}`,
        countries: countries.map(({ code }) => code),
        people: people.map(({ personId, mentions }) => ({
          personKey: personId,
          firstAt: Math.min(...readRanges(mentions).map(({ start }) => start)),
        })),
      },
    ]),
  );
}

interface NearRow {
  id: number | bigint;
  storyId: number | bigint | null;
}

/** By the people of an article; by its countries only if it names nobody, since thousands of articles share one. */
export async function inOtherLanguages(
  statements: Statements,
  workspaceId: string,
  { key, language, filedOn, days, limit }: Parameters<StoryWriter["inOtherLanguages"]>[0],
): ReturnType<StoryWriter["inOtherLanguages"]> {
  const shift = (by: number) => new Date(Date.parse(filedOn) + by * DAY_MS).toISOString().slice(0, 10);
  const near = Prisma.sql`o."filedOn" >= ${shift(-days)} AND o."filedOn" <= ${shift(days)}`;
  const rows = await statements.query<NearRow>(Prisma.sql`
    SELECT a."id", a."storyId" FROM (
      SELECT o."articleId" FROM "PersonArticle" p JOIN "PersonArticle" o ON o."personId" = p."personId" AND ${near}
      WHERE p."articleId" = ${key}
      UNION ALL
      SELECT o."articleId" FROM "ArticleCountry" c
      JOIN "ArticleCountry" o ON o."workspaceId" = ${workspaceId} AND o."code" = c."code" AND ${near}
      WHERE c."articleId" = ${key} AND NOT EXISTS (SELECT 1 FROM "PersonArticle" p WHERE p."articleId" = ${key})
    ) s JOIN "Article" a ON a."id" = s."articleId"
    WHERE COALESCE(a."language", ${READ_LANGUAGE}) <> ${language}
    GROUP BY a."id", a."storyId" ORDER BY count(*) DESC, a."id" DESC LIMIT ${limit}`);
  return rows.map(({ id, storyId }) => ({ articleKey: Number(id), storyKey: storyId === null ? null : Number(storyId) }));
}
