import type {
  KnownMeeting,
  MeetingReport,
  MeetingWriter,
  MergedMeeting,
  ReportParticipant,
  StoredReport,
} from "../../../domain/evidence/evidence-store.ts";
import type { DatePrecision, DateSpan, MeetingKind, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import { keyOf } from "../articles/keys.ts";
import { Prisma } from "../generated/client.ts";
import { rangesToJson, readParticipants, readRanges, readStrings } from "../json-columns.ts";
import type { Transaction } from "../transaction.ts";

const MAX_CANDIDATES = 100;
/** Nothing bounds the search for meetings without a date but that the newest are looked through. */
const MAX_UNDATED = 300;
/** So many of the first reports of a meeting, and of the newest, say what it was: what a thousand papers tell, fifty do. */
const DECISIVE = 50;

export function createMeetingWriter(transaction: Transaction, workspaceId: string): MeetingWriter {
  return {
    near: (query) => near(transaction, workspaceId, query),
    async create(meeting) {
      const data = { workspaceId, gathering: meeting.gathering, ...mergedColumns(meeting) };
      const row = await transaction.meeting.create({ data, select: { id: true } });
      await setParticipants(transaction, row.id, meeting.participants);
      return row.id;
    },
    async byId(id) {
      const key = keyOf("meeting", id);
      const row =
        key === null ? null : await transaction.meeting.findFirst({ where: { workspaceId, id: key }, include: KNOWN_MEETING });
      return row === null ? null : toKnown(row);
    },
    async addReport(meetingKey, articleKey, report) {
      const id = report.key === undefined ? {} : { id: report.key };
      const data = { ...id, meetingId: meetingKey, articleId: articleKey, filedOn: report.filedOn, ...mergedColumns(report) };
      const participants = plainParticipants(report.participants);
      const part = { partOfName: report.partOfName ?? null };
      const row = await transaction.meetingReport.create({
        data: { ...data, ...part, participants, evidence: rangesToJson(report.evidence) },
        select: { id: true },
      });
      return row.id;
    },
    async setPartOf(reportKey, wholeKey) {
      const data = { partOfKey: wholeKey };
      await transaction.meetingReport.update({ where: { id: reportKey }, data, select: { id: true } });
    },
    async reportsOf(meetingKey) {
      const rows = await transaction.meetingReport.findMany({
        where: { meetingId: meetingKey },
        orderBy: [{ filedOn: "asc" }, { id: "asc" }],
      });
      return rows.map(toStored);
    },
    async decisiveReports(meetingKey) {
      const some = { where: { meetingId: meetingKey }, take: DECISIVE };
      const first = await transaction.meetingReport.findMany({ ...some, orderBy: [{ filedOn: "asc" }, { id: "asc" }] });
      if (first.length < DECISIVE) return first.map(toStored);
      const newest = await transaction.meetingReport.findMany({ ...some, orderBy: [{ filedOn: "desc" }, { id: "desc" }] });
      return [...new Map([...first, ...newest.reverse()].map((row) => [row.id, row])).values()].map(toStored);
    },
    async moveReports(reportKeys, meetingKey) {
      await transaction.meetingReport.updateMany({ where: { id: { in: reportKeys } }, data: { meetingId: meetingKey } });
    },
    async update(meetingKey, meeting) {
      const data = { gathering: meeting.gathering, ...mergedColumns(meeting) };
      await transaction.meeting.update({ where: { id: meetingKey }, data, select: { id: true } });
      await transaction.meetingParticipant.deleteMany({ where: { meetingId: meetingKey } });
      await setParticipants(transaction, meetingKey, meeting.participants);
    },
    async removeUnreported(meetingKeys) {
      if (meetingKeys.length === 0) return [];
      const gone = await transaction.$queryRaw<{ id: number | bigint }[]>`
        DELETE FROM "Meeting" WHERE "id" IN (${Prisma.join(meetingKeys)})
          AND NOT EXISTS (SELECT 1 FROM "MeetingReport" r WHERE r."meetingId" = "Meeting"."id") RETURNING "id"`;
      const removed = new Set(gone.map((row) => Number(row.id)));
      return meetingKeys.filter((key) => !removed.has(key));
    },
    async remove(meetingKey) {
      await transaction.meeting.deleteMany({ where: { id: meetingKey } });
    },
  };
}

function mergedColumns(meeting: Omit<MergedMeeting, "gathering" | "participants">) {
  return {
    kind: meeting.kind,
    title: meeting.title,
    dateStart: meeting.date?.start ?? null,
    dateEnd: meeting.date?.end ?? null,
    datePrecision: meeting.date?.precision ?? null,
    place: meeting.place,
    topics: meeting.topics,
    status: meeting.status,
  };
}

/** As the column of a report keeps them. */
export function plainParticipants(participants: ReportParticipant[]) {
  return participants.map(({ name, kind, personKey, country }) => ({ name, kind, personKey, country }));
}

async function setParticipants(transaction: Transaction, meetingId: number, participants: ReportParticipant[]): Promise<void> {
  if (participants.length === 0) return;
  const data = participants.map(({ name, kind, personKey, country }) => ({
    meetingId,
    name,
    kind,
    personId: personKey,
    country,
  }));
  await transaction.meetingParticipant.createMany({ data });
}

async function near(
  transaction: Transaction,
  workspaceId: string,
  query: Parameters<MeetingWriter["near"]>[0],
): Promise<KnownMeeting[]> {
  const shares: Prisma.MeetingParticipantWhereInput[] = [];
  if (query.personKeys.length > 0) shares.push({ personId: { in: query.personKeys } });
  if (query.countries.length > 0) shares.push({ country: { in: query.countries } });
  if (query.gatherings) shares.push({ kind: "organisation" });
  if (shares.length === 0) return [];
  const shared = { participants: { some: { OR: shares } } };
  const found = {
    include: KNOWN_MEETING,
    orderBy: { id: "desc" },
    take: MAX_CANDIDATES,
  } satisfies Omit<Prisma.MeetingFindManyArgs, "where">;
  // No date is longer than a year, so the index on the first day bounds the search on both sides.
  const dates = { dateStart: { gte: query.earliestStart, lte: query.to }, dateEnd: { gte: query.from } };
  const dated = await transaction.meeting.findMany({ where: { workspaceId, ...shared, ...dates }, ...found });
  const newest = await transaction.meeting.findMany({
    where: { workspaceId, dateStart: null },
    select: { id: true },
    orderBy: { id: "desc" },
    take: MAX_UNDATED,
  });
  const id = { in: newest.map((row) => row.id) };
  const undated = newest.length === 0 ? [] : await transaction.meeting.findMany({ where: { id, ...shared }, ...found });
  const rows = [...dated, ...undated];
  return rows.map(toKnown);
}

const KNOWN_MEETING = {
  participants: { orderBy: { id: "asc" } },
  reports: { select: { filedOn: true }, orderBy: [{ filedOn: "asc" }, { id: "asc" }], take: 1 },
} satisfies Prisma.MeetingInclude;

function toKnown(row: Prisma.MeetingGetPayload<{ include: typeof KNOWN_MEETING }>): KnownMeeting {
  return {
    key: row.id,
    kind: row.kind as MeetingKind,
    date: dateOf(row),
    place: row.place,
    status: row.status as MeetingStatus,
    participants: row.participants.map((each) => ({
      name: each.name,
      kind: each.kind as ReportParticipant["kind"],
      personKey: each.personId,
      country: each.country,
    })),
    filedOn: row.reports[0]?.filedOn ?? "",
  };
}

type DateColumns = { dateStart: string | null; dateEnd: string | null; datePrecision: string | null };

export function dateOf(row: DateColumns): DateSpan | null {
  if (row.dateStart === null || row.dateEnd === null) return null;
  return { start: row.dateStart, end: row.dateEnd, precision: row.datePrecision as DatePrecision };
}

type ReportRow = Awaited<ReturnType<Transaction["meetingReport"]["findMany"]>>[number];

export function toStored(row: ReportRow): StoredReport {
  return { ...toReport(row), key: row.id, articleKey: row.articleId };
}

function toReport(row: ReportRow): MeetingReport {
  return {
    kind: row.kind as MeetingKind,
    title: row.title,
    date: dateOf(row),
    place: row.place,
    participants: readParticipants(row.participants),
    topics: readStrings(row.topics),
    status: row.status as MeetingStatus,
    evidence: readRanges(row.evidence),
    filedOn: row.filedOn,
  };
}
