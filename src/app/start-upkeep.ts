import type { Logger } from "pino";
import type { Waker } from "../adapters/cron/create-waker.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { Clock } from "../domain/clock.ts";
import type { JobLedger } from "../domain/job-queue.ts";

export interface UpkeepDeps {
  store: Store;
  jobs: JobLedger;
  clock: Clock;
  logger: Logger;
  /** Told when a look at what is too old went well. */
  onRetention(): void;
}

/** What a process that keeps the schedule looks after, each with the name that an operator knows it by. */
export async function startUpkeep(days: number | null, deps: UpkeepDeps): Promise<{ name: string; waker: Waker }[]> {
  const { store, jobs, onRetention, ...shared } = deps;
  const [{ startRetention }, { startWorkerWatch }] = await Promise.all([
    import("../adapters/cron/start-retention.ts"),
    import("../adapters/cron/watch-workers.ts"),
  ]);
  return [
    { name: "the deletion of what is too old", waker: startRetention(days, store, { ...shared, onDone: onRetention }) },
    { name: "the look for jobs that nobody takes", waker: startWorkerWatch(jobs, shared) },
  ];
}
