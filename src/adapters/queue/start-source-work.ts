import type { JobQueue } from "../../domain/job-queue.ts";
import type { SourceJobs } from "../../ingest/sources/create-source-jobs.ts";

const SOURCES_AT_ONCE = 32;
/** Most of them wait for the turn of a host, or for a thread. */
const ENTRIES_AT_ONCE = 64;

/** Has sources and their entries worked in this process. New entries are looked for as soon as there are some, and when none are left. */
export function startSourceWork(queue: JobQueue, jobs: SourceJobs, queueDueEntries: () => void): void {
  queue.work("fetch", {
    concurrency: SOURCES_AT_ONCE,
    async handle(sourceId, signal) {
      if (await jobs.fetch(sourceId, signal)) queueDueEntries();
    },
    onDry: () => undefined,
  });
  queue.work("extract", { concurrency: ENTRIES_AT_ONCE, handle: jobs.extract, onDry: queueDueEntries });
}
