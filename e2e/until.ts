import { setTimeout as sleep } from "node:timers/promises";

const WAIT_MS = 30_000;

/** Asks until there is an answer; the last failure is the test's where there is none in time. */
export async function until<T>(look: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}
