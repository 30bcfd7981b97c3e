import type { Clock } from "../../domain/clock.ts";
import type { DeadJobStore, JobLedger, JobQueue } from "../../domain/job-queue.ts";
import { isPostgresql } from "../prisma/database-url.ts";
import { createInProcessQueue, type QueueDeps } from "./create-in-process-queue.ts";

export interface Jobs {
  queue: JobQueue & JobLedger;
  /** Whether other processes may work the same rows. */
  isShared: boolean;
}

/** The jobs of the store that a URL names. */
export async function openJobs(url: string, dead: DeadJobStore, deps: QueueDeps & { clock: Clock }): Promise<Jobs> {
  return { queue: createInProcessQueue(dead, deps), isShared: isPostgresql(url) };
}
