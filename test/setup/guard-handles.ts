import { setTimeout as sleep } from "node:timers/promises";

/** Kinds of libuv handle that a test opens on purpose and must close. Timers and pipes belong to the test runner as well. */
const WATCHED = new Set([
  "TCPServerWrap",
  "TCPSocketWrap",
  "TLSWrap",
  "UDPWrap",
  "ProcessWrap",
  "Worker",
  "FSEventWrap",
  "StatWatcher",
]);

function countWatched(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) {
    if (WATCHED.has(kind)) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

export interface HandleGuard {
  /** Kinds and numbers of the handles that are still open after waiting, such as `TCPServerWrap x1`; empty when all are closed. */
  leftOpen(limits: { waitMs: number; stepMs: number }): Promise<string[]>;
}

/** `list` names the open handles (Node: `process.getActiveResourcesInfo`). What is open now belongs to the runner and is not counted. */
export function guardHandles(list: () => string[]): HandleGuard {
  const before = countWatched(list());
  function surplus(): string[] {
    const left: string[] = [];
    for (const [kind, count] of countWatched(list())) {
      const more = count - (before.get(kind) ?? 0);
      if (more > 0) {
        left.push(`${kind} x${more}`);
      }
    }
    return left;
  }
  return {
    leftOpen: async ({ waitMs, stepMs }) => {
      // Closing takes a few turns of the event loop.
      for (let waited = 0; waited < waitMs && surplus().length > 0; waited += stepMs) {
        await sleep(stepMs);
      }
      return surplus();
    },
  };
}
