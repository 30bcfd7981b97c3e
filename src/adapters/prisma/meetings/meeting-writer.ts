import { mustHave } from "../../../domain/errors.ts";
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
import { insertRows, insertRowsForKeys, type TableColumns } from "../insert-rows.ts";
import { rangesToJson, readParticipants, readRanges, readStrings } from "../json-columns.ts";
import type { JsonRows } from "../json-rows.ts";
import type { Transaction } from "../transaction.ts";

const MAX_CANDIDATES = 100;
/** Nothing bounds the search for meetings without a date but that the newest are looked through. */
const MAX_UNDATED = 300;
/** So many of the first reports of a meeting, and of the newest, say what it was: what a thousand papers tell, fifty do. */
const DECISIVE = 50;

interface Place {
  transaction: Transaction;
  workspaceId: string;
  rows: JsonRows;
}

export function createMeetingWriter(place: Place): MeetingWriter {
  const { transaction, workspaceId } = place;
  return {
    near: (query) => near(place, query),
    async create(meeting) {
      const data = { workspaceId, gathering: meeting.gathering, ...mergedColumns(meeting) };
      const [key] = await insertRowsForKeys(place, MEETINGS, [data]);
      const meetingKey = mustHave(key, "row of a meeting that was just added");
      await setParticipants(place, meetingKey, meeting.participants);
      return meetingKey;
    },
    async byId(id) {
      const key = keyOf("meeting", id);
      const row =
        key === null ? null : await transaction.meeting.findFirst({ where: { workspaceId, id: key }, include: KNOWN_MEETING });
      return row === null ? null : toKnown(row);
    },
    async addReport(meetingKey, articleKey, report) {
      const row = {
        meetingId: meetingKey,
        articleId: articleKey,
        filedOn: report.filedOn,
        ...mergedColumns(report),
        participants: plainParticipants(report.participants),
        evidence: rangesToJson(report.evidence),
        partOfName: report.partOfName ?? null,
      };
      const [key] =
        report.key === undefined
          ? await insertRowsForKeys(place, REPORTS, [row])
          : await insertRowsForKeys(place, KEPT_REPORTS, [{ id: report.key, ...row }]);
      return mustHave(key, "row of a report that was just added");
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
      await setParticipants(place, meetingKey, meeting.participants);
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
  columns: { workspaceId: "text", gathering: "text", ...MERGED_COLUMNS },
} as const;

const REPORTS = {
  table: "MeetingReport",
  columns: {
    meetingId: "number",
    articleId: "number",
    filedOn: "text",
    ...MERGED_COLUMNS,
    participants: "json",
    evidence: "json",
    partOfName: "text",
  },
} as const;

/** Of a report that another reading of the article kept, with its key. */
const KEPT_REPORTS = { table: REPORTS.table, columns: { id: "number", ...REPORTS.columns } } as const;

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

async function setParticipants(place: Place, meetingId: number, participants: ReportParticipant[]): Promise<void> {
  const data = participants.map(({ name, kind, personKey, country }) => ({
    meetingId,
    name,
    kind,
    personId: personKey,
    country,
  }));
  await insertRows(place, PARTICIPANTS, data);
}

interface NearRow extends DateColumns {
  id: number | bigint;
  kind: string;
  place: string | null;
  status: string;
  filedOn: string | null;
  participant: string | null;
  participantKind: string | null;
  personId: number | bigint | null;
  country: string | null;
}

/** One statement, since every meeting asks: the meetings, and a row for each of their participants. */
async function near(
  { transaction, workspaceId, rows }: Place,
  query: Parameters<MeetingWriter["near"]>[0],
): Promise<KnownMeeting[]> {
  const shares: Prisma.Sql[] = [];
  if (query.personKeys.length > 0) shares.push(Prisma.sql`p."personId" IN ${rows.list(query.personKeys)}`);
  if (query.countries.length > 0) shares.push(Prisma.sql`p."country" IN ${rows.list(query.countries)}`);
  if (query.gatherings) shares.push(Prisma.sql`p."kind" = 'organisation'`);
  if (shares.length === 0) return [];
  const shared = Prisma.sql`EXISTS (SELECT 1 FROM "MeetingParticipant" p WHERE p."meetingId" = m."id" AND (${Prisma.join(shares, " OR ")}))`;
  // No date is longer than a year, so the index on the first day bounds the search on both sides.
  const found = await transaction.$queryRaw<NearRow[]>`
    SELECT m."id", m."kind", m."dateStart", m."dateEnd", m."datePrecision", m."place", m."status",
      (SELECT min(r."filedOn") FROM "MeetingReport" r WHERE r."meetingId" = m."id") AS "filedOn",
      p."name" AS "participant", p."kind" AS "participantKind", p."personId", p."country"
    FROM (
      SELECT * FROM (
        SELECT m."id" FROM "Meeting" m WHERE m."workspaceId" = ${workspaceId}
          AND m."dateStart" >= ${query.earliestStart} AND m."dateStart" <= ${query.to} AND m."dateEnd" >= ${query.from} AND ${shared}
        ORDER BY m."id" DESC LIMIT ${MAX_CANDIDATES}
      ) AS "dated" UNION ALL SELECT * FROM (
        SELECT m."id" FROM (
          SELECT "id" FROM "Meeting" WHERE "workspaceId" = ${workspaceId} AND "dateStart" IS NULL ORDER BY "id" DESC LIMIT ${MAX_UNDATED}
        ) AS m WHERE ${shared} ORDER BY m."id" DESC LIMIT ${MAX_CANDIDATES}
      ) AS "undated"
    ) AS c JOIN "Meeting" m ON m."id" = c."id" LEFT JOIN "MeetingParticipant" p ON p."meetingId" = m."id"
    ORDER BY m."dateStart" IS NULL, m."id" DESC, p."id"`;
  return toMeetings(found);
}

/** Rows of one meeting come one behind the other. */
function toMeetings(found: NearRow[]): KnownMeeting[] {
  const meetings: KnownMeeting[] = [];
  for (const row of found) {
    const key = Number(row.id);
    let meeting = meetings.at(-1);
    if (meeting?.key !== key) {
      const [kind, status] = [row.kind as MeetingKind, row.status as MeetingStatus];
      meeting = { key, kind, date: dateOf(row), place: row.place, status, participants: [], filedOn: row.filedOn ?? "" };
      meetings.push(meeting);
    }
    if (row.participant === null) continue;
    const personKey = row.personId === null ? null : Number(row.personId);
    const kind = row.participantKind as ReportParticipant["kind"];
    meeting.participants.push({ name: row.participant, kind, personKey, country: row.country });
  }
  return meetings;
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
