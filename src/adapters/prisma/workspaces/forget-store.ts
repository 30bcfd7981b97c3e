import type { ForgetStore } from "../../../domain/workspace/forgetting.ts";
import type { Clients } from "../clients.ts";

export function createForgetStore(clients: Clients): ForgetStore {
  return {
    user: (workspaceId, userId) =>
      clients.single(async (client) => {
        const turns = await client.turn.deleteMany({ where: { askedBy: userId, conversation: { workspaceId } } });
        const unsigned = [
          await client.subscription.updateMany({
            where: { workspaceId, createdBy: userId },
            data: { createdBy: null },
          }),
          await client.source.updateMany({ where: { workspaceId, addedBy: userId }, data: { addedBy: null } }),
          await client.nameRule.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
          await client.correction.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
          await client.savedTopic.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
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
