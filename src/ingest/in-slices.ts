import { setTimeout as sleep } from "node:timers/promises";

/** How long one slice may hold the lock and, with an embedded database, the event loop, in milliseconds. */
const SLICE_MS = 50;
/** Half of what a slice took, others have their turn: without a pause, another process would ask for the lock in vain. */
const PAUSE_SHARE = 0.5;
const MIN_PAUSE_MS = 5;

/**
 * Deletes in slices that yield, until nothing is left or the program is stopped: `slice` deletes up to `limit` rows and says how many it found.
 * How many a slice takes, at most `most`, follows from how long the last one did. Answers with the sum.
 */
export async function inSlices(
  slice: (limit: number) => Promise<number>,
  { first, most, signal }: { first: number; most: number; signal: AbortSignal },
): Promise<number> {
  let sum = 0;
  let limit = first;
  while (!signal.aborted) {
    const began = performance.now();
    const done = await slice(limit);
    const tookMs = performance.now() - began;
    sum += done;
    if (done < limit) break;
    // At most twice as many as before: a slice that was short by chance must not be followed by one that is long.
    limit = Math.max(1, Math.min(2 * limit, most, Math.floor((limit * SLICE_MS) / Math.max(1, tookMs))));
    await sleep(Math.max(MIN_PAUSE_MS, tookMs * PAUSE_SHARE));
  }
  return sum;
}
