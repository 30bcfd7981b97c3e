import type { ForgetStore } from "../../../domain/workspace/forgetting.ts";
import type { Clients } from "../clients.ts";
import { toWatch } from "../digests/watch-store.ts";
import type { Transaction } from "../transaction.ts";

/** What only this person is told goes with them: its channel is theirs. */
async function removeDirectWatches(client: Transaction, workspaceId: string, createdBy: string): Promise<void> {
  const rows = await client.subscription.findMany({ where: { workspaceId, createdBy, purpose: "watch" } });
  const direct = rows.map(toWatch).filter(({ isDirect }) => isDirect);
  await client.subscription.deleteMany({ where: { id: { in: direct.map(({ id }) => id) } } });
}

export function createForgetStore(clients: Clients): ForgetStore {
  return {
    user: (workspaceId, userId) =>
      clients.single(async (client) => {
        const turns = await client.turn.deleteMany({ where: { askedBy: userId, conversation: { workspaceId } } });
        await removeDirectWatches(client, workspaceId, userId);
        const unsigned = [
          await client.subscription.updateMany({
            where: { workspaceId, createdBy: userId },
            data: { createdBy: null },
          }),
          await client.source.updateMany({ where: { workspaceId, addedBy: userId }, data: { addedBy: null } }),
          await client.nameRule.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
          await client.correction.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
          await client.dispute.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
          await client.savedTopic.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
          await client.access.updateMany({ where: { workspaceId, createdBy: userId }, data: { createdBy: null } }),
        ];
        await client.lastBriefing.deleteMany({ where: { workspaceId, askedBy: userId } });
        await client.manager.deleteMany({ where: { workspaceId, userId } });
        return { questions: turns.count, unsigned: unsigned.reduce((sum, each) => sum + each.count, 0) };
      }),
    drafts: () =>
      clients.single(async (client) => {
        await client.modelDraft.deleteMany();
      }),
  };
}
