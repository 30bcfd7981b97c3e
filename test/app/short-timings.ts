import type { DigestTimings } from "../../src/digest/digest-timings.ts";
import { JOB_TIMINGS, type JobTimings } from "../../src/domain/job-queue.ts";

/** What processes hold that are killed by tests is free soon; `checkTimings` holds the lease to what a post may take. */
export const SHORT_DIGESTS: DigestTimings = {
  leaseMs: 3000,
  apiTimeoutMs: 1000,
  graceMs: 250,
  lookAgainMs: 1500,
  retryMinMs: 200,
  retryMaxMs: 1500,
  concurrency: 4,
};

/** A job that died with its process is tried again after its row was told of anew: for the program's own minute or two it would only wait to find nothing to do. */
export const SHORT_JOBS: JobTimings = {
  ...JOB_TIMINGS,
  retryMs: { fetch: 1000, extract: 1000, digest: 4000, deliver: 4000 },
  expireMs: 10_000,
  pollMs: 200,
};
