import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.ts";
import type { JobLedger } from "../../domain/job-queue.ts";
import { createWaker, type Waker } from "./create-waker.ts";

/** Longer than any worker is busy with all that it can have under way at once. */
const UNTAKEN_MS = 5 * 60_000;
const AGAIN_MS = 60 * 60_000;

export interface WorkerWatch {
  /** Looks once, and says what is new. */
  look(): Promise<null>;
}

/** Says in the log when jobs wait and no process takes them, once an hour while it lasts, and when one does again. */
export function createWorkerWatch(
  jobs: Pick<JobLedger, "untakenMs">,
  { logger, clock }: { logger: Logger; clock: Clock },
): WorkerWatch {
  let toldAtMs: number | null = null;
  return {
    async look() {
      const ms = await jobs.untakenMs();
      if (ms < UNTAKEN_MS) {
        if (toldAtMs !== null) logger.info("Jobs are being taken again");
        toldAtMs = null;
      } else if (toldAtMs === null || clock.now() - toldAtMs >= AGAIN_MS) {
        toldAtMs = clock.now();
        const minutes = Math.floor(ms / 60_000);
        logger.warn(
          { minutes },
          "Jobs wait, but no process takes them. Start one with --role work, or check why the others are busy",
        );
      }
      return null;
    },
  };
}

/** Watches from now on, each minute. */
export function startWorkerWatch(jobs: Pick<JobLedger, "untakenMs">, deps: { logger: Logger; clock: Clock }): Waker {
  const onFailure = (error: unknown) => deps.logger.error({ err: error }, "Could not check whether jobs are taken");
  return createWaker(createWorkerWatch(jobs, deps).look, { isTicking: true, onFailure });
}
