import type { Logger } from "pino";
import type { Waker } from "../adapters/cron/create-waker.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { Config } from "../config/config.ts";
import type { Clock } from "../domain/clock.ts";
import type { Article } from "../domain/evidence/article.ts";
import type { Extracting, Extraction } from "../domain/evidence/extraction.ts";
import type { JobLedger } from "../domain/job-queue.ts";
import { ENGINE_VERSION } from "../extract/engine-version.ts";

export interface UpkeepDeps {
  store: Store;
  jobs: JobLedger;
  /** On a thread. */
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  clock: Clock;
  logger: Logger;
  /** Called after each successful check for expired data. */
  onRetention(): void;
}

/** The regular upkeep of a process with the schedule role, each task under the name that operators see. */
export async function startUpkeep(
  config: Pick<Config, "retentionDays" | "rereadsArticles">,
  deps: UpkeepDeps,
): Promise<{ name: string; waker: Waker }[]> {
  const { store, jobs, extract, onRetention, ...shared } = deps;
  const [{ startRetention }, { startReread }, { startWorkerWatch }] = await Promise.all([
    import("../adapters/cron/start-retention.ts"),
    import("../adapters/cron/start-reread.ts"),
    import("../adapters/cron/watch-workers.ts"),
  ]);
  const rereading = { store, extract, engineVersion: ENGINE_VERSION, ...shared };
  return [
    ...(config.rereadsArticles ? [{ name: "reading articles again", waker: startReread(rereading) }] : []),
    {
      name: "the deletion of old data",
      waker: startRetention(config.retentionDays, store, { ...shared, onDone: onRetention }),
    },
    { name: "the check for waiting jobs", waker: startWorkerWatch(jobs, shared) },
  ];
}
