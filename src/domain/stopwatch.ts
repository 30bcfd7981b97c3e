import { setTimeout as sleep } from "node:timers/promises";
import type { Stopwatch } from "./clock.ts";

/** Goes on whatever anybody does to the machine's clock. */
export const stopwatch: Stopwatch = {
  readMs: () => performance.now(),
  pause: (ms) => sleep(ms),
};
