import type { DeadJobStore, JobLedger, JobQueue } from "../../domain/job-queue.ts";
import { isPostgresql } from "../prisma/database-url.ts";
import { createInProcessQueue, type QueueDeps } from "./create-in-process-queue.ts";

export interface Jobs {
  queue: JobQueue;
  /** How long a row is held that is being worked: as long as its job is. */
  leaseMs: number;
  /** Whether other processes may work the same rows. */
  isShared: boolean;
}

export interface OpenJobs extends Jobs {
  queue: JobQueue & JobLedger;
}

/** The jobs of the store that a URL names: by pg-boss on PostgreSQL, and of this process alone for a file. */
export async function openJobs(url: string, dead: DeadJobStore, deps: QueueDeps): Promise<OpenJobs> {
  const leaseMs = deps.timings.expireMs;
  if (!isPostgresql(url)) return { queue: createInProcessQueue(dead, deps), leaseMs, isShared: false };
  const { createPgBossQueue } = await import("./create-pg-boss-queue.ts");
  return { queue: await createPgBossQueue(url, deps), leaseMs, isShared: true };
}
