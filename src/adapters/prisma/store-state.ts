import type { StoreCounts, StoreState } from "../../domain/store-state.ts";
import type { Clients } from "./clients.ts";
import type { PrismaClient } from "./generated/client.ts";
import { PRESENT } from "./installation-stores.ts";

const DAY_MS = 86_400_000;
/** A digest that comes within this time of its due time is on time. */
const ON_TIME_MS = 60_000;
/** So many digests of the last day are looked at. */
const MAX_SLOTS = 10_000;

export function createStoreState({ reads: client, size }: Pick<Clients, "reads" | "size">): StoreState {
  return {
    check: async () => {
      await client.$queryRaw`SELECT 1`;
    },
    counts: (nowMs) => countStore(client, nowMs),
    size,
  };
}

async function countStore(client: PrismaClient, nowMs: number): Promise<StoreCounts> {
  const yesterday = new Date(nowMs - DAY_MS);
  const polls = await client.poll.groupBy({ by: ["outcome"], where: { at: { gte: yesterday } }, _count: true });
  const slots = await client.slot.findMany({
    where: { doneAt: { gte: yesterday } },
    select: { state: true, dueAt: true, doneAt: true },
    take: MAX_SLOTS,
  });
  const slotsDone: Record<string, number> = {};
  for (const { state } of slots) slotsDone[state] = (slotsDone[state] ?? 0) + 1;
  const posted = slots.filter((slot) => slot.state === "posted");
  const onTime = posted.filter(({ dueAt, doneAt }) => (doneAt?.getTime() ?? Infinity) - dueAt.getTime() <= ON_TIME_MS);
  const doubts = await client.delivery.aggregate({
    // What nobody could look up stays as it was when its digest ended.
    where: { doubtSince: { not: null }, slot: { state: "claimed" } },
    _count: true,
    _min: { doubtSince: true },
  });
  return {
    workspaces: await client.workspace.count(),
    articles: await client.article.count(),
    sources: await client.source.count(),
    failingSources: await client.source.count({ where: { failingSince: { not: null } } }),
    slotsDue: await client.slot.count({
      where: {
        state: "waiting",
        dueAt: { lte: new Date(nowMs) },
        subscription: { stoppedAt: null, pausedAt: null, workspace: PRESENT },
      },
    }),
    leasesHeld: await client.slot.count({ where: { state: "claimed", leaseUntil: { gt: new Date(nowMs) } } }),
    doubts: { messages: doubts._count, oldestMs: Math.max(0, nowMs - (doubts._min.doubtSince?.getTime() ?? nowMs)) },
    slotsDone,
    onTime: posted.length === 0 ? null : onTime.length / posted.length,
    polls: Object.fromEntries(polls.map((row) => [row.outcome, row._count])),
  };
}
