import type { JobQueue } from "../../domain/job-queue.ts";
import type { SourceJobs } from "../../ingest/sources/create-source-jobs.ts";

const SOURCES_AT_ONCE = 32;
/** Most of them wait for the turn of a host, or for a thread. */
const ENTRIES_AT_ONCE = 64;

/** Has sources and their entries worked in this process. When no entries are left, new ones are looked for. */
export function startSourceWork(queue: JobQueue, jobs: SourceJobs, queueDueEntries: () => void): void {
  queue.work("fetch", { concurrency: SOURCES_AT_ONCE, handle: jobs.fetch, onDry: () => undefined });
  queue.work("extract", { concurrency: ENTRIES_AT_ONCE, handle: jobs.extract, onDry: queueDueEntries });
}
