import { mustHave } from "../../../domain/errors.ts";
import type { MeetingKind, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import type {
  KnownMeeting,
  MeetingReport,
  MeetingWriter,
  MergedMeeting,
  ReportParticipant,
  StoredReport,
} from "../../../domain/evidence/meeting-store.ts";
import { keyOf } from "../articles/keys.ts";
import type { Prisma as Types } from "../generated/client.ts";
import { insertion, type TableColumns } from "../insertion.ts";
import { rangesToJson, readParticipants, readRanges, readStrings } from "../json-columns.ts";
import { jsonIn, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";
import { dateOf } from "./date-of.ts";
import { createNearMeetings } from "./near-meetings.ts";

/** So many of the first reports of a meeting, and of the newest, say what it was: what a thousand papers tell, fifty do. */
const DECISIVE = 50;

export function createMeetingWriter(turn: WorkspaceTurn): MeetingWriter {
  const { transaction, workspaceId, pending, keys } = turn;
  const near = createNearMeetings(turn);
  const waiting = createWaitingReports(turn);
  return {
    near: near.near,
    readAhead: near.readAhead,
    async create(meeting) {
      const key = mustHave((await keys.take("Meeting", 1))[0], "key of a meeting");
      const data = { id: key, workspaceId, gathering: meeting.gathering, ...mergedColumns(meeting) };
      pending.insert(MEETINGS, [data]);
      pending.name(`Meeting ${key}`);
      addParticipants(turn, key, meeting.participants);
      near.note(key, meeting);
      return key;
    },
    async byId(id) {
      const key = keyOf("meeting", id);
      const row =
        key === null ? null : await transaction.meeting.findFirst({ where: { workspaceId, id: key }, include: KNOWN_MEETING });
      return row === null ? null : toKnown(row);
    },
    async addReport(meetingKey, articleKey, report) {
      const key = report.key ?? mustHave((await keys.take("MeetingReport", 1))[0], "key of a report");
      const row = reportRow({ key, meetingKey, articleKey }, report);
      pending.insert(REPORTS, [row]);
      waiting.add(row, { ...report, key, articleKey });
      near.noteReport(meetingKey, report.filedOn);
      return key;
    },
    async setPartOf(reportKey, wholeKey) {
      const row = waiting.rowOf(reportKey);
      if (row !== null) row.partOfKey = wholeKey;
      else
        await transaction.meetingReport.update({ where: { id: reportKey }, data: { partOfKey: wholeKey }, select: { id: true } });
    },
    async reportsOf(meetingKey) {
      const rows = await transaction.meetingReport.findMany({
        where: { meetingId: meetingKey },
        orderBy: [{ filedOn: "asc" }, { id: "asc" }],
      });
      return rows.map(toStored);
    },
    decisiveReports: (meetingKey) => decisiveReports(turn, waiting.of(meetingKey), meetingKey),
    async moveReports(reportKeys, meetingKey) {
      near.forget();
      await transaction.meetingReport.updateMany({ where: { id: { in: reportKeys } }, data: { meetingId: meetingKey } });
    },
    async update(meetingKey, meeting) {
      await pending.change(`Meeting ${meetingKey}`, changesOf(turn, meetingKey, meeting));
      near.note(meetingKey, meeting);
    },
    async removeUnreported(meetingKeys) {
      if (meetingKeys.length === 0) return [];
      near.forget();
      const gone = await transaction.$queryRaw<{ id: number | bigint }[]>`
        DELETE FROM "Meeting" WHERE "id" IN (${Prisma.join(meetingKeys)})
          AND NOT EXISTS (SELECT 1 FROM "MeetingReport" r WHERE r."meetingId" = "Meeting"."id") RETURNING "id"`;
      const removed = new Set(gone.map((row) => Number(row.id)));
      return meetingKeys.filter((key) => !removed.has(key));
    },
    async remove(meetingKey) {
      near.forget();
      await transaction.meeting.deleteMany({ where: { id: meetingKey } });
    },
  };
}

const MERGED_COLUMNS = {
  kind: "text",
  title: "text",
  dateStart: "text",
  dateEnd: "text",
  datePrecision: "text",
  place: "text",
  topics: "json",
  status: "text",
} as const;

const MEETINGS = {
  table: "Meeting",
  columns: { id: "number", workspaceId: "text", gathering: "text", ...MERGED_COLUMNS },
} as const;

/** What a change of a meeting sets, out of "given". */
const CHANGED = Prisma.join(
  Object.entries({ gathering: "text", ...MERGED_COLUMNS }).map(
    ([name, kind]) => Prisma.sql`${Prisma.raw(`"${name}"`)} = ${kind === "json" ? jsonIn(name) : textIn(name)}`,
  ),
);

const REPORTS = {
  table: "MeetingReport",
  columns: {
    id: "number",
    meetingId: "number",
    articleId: "number",
    filedOn: "text",
    ...MERGED_COLUMNS,
    participants: "json",
    evidence: "json",
    partOfKey: "number",
    partOfName: "text",
  },
} as const;

type ReportRow = { -readonly [Name in keyof typeof REPORTS.columns]: unknown };

function reportRow(
  { key, meetingKey, articleKey }: { key: number; meetingKey: number; articleKey: number },
  report: MeetingReport,
): ReportRow {
  return {
    id: key,
    meetingId: meetingKey,
    articleId: articleKey,
    filedOn: report.filedOn,
    ...mergedColumns(report),
    participants: plainParticipants(report.participants),
    evidence: rangesToJson(report.evidence),
    partOfKey: null,
    partOfName: report.partOfName ?? null,
  };
}

/** Reports that wait to be written. */
function createWaitingReports({ pending }: WorkspaceTurn) {
  const waiting = new Map<number, { row: ReportRow; report: StoredReport }>();
  pending.onWritten(() => waiting.clear());
  return {
    add: (row: ReportRow, report: StoredReport) => void waiting.set(report.key, { row, report }),
    rowOf: (reportKey: number) => waiting.get(reportKey)?.row ?? null,
    of: (meetingKey: number) => [...waiting.values()].flatMap(({ row, report }) => (row.meetingId === meetingKey ? report : [])),
  };
}

/** Those that are stored and those that wait, without writing them for that. */
async function decisiveReports(turn: WorkspaceTurn, waiting: StoredReport[], meetingKey: number): Promise<StoredReport[]> {
  const { transaction, direct } = turn;
  const rows = await direct.query<RawReport>(Prisma.sql`
    SELECT * FROM "MeetingReport" WHERE "meetingId" = ${meetingKey} ORDER BY "filedOn", "id" LIMIT ${DECISIVE}`);
  if (rows.length + waiting.length < DECISIVE) {
    const all = [...rows.map((row) => toStored(parsedReport(row))), ...waiting];
    return all.sort((a, b) => (a.filedOn === b.filedOn ? a.key - b.key : a.filedOn < b.filedOn ? -1 : 1));
  }
  const some = { where: { meetingId: meetingKey }, take: DECISIVE };
  const first = await transaction.meetingReport.findMany({ ...some, orderBy: [{ filedOn: "asc" }, { id: "asc" }] });
  const newest = await transaction.meetingReport.findMany({ ...some, orderBy: [{ filedOn: "desc" }, { id: "desc" }] });
  return [...new Map([...first, ...newest.reverse()].map((row) => [row.id, row])).values()].map(toStored);
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

const PARTICIPANTS: TableColumns<{
  meetingId: number;
  name: string;
  kind: string;
  personId: number | null;
  country: string | null;
}> = {
  table: "MeetingParticipant",
  columns: { meetingId: "number", name: "text", kind: "text", personId: "number", country: "text" },
};

function addParticipants({ pending }: WorkspaceTurn, meetingId: number, participants: ReportParticipant[]): void {
  pending.insert(PARTICIPANTS, participantRows(meetingId, participants));
}

/** What makes the row of a meeting what all its reports together have it. */
function changesOf({ rows }: WorkspaceTurn, id: number, meeting: MergedMeeting): Prisma.Sql[] {
  const given = toJsonRows([{ id, gathering: meeting.gathering, ...mergedColumns(meeting) }]);
  return [
    Prisma.sql`UPDATE "Meeting" SET ${CHANGED} FROM ${rows.table(given)} AS "given" WHERE "Meeting"."id" = ${numberIn("id")}`,
    Prisma.sql`DELETE FROM "MeetingParticipant" WHERE "meetingId" = ${id}`,
    insertion(rows, PARTICIPANTS, participantRows(id, meeting.participants)),
  ];
}

function participantRows(meetingId: number, participants: ReportParticipant[]) {
  return participants.map(({ name, kind, personKey, country }) => ({ meetingId, name, kind, personId: personKey, country }));
}

const KNOWN_MEETING = {
  participants: { orderBy: { id: "asc" } },
  reports: { select: { filedOn: true }, orderBy: [{ filedOn: "asc" }, { id: "asc" }], take: 1 },
} satisfies Types.MeetingInclude;

function toKnown(row: Types.MeetingGetPayload<{ include: typeof KNOWN_MEETING }>): KnownMeeting {
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

type ReadReport = Awaited<ReturnType<Transaction["meetingReport"]["findMany"]>>[number];

/** As a statement gives it: JSON may be text. */
type RawReport = ReadReport & Record<"topics" | "participants" | "evidence", unknown>;

function parsedReport(row: RawReport): ReadReport {
  const parsed = (value: unknown) => (typeof value === "string" ? JSON.parse(value) : value);
  return { ...row, topics: parsed(row.topics), participants: parsed(row.participants), evidence: parsed(row.evidence) };
}

export function toStored(row: ReadReport): StoredReport {
  return { ...toReport(row), key: row.id, articleKey: row.articleId };
}

function toReport(row: ReadReport): MeetingReport {
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
