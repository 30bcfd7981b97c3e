import { setTimeout as sleep } from "node:timers/promises";
import { postFailureOf } from "../threads/post-failure.ts";
import { InDoubtError, isTokenRefusal } from "./errors.ts";
import type { DiscordTimings } from "./timings.ts";

/** Whether a call that failed may have been carried out all the same. */
function mayHaveArrived(error: unknown): boolean {
  if (error instanceof InDoubtError) return true;
  const failure = postFailureOf(error);
  return failure.kind === "transient" && failure.maybePosted;
}

/**
 * Tries a call again where nobody was there to take it. Throws an InDoubtError where it may have been carried out: discord.js has repeated
 * by then what does no harm twice.
 */
export async function confirmCall<T>(timings: DiscordTimings, call: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (error) {
      if (mayHaveArrived(error)) throw new InDoubtError(error);
      if (failures === timings.apiRetries || isTokenRefusal(error) || postFailureOf(error).kind !== "transient") throw error;
      await sleep(Math.min(timings.retryMaxMs, timings.retryMinMs * 2 ** failures));
    }
  }
}
