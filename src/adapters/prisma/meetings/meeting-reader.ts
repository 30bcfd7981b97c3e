import type { MeetingKind, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import type { Citation, MeetingRecord } from "../../../domain/evidence/records.ts";
import type { MeetingReader } from "../../../domain/sources/readers.ts";
import { composeTitle } from "../../../extract/meetings/compose-title.ts";
import type { Reading } from "../articles/article-keys.ts";
import { idOf, inParts } from "../articles/keys.ts";
import { readRanges, readStrings } from "../json-columns.ts";
import { parsedJson } from "../json-rows.ts";
import { dateOf } from "./date-of.ts";
import { findMaybeHeld } from "./find-maybe-held.ts";
import { findMeetingKeys } from "./find-meeting-keys.ts";
import { findWholes } from "./find-wholes.ts";
import { type NamedParticipant, participantsOf } from "./participants-of.ts";

export function createMeetingReader(reading: Reading): MeetingReader {
  return {
    async find(workspaceId, { limit, offset, ...query }) {
      const keys = await findMeetingKeys(reading, { workspaceId, query, most: offset + limit });
      return load(reading, workspaceId, keys.slice(offset));
    },
    async count(workspaceId, query) {
      return (await findMeetingKeys(reading, { workspaceId, query, most: null })).length;
    },
    async *every(workspaceId, query) {
      const keys = await findMeetingKeys(reading, { workspaceId, query, most: null });
      yield* inParts(keys, (part) => load(reading, workspaceId, part));
    },
  };
}

interface ReportRow {
  meetingId: number | bigint;
  articleKey: number | bigint;
  articleId: string;
  evidence: unknown;
  participants: unknown;
  status: string;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: string | null;
}

/** In the order of the keys. What hangs on them is asked for with all the keys in one parameter, however many articles report them. */
async function load(reading: Reading, workspaceId: string, keys: number[]): Promise<MeetingRecord[]> {
  if (keys.length === 0) return [];
  const { client, rows } = reading;
  const meetings = await client.$queryRaw<MeetingColumns[]>`
    SELECT m."id", m."kind", m."place", m."gathering", m."topics", m."status", m."dateStart", m."dateEnd", m."datePrecision",
      (SELECT count(*) FROM "Correction" x WHERE x."meetingId" = m."id" AND x."kind" = 'date') AS "redated"
    FROM "Meeting" m WHERE m."id" IN ${rows.list(keys)}`;
  const tookPart = await participantsOf(reading, keys);
  const wholes = await findWholes(reading, workspaceId, meetings);
  const maybeHeld = await findMaybeHeld(reading, workspaceId, meetings);
  const reports = await client.$queryRaw<ReportRow[]>`
    SELECT r."meetingId", r."articleId" AS "articleKey", a."externalId" AS "articleId", r."evidence", r."participants", r."dateStart", r."dateEnd", r."datePrecision", r."status"
    FROM "MeetingReport" r JOIN "Article" a ON a."id" = r."articleId"
    WHERE r."meetingId" IN ${rows.list(keys)} ORDER BY r."filedOn" DESC, r."id" DESC`;
  const texts = await textsOf(reading, reports);
  const told = byMeeting(reports);
  const byKey = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return keys
    .flatMap((key) => byKey.get(key) ?? [])
    .map((row) => {
      const whole = wholes.get(row.id);
      const meeting = toMeeting(row, { participants: tookPart.get(row.id) ?? [], reports: told.get(row.id) ?? [], texts });
      return {
        ...meeting,
        ...(whole === undefined ? {} : { partOf: whole }),
        ...(maybeHeld.has(row.id) ? { maybeHeld: true } : {}),
      };
    });
}

function byMeeting<T extends { meetingId: number | bigint }>(rows: T[]): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const row of rows) {
    const known = grouped.get(Number(row.meetingId));
    if (known === undefined) grouped.set(Number(row.meetingId), [row]);
    else known.push(row);
  }
  return grouped;
}

/** The texts that evidence is cut from, each article once. */
async function textsOf({ client, rows }: Reading, reports: ReportRow[]): Promise<Map<number, string>> {
  const keys = [...new Set(reports.map((report) => Number(report.articleKey)))];
  if (keys.length === 0) return new Map();
  const articles = await client.$queryRaw<{ id: number | bigint; text: string }[]>`
    SELECT "id", "text" FROM "Article" WHERE "id" IN ${rows.list(keys)}`;
  return new Map(articles.map((article) => [Number(article.id), article.text]));
}

interface MeetingColumns {
  id: number;
  kind: string;
  place: string | null;
  gathering: string | null;
  topics: unknown;
  status: string;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: string | null;
  /** How often a manager has set its date. */
  redated: number | bigint;
}

function toMeeting(
  row: MeetingColumns,
  { participants, reports, texts }: { participants: NamedParticipant[]; reports: ReportRow[]; texts: Map<number, string> },
): MeetingRecord {
  const kind = row.kind as MeetingKind;
  const tookPart = participants.map(({ name, kind: of }) => ({ name, kind: of }));
  return {
    id: idOf("meeting", row.id),
    kind,
    // People are called as they are called now.
    title: composeTitle(kind, tookPart, row.place),
    date: dateOf(row),
    place: row.place,
    participants: tookPart,
    topics: readStrings(parsedJson(row.topics)),
    status: row.status as MeetingStatus,
    evidence: reports.flatMap((report) => citations(report, texts)),
    articleIds: [...new Set(reports.map((report) => report.articleId))],
    countries: [...new Set(participants.flatMap(({ country }) => country ?? []))],
    reportedDates: reports.flatMap((report) => {
      const date = dateOf(report);
      const sides = countOf(report.participants);
      return date === null ? [] : [{ articleId: report.articleId, date, status: report.status as MeetingStatus, sides }];
    }),
    ...(Number(row.redated) > 0 ? { isRedated: true } : {}),
  };
}

/** An article that was deleted between two statements is no evidence any more. */
function citations({ articleKey, articleId, evidence }: ReportRow, texts: Map<number, string>): Citation[] {
  const text = texts.get(Number(articleKey));
  if (text === undefined) return [];
  const ranges = readRanges(parsedJson(evidence));
  return ranges.map(({ start, end }) => ({ articleId, start, end, text: text.slice(start, end) }));
}

/** How many a JSON list holds. */
function countOf(list: unknown): number {
  const parsed = parsedJson(list);
  return Array.isArray(parsed) ? parsed.length : 0;
}
