import { setImmediate as nextTurn } from "node:timers/promises";
import type { WorkspaceStore } from "../../src/domain/workspace/installations.ts";

/** Workspaces in memory. */
export function createFakeWorkspaces(): WorkspaceStore & { leftAt: Map<string, number | null> } {
  const leftAt = new Map<string, number | null>();
  return {
    leftAt,
    async arrive(workspaceId) {
      // A store takes its time.
      await nextTurn();
      leftAt.set(workspaceId, null);
    },
    async leave(workspaceId, atMs) {
      if (leftAt.get(workspaceId) !== null) return false;
      leftAt.set(workspaceId, atMs);
      return true;
    },
    list: async (platform) =>
      [...leftAt].flatMap(([workspaceId, leftAtMs]) => (workspaceId.startsWith(platform) ? { workspaceId, leftAtMs } : [])),
    departed: async (beforeMs) => [...leftAt].flatMap(([id, at]) => (at !== null && at < beforeMs ? id : [])),
    remove: async (workspaceId) => typeof leftAt.get(workspaceId) === "number" && leftAt.delete(workspaceId),
  };
}
