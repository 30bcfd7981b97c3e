import type { MeetingKind, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import type { KnownMeeting, MergedMeeting, NearQuery, ReportParticipant } from "../../../domain/evidence/meeting-store.ts";
import { Prisma } from "../sql.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";
import { type DateColumns, dateOf } from "./date-of.ts";

const MAX_CANDIDATES = 100;
/** Nothing bounds the search for meetings without a date but that the newest are looked through. */
const MAX_UNDATED = 300;

export interface NearMeetings {
  near(query: NearQuery): Promise<KnownMeeting[]>;
  readAhead(queries: NearQuery[]): Promise<void>;
  /** That a meeting is like this now, written or not. */
  note(key: number, meeting: MergedMeeting): void;
  /** That a report of it was filed on a day. */
  noteReport(key: number, filedOn: string): void;
  /** What was read is no longer so. */
  forget(): void;
}

/** The meetings that a report may be of, read together for all reports of an article: with what the article's earlier reports made of them. */
export function createNearMeetings(turn: WorkspaceTurn): NearMeetings {
  const ahead = new Map<string, KnownMeeting[]>();
  const known = new Map<number, KnownMeeting>();
  const changed = new Map<number, KnownMeeting>();
  let isWaiting = false;
  turn.pending.onWritten(() => {
    isWaiting = false;
  });
  const forget = () => {
    ahead.clear();
    known.clear();
    changed.clear();
  };
  const readAhead = async (queries: NearQuery[]) => {
    if (isWaiting) await turn.pending.write();
    forget();
    const found = await read(turn, queries);
    for (const [at, query] of queries.entries()) ahead.set(JSON.stringify(query), found[at] ?? []);
    for (const meeting of found.flat()) known.set(meeting.key, meeting);
  };
  return {
    readAhead,
    async near(query) {
      if (!ahead.has(JSON.stringify(query))) {
        await turn.pending.write();
        await readAhead([query]);
      }
      const found = ahead.get(JSON.stringify(query)) ?? [];
      if (changed.size === 0) return found;
      const fresh = [...changed.values()].filter((meeting) => fits(meeting, query, turn.homes));
      return [...found.filter(({ key }) => !changed.has(key)), ...fresh].sort(byOrder);
    },
    note(key, { kind, date, place, status, participants }) {
      isWaiting = true;
      const { filedOn = "" } = changed.get(key) ?? known.get(key) ?? {};
      changed.set(key, { key, kind, date, place, status, participants, filedOn });
    },
    noteReport(key, filedOn) {
      isWaiting = true;
      const meeting = changed.get(key) ?? known.get(key);
      if (meeting === undefined) return forget();
      const first = meeting.filedOn === "" || filedOn < meeting.filedOn ? filedOn : meeting.filedOn;
      changed.set(key, { ...meeting, filedOn: first });
    },
    forget,
  };
}

/** As the statement below asks. */
function fits({ date, participants }: KnownMeeting, query: NearQuery, homes: WorkspaceTurn["homes"]): boolean {
  if (date !== null && !(date.start >= query.earliestStart && date.start <= query.to && date.end >= query.from)) return false;
  return participants.some(
    ({ kind, personKey, country }) =>
      (personKey !== null && query.personKeys.includes(personKey)) ||
      (country !== null && query.countries.includes(country)) ||
      (query.areStates && query.countries.includes(homes.get(personKey ?? -1) ?? "")) ||
      (query.gatherings && kind === "organisation"),
  );
}

function byOrder(a: KnownMeeting, b: KnownMeeting): number {
  return Number(a.date === null) - Number(b.date === null) || b.key - a.key;
}

interface NearRow extends DateColumns {
  query: number;
  id: number;
  kind: string;
  place: string | null;
  status: string;
  filedOn: string | null;
  participant: string | null;
  participantKind: string | null;
  personId: number | null;
  /** Of the country for which the person acts. */
  home: string | null;
  country: string | null;
}

/** One statement, since every meeting asks: for each query its meetings, and a row for each of their participants. */
async function read(turn: WorkspaceTurn, queries: NearQuery[]): Promise<KnownMeeting[][]> {
  const parts = queries.flatMap((query, at) => {
    const keys = keysOf(turn, query);
    return keys === null ? [] : [Prisma.sql`SELECT ${Prisma.raw(String(at))} AS "query", c."id" FROM (${keys}) AS c`];
  });
  if (parts.length === 0) return queries.map(() => []);
  const found = await turn.direct.query<NearRow>(Prisma.sql`
    SELECT c."query", m."id", m."kind", m."dateStart", m."dateEnd", m."datePrecision", m."place", m."status",
      (SELECT min(r."filedOn") FROM "MeetingReport" r WHERE r."meetingId" = m."id") AS "filedOn",
      p."name" AS "participant", p."kind" AS "participantKind", p."personId", p."country", h."country" AS "home"
    FROM (${Prisma.join(parts, " UNION ALL ")}) AS c JOIN "Meeting" m ON m."id" = c."id"
    LEFT JOIN "MeetingParticipant" p ON p."meetingId" = m."id" LEFT JOIN "Person" h ON h."id" = p."personId"
    ORDER BY c."query", m."dateStart" IS NULL, m."id" DESC, p."id"`);
  for (const { personId, home } of found) if (personId !== null) turn.homes.set(personId, home);
  return queries.map((_, at) => toMeetings(found.filter(({ query }) => query === at)));
}

/** The keys of the meetings that share somebody with the report: no date is longer than a year, so the index on the first day bounds the search on both sides. */
function keysOf({ workspaceId, rows }: WorkspaceTurn, query: NearQuery): Prisma.Sql | null {
  const shares: Prisma.Sql[] = [];
  if (query.personKeys.length > 0) shares.push(Prisma.sql`p."personId" IN ${rows.list(query.personKeys)}`);
  if (query.countries.length > 0) shares.push(Prisma.sql`p."country" IN ${rows.list(query.countries)}`);
  if (query.gatherings) shares.push(Prisma.sql`p."kind" = 'organisation'`);
  if (shares.length === 0) return null;
  const byHome = query.areStates && query.countries.length > 0;
  if (byHome) shares.push(Prisma.sql`h."country" IN ${rows.list(query.countries)}`);
  const home = Prisma.raw(byHome ? 'LEFT JOIN "Person" h ON h."id" = p."personId"' : "");
  const shared = Prisma.sql`EXISTS (SELECT 1 FROM "MeetingParticipant" p ${home} WHERE p."meetingId" = m."id" AND (${Prisma.join(shares, " OR ")}))`;
  return Prisma.sql`
    SELECT * FROM (
      SELECT m."id" FROM "Meeting" m WHERE m."workspaceId" = ${workspaceId}
        AND m."dateStart" >= ${query.earliestStart} AND m."dateStart" <= ${query.to} AND m."dateEnd" >= ${query.from} AND ${shared}
      ORDER BY m."id" DESC LIMIT ${MAX_CANDIDATES}
    ) AS "dated" UNION ALL SELECT * FROM (
      SELECT m."id" FROM (
        SELECT "id" FROM "Meeting" WHERE "workspaceId" = ${workspaceId} AND "dateStart" IS NULL ORDER BY "id" DESC LIMIT ${MAX_UNDATED}
      ) AS m WHERE ${shared} ORDER BY m."id" DESC LIMIT ${MAX_CANDIDATES}
    ) AS "undated"`;
}

/** Rows of one meeting come one behind the other. */
function toMeetings(found: NearRow[]): KnownMeeting[] {
  const meetings: KnownMeeting[] = [];
  for (const row of found) {
    const key = row.id;
    let meeting = meetings.at(-1);
    if (meeting?.key !== key) {
      const [kind, status] = [row.kind as MeetingKind, row.status as MeetingStatus];
      meeting = { key, kind, date: dateOf(row), place: row.place, status, participants: [], filedOn: row.filedOn ?? "" };
      meetings.push(meeting);
    }
    if (row.participant === null) continue;
    const personKey = row.personId;
    const kind = row.participantKind as ReportParticipant["kind"];
    meeting.participants.push({ name: row.participant, kind, personKey, country: row.country });
  }
  return meetings;
}
