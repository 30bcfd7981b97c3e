import { gatheringKey } from "../../../extract/en/bodies.ts";
import type { Reading } from "../articles/article-keys.ts";

/** A meeting that may be a plan. */
export interface Plan {
  id: number;
  kind: string;
  status: string;
  dateStart: string | null;
  dateEnd: string | null;
  gathering: string | null;
}

interface Dated extends Plan {
  dateStart: string;
  dateEnd: string;
}

const DAY_MS = 86_400_000;
/** A journey's days and a summit's are told a few days off. */
const AROUND_DAYS = 4;
const LONGEST_DATE_DAYS = 366;
const PAIR = 2;

/**
 * Those of these plans of which something stored may be the report: another meeting around their days that took place, in which two of their
 * sides take part, or their visitor; or what took place beside their gathering. Of the others it may be said that nobody reported them.
 */
export async function findMaybeHeld(
  reading: Reading,
  workspaceId: string,
  meetings: readonly Plan[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const plan of meetings) {
    if (!isDated(plan)) continue;
    const isTold =
      plan.gathering === null ? await sidesMet(reading, workspaceId, plan) : await isGathered(reading, workspaceId, plan);
    if (isTold) found.add(plan.id);
  }
  return found;
}

function isDated(plan: Plan): plan is Dated {
  return plan.status === "planned" && plan.dateStart !== null && plan.dateEnd !== null;
}

function around({ dateStart, dateEnd }: Dated): { earliest: string; from: string; to: string } {
  const from = shift(dateStart, -AROUND_DAYS);
  return { earliest: shift(from, -LONGEST_DATE_DAYS), from, to: shift(dateEnd, AROUND_DAYS) };
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether sides of a plan met around its days: two of them, or of a visit the visitor met anybody in person. */
async function sidesMet({ client }: Reading, workspaceId: string, plan: Dated): Promise<boolean> {
  const { earliest, from, to } = around(plan);
  const rows = await client.$queryRaw<{ shared: number | bigint; kind: string; first: number | bigint | null }[]>`
    SELECT m."kind", COUNT(DISTINCT p."id") AS "shared", MIN(p."id") - (SELECT MIN(f."id") FROM "MeetingParticipant" f WHERE f."meetingId" = ${plan.id}) AS "first"
    FROM "Meeting" m JOIN "MeetingParticipant" q ON q."meetingId" = m."id" LEFT JOIN "Person" qh ON qh."id" = q."personId"
    JOIN "MeetingParticipant" p ON p."meetingId" = ${plan.id} LEFT JOIN "Person" ph ON ph."id" = p."personId"
    WHERE m."workspaceId" = ${workspaceId} AND m."status" = 'held'
      AND m."dateStart" >= ${earliest} AND m."dateStart" <= ${to} AND m."dateEnd" >= ${from}
      AND (q."personId" = p."personId" OR coalesce(q."country", qh."country") = coalesce(p."country", ph."country"))
    GROUP BY m."id", m."kind"`;
  const isRemote = (kind: string): boolean => kind === "call" || kind === "video";
  return rows.some(
    ({ kind, shared, first }) =>
      isRemote(kind) === isRemote(plan.kind) && (Number(shared) >= PAIR || (plan.kind === "visit" && Number(first) === 0)),
  );
}

/** Whether anything around its days is told as held at a gathering. */
async function isGathered({ client }: Reading, workspaceId: string, plan: Dated): Promise<boolean> {
  const { earliest, from, to } = around(plan);
  const rows = await client.$queryRaw<{ gathering: string | null; name: string | null }[]>`
    SELECT m."gathering", r."partOfName" AS "name"
    FROM "Meeting" m JOIN "MeetingReport" r ON r."meetingId" = m."id"
    WHERE m."workspaceId" = ${workspaceId} AND m."status" = 'held' AND (m."gathering" IS NOT NULL OR r."partOfName" IS NOT NULL)
      AND m."dateStart" >= ${earliest} AND m."dateStart" <= ${to} AND m."dateEnd" >= ${from}`;
  return rows.some(({ gathering, name }) => [gathering, name === null ? null : gatheringKey(name)].includes(plan.gathering));
}
