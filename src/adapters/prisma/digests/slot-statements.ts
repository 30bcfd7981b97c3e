import type { Claim } from "../../../domain/digests/digest-store.ts";
import { type JsonRows, numberIn } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";

/** What statements about many slots have in common. */

/** Whether a slot's subscription is one that something is posted for. */
export const isRunning = Prisma.sql`EXISTS (
  SELECT 1 FROM "Subscription" AS s JOIN "Workspace" AS w ON w."id" = s."workspaceId"
  WHERE s."id" = "Slot"."subscriptionId" AND s."stoppedAt" IS NULL AND s."pausedAt" IS NULL AND w."leftAt" IS NULL)`;

/** Whoever holds the claim may change the slot; everybody else has lost it. */
export const isHeld = Prisma.sql`"Slot"."id" = ${numberIn("slotId")} AND "Slot"."claim" = ${numberIn("claim")} AND "Slot"."state" = 'claimed'`;

/** Comes first wherever rows are changed together: of two who change some of the same, the second sees what the first has left. */
export async function lockInOrder(
  statements: Statements,
  rows: JsonRows,
  { table, ids }: { table: "Subscription" | "Slot"; ids: Prisma.Sql },
): Promise<void> {
  const lock = rows.lock(table, ids);
  if (lock !== null) await statements.query(lock);
}

export function slotList(rows: JsonRows, claims: readonly Claim[]): Prisma.Sql {
  return rows.list(claims.map(({ slotId }) => slotId));
}

export function slotIds(found: { id: number | bigint }[]): Set<number> {
  return new Set(found.map(({ id }) => Number(id)));
}

export function iso(atMs: number): string;
export function iso(atMs: number | null): string | null;
export function iso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
