import type { ClaimTerms, DueSlot, Held } from "../../../domain/digests/digest-store.ts";
import { mustHave } from "../../../domain/errors.ts";
import type { Clients } from "../clients.ts";
import { insertion, type TableColumns } from "../insertion.ts";
import { type JsonRows, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { inRounds } from "../rounds.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";
import { type PartRow, partOf, readTold } from "./digest-rows.ts";
import { iso, isRunning, lockInOrder, slotIds } from "./slot-statements.ts";

export interface ClaimAsked {
  due: DueSlot;
  terms: ClaimTerms;
}

const NEXT: TableColumns<{ subscriptionId: number; key: string; dueAt: string; state: string }> = {
  table: "Slot",
  columns: { subscriptionId: "number", key: "text", dueAt: "instant", state: "text" },
};

/** Claims several slots in one transaction, few statements however many they are; null for those that others were faster with. Of two slots of a subscription, the second sees that the first is claimed. */
export function claimSlots(clients: Clients, asked: ClaimAsked[]): Promise<(Held | null)[]> {
  return clients.bulkTransaction((statements) =>
    inRounds(
      asked,
      ({ due }) => due.subscription.id,
      (round) => claimRound(statements, clients.rows, round),
    ),
  );
}

async function claimRound(statements: Statements, rows: JsonRows, asked: ClaimAsked[]): Promise<(Held | null)[]> {
  // Of two who claim slots of one subscription, the second sees what the first has left.
  await lockInOrder(statements, rows, { table: "Subscription", ids: rows.list(asked.map(({ due }) => due.subscription.id)) });
  await lockInOrder(statements, rows, { table: "Slot", ids: rows.list(asked.map(({ due }) => due.slot.id)) });
  const claimed = await takeSlots(statements, rows, asked);
  const own = asked.filter(({ due }) => claimed.has(due.slot.id));
  if (own.length === 0) return asked.map(() => null);
  await replaceWaiting(statements, rows, own);
  const told = await readSubscriptions(statements, rows, own);
  const parts = await readParts(statements, rows, own);
  return asked.map(({ due: { slot, subscription } }) => {
    if (!claimed.has(slot.id)) return null;
    const known = mustHave(told.get(subscription.id), "subscription of a slot that was just claimed");
    return { slotId: slot.id, claim: slot.claim + 1, told: readTold(known), parts: (parts.get(slot.id) ?? []).map(partOf) };
  });
}

async function takeSlots(statements: Statements, rows: JsonRows, asked: ClaimAsked[]): Promise<Set<number>> {
  const json = toJsonRows(
    asked.map(({ due: { slot }, terms: { nowMs, leaseUntilMs, plan } }) => ({
      id: slot.id,
      claim: slot.claim,
      state: slot.state,
      claimedAt: iso(nowMs),
      leaseUntil: iso(leaseUntilMs),
      isPlanned: plan === null ? 0 : 1,
      coversUntil: iso(plan?.coversUntilMs ?? null),
      reason: plan?.reason ?? null,
    })),
  );
  const planned = (column: string, given: Prisma.Sql) =>
    Prisma.sql`${Prisma.raw(`"${column}"`)} = CASE WHEN ${numberIn("isPlanned")} = 1 THEN ${given} ELSE ${Prisma.raw(`"${column}"`)} END`;
  return slotIds(
    await statements.query(Prisma.sql`
      UPDATE "Slot" SET "state" = 'claimed', "claim" = "claim" + 1, "claimedAt" = ${rows.instant("claimedAt")},
        "leaseUntil" = ${rows.instant("leaseUntil")}, ${planned("coversUntil", rows.instant("coversUntil"))},
        ${planned("reason", textIn("reason"))}
      FROM ${rows.table(json)} AS "given"
      WHERE "Slot"."id" = ${numberIn("id")} AND "claim" = ${numberIn("claim")} AND "state" = ${textIn("state")} AND ${isRunning}
        AND NOT EXISTS (SELECT 1 FROM "Slot" AS "other" WHERE "other"."subscriptionId" = "Slot"."subscriptionId"
          AND "other"."state" = 'claimed' AND "other"."id" <> "Slot"."id")
      RETURNING "Slot"."id" AS "id"`),
  );
}

/** The waiting slots of the schedules give way to the next; digests that were asked for stay. */
async function replaceWaiting(statements: Statements, rows: JsonRows, own: ClaimAsked[]): Promise<void> {
  const next = own.flatMap(({ due: { subscription }, terms: { plan } }) => {
    const slot = plan?.next ?? null;
    return slot === null ? [] : { subscriptionId: subscription.id, key: slot.key, dueAt: iso(slot.dueAtMs), state: "waiting" };
  });
  if (next.length === 0) return;
  const among = rows.list(next.map(({ subscriptionId }) => subscriptionId));
  await statements.execute(
    Prisma.sql`DELETE FROM "Slot" WHERE "subscriptionId" IN ${among} AND "state" = 'waiting' AND "key" NOT LIKE 'now:%'`,
  );
  await statements.execute(insertion(rows, NEXT, next));
}

async function readSubscriptions(statements: Statements, rows: JsonRows, own: ClaimAsked[]): Promise<Map<number, unknown>> {
  const ids = rows.list(own.map(({ due }) => due.subscription.id));
  const found = await statements.query<{ id: number | bigint; told: string }>(
    Prisma.sql`SELECT "id", CAST("told" AS TEXT) AS "told" FROM "Subscription" WHERE "id" IN ${ids}`,
  );
  return new Map(found.map(({ id, told }) => [Number(id), JSON.parse(told)]));
}

async function readParts(statements: Statements, rows: JsonRows, own: ClaimAsked[]): Promise<Map<number, PartRow[]>> {
  const found = await statements.query<PartRow>(Prisma.sql`
    SELECT "id", "slotId", "part", "nonce", "state", "messageId", "attempts", "doubtSince", CAST("payload" AS TEXT) AS "payload"
    FROM "Delivery" WHERE "slotId" IN ${rows.list(own.map(({ due }) => due.slot.id))} ORDER BY "slotId", "part"`);
  const parts = new Map<number, PartRow[]>();
  for (const row of found) parts.set(Number(row.slotId), [...(parts.get(Number(row.slotId)) ?? []), row]);
  return parts;
}
