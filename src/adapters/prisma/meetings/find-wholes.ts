import type { DateSpan, MeetingKind, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import type { MeetingWhole } from "../../../domain/evidence/records.ts";
import { gatheringKey } from "../../../extract/en/bodies.ts";
import { composeTitle } from "../../../extract/meetings/compose-title.ts";
import type { Reading } from "../articles/article-keys.ts";
import { idOf } from "../articles/keys.ts";
import { Prisma } from "../sql.ts";
import { dateOf } from "./date-of.ts";
import { participantsOf } from "./participants-of.ts";

/** A meeting whose summit or visit is asked for. */
export interface Part {
  id: number;
  kind: string;
  status: string;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: string | null;
}

interface PartRow {
  meetingId: number | bigint;
  name: string | null;
  filedOn: string;
  wholeId: number | bigint | null;
}

interface Whole extends Part {
  gathering: string | null;
  place: string | null;
}

const DAY_MS = 86_400_000;
/** Guests of a summit meet on its days, or just before and after them. */
const AROUND_DAYS = 3;
/** A day without one of its own is told within so many days of its summit. */
const TOLD_WITHIN_DAYS = 14;
/** A stored gathering is looked for among so many of the newest of its name. */
const MAX_GATHERINGS = 500;

/**
 * The summit or visit that each of these meetings is a part of, by the meeting's key: what an article tells of both, whatever meetings their
 * reports are of by now; else the gathering of that name at that time, in whatever article it was told; else its name alone. Nothing of
 * it is stored, so that it holds after every merge and correction.
 */
export async function findWholes(
  reading: Reading,
  workspaceId: string,
  parts: readonly Part[],
): Promise<ReadonlyMap<number, MeetingWhole>> {
  const told = await toldParts(reading, parts);
  if (told.length === 0) return new Map();
  const named = await gatheringsNamed(reading, workspaceId, [...new Set(told.flatMap(({ name }) => keyOf(name)))]);
  const direct = await wholesBy(reading, [...new Set(told.flatMap(({ wholeId }) => (wholeId === null ? [] : Number(wholeId))))]);
  const chosen = new Map<number, Whole | string>();
  for (const part of parts) {
    const rows = told.filter(({ meetingId }) => Number(meetingId) === part.id);
    const whole = bestOf(part, rows, { direct, named });
    if (whole !== null) chosen.set(part.id, whole);
  }
  return toWholes(reading, chosen);
}

function keyOf(name: string | null): string[] {
  return name === null ? [] : [gatheringKey(name)];
}

async function toldParts({ client, rows }: Reading, parts: readonly Part[]): Promise<PartRow[]> {
  return client.$queryRaw<PartRow[]>`
    SELECT r."meetingId", r."partOfName" AS "name", r."filedOn", w."meetingId" AS "wholeId"
    FROM "MeetingReport" r LEFT JOIN "MeetingReport" w ON w."id" = r."partOfKey" AND w."articleId" = r."articleId"
    WHERE r."meetingId" IN ${rows.list(parts.map(({ id }) => id))} AND (r."partOfKey" IS NOT NULL OR r."partOfName" IS NOT NULL)
    ORDER BY r."filedOn", r."id"`;
}

const COLUMNS = Prisma.sql`m."id", m."kind", m."status", m."place", m."gathering", m."dateStart", m."dateEnd", m."datePrecision"`;
/** Of those that did not take place, as a manager said, nothing is a part. */
const TOOK_PLACE = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Correction" x WHERE x."meetingId" = m."id" AND x."kind" = 'not-held')`;

async function gatheringsNamed({ client, rows }: Reading, workspaceId: string, names: string[]): Promise<Whole[]> {
  if (names.length === 0) return [];
  return client.$queryRaw<Whole[]>`
    SELECT ${COLUMNS} FROM "Meeting" m WHERE m."workspaceId" = ${workspaceId} AND m."gathering" IN ${rows.list(names)} AND ${TOOK_PLACE}
    ORDER BY m."id" DESC LIMIT ${MAX_GATHERINGS}`;
}

async function wholesBy({ client, rows }: Reading, ids: number[]): Promise<Whole[]> {
  if (ids.length === 0) return [];
  return client.$queryRaw<Whole[]>`SELECT ${COLUMNS} FROM "Meeting" m WHERE m."id" IN ${rows.list(ids)} AND ${TOOK_PLACE}`;
}

/** What most reports say, of what they may be part of; the dated before the undated. */
function bestOf(
  part: Part,
  rows: readonly PartRow[],
  { direct, named }: { direct: readonly Whole[]; named: readonly Whole[] },
): Whole | string | null {
  const byReport = rows.flatMap(({ wholeId }) => direct.filter(({ id }) => id === Number(wholeId)));
  const near = rows.flatMap(({ name, filedOn }) => {
    const [key] = keyOf(name);
    return named.filter((whole) => whole.gathering === key && isNear(dateOf(part), dateOf(whole), filedOn));
  });
  const votes = new Map<number, { whole: Whole; votes: number }>();
  for (const [whole, vote] of [...byReport.map((each) => [each, 2] as const), ...near.map((each) => [each, 1] as const)]) {
    if (!mayContain(whole, part)) continue;
    votes.set(whole.id, { whole, votes: (votes.get(whole.id)?.votes ?? 0) + vote });
  }
  const rank = ({ whole, votes: count }: { whole: Whole; votes: number }): number =>
    count + (whole.datePrecision === "day" ? 0.5 : 0);
  const [best] = [...votes.values()].sort((a, b) => rank(b) - rank(a));
  return best?.whole ?? rows.find(({ name }) => name !== null)?.name ?? null;
}

/** Only what gathers or travels has parts; what was called off has none that took place. */
function mayContain(whole: Whole, part: Part): boolean {
  if (whole.id === part.id || !(whole.kind === "summit" || whole.kind === "visit" || whole.gathering !== null)) return false;
  return !(whole.status === "cancelled" && part.status === "held");
}

function isNear(part: DateSpan | null, whole: DateSpan | null, filedOn: string): boolean {
  if (whole === null) return false;
  const [from, to] = part === null ? [filedOn, filedOn] : [part.start, part.end];
  const slack = (part === null ? TOLD_WITHIN_DAYS : AROUND_DAYS) * DAY_MS;
  return Date.parse(whole.start) - slack <= Date.parse(to) && Date.parse(from) <= Date.parse(whole.end) + slack;
}

async function toWholes(reading: Reading, chosen: ReadonlyMap<number, Whole | string>): Promise<Map<number, MeetingWhole>> {
  const known = [...chosen.values()].flatMap((whole) => (typeof whole === "string" ? [] : whole));
  const participants = await participantsOf(
    reading,
    known.map(({ id }) => id),
  );
  return new Map(
    [...chosen].map(([partId, whole]): [number, MeetingWhole] => {
      if (typeof whole === "string") return [partId, { id: null, kind: "summit", title: whole, date: null, status: null }];
      const kind = whole.kind as MeetingKind;
      const title = composeTitle(kind, participants.get(whole.id) ?? [], whole.place);
      const status = whole.status as MeetingStatus;
      return [partId, { id: idOf("meeting", whole.id), kind, title, date: dateOf(whole), status }];
    }),
  );
}
