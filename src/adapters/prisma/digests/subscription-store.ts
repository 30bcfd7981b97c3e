import { createBatcher } from "../../../domain/create-batcher.ts";
import type { NewSubscription, PlannedSlot, Schedule, Slot } from "../../../domain/digests/digest.ts";
import type { CoverageReader, SubscriptionStore } from "../../../domain/digests/digest-store.ts";
import type { Clients } from "../clients.ts";
import type { PrismaClient } from "../generated/client.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";
import { ANSWERS, type SlotRow, toSlot, toSubscription } from "./digest-rows.ts";

/** Subscriptions whose slots share a statement, at most. */
const AT_ONCE = 100;

export function createSubscriptionStore(clients: Clients): SubscriptionStore {
  const newest = createBatcher((asked: NewestAsked[]) => newestSlots(clients, asked), AT_ONCE);
  return {
    add: (subscription, first) => clients.transaction((transaction) => add(transaction, subscription, first)),
    async list(workspaceId, channelId) {
      const rows = await clients.reads.subscription.findMany({
        where: { workspaceId, purpose: "digest", stoppedAt: null, ...(channelId === null ? {} : { channelId }) },
        orderBy: { id: "asc" },
      });
      return rows.map(toSubscription);
    },
    reschedule: (id, given, next) =>
      clients.transaction(async (transaction) => {
        const { topics, minuteOfDay, weekdays, timeZone, whenEmpty, language, reach } = given;
        const schedule = { minuteOfDay, weekdays, timeZone, rule: ruleColumn(given) };
        await transaction.subscription.update({
          where: { id },
          data: {
            topics,
            ...schedule,
            settings: settingsColumn({ whenEmpty, language, reach }),
            pausedAt: null,
            pauseReason: null,
          },
        });
        await replaceWaiting(transaction, id, next);
      }),
    stop: (id, atMs) =>
      clients.transaction(async (transaction) => {
        await transaction.subscription.update({ where: { id }, data: { stoppedAt: new Date(atMs) } });
        await transaction.slot.deleteMany({ where: { subscriptionId: id, state: "waiting" } });
      }),
    pauseIn: ({ workspaceId, channelId, why, nowMs }) =>
      clients.transaction(async (transaction) => {
        const running = { workspaceId, channelId, stoppedAt: null, pausedAt: null };
        const rows = await transaction.subscription.findMany({ where: running, orderBy: { id: "asc" } });
        const among = { in: rows.map(({ id }) => id) };
        await transaction.subscription.updateMany({
          where: { id: among, pausedAt: null },
          data: { pausedAt: new Date(nowMs), pauseReason: why },
        });
        await transaction.slot.deleteMany({ where: { subscriptionId: among, state: "waiting" } });
        // Nobody set up that answers are cited: there is nothing to tell of its pause.
        return rows.filter(({ purpose }) => purpose !== ANSWERS).map(toSubscription);
      }),
    slots: (id, limit) => newest({ id, limit }),
    ask: (id, slot) =>
      clients.single(async (client) => {
        const inserted = await client.$executeRaw`
          INSERT INTO "Slot" ("subscriptionId", "key", "dueAt", "state") VALUES (${id}, ${slot.key}, ${new Date(slot.dueAtMs)}, 'waiting')
          ON CONFLICT DO NOTHING`;
        return inserted === 1;
      }),
  };
}

type NewestRow = Omit<SlotRow, "told" | "leaseUntil">;

interface NewestAsked {
  id: number;
  limit: number;
}

/** The newest slots of several subscriptions in one statement. */
async function newestSlots({ reads, rows }: Clients, asked: NewestAsked[]): Promise<Slot[][]> {
  const most = Math.max(...asked.map(({ limit }) => limit));
  const found = await reads.$queryRaw<NewestRow[]>`
    SELECT * FROM (
      SELECT "id", "subscriptionId", "key", "dueAt", "state", "coversUntil", "reason", "claim", "claimedAt", "doneAt",
        row_number() OVER (PARTITION BY "subscriptionId" ORDER BY "dueAt" DESC, "id" DESC) AS "place"
      FROM "Slot" WHERE "subscriptionId" IN ${rows.list(asked.map(({ id }) => id))}
    ) AS "placed" WHERE "place" <= ${most} ORDER BY "subscriptionId", "place"`;
  const slots = new Map<number, Slot[]>();
  for (const row of found) {
    const slot = toSlot({ ...row, id: Number(row.id), subscriptionId: Number(row.subscriptionId), claim: Number(row.claim) });
    slots.set(slot.subscriptionId, [...(slots.get(slot.subscriptionId) ?? []), slot]);
  }
  return asked.map(({ id, limit }) => (slots.get(id) ?? []).slice(0, limit));
}

async function add(transaction: Transaction, given: NewSubscription, first: PlannedSlot) {
  await ensureWorkspace(transaction, given.workspaceId);
  const { whenEmpty, language, reach, createdAtMs, ...columns } = given;
  const stored = {
    settings: settingsColumn({ whenEmpty, language, reach }),
    told: {},
    createdAt: new Date(createdAtMs),
    rule: ruleColumn(given),
  };
  const row = await transaction.subscription.create({ data: { ...columns, ...stored } });
  await createSlot(transaction, row.id, first);
  return toSubscription(row);
}

function settingsColumn({ whenEmpty, language, reach }: Pick<NewSubscription, "whenEmpty" | "language" | "reach">) {
  return { whenEmpty, language, ...(reach === undefined ? {} : { reach: { ...reach } }) };
}

function ruleColumn({ rule }: Schedule) {
  return rule === undefined ? Prisma.DbNull : { ...rule, monthDays: rule.monthDays.map((day) => ({ ...day })) };
}

async function createSlot(transaction: Transaction, subscriptionId: number, slot: PlannedSlot): Promise<void> {
  await transaction.slot.create({
    data: { subscriptionId, key: slot.key, dueAt: new Date(slot.dueAtMs), state: "waiting" },
  });
}

/** Comes first wherever slots of a subscription depend on each other: of two who change them, the second sees what the first has left. */
export async function lockSubscription(transaction: Transaction, id: number): Promise<void> {
  await transaction.$executeRaw`UPDATE "Subscription" SET "stoppedAt" = "stoppedAt" WHERE "id" = ${id}`;
}

/** The waiting slot of the schedule gives way to another; digests that were asked for stay. */
async function replaceWaiting(transaction: Transaction, subscriptionId: number, next: PlannedSlot): Promise<void> {
  await transaction.slot.deleteMany({
    where: { subscriptionId, state: "waiting", NOT: { key: { startsWith: "now:" } } },
  });
  await createSlot(transaction, subscriptionId, next);
}

export function createCoverageReader(client: PrismaClient): CoverageReader {
  return {
    async coverage(workspaceId) {
      const sources = await client.source.count({ where: { workspaceId } });
      const failing = await client.source.findMany({
        where: { workspaceId, failingSince: { not: null } },
        select: { title: true, url: true },
        orderBy: { url: "asc" },
      });
      return { sources, failing: failing.map(({ title, url }) => title ?? url) };
    },
  };
}
