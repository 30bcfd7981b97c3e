import type { ArticleHead } from "../../../domain/evidence/records.ts";
import { siteOf } from "../../../domain/sources/site-of.ts";
import { readGathered } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Reading } from "./article-keys.ts";
import { idOf } from "./keys.ts";
import { shownPublisher } from "./shown-publisher.ts";

const OWN = [
  "id",
  "externalId",
  "url",
  "title",
  "publisher",
  "author",
  "publishedAt",
  "language",
  "firstSeenAt",
  "withdrawnAt",
  "revision",
  "storyId",
] as const;

export interface HeadRow {
  id: number | bigint;
  externalId: string;
  url: string | null;
  title: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  language: string | null;
  firstSeenAt: Date;
  withdrawnAt: Date | null;
  revision: number | bigint;
  storyId: number | bigint | null;
  sourcePublisher: string | null;
  sourceUrl: string | null;
  /** What `rows.gathered` gives. */
  countries: unknown;
}

/** Articles by one statement past Prisma's own rows, which cost more than they do in the database: a briefing looks at hundreds. */
export function readHeads<Row extends HeadRow>(
  { client, rows }: Reading,
  { where, more = [] }: { where: Prisma.Sql; more?: readonly Prisma.Sql[] },
): Promise<Row[]> {
  const own = OWN.map((name) => Prisma.raw(`a."${name}"`));
  const countries = Prisma.sql`SELECT "code" FROM "ArticleCountry" WHERE "articleId" = a."id" ORDER BY "code"`;
  return client.$queryRaw<Row[]>`
    SELECT ${Prisma.join([...own, ...more])}, s."publisher" AS "sourcePublisher", s."url" AS "sourceUrl",
      ${rows.gathered(["code"], countries)} AS "countries"
    FROM "Article" a LEFT JOIN "Source" s ON s."id" = a."sourceId" WHERE ${where} ORDER BY a."id"`;
}

export function toHead(row: HeadRow, outlets: ReadonlyMap<string, string>): ArticleHead {
  const outlet = row.url === null || outlets.size === 0 ? undefined : outlets.get(siteOf(row.url));
  const source = row.sourceUrl === null ? null : { publisher: row.sourcePublisher, url: row.sourceUrl };
  return {
    ...(outlet === undefined ? {} : { outlet }),
    id: row.externalId,
    url: row.url,
    title: row.title,
    publisher: shownPublisher({ url: row.url, publisher: row.publisher, source }),
    author: row.author,
    publishedAt: row.publishedAt,
    language: row.language,
    firstSeenAt: row.firstSeenAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    revision: Number(row.revision),
    countries: readGathered<{ code: string }>(row.countries).map(({ code }) => code),
    storyId: row.storyId === null ? null : idOf("story", Number(row.storyId)),
  };
}
