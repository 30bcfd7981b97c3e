import type { Clock } from "../../domain/clock.ts";
import {
  type DeadJobStore,
  emptyDepth,
  JOB_KINDS,
  type JobKind,
  type JobLedger,
  type JobQueue,
  type JobTimings,
} from "../../domain/job-queue.ts";
import { within } from "../../domain/within.ts";
import { createLane, type FailedTry, type Lane } from "./create-lane.ts";
import { failureReason } from "./failure-reason.ts";

export interface QueueDeps {
  timings: JobTimings;
  clock: Clock;
  /** Told of what failed: a try of a job, or the queue itself where there is none. */
  onFailure(error: unknown, job: { kind: JobKind; rowId: number; tries: number; isDead: boolean } | null): void;
}

/**
 * The jobs of one process, in its memory: after a restart the rows that are due tell of themselves again. Only what died is written down, so
 * that a row which fails at every try is not tried for ever.
 */
export function createInProcessQueue(dead: DeadJobStore, deps: QueueDeps): JobQueue & JobLedger {
  const { timings, clock } = deps;
  const stopping = new AbortController();
  const laneFor = (kind: JobKind) =>
    createLane({
      timings: { retries: timings.retries, retryMs: timings.retryMs[kind] },
      stopping: stopping.signal,
      clock,
      onFailure: (failed) => noteFailure({ dead, ...deps }, kind, failed),
    });
  const lanes: Record<JobKind, Lane> = {
    fetch: laneFor("fetch"),
    extract: laneFor("extract"),
    digest: laneFor("digest"),
    deliver: laneFor("deliver"),
  };
  return {
    async send(kind, rowIds, notBeforeMs = 0) {
      const lane = lanes[kind];
      const waitMs = notBeforeMs - clock.now();
      const wanted = rowIds.filter((rowId) => !lane.has(rowId, waitMs > 0));
      if (wanted.length === 0 || stopping.signal.aborted) return 0;
      const died = new Set(await dead.among(kind, wanted, clock.now() - timings.deadForMs));
      const sent = wanted.filter((rowId) => !lane.has(rowId, waitMs > 0) && !died.has(rowId));
      for (const rowId of sent) lane.add(rowId, waitMs);
      return sent.length;
    },
    work: (kind, terms) => lanes[kind].work(terms),
    async stop(deadlineMs) {
      stopping.abort();
      await within(Promise.all(Object.values(lanes).map((lane) => lane.end())), deadlineMs);
    },
    async depth() {
      const depth = emptyDepth();
      const died = await dead.counts();
      for (const kind of JOB_KINDS) depth[kind] = { ...lanes[kind].counts(), dead: died[kind] ?? 0 };
      return depth;
    },
    async untakenMs() {
      const since = Object.values(lanes).flatMap((lane) => lane.untakenSinceMs() ?? []);
      return since.length === 0 ? 0 : Math.max(0, clock.now() - Math.min(...since));
    },
    dead: (limit) => dead.list(limit),
    // In another process than the bot's this is enough as well: a row that is due is told of again once nothing says that its job died.
    async revive(ids) {
      const dropped = await dead.drop(ids);
      for (const { kind, rowId } of dropped) if (!lanes[kind].has(rowId, false)) lanes[kind].add(rowId, 0);
      return dropped.length;
    },
  };
}

async function noteFailure(deps: QueueDeps & { dead: DeadJobStore }, kind: JobKind, failed: FailedTry): Promise<void> {
  const { rowId, tries, isDead, error } = failed;
  deps.onFailure(error, { kind, rowId, tries, isDead });
  if (!isDead) return;
  try {
    await deps.dead.keep({ kind, rowId, reason: failureReason(error), tries, diedAtMs: deps.clock.now() });
  } catch (notKept) {
    // The row is still due, so the next tick queues it again.
    deps.onFailure(notKept, null);
  }
}
