import type { MeetingKind, MeetingStatus, ParticipantKind } from "../../domain/extraction.ts";
import type { MeetingQuery, MeetingReader } from "../../domain/readers.ts";
import type { Citation, MeetingRecord } from "../../domain/records.ts";
import { articleKeys } from "./article-keys.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { readRanges, readStrings } from "./json-columns.ts";
import { idOf, keyOf } from "./keys.ts";
import { dateOf } from "./meeting-writer.ts";

const INCLUDE = {
  participants: { include: { person: { select: { name: true, country: true } } }, orderBy: { id: "asc" } },
  reports: {
    select: {
      evidence: true,
      dateStart: true,
      dateEnd: true,
      datePrecision: true,
      article: { select: { id: true, externalId: true } },
    },
    orderBy: [{ filedOn: "desc" }, { id: "desc" }],
  },
} satisfies Prisma.MeetingInclude;

type MeetingRow = Prisma.MeetingGetPayload<{ include: typeof INCLUDE }>;

export function createMeetingReader(client: PrismaClient): MeetingReader {
  return {
    async find(workspaceId, query) {
      const articles = query.articleIds === undefined ? null : await articleKeys(client, workspaceId, query.articleIds);
      if (articles?.length === 0) return [];
      const keys = await client.$queryRaw<{ id: number | bigint }[]>(keysSql(workspaceId, { ...query, articles }));
      const rows = await client.meeting.findMany({ where: { id: { in: keys.map((row) => Number(row.id)) } }, include: INCLUDE });
      const byKey = new Map(rows.map((row) => [row.id, row]));
      const ordered = keys.flatMap((row) => byKey.get(Number(row.id)) ?? []);
      const texts = await textsOf(client, ordered);
      return ordered.map((row) => toMeeting(row, texts));
    },
  };
}

function keysSql(workspaceId: string, query: MeetingQuery & { articles: number[] | null }): Prisma.Sql {
  const conditions = [Prisma.sql`m."workspaceId" = ${workspaceId}`];
  for (const code of query.allCountries ?? []) conditions.push(Prisma.sql`m."id" IN (${ofCountry(workspaceId, code)})`);
  if (query.personId !== undefined) {
    conditions.push(
      Prisma.sql`m."id" IN (SELECT "meetingId" FROM "MeetingParticipant" WHERE "personId" = ${keyOf("person", query.personId) ?? -1})`,
    );
  }
  if (query.articles !== null) {
    conditions.push(
      Prisma.sql`m."id" IN (SELECT "meetingId" FROM "MeetingReport" WHERE "articleId" IN (${Prisma.join(query.articles)}))`,
    );
  }
  if (query.from !== undefined) conditions.push(Prisma.sql`m."dateEnd" >= ${query.from}`);
  if (query.to !== undefined) conditions.push(Prisma.sql`m."dateStart" <= ${query.to}`);
  return Prisma.sql`
    SELECT m."id" FROM "Meeting" m WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY m."dateStart" IS NULL, m."dateStart" DESC, m."id" DESC LIMIT ${query.limit} OFFSET ${query.offset}`;
}

/** A country takes part by name, or through a person who holds its offices. */
function ofCountry(workspaceId: string, code: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "meetingId" FROM "MeetingParticipant" WHERE "country" = ${code}
    UNION SELECT p."meetingId" FROM "Person" h JOIN "MeetingParticipant" p ON p."personId" = h."id" WHERE h."workspaceId" = ${workspaceId} AND h."country" = ${code}`;
}

/** The texts that evidence is cut from, each article once. */
async function textsOf(client: PrismaClient, rows: MeetingRow[]): Promise<Map<number, string>> {
  const keys = new Set(rows.flatMap((row) => row.reports.map((report) => report.article.id)));
  const articles = await client.article.findMany({ where: { id: { in: [...keys] } }, select: { id: true, text: true } });
  return new Map(articles.map((article) => [article.id, article.text]));
}

function toMeeting(row: MeetingRow, texts: Map<number, string>): MeetingRecord {
  return {
    id: idOf("meeting", row.id),
    kind: row.kind as MeetingKind,
    title: row.title,
    date: dateOf(row),
    place: row.place,
    participants: row.participants.map((each) => ({ name: each.person?.name ?? each.name, kind: each.kind as ParticipantKind })),
    topics: readStrings(row.topics),
    status: row.status as MeetingStatus,
    evidence: row.reports.flatMap((report) => citations(report, texts)),
    articleIds: [...new Set(row.reports.map((report) => report.article.externalId))],
    countries: [...new Set(row.participants.flatMap((each) => each.country ?? each.person?.country ?? []))],
    reportedDates: row.reports.flatMap((report) => {
      const date = dateOf(report);
      return date === null ? [] : [{ articleId: report.article.externalId, date }];
    }),
  };
}

function citations(report: MeetingRow["reports"][number], texts: Map<number, string>): Citation[] {
  const text = texts.get(report.article.id) ?? "";
  return readRanges(report.evidence).map(({ start, end }) => ({
    articleId: report.article.externalId,
    start,
    end,
    text: text.slice(start, end),
  }));
}
