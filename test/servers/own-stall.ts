import { readFileSync } from "node:fs";

const TICK_MS = 5;

/**
 * The longest that this thread kept its event loop from turning. On Linux that is the processor time which it took between two turns: for how
 * long others kept it from a processor says nothing of the program, so that a bar in milliseconds holds on a busy machine as well.
 * Elsewhere it is the time that passed.
 */
export function watchOwnStall(): { stop(): number } {
  let longest = 0;
  let before = takenMs();
  const timer = setInterval(() => {
    const now = takenMs();
    longest = Math.max(longest, now - before - TICK_MS);
    before = now;
  }, TICK_MS);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}

/** The processor time of this thread alone, of which process.cpuUsage says nothing. */
function takenMs(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
