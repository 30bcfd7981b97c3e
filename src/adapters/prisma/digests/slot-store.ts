import type { Slot } from "../../../domain/digests/digest.ts";
import { ASKED_FOR } from "../../../domain/digests/digest.ts";
import type {
  Claim,
  ClaimPlan,
  DueSlot,
  NewPart,
  PlanStore,
  SlotEnd,
  SlotQuery,
  SlotStore,
  WaitingSlot,
} from "../../../domain/digests/digest-store.ts";
import type { Clients } from "../clients.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";
import { PRESENT } from "../workspaces/installation-stores.ts";
import { readTold, toPart, toSlot, toSubscription } from "./digest-rows.ts";
import { noteCited } from "./note-cited.ts";
import { lockSubscription, replaceWaiting } from "./subscription-store.ts";

const INCLUDE = {
  subscription: true,
  deliveries: { orderBy: { part: "asc" } },
} satisfies Prisma.SlotInclude;

/** What hangs on so many rows is asked for by one list of parameters, with room to spare on every database. */
const MAX_ROWS = 500;

/** Subscriptions that something is posted for. */
export const RUNNING = { stoppedAt: null, pausedAt: null, workspace: PRESENT } satisfies Prisma.SubscriptionWhereInput;

export function createSlotStore(clients: Clients): SlotStore {
  return {
    due: (query) => findDue(clients.reads, query),
    async find(slotId, query) {
      const row = await clients.reads.slot.findFirst({ where: { ...whereDue(query), id: slotId }, include: INCLUDE });
      return row === null ? null : toDueSlot(row);
    },
    claim: (due, terms) =>
      clients.transaction(async (transaction) => {
        const { slot, subscription } = due;
        await lockSubscription(transaction, subscription.id);
        const { count } = await transaction.slot.updateMany({
          where: {
            id: slot.id,
            claim: slot.claim,
            state: slot.state,
            subscription: { ...RUNNING, slots: { none: { state: "claimed", NOT: { id: slot.id } } } },
          },
          data: {
            state: "claimed",
            claim: slot.claim + 1,
            claimedAt: new Date(terms.nowMs),
            leaseUntil: new Date(terms.leaseUntilMs),
            ...(terms.plan === null ? {} : planColumns(terms.plan)),
          },
        });
        if (count === 0) return null;
        const next = terms.plan?.next ?? null;
        if (next !== null) await replaceWaiting(transaction, subscription.id, next);
        const { told } = await transaction.subscription.findUniqueOrThrow({
          where: { id: subscription.id },
          select: { told: true },
        });
        const parts = await transaction.delivery.findMany({ where: { slotId: slot.id }, orderBy: { part: "asc" } });
        return { slotId: slot.id, claim: slot.claim + 1, told: readTold(told), parts: parts.map(toPart) };
      }),
    hold: (claim, leaseUntilMs) => clients.single((client) => updateHeld(client, claim, { leaseUntil: new Date(leaseUntilMs) })),
    compose: (claim, { parts, told, cites }) =>
      clients.transaction(async (transaction) => {
        if (!(await updateHeld(transaction, claim, { told }))) return null;
        await transaction.delivery.deleteMany({ where: { slotId: claim.slotId } });
        await transaction.delivery.createMany({ data: parts.map((part, at) => newPartColumns(claim.slotId, part, at)) });
        await noteCited(transaction, claim.slotId, cites);
        const rows = await transaction.delivery.findMany({ where: { slotId: claim.slotId }, orderBy: { part: "asc" } });
        return rows.map(toPart);
      }),
    mark: (claim, { partId, state, messageId, doubtSinceMs, atMs, leaseUntilMs }) =>
      clients.transaction(async (transaction) => {
        // The slot's row comes first: whoever claims it waits for this, and then sees the mark.
        const lease = leaseUntilMs === null ? {} : { leaseUntil: new Date(leaseUntilMs) };
        if (!(await updateHeld(transaction, claim, lease))) return false;
        await transaction.delivery.update({
          where: { id: partId },
          data: {
            state,
            messageId,
            doubtSince: dateOf(doubtSinceMs),
            ...(state === "sending" ? { attempts: { increment: 1 } } : {}),
            ...(state === "sent" ? { sentAt: new Date(atMs) } : {}),
          },
        });
        return true;
      }),
    finish: (claim, end) => clients.transaction((transaction) => finish(transaction, claim, end)),
  };
}

export function newPartColumns(
  slotId: number,
  { key, payload, attempts, doubtSinceMs }: NewPart,
  part: number,
): Prisma.DeliveryCreateManyInput {
  const doubtSince = dateOf(doubtSinceMs);
  return { slotId, part, nonce: key, state: "waiting", payload: payload as Prisma.InputJsonObject, attempts, doubtSince };
}

function planColumns({ coversUntilMs, reason }: ClaimPlan): { coversUntil: Date | null; reason: string | null } {
  return { coversUntil: dateOf(coversUntilMs), reason };
}

function dateOf(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}

async function finish(transaction: Transaction, claim: Claim, end: SlotEnd): Promise<boolean> {
  const { state, reason, pause } = end;
  const at = new Date(end.atMs);
  const held = await transaction.slot.findUnique({ where: { id: claim.slotId }, select: { subscriptionId: true } });
  if (held === null) return false;
  await lockSubscription(transaction, held.subscriptionId);
  const done = { state, doneAt: at, leaseUntil: null, ...(reason === null ? {} : { reason }) };
  if (!(await updateHeld(transaction, claim, done))) return false;
  const slot = await transaction.slot.findUniqueOrThrow({ where: { id: claim.slotId } });
  const data: Prisma.SubscriptionUpdateInput = {};
  if (state !== "failed" && slot.told !== null) data.told = readTold(slot.told);
  if (pause !== null) Object.assign(data, { pausedAt: at, pauseReason: pause });
  await transaction.subscription.update({ where: { id: slot.subscriptionId }, data });
  if (pause !== null) await transaction.slot.deleteMany({ where: { subscriptionId: slot.subscriptionId, state: "waiting" } });
  return true;
}

/** Whoever holds the claim may change the slot; everybody else has lost it. */
export async function updateHeld(
  transaction: Transaction,
  claim: Claim,
  data: Prisma.SlotUpdateManyMutationInput,
): Promise<boolean> {
  const where = { id: claim.slotId, claim: claim.claim, state: "claimed" };
  // An update of nothing would tell nothing: the count is put as it is.
  const { count } = await transaction.slot.updateMany({ where, data: { ...data, claim: claim.claim } });
  return count === 1;
}

function whereDue({ platforms, nowMs, maxLeaseMs }: Omit<SlotQuery, "limit">): Prisma.SlotWhereInput {
  const now = new Date(nowMs);
  const tooFar = new Date(nowMs + maxLeaseMs);
  return {
    subscription: { ...RUNNING, platform: { in: [...platforms] } },
    OR: [
      { state: "waiting", dueAt: { lte: now }, subscription: { slots: { none: { state: "claimed" } } } },
      { state: "claimed", OR: [{ leaseUntil: { lte: now } }, { leaseUntil: { gt: tooFar } }] },
    ],
  };
}

async function findDue(client: PrismaClient, query: SlotQuery): Promise<DueSlot[]> {
  const orderBy = [{ dueAt: "asc" as const }, { id: "asc" as const }];
  const rows = await client.slot.findMany({ where: whereDue(query), include: INCLUDE, orderBy, take: query.limit });
  return rows.map(toDueSlot);
}

function toDueSlot(row: Prisma.SlotGetPayload<{ include: typeof INCLUDE }>): DueSlot {
  return { slot: toSlot(row), subscription: toSubscription(row.subscription), parts: row.deliveries.map(toPart) };
}

export function createPlanStore(clients: Clients): PlanStore {
  const client = clients.reads;
  return {
    async waiting(afterSubscriptionId, limit) {
      const rows = await client.slot.findMany({
        where: {
          state: "waiting",
          subscriptionId: { gt: afterSubscriptionId },
          NOT: { key: { startsWith: ASKED_FOR } },
          subscription: { stoppedAt: null, pausedAt: null },
        },
        include: { subscription: true },
        orderBy: { subscriptionId: "asc" },
        take: limit,
      });
      return withNewest(client, rows);
    },
    async ahead(nowMs) {
      const found: WaitingSlot[] = [];
      // A clock that was set back may have all of them wait: they are read a page at a time.
      for (let after = 0, isMore = true; isMore; ) {
        const rows = await client.slot.findMany({
          where: {
            state: "waiting",
            subscriptionId: { gt: after },
            NOT: { key: { startsWith: ASKED_FOR } },
            subscription: { stoppedAt: null, pausedAt: null, slots: { some: { coversUntil: { gt: new Date(nowMs) } } } },
          },
          include: { subscription: true },
          orderBy: { subscriptionId: "asc" },
          take: MAX_ROWS,
        });
        found.push(...(await withNewest(client, rows)));
        after = rows.at(-1)?.subscriptionId ?? after;
        isMore = rows.length === MAX_ROWS;
      }
      return found;
    },
    move: (from, to, coversUntilMs) =>
      clients.transaction(async (transaction) => {
        await lockSubscription(transaction, from.subscription.id);
        const { count } = await transaction.slot.updateMany({
          where: { id: from.waiting.id, state: "waiting", dueAt: new Date(from.waiting.dueAtMs) },
          data: { key: to.key, dueAt: new Date(to.dueAtMs) },
        });
        if (count === 0) return false;
        if (from.newest !== null) {
          await transaction.slot.update({ where: { id: from.newest.id }, data: { coversUntil: dateOf(coversUntilMs) } });
        }
        return true;
      }),
    async refs(query) {
      const where = { ...whereDue(query), id: { gt: query.afterId } };
      const select = { id: true, state: true };
      const rows = await client.slot.findMany({ where, select, orderBy: { id: "asc" }, take: query.limit });
      return rows.map(({ id, state }) => ({ id, isBegun: state === "claimed" }));
    },
    nextAtMs: (platforms) => nextAtMs(client, platforms),
  };
}

async function withNewest(
  client: PrismaClient,
  rows: Prisma.SlotGetPayload<{ include: { subscription: true } }>[],
): Promise<WaitingSlot[]> {
  const newest = await client.slot.findMany({
    where: {
      subscriptionId: { in: rows.map((row) => row.subscriptionId) },
      state: { not: "waiting" },
      NOT: { key: { startsWith: ASKED_FOR } },
    },
    // Local dates sort as they read.
    orderBy: { key: "desc" },
    distinct: ["subscriptionId"],
  });
  const bySubscription = new Map<number, Slot>(newest.map((row) => [row.subscriptionId, toSlot(row)]));
  return rows.map((row) => ({
    subscription: toSubscription(row.subscription),
    waiting: toSlot(row),
    newest: bySubscription.get(row.subscriptionId) ?? null,
  }));
}

async function nextAtMs(client: PrismaClient, platforms: readonly string[]): Promise<number | null> {
  const subscription = { ...RUNNING, platform: { in: [...platforms] } };
  const [waiting, claimed] = await Promise.all([
    client.slot.findFirst({ where: { state: "waiting", subscription }, orderBy: { dueAt: "asc" }, select: { dueAt: true } }),
    client.slot.findFirst({
      where: { state: "claimed", leaseUntil: { not: null }, subscription },
      orderBy: { leaseUntil: "asc" },
      select: { leaseUntil: true },
    }),
  ]);
  const times = [waiting?.dueAt, claimed?.leaseUntil].flatMap((time) => time?.getTime() ?? []);
  return times.length === 0 ? null : Math.min(...times);
}
