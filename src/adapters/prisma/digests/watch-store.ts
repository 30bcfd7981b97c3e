import { z } from "zod";
import { ASKED_FOR } from "../../../domain/digests/digest.ts";
import {
  type NewWatch,
  type PlacedHit,
  WATCH_EVENTS,
  type Watch,
  type WatchHit,
  type WatchPast,
} from "../../../domain/digests/watch.ts";
import type { UnmatchedArticle, WatchStore } from "../../../domain/digests/watch-store.ts";
import { idOf, keyOf } from "../articles/keys.ts";
import type { Clients } from "../clients.ts";
import type { Prisma } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";
import { PRESENT } from "../workspaces/installation-stores.ts";
import { type SubscriptionRow, toSlot, toSubscription } from "./digest-rows.ts";
import { lockSubscription } from "./subscription-store.ts";

/** Watches are subscriptions of this purpose. */
const WATCHES = { purpose: "watch", stoppedAt: null } satisfies Prisma.SubscriptionWhereInput;
/** A watch has no schedule; what tells of it is asked for by what comes. */
const NO_SCHEDULE = { minuteOfDay: 0, weekdays: [1, 2, 3, 4, 5, 6, 7] };
/** Of one watch, looked at before anything is told. */
const MAX_PAST = 500;

const settings = z.object({
  isDirect: z.boolean().catch(false),
  quiet: z.object({ fromMinute: z.number().int(), toMinute: z.number().int() }).nullable().catch(null),
  remindMs: z.number().int().positive().nullable().catch(null),
});

export function createWatchStore(clients: Clients): WatchStore {
  const client = clients.reads;
  return {
    add: (watch) => clients.transaction((transaction) => add(transaction, watch)),
    async list(workspaceId) {
      const rows = await client.subscription.findMany({ where: { ...WATCHES, workspaceId }, orderBy: { id: "asc" } });
      return rows.map(toWatch);
    },
    async unmatched(limit) {
      const rows = await client.unmatchedArticle.findMany({
        where: { article: { workspace: PRESENT } },
        orderBy: [{ seenAt: "asc" }, { articleId: "asc" }],
        take: limit,
        include: { article: { select: { externalId: true } } },
      });
      return rows.map(({ articleId, workspaceId, seenAt, article }) => {
        return { key: articleId, workspaceId, articleId: article.externalId, seenAtMs: seenAt.getTime() };
      });
    },
    settle: (article, given, decide) => clients.transaction((transaction) => settle(transaction, { article, ...given, decide })),
    async hitsOf(slotId) {
      const rows = await client.watchHit.findMany({ where: { slotId }, include: ARTICLE, orderBy: { id: "asc" } });
      return rows.map(toHit);
    },
    async lastHits(subscriptionId, limit) {
      const where = { subscriptionId };
      const rows = await client.watchHit.findMany({ where, include: ARTICLE, orderBy: { id: "desc" }, take: limit });
      return rows.map(toHit);
    },
  };
}

async function add(transaction: Transaction, given: NewWatch): Promise<Watch> {
  await ensureWorkspace(transaction, given.workspaceId);
  const { words, isDirect, quiet, remindMs, createdAtMs, ...columns } = given;
  const row = await transaction.subscription.create({
    data: {
      ...columns,
      ...NO_SCHEDULE,
      purpose: "watch",
      topics: [words],
      settings: { isDirect, remindMs, quiet: quiet === null ? null : { ...quiet } },
      told: {},
      createdAt: new Date(createdAtMs),
    },
  });
  return toWatch(row);
}

export function toWatch(row: SubscriptionRow): Watch {
  const { id, workspaceId, platform, channelId, topics, timeZone, createdBy, createdAtMs, paused } = toSubscription(row);
  const kept = settings.parse(row.settings);
  return { id, workspaceId, platform, channelId, words: topics[0] ?? "", timeZone, ...kept, createdBy, createdAtMs, paused };
}

const ARTICLE = { article: { select: { externalId: true } } } satisfies Prisma.WatchHitInclude;

function toHit(row: Prisma.WatchHitGetPayload<{ include: typeof ARTICLE }>): WatchHit {
  const { subscriptionId, event, sides, meetingId, dateStart, dateEnd, start, end, at, article } = row;
  return {
    watchId: subscriptionId,
    event: z.enum(WATCH_EVENTS).parse(event),
    sides,
    meetingId: meetingId === null ? null : idOf("meeting", meetingId),
    dateStart,
    dateEnd,
    start,
    end,
    articleId: article.externalId,
    atMs: at.getTime(),
  };
}

interface Settling {
  article: UnmatchedArticle;
  watchIds: number[];
  sinceMs: number;
  atMs: number;
  decide(past: ReadonlyMap<number, WatchPast>): PlacedHit[];
}

async function settle(transaction: Transaction, settling: Settling): Promise<number | null> {
  const { article, watchIds, atMs, decide } = settling;
  // In one order, so that two processes that match different articles never wait for each other.
  for (const id of [...watchIds].sort((a, b) => a - b)) await lockSubscription(transaction, id);
  const seenAt = new Date(article.seenAtMs);
  const { count } = await transaction.unmatchedArticle.deleteMany({ where: { articleId: article.key, seenAt } });
  if (count === 0) return null;
  if (watchIds.length === 0) return 0;
  const hits = decide(await pastOf(transaction, settling));
  for (const { slot, meetingId, watchId, ...columns } of hits) {
    const slotId = await slotFor(transaction, watchId, slot);
    if (slotId === null) continue;
    const meeting = meetingId === null ? null : keyOf("meeting", meetingId);
    const where = { subscriptionId: watchId, slotId, articleId: article.key, meetingId: meeting };
    await transaction.watchHit.create({ data: { ...columns, ...where, at: new Date(atMs) } });
  }
  return hits.length;
}

async function pastOf(transaction: Transaction, { watchIds, sinceMs }: Settling): Promise<Map<number, WatchPast>> {
  const past = new Map<number, WatchPast>();
  for (const subscriptionId of watchIds) {
    const order = { orderBy: { id: "desc" as const }, take: MAX_PAST };
    const since = new Date(sinceMs);
    const where = { subscriptionId, at: { gte: since } };
    const hits = await transaction.watchHit.findMany({ where, include: ARTICLE, ...order });
    const slots = await transaction.slot.findMany({ where: { subscriptionId, dueAt: { gte: since } }, ...order });
    const isRunning = await transaction.subscription.count({ where: { ...WATCHES, id: subscriptionId, pausedAt: null } });
    if (isRunning > 0) past.set(subscriptionId, { hits: hits.map(toHit), slots: slots.map(toSlot) });
  }
  return past;
}

/** One that waits under this key, whenever it is due; else a new one. Null where it is over, as that of a reminder may be. */
async function slotFor(transaction: Transaction, subscriptionId: number, slot: PlacedHit["slot"]): Promise<number | null> {
  const where = { subscriptionId, key: slot.key };
  const known = await transaction.slot.findFirst({ where, select: { id: true, state: true } });
  if (known !== null) return known.state === "waiting" ? known.id : null;
  if (!slot.key.startsWith(ASKED_FOR)) throw new Error(`A watch has no schedule, but a slot of the key ${slot.key}.`);
  const made = await transaction.slot.create({
    data: { subscriptionId, key: slot.key, dueAt: new Date(slot.dueAtMs), state: "waiting" },
    select: { id: true },
  });
  return made.id;
}
