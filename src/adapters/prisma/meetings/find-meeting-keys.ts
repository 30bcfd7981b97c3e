import type { MeetingQuery, Wanted } from "../../../domain/sources/readers.ts";
import { articleKeys, type Reading } from "../articles/article-keys.ts";
import { keyOf } from "../articles/keys.ts";
import type { PrismaClient } from "../generated/client.ts";
import { onlyRow } from "../json-rows.ts";
import { Prisma } from "../sql.ts";

export interface MeetingSearch {
  workspaceId: string;
  query: Wanted<MeetingQuery>;
  /** So many from the beginning of the list; null for all of them. */
  most: number | null;
}

/** Whoever takes part in more meetings than this is looked for in the newest meetings of all, one by one until enough are found. */
const MANY = 3000;
/** For countries that must be there together it pays only from here on: they are in far fewer. */
const MANY_TOGETHER = 10_000;

/** Of those that did not, as a manager said, nothing is told. */
const TOOK_PLACE = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Correction" x WHERE x."meetingId" = m."id" AND x."kind" = 'not-held')`;

/** The keys of the meetings that a query asks for, newest first; those without a date last. */
export async function findMeetingKeys(reading: Reading, search: MeetingSearch): Promise<number[]> {
  const { query, workspaceId, most } = search;
  const articles = query.articleIds === undefined ? null : await articleKeys(reading, workspaceId, query.articleIds);
  if (articles?.length === 0) return [];
  const asked = await findAsked(reading, search, articles);
  const implied =
    query.impliedIn === undefined ? [] : await findImplied(reading, workspaceId, { ...query, articleIds: query.impliedIn });
  if (implied.length === 0) return asked.map(({ id }) => Number(id));
  const all = new Map([...asked, ...implied].map((row) => [Number(row.id), row.dateStart ?? ""]));
  const sorted = [...all].sort(([a, day], [b, otherDay]) => (day === otherDay ? b - a : day < otherDay ? 1 : -1));
  return sorted.slice(0, most ?? sorted.length).map(([id]) => id);
}

/**
 * Not two of one state, which is its own affair, unless a person is asked for. For which state people act is surer here than in one article,
 * and a journey has its host in its place.
 */
function notDomestic({ personId, personIds }: Wanted<MeetingQuery>): Prisma.Sql[] {
  if (personId !== undefined || personIds !== undefined) return [];
  return [
    Prisma.sql`(m."kind" IN ('visit', 'summit') OR (
      SELECT count(*) < 2 OR count(h."country") < count(*) OR count(DISTINCT h."country") > 1
      FROM "MeetingParticipant" p LEFT JOIN "Person" h ON h."id" = p."personId" WHERE p."meetingId" = m."id"))`,
  ];
}

interface KeyRow {
  id: number | bigint;
  dateStart: string | null;
}

async function findAsked(reading: Reading, search: MeetingSearch, articles: number[] | null): Promise<KeyRow[]> {
  const { query, workspaceId, most } = search;
  const wanted = await wantedMeetings(reading, search, articles);
  const days = daysOf(query);
  const find = async (dated: Prisma.Sql, order: Prisma.Sql, limit: number | null) => {
    const where = Prisma.join(
      [
        Prisma.sql`m."workspaceId" = ${workspaceId}`,
        TOOK_PLACE,
        dated,
        ...wanted.conditions,
        ...onTopics(workspaceId, query),
        ...notDomestic(query),
        ...ofStatus(query),
        ...days,
      ],
      " AND ",
    );
    return reading.client.$queryRaw<KeyRow[]>`
      SELECT m."id", m."dateStart" FROM ${wanted.from} WHERE ${where} ORDER BY ${order}
      ${limit === null ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}`;
  };
  // Two queries, each in the order of an index: the databases do not agree where a missing date belongs.
  const dated = await find(Prisma.sql`m."dateStart" IS NOT NULL`, Prisma.sql`m."dateStart" DESC, m."id" DESC`, most);
  const left = most === null ? null : most - dated.length;
  if (left === 0 || days.length > 0) return dated;
  return [...dated, ...(await find(Prisma.sql`m."dateStart" IS NULL`, Prisma.sql`m."id" DESC`, left))];
}

/** The first of the two conditions is read once, and nearly always empty. */
function onTopics(workspaceId: string, query: Wanted<MeetingQuery>): Prisma.Sql[] {
  if (query.onTopics === undefined) return [];
  const keys = Prisma.join(query.onTopics);
  return [
    Prisma.sql`(m."id" NOT IN (
        SELECT r."meetingId" FROM "Correction" x JOIN "MeetingReport" r ON r."articleId" = x."articleId"
        WHERE x."workspaceId" = ${workspaceId} AND x."kind" = 'off-topic' AND x."topicKey" IN (${keys}))
      OR EXISTS (SELECT 1 FROM "MeetingReport" r WHERE r."meetingId" = m."id" AND NOT EXISTS (
        SELECT 1 FROM "Correction" x WHERE x."articleId" = r."articleId" AND x."topicKey" IN (${keys}))))`,
  ];
}

function daysOf({ from, to }: Wanted<MeetingQuery>): Prisma.Sql[] {
  return [
    ...(from === undefined ? [] : [Prisma.sql`m."dateEnd" >= ${from}`]),
    ...(to === undefined ? [] : [Prisma.sql`m."dateStart" <= ${to}`]),
  ];
}

function ofStatus({ status }: Wanted<MeetingQuery>): Prisma.Sql[] {
  return status === undefined ? [] : [Prisma.sql`m."status" = ${status}`];
}

/** What articles report of people some of whose countries nobody has said, and the known ones are all of the topic. */
async function findImplied(
  reading: Reading,
  workspaceId: string,
  query: Wanted<MeetingQuery> & { articleIds: string[] },
): Promise<KeyRow[]> {
  const codes = query.allCountries ?? [];
  const articles = await articleKeys(reading, workspaceId, query.articleIds);
  if (articles.length === 0 || codes.length === 0) return [];
  const country = Prisma.sql`coalesce(p."country", h."country")`;
  const conditions = [
    Prisma.sql`m."id" = k."meetingId"`,
    Prisma.sql`m."workspaceId" = ${workspaceId}`,
    TOOK_PLACE,
    Prisma.sql`(SELECT count(DISTINCT ${country}) > 0 AND count(*) > count(DISTINCT ${country})
        AND count(CASE WHEN ${country} NOT IN (${Prisma.join(codes)}) THEN 1 END) = 0
      FROM "MeetingParticipant" p LEFT JOIN "Person" h ON h."id" = p."personId" WHERE p."meetingId" = m."id")`,
    ...ofStatus(query),
    ...daysOf(query),
  ];
  return reading.client.$queryRaw<KeyRow[]>`
    SELECT m."id", m."dateStart" FROM (
      SELECT DISTINCT "meetingId" FROM "MeetingReport" WHERE "articleId" IN ${reading.rows.list(articles)}
    ) k CROSS JOIN "Meeting" m WHERE ${Prisma.join(conditions, " AND ")}`;
}

interface Found {
  from: Prisma.Sql;
  conditions: Prisma.Sql[];
}

/** Where the meetings are looked for: among those of the fewest, as far as that is known. */
async function wantedMeetings(
  { client, rows }: Reading,
  { workspaceId, query }: MeetingSearch,
  articles: number[] | null,
): Promise<Found> {
  const codes = query.allCountries ?? [];
  const taking = [
    ...[query.personId ?? [], query.personIds ?? []].flat().map((id) => ofPerson(keyOf("person", id) ?? -1)),
    ...codes.map((code) => ofCountry(workspaceId, code)),
  ];
  const most = taking.length > 1 ? MANY_TOGETHER : MANY;
  const counted = await Promise.all(
    taking.map(async (each) => ({ ...each, count: await countUpTo(client, each.meetings, most) })),
  );
  const [rarest, ...others] = counted.sort((a, b) => a.count - b.count);
  const conditions = others.map(({ takesPart }) => takesPart);
  const among =
    articles === null ? [] : [Prisma.sql`SELECT "meetingId" FROM "MeetingReport" WHERE "articleId" IN ${rows.list(articles)}`];
  if (rarest !== undefined && among.length === 0 && rarest.count < most) among.push(Prisma.sql`${rarest.meetings} LIMIT ${most}`);
  else if (rarest !== undefined) conditions.push(rarest.takesPart);
  // That there are fewer is known; to say it keeps PostgreSQL from reading the whole table for them.
  const [first] = among;
  if (first === undefined) return { from: Prisma.sql`"Meeting" m`, conditions };
  // The order of the join is said, because SQLite keeps to it.
  const from = Prisma.sql`(SELECT DISTINCT "meetingId" FROM (${first}) f) k CROSS JOIN "Meeting" m`;
  return { from, conditions: [Prisma.sql`m."id" = k."meetingId"`, ...conditions] };
}

async function countUpTo(client: PrismaClient, meetings: Prisma.Sql, most: number): Promise<number> {
  const rows = await client.$queryRaw<{ count: number | bigint }[]>`
    SELECT count(*) AS "count" FROM (SELECT 1 FROM (${meetings}) o LIMIT ${most}) c`;
  return Number(onlyRow(rows).count);
}

/** All meetings that somebody takes part in, and the same asked of one meeting. */
interface Taking {
  meetings: Prisma.Sql;
  takesPart: Prisma.Sql;
}

function ofPerson(key: number): Taking {
  return {
    meetings: Prisma.sql`SELECT "meetingId" FROM "MeetingParticipant" WHERE "personId" = ${key}`,
    takesPart: Prisma.sql`EXISTS (SELECT 1 FROM "MeetingParticipant" p WHERE p."meetingId" = m."id" AND p."personId" = ${key})`,
  };
}

/** A country takes part by name, or through a person who holds its offices. */
function ofCountry(workspaceId: string, code: string): Taking {
  return {
    meetings: Prisma.sql`
      SELECT "meetingId" FROM "MeetingParticipant" WHERE "country" = ${code}
      UNION ALL SELECT p."meetingId" FROM "Person" h JOIN "MeetingParticipant" p ON p."personId" = h."id" WHERE h."workspaceId" = ${workspaceId} AND h."country" = ${code}`,
    takesPart: Prisma.sql`EXISTS (
      SELECT 1 FROM "MeetingParticipant" p LEFT JOIN "Person" h ON h."id" = p."personId"
      WHERE p."meetingId" = m."id" AND (p."country" = ${code} OR h."country" = ${code}))`,
  };
}
