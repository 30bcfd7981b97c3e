import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

/** The system's number of this thread; 0 where the system does not say, as everywhere but on Linux. */
export const OWN_THREAD = ownThread();

function ownThread(): number {
  try {
    return Number(basename(readlinkSync("/proc/thread-self")));
  } catch {
    return 0;
  }
}

/** Milliseconds that processors spent on a thread of this process so far; null where the system does not say, or the thread is gone. */
export function processorMs(thread: number): number | null {
  if (thread === 0) return null;
  try {
    // Its first number is in nanoseconds. Some kernels are built without it, and say 0.
    const spent = Number(readFileSync(`/proc/self/task/${thread}/schedstat`, "utf8").split(" ", 1)[0]) / 1e6;
    return spent > 0 ? spent : null;
  } catch {
    return null;
  }
}
