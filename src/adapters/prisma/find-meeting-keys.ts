import type { MeetingQuery } from "../../domain/readers.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { keyOf } from "./keys.ts";

export interface MeetingSearch {
  workspaceId: string;
  query: MeetingQuery;
  /** The keys of the articles that must report a meeting; null where any may. */
  articles: number[] | null;
}

/** Where each of the countries takes part in more meetings than this, the newest meetings are walked through until enough are found. */
const MANY = 10_000;

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
  const countries = await Promise.all(
    (query.allCountries ?? []).map(async (code) => ({ code, count: await countUpTo(client, workspaceId, code) })),
  );
  const [rarest, ...others] = countries.sort((a, b) => a.count - b.count);
  const conditions = others.map(({ code }) => takesPart(code));
  const among: Prisma.Sql[] = [];
  if (query.personId !== undefined)
    among.push(
      Prisma.sql`SELECT "meetingId" FROM "MeetingParticipant" WHERE "personId" = ${keyOf("person", query.personId) ?? -1}`,
    );
  if (articles !== null)
    among.push(Prisma.sql`SELECT "meetingId" FROM "MeetingReport" WHERE "articleId" IN (${Prisma.join(articles)})`);
  if (rarest !== undefined && rarest.count < MANY) among.push(ofCountry(workspaceId, rarest.code));
  else if (rarest !== undefined) conditions.push(takesPart(rarest.code));
  const [first, ...rest] = among;
  if (first === undefined) return { from: Prisma.sql`"Meeting" m`, conditions };
  // The order of the join is said, because SQLite keeps to it.
  const from = Prisma.sql`(SELECT DISTINCT "meetingId" FROM (${first}) f) k CROSS JOIN "Meeting" m`;
  const also = rest.map((each) => Prisma.sql`m."id" IN (${each})`);
  return { from, conditions: [Prisma.sql`m."id" = k."meetingId"`, ...conditions, ...also] };
}

async function countUpTo(client: PrismaClient, workspaceId: string, code: string): Promise<number> {
  const [row] = await client.$queryRaw<{ count: number | bigint }[]>`
    SELECT count(*) AS "count" FROM (SELECT 1 FROM (${ofCountry(workspaceId, code)}) o LIMIT ${MANY}) c`;
  return Number(row?.count ?? 0);
}

/** A country takes part by name, or through a person who holds its offices. */
function ofCountry(workspaceId: string, code: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "meetingId" FROM "MeetingParticipant" WHERE "country" = ${code}
    UNION ALL SELECT p."meetingId" FROM "Person" h JOIN "MeetingParticipant" p ON p."personId" = h."id" WHERE h."workspaceId" = ${workspaceId} AND h."country" = ${code}`;
}

/** The same, asked of one meeting. */
function takesPart(code: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "MeetingParticipant" p LEFT JOIN "Person" h ON h."id" = p."personId"
    WHERE p."meetingId" = m."id" AND (p."country" = ${code} OR h."country" = ${code}))`;
}
