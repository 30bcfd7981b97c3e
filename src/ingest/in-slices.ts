import { setTimeout as sleep } from "node:timers/promises";

/** How long one slice may hold the lock and, with an embedded database, the event loop, in milliseconds. */
const SLICE_MS = 50;
/** After each slice, pause for half its duration: without a pause, other processes would not get the lock. */
const PAUSE_SHARE = 0.5;
const MIN_PAUSE_MS = 5;

/**
 * Deletes in slices, yielding in between, until nothing is left or the program stops: `slice` deletes up to `limit` rows and returns how
 * many it found. The size of a slice, at most `most`, follows from the duration of the last one. Returns the sum.
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
    // At most double the size: a slice that was fast by chance must not make the next one slow.
    limit = Math.max(1, Math.min(2 * limit, most, Math.floor((limit * SLICE_MS) / Math.max(1, tookMs))));
    await sleep(Math.max(MIN_PAUSE_MS, tookMs * PAUSE_SHARE));
  }
  return sum;
}
