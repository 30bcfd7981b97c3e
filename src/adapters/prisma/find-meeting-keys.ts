import type { MeetingQuery } from "../../domain/readers.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { keyOf } from "./keys.ts";

export interface MeetingSearch {
  workspaceId: string;
  query: MeetingQuery;
  /** The keys of the articles that must report a meeting; null where any may. */
  articles: number[] | null;
}

/** Whoever takes part in more meetings than this is looked for in the newest meetings of all, one by one until enough are found. */
const MANY = 3000;
/** For countries that must be there together it pays only from here on: they are in far fewer. */
const MANY_TOGETHER = 10_000;

/** The keys of the meetings that a query asks for, newest first; those without a date last. */
export async function findMeetingKeys(client: PrismaClient, search: MeetingSearch): Promise<number[]> {
  const { limit, offset, from, to } = search.query;
  const wanted = await wantedMeetings(client, search);
  const days = [
    ...(from === undefined ? [] : [Prisma.sql`m."dateEnd" >= ${from}`]),
    ...(to === undefined ? [] : [Prisma.sql`m."dateStart" <= ${to}`]),
  ];
  const find = async (dated: Prisma.Sql, order: Prisma.Sql, most: number) => {
    const where = Prisma.join(
      [Prisma.sql`m."workspaceId" = ${search.workspaceId}`, dated, ...wanted.conditions, ...days],
      " AND ",
    );
    const rows = await client.$queryRaw<{ id: number | bigint }[]>`
      SELECT m."id" FROM ${wanted.from} WHERE ${where} ORDER BY ${order} LIMIT ${most}`;
    return rows.map((row) => Number(row.id));
  };
  // Two queries, each in the order of an index: the databases do not agree where a missing date belongs.
  const most = offset + limit;
  const dated = await find(Prisma.sql`m."dateStart" IS NOT NULL`, Prisma.sql`m."dateStart" DESC, m."id" DESC`, most);
  const left = most - dated.length;
  const undated =
    left === 0 || days.length > 0 ? [] : await find(Prisma.sql`m."dateStart" IS NULL`, Prisma.sql`m."id" DESC`, left);
  return [...dated, ...undated].slice(offset);
}

interface Wanted {
  from: Prisma.Sql;
  conditions: Prisma.Sql[];
}

/** Where the meetings are looked for: among those of the fewest, as far as that is known. */
async function wantedMeetings(client: PrismaClient, { workspaceId, query, articles }: MeetingSearch): Promise<Wanted> {
  const codes = query.allCountries ?? [];
  const taking = [
    ...(query.personId === undefined ? [] : [ofPerson(keyOf("person", query.personId) ?? -1)]),
    ...codes.map((code) => ofCountry(workspaceId, code)),
  ];
  const most = taking.length > 1 ? MANY_TOGETHER : MANY;
  const counted = await Promise.all(
    taking.map(async (each) => ({ ...each, count: await countUpTo(client, each.meetings, most) })),
  );
  const [rarest, ...others] = counted.sort((a, b) => a.count - b.count);
  const conditions = others.map(({ takesPart }) => takesPart);
  const among =
    articles === null
      ? []
      : [Prisma.sql`SELECT "meetingId" FROM "MeetingReport" WHERE "articleId" IN (${Prisma.join(articles)})`];
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
  const [row] = await client.$queryRaw<{ count: number | bigint }[]>`
    SELECT count(*) AS "count" FROM (SELECT 1 FROM (${meetings}) o LIMIT ${most}) c`;
  return Number(row?.count ?? 0);
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
