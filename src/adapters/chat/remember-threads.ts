import type { Desk } from "../../domain/chat/chat.ts";

const KEPT = 5000;

/** A desk that knows this process's own threads also while the store can't be asked. */
export interface RememberingDesk extends Desk {
  /** Whether a thread is known to be ours without a look into the store. */
  remembersThread(workspaceId: string, threadId: string): boolean;
}

/** Without it nobody could tell, while the store fails, whom a plain reply is meant for, and who asks in our threads would hear nothing. */
export function rememberThreads(desk: Desk): RememberingDesk {
  const ours = new Set<string>();
  const remembersThread = (workspaceId: string, threadId: string) => ours.has(`${workspaceId} ${threadId}`);
  function remember(workspaceId: string, threadId: string): void {
    // Set.clear now and then is simpler than an order of use: what is forgotten is asked of the store.
    if (ours.size >= KEPT) ours.clear();
    ours.add(`${workspaceId} ${threadId}`);
  }
  return {
    ...desk,
    remembersThread,
    async isOurThread(workspaceId, threadId) {
      const isOurs = await desk.isOurThread(workspaceId, threadId);
      if (isOurs) remember(workspaceId, threadId);
      return isOurs;
    },
    async openThread(workspaceId, threadId, topic) {
      remember(workspaceId, threadId);
      await desk.openThread(workspaceId, threadId, topic);
    },
  };
}
