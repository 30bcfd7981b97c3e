import type { Logger } from "pino";
import type { SourceJobs } from "../../ingest/sources/create-source-jobs.ts";
import { createWaker, type Waker } from "./create-waker.ts";

export interface SourcePolls {
  sources: Waker;
  entries: Waker;
}

/**
 * Looks for sources that are due and for entries that wait, from now on; where this process keeps no schedule, only when it is asked to.
 * Beside each other: a thousand entries must not keep the feeds from being looked at.
 */
export function startSourcePolls(jobs: SourceJobs, isTicking: boolean, logger: Logger): SourcePolls {
  const onFailure = (error: unknown) => logger.error({ err: error }, "Could not check for due sources");
  return {
    sources: createWaker(jobs.queueDueSources, { isTicking, onFailure }),
    entries: createWaker(jobs.queueDueEntries, { isTicking, onFailure }),
  };
}
