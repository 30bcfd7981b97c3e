import type { ForgetStore } from "../../domain/forgetting.ts";
import type { Clients } from "./clients.ts";

export function createForgetStore(clients: Clients): ForgetStore {
  return {
    user: (workspaceId, userId) =>
      clients.transaction(async (transaction) => {
        const turns = await transaction.turn.deleteMany({ where: { askedBy: userId, conversation: { workspaceId } } });
        const unsigned = [
          await transaction.subscription.updateMany({
            where: { workspaceId, createdBy: userId },
            data: { createdBy: null },
          }),
          await transaction.source.updateMany({ where: { workspaceId, addedBy: userId }, data: { addedBy: null } }),
          await transaction.nameRule.updateMany({ where: { workspaceId, setBy: userId }, data: { setBy: null } }),
        ];
        await transaction.manager.deleteMany({ where: { workspaceId, userId } });
        return { questions: turns.count, unsigned: unsigned.reduce((sum, each) => sum + each.count, 0) };
      }),
    drafts: () =>
      clients.transaction(async (transaction) => {
        await transaction.modelDraft.deleteMany();
      }),
  };
}
