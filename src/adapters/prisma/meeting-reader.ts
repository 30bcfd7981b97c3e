import type { MeetingKind, MeetingStatus, ParticipantKind } from "../../domain/extraction.ts";
import type { MeetingQuery, MeetingReader } from "../../domain/readers.ts";
import type { Citation, MeetingRecord } from "../../domain/records.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { readRanges, readStrings } from "./json-columns.ts";
import { idOf, keyOf } from "./keys.ts";
import { dateOf } from "./meeting-writer.ts";

const INCLUDE = {
  participants: { include: { person: { select: { name: true } } }, orderBy: { id: "asc" } },
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
      const rows = await client.meeting.findMany({
        where: whereOf(workspaceId, query),
        include: INCLUDE,
        orderBy: [{ dateStart: { sort: "desc", nulls: "last" } }, { id: "desc" }],
        take: query.limit,
        skip: query.offset,
      });
      const texts = await textsOf(client, rows);
      return rows.map((row) => toMeeting(row, texts));
    },
  };
}

function whereOf(workspaceId: string, query: MeetingQuery): Prisma.MeetingWhereInput {
  const conditions: Prisma.MeetingWhereInput[] = [];
  for (const code of query.allCountries ?? []) conditions.push({ participants: { some: countryCondition(code) } });
  if (query.personId !== undefined)
    conditions.push({ participants: { some: { personId: keyOf("person", query.personId) ?? -1 } } });
  if (query.articleIds !== undefined) {
    conditions.push({ reports: { some: { article: { workspaceId, externalId: { in: query.articleIds } } } } });
  }
  if (query.from !== undefined) conditions.push({ dateEnd: { gte: query.from } });
  if (query.to !== undefined) conditions.push({ dateStart: { lte: query.to } });
  return { workspaceId, AND: conditions };
}

/** A country takes part by name, or through a person who is known to hold an office of it. */
function countryCondition(code: string): Prisma.MeetingParticipantWhereInput {
  return { OR: [{ country: code }, { person: { roles: { some: { country: code } } } }] };
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
