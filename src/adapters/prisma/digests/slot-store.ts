import { createBatcher } from "../../../domain/create-batcher.ts";
import type { Slot } from "../../../domain/digests/digest.ts";
import { ASKED_FOR } from "../../../domain/digests/digest.ts";
import type {
  Claim,
  DueSlot,
  NewPart,
  PlanStore,
  SlotQuery,
  SlotStore,
  WaitingSlot,
} from "../../../domain/digests/digest-store.ts";
import type { Clients } from "../clients.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";
import { PRESENT } from "../workspaces/installation-stores.ts";
import { type Composed, composeSlots, type Ended, finishSlots, type Marked, markParts } from "./change-slots.ts";
import { type ClaimAsked, claimSlots } from "./claim-slots.ts";
import { toPart, toSlot, toSubscription } from "./digest-rows.ts";
import { lockSubscription } from "./subscription-store.ts";

const INCLUDE = {
  subscription: true,
  deliveries: { orderBy: { part: "asc" } },
} satisfies Prisma.SlotInclude;

/** What hangs on so many rows is asked for by one list of parameters, with room to spare on every database. */
const MAX_ROWS = 500;

/** Subscriptions that something is posted for. */
export const RUNNING = { stoppedAt: null, pausedAt: null, workspace: PRESENT } satisfies Prisma.SubscriptionWhereInput;

/** What is asked or written of so many slots shares a transaction, at most. */
const AT_ONCE = 100;

/** The more slots are worked side by side, the fewer statements each takes: what is asked meanwhile waits for the transaction that is under way. */
export function createSlotStore(clients: Clients): SlotStore {
  const find = createBatcher((asked: SlotAsked[]) => findSlots(clients.reads, asked), AT_ONCE);
  const claim = createBatcher((asked: ClaimAsked[]) => claimSlots(clients, asked), AT_ONCE);
  const compose = createBatcher((composed: Composed[]) => composeSlots(clients, composed), AT_ONCE);
  const mark = createBatcher((marked: Marked[]) => markParts(clients, marked), AT_ONCE);
  const finish = createBatcher((ended: Ended[]) => finishSlots(clients, ended), AT_ONCE);
  return {
    due: (query) => findDue(clients.reads, query),
    find: (id, query) => find({ id, query }),
    claim: (due, terms) => claim({ due, terms }),
    hold: (claimed, leaseUntilMs) =>
      clients.single((client) => updateHeld(client, claimed, { leaseUntil: new Date(leaseUntilMs) })),
    compose: (claimed, composed) => compose({ claim: claimed, ...composed }),
    mark: (claimed, part) => mark({ claim: claimed, mark: part }),
    finish: (claimed, end) => finish({ claim: claimed, end }),
  };
}

interface SlotAsked {
  id: number;
  query: Omit<SlotQuery, "limit">;
}

/** Slots by their ids in one read, each where it is due by the time at which it was asked for. */
async function findSlots(client: PrismaClient, asked: SlotAsked[]): Promise<(DueSlot | null)[]> {
  const nowMs = Math.max(...asked.map(({ query }) => query.nowMs));
  const longestMs = Math.min(...asked.map(({ query }) => query.nowMs + query.maxLeaseMs));
  const where = { id: { in: asked.map(({ id }) => id) }, subscription: RUNNING, OR: dueStates(nowMs, longestMs) };
  const rows = await client.slot.findMany({ where, include: INCLUDE });
  const found = new Map(rows.map((row) => [row.id, row]));
  return asked.map(({ id, query }) => {
    const row = found.get(id);
    return row === undefined || !isDue(row, query) ? null : toDueSlot(row);
  });
}

export function newPartColumns(
  slotId: number,
  { key, payload, attempts, doubtSinceMs }: NewPart,
  part: number,
): Prisma.DeliveryCreateManyInput {
  const doubtSince = dateOf(doubtSinceMs);
  return { slotId, part, nonce: key, state: "waiting", payload: payload as Prisma.InputJsonObject, attempts, doubtSince };
}

function dateOf(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
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

type DueAt = Omit<SlotQuery, "limit">;

function whereDue({ platforms, nowMs, maxLeaseMs }: DueAt): Prisma.SlotWhereInput {
  return { subscription: { ...RUNNING, platform: { in: [...platforms] } }, OR: dueStates(nowMs, nowMs + maxLeaseMs) };
}

/** A lease that ends after the longest one is of a clock that was ahead. */
function dueStates(nowMs: number, longestMs: number): Prisma.SlotWhereInput[] {
  const now = new Date(nowMs);
  return [
    { state: "waiting", dueAt: { lte: now }, subscription: { slots: { none: { state: "claimed" } } } },
    { state: "claimed", OR: [{ leaseUntil: { lte: now } }, { leaseUntil: { gt: new Date(longestMs) } }] },
  ];
}

/** The same of a row that is due by the time of one of several queries: whether it is by this one's. */
function isDue({ state, dueAt, leaseUntil, subscription }: DueRow, { platforms, nowMs, maxLeaseMs }: DueAt): boolean {
  if (!platforms.includes(subscription.platform)) return false;
  if (state === "waiting") return dueAt.getTime() <= nowMs;
  return leaseUntil !== null && (leaseUntil.getTime() <= nowMs || leaseUntil.getTime() > nowMs + maxLeaseMs);
}

async function findDue(client: PrismaClient, query: SlotQuery): Promise<DueSlot[]> {
  const orderBy = [{ dueAt: "asc" as const }, { id: "asc" as const }];
  const rows = await client.slot.findMany({ where: whereDue(query), include: INCLUDE, orderBy, take: query.limit });
  return rows.map(toDueSlot);
}

type DueRow = Prisma.SlotGetPayload<{ include: typeof INCLUDE }>;

function toDueSlot(row: DueRow): DueSlot {
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
