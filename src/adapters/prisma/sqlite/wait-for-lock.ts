import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../../../domain/errors.ts";
import { BUSY_TIMEOUT_MS } from "./prepare-database.ts";

/** How long a transaction waits for another process's lock on our thread, which hears nobody meanwhile, and then off it, in milliseconds. */
export const LOCK_STEP_MS = 10;
const PAUSE_MS = 10;

/**
 * Tries a transaction again and again until it has the file's lock, so that timers and requests are heard in between. `attempt` calls
 * `locked` once it has it; what fails after that is not tried again. `explain` makes a failure a sentence.
 */
export async function waitForLock<T>(
  attempt: (locked: () => void) => Promise<T>,
  explain: (error: unknown) => unknown,
): Promise<T> {
  const endsAtMs = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    let hasLock = false;
    try {
      return await attempt(() => {
        hasLock = true;
      });
    } catch (error) {
      const told = explain(error);
      const isBusy = told instanceof AppError && told.code === "store-busy";
      if (!isBusy || hasLock || performance.now() > endsAtMs) throw told;
    }
    await sleep(PAUSE_MS);
  }
}
