import type { NewSubscription, PlannedSlot, Schedule } from "../../../domain/digests/digest.ts";
import type { CoverageReader, SubscriptionStore } from "../../../domain/digests/digest-store.ts";
import type { Clients } from "../clients.ts";
import { Prisma, type PrismaClient } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";
import { ANSWERS, toSlot, toSubscription } from "./digest-rows.ts";

export function createSubscriptionStore(clients: Clients): SubscriptionStore {
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
    async slots(id, limit) {
      const rows = await clients.reads.slot.findMany({
        where: { subscriptionId: id },
        orderBy: [{ dueAt: "desc" }, { id: "desc" }],
        take: limit,
      });
      return rows.map(toSlot);
    },
    ask: (id, slot) =>
      clients.single(async (client) => {
        const inserted = await client.$executeRaw`
          INSERT INTO "Slot" ("subscriptionId", "key", "dueAt", "state") VALUES (${id}, ${slot.key}, ${new Date(slot.dueAtMs)}, 'waiting')
          ON CONFLICT DO NOTHING`;
        return inserted === 1;
      }),
  };
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
export async function replaceWaiting(transaction: Transaction, subscriptionId: number, next: PlannedSlot): Promise<void> {
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
