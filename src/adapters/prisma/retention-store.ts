import type { RetentionStore } from "../../domain/store-state.ts";
import type { Clients } from "./clients.ts";

export function createRetentionStore(clients: Clients): RetentionStore {
  return {
    workspaces: async () => (await clients.reads.workspace.findMany({ select: { id: true } })).map(({ id }) => id),
    sweep: (beforeMs) =>
      clients.single(async (client) => {
        const before = { lt: new Date(beforeMs) };
        const swept = [
          await client.poll.deleteMany({ where: { at: before } }),
          await client.seenEvent.deleteMany({ where: { seenAt: before } }),
          await client.button.deleteMany({ where: { usedAt: before } }),
          await client.modelDraft.deleteMany({ where: { madeAt: before } }),
          await client.manager.deleteMany({ where: { seenAt: before } }),
          await client.turn.deleteMany({ where: { askedAt: before } }),
          await client.slot.deleteMany({
            where: { doneAt: before, subscription: { slots: { some: { dueAt: { gt: new Date(beforeMs) } } } } },
          }),
        ];
        return swept.reduce((sum, { count }) => sum + count, 0);
      }),
    sweepEvents: (beforeMs) =>
      clients.single(
        async (client) => (await client.seenEvent.deleteMany({ where: { seenAt: { lt: new Date(beforeMs) } } })).count,
      ),
  };
}
