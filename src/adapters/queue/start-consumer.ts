import type PgBoss from "pg-boss";
import type { JobKind, WorkTerms } from "../../domain/job-queue.ts";
import type { QueueDeps } from "./create-in-process-queue.ts";
import { failureReason } from "./failure-reason.ts";
import { readRowId } from "./schema.ts";

export interface Consumer {
  /** Asks for jobs now, not after the pause. */
  kick(): void;
  /** Resolves when what is under way has ended and its end is written down. */
  ended(): Promise<void>;
}

interface ConsumerDeps extends Pick<QueueDeps, "onFailure"> {
  boss: PgBoss;
  kind: JobKind;
  pollMs: number;
  stopping: AbortSignal;
}

/** So many jobs are asked for at a time. */
const MOST_AT_A_TIME = 32;
/** The pause of one that has just worked: more may have come. */
const BUSY_POLL_MS = 250;

/**
 * Takes jobs of one kind by pg-boss's fetch, so many at once, each with an end of its own; its `work` ends a batch as one. A job that went
 * well is deleted: the row says what came of it.
 */
export function startConsumer({ boss, kind, pollMs, stopping, onFailure }: ConsumerDeps, terms: WorkTerms): Consumer {
  const active = new Set<Promise<void>>();
  let done: string[] = [];
  let hasWorked = false;
  let wake: () => void = () => undefined;

  async function turn(): Promise<void> {
    await flush();
    const room = Math.min(MOST_AT_A_TIME, terms.concurrency - active.size);
    const jobs = room > 0 ? await boss.fetch<object>(kind, { batchSize: room, includeMetadata: true }) : [];
    for (const job of jobs) begin(job);
    if (room > 0 && jobs.length === room) return;
    const isDry = room > 0 && hasWorked;
    if (isDry) {
      hasWorked = false;
      terms.onDry();
    }
    await pause(isDry || active.size > 0 ? Math.min(pollMs, BUSY_POLL_MS) : pollMs);
  }

  async function flush(): Promise<void> {
    const ids = done;
    done = [];
    try {
      if (ids.length > 0) await boss.deleteJob(kind, ids);
    } catch (error) {
      done.push(...ids);
      onFailure(error, null);
    }
  }

  function begin(job: PgBoss.JobWithMetadata<object>): void {
    const running = run(job).finally(() => {
      active.delete(running);
      hasWorked = true;
      if (active.size === terms.concurrency - 1) wake();
    });
    active.add(running);
  }

  async function run(job: PgBoss.JobWithMetadata<object>): Promise<void> {
    const rowId = readRowId(job.data);
    try {
      // What is no job of ours has no row.
      if (rowId !== null) await terms.handle(rowId, stopping);
      done.push(job.id);
    } catch (error) {
      // Interrupted by the stop: its row becomes due again and is queued again.
      if (stopping.aborted) done.push(job.id);
      else await fail(job, { rowId: rowId ?? 0, error });
    }
  }

  async function fail(job: PgBoss.JobWithMetadata<object>, { rowId, error }: { rowId: number; error: unknown }): Promise<void> {
    const { id, retryCount, retryLimit } = job;
    onFailure(error, { kind, rowId, tries: retryCount + 1, isDead: retryCount >= retryLimit });
    try {
      await boss.fail(kind, id, { reason: failureReason(error) });
    } catch (notFailed) {
      // It is tried again when its time as an active one is over.
      onFailure(notFailed, null);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping.aborted) wake();
    });
  }

  async function loop(): Promise<void> {
    stopping.addEventListener("abort", () => wake(), { once: true });
    while (!stopping.aborted) {
      try {
        await turn();
      } catch (error) {
        onFailure(error, null);
        await pause(pollMs);
      }
    }
    await Promise.all(active);
    await flush();
  }

  const looping = loop();
  return { kick: () => wake(), ended: () => looping };
}
