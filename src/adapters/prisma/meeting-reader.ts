import type { MeetingKind, MeetingStatus, ParticipantKind } from "../../domain/extraction.ts";
import type { MeetingReader } from "../../domain/readers.ts";
import type { Citation, MeetingRecord } from "../../domain/records.ts";
import { articleKeys } from "./article-keys.ts";
import { findMeetingKeys } from "./find-meeting-keys.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { readRanges, readStrings } from "./json-columns.ts";
import { idOf } from "./keys.ts";
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
      const keys = await findMeetingKeys(client, { workspaceId, query, articles });
      if (keys.length === 0) return [];
      const rows = await client.meeting.findMany({ where: { id: { in: keys } }, include: INCLUDE });
      const byKey = new Map(rows.map((row) => [row.id, row]));
      const ordered = keys.flatMap((key) => byKey.get(key) ?? []);
      const texts = await textsOf(client, ordered);
      return ordered.map((row) => toMeeting(row, texts));
    },
  };
}

/** The texts that evidence is cut from, each article once. */
async function textsOf(client: PrismaClient, rows: MeetingRow[]): Promise<Map<number, string>> {
  const keys = new Set(rows.flatMap((row) => row.reports.map((report) => report.article.id)));
  if (keys.size === 0) return new Map();
  const articles = await client.$queryRaw<{ id: number | bigint; text: string }[]>`
    SELECT "id", "text" FROM "Article" WHERE "id" IN (${Prisma.join([...keys])})`;
  return new Map(articles.map((article) => [Number(article.id), article.text]));
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
