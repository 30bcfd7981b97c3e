import type { Asker } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import type { ManagerStore } from "../../domain/model/model-trouble.ts";

const NOTED_FOR_MS = 86_400_000;
const MAX_NOTED = 10_000;

/** Stores who manages a workspace, at most once a day per person: we tell them about problems that only they can fix. */
export function createManagerNotes(managers: ManagerStore, clock: Clock): (asker: Asker) => Promise<void> {
  const noted = new Map<string, number>();
  return async ({ isManager, platform, workspaceId, userId }) => {
    const key = `${workspaceId} ${userId}`;
    const nowMs = clock.now();
    if (!isManager || platform === "terminal" || nowMs - (noted.get(key) ?? -NOTED_FOR_MS) < NOTED_FOR_MS) return;
    if (noted.size >= MAX_NOTED) noted.clear();
    noted.set(key, nowMs);
    await managers.seen(workspaceId, userId, nowMs);
  };
}
