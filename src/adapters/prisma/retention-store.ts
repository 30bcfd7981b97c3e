import type { RetentionStore } from "../../domain/store-state.ts";
import type { Clients } from "./clients.ts";

export function createRetentionStore(clients: Clients): RetentionStore {
  return {
    workspaces: async () => (await clients.reads.workspace.findMany({ select: { id: true } })).map(({ id }) => id),
    sweep: (beforeMs) =>
      clients.transaction(async (transaction) => {
        const before = { lt: new Date(beforeMs) };
        const swept = [
          await transaction.poll.deleteMany({ where: { at: before } }),
          await transaction.seenEvent.deleteMany({ where: { seenAt: before } }),
          await transaction.button.deleteMany({ where: { usedAt: before } }),
          await transaction.modelDraft.deleteMany({ where: { madeAt: before } }),
          await transaction.manager.deleteMany({ where: { seenAt: before } }),
          await transaction.turn.deleteMany({ where: { askedAt: before } }),
          await transaction.slot.deleteMany({
            where: { doneAt: before, subscription: { slots: { some: { dueAt: { gt: new Date(beforeMs) } } } } },
          }),
        ];
        return swept.reduce((sum, { count }) => sum + count, 0);
      }),
    sweepEvents: (beforeMs) =>
      clients.transaction(
        async (transaction) => (await transaction.seenEvent.deleteMany({ where: { seenAt: { lt: new Date(beforeMs) } } })).count,
      ),
  };
}
