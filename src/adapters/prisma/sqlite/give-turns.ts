import { setImmediate as nextTurn } from "node:timers/promises";

/** How long statements may follow each other before the event loop gets a turn, in milliseconds. */
const MOST_MS = 15;

/**
 * SQLite answers at once, so whoever awaits one statement after another never leaves the microtasks: no timer, socket or signal is
 * heard until the last. What this gives is awaited before a statement, and waits for a turn of the event loop where none has come for a while.
 */
export function createTurns(nowMs: () => number = () => performance.now()): () => Promise<void> {
  /** When the event loop was first asked for in its present turn; null before that. */
  let sinceMs: number | null = null;
  return async () => {
    if (sinceMs === null) {
      sinceMs = nowMs();
      setImmediate(() => {
        sinceMs = null;
      });
    } else if (nowMs() - sinceMs >= MOST_MS) await nextTurn();
  };
}
