import type { StoreCounts, StoreState } from "../../domain/workspace/store-state.ts";
import type { Clients } from "./clients.ts";
import type { PrismaClient } from "./generated/client.ts";
import { PRESENT } from "./workspaces/installation-stores.ts";

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
  };
}
