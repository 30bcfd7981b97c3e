import type { Clock } from "../../domain/clock.ts";
import type { JobTimings, WorkTerms } from "../../domain/job-queue.ts";

/** What a try that failed comes to. */
export interface FailedTry {
  rowId: number;
  tries: number;
  isDead: boolean;
  error: unknown;
}

export interface LaneDeps {
  timings: Pick<JobTimings, "retries"> & { retryMs: number };
  stopping: AbortSignal;
  clock: Clock;
  /** Told of each try that failed. Does not throw. */
  onFailure(failed: FailedTry): Promise<void>;
}

/** The jobs of one kind, in this process's memory. */
export interface Lane {
  /** Whether a job of the row waits here; one that comes later may follow one that is under way. */
  has(rowId: number, isLater: boolean): boolean;
  add(rowId: number, waitMs: number): void;
  work(terms: WorkTerms): void;
  /** Drops waiting jobs, and resolves when no job is running. */
  end(): Promise<void>;
  counts(): { waiting: number; active: number };
  /** Since when (epoch ms) jobs have waited while none was taken; null where none waits. */
  untakenSinceMs(): number | null;
}

export function createLane({ timings, stopping, clock, onFailure }: LaneDeps): Lane {
  /** In the order in which they are taken: how often each was tried. */
  const waiting = new Map<number, number>();
  const later = new Map<number, NodeJS.Timeout>();
  const active = new Map<number, Promise<void>>();
  let terms: WorkTerms | null = null;
  let hasWorked = false;
  /** Of the last job that was taken, or the first that waits since none did. */
  let takenAtMs = 0;

  function putInLine(rowId: number, tries: number): void {
    if (waiting.size === 0) takenAtMs = clock.now();
    waiting.set(rowId, tries);
    pump();
  }

  function pump(): void {
    if (terms === null || stopping.aborted) return;
    for (const [rowId, tries] of waiting) {
      if (active.size >= terms.concurrency) return;
      // A row that is under way keeps its next job waiting.
      if (active.has(rowId)) continue;
      waiting.delete(rowId);
      takenAtMs = clock.now();
      active.set(rowId, run(terms, rowId, tries + 1));
    }
    if (!hasWorked || active.size >= terms.concurrency) return;
    hasWorked = false;
    terms.onDry();
  }

  async function run({ handle }: WorkTerms, rowId: number, tries: number): Promise<void> {
    // Whoever sends jobs is not held up by them.
    await Promise.resolve();
    try {
      await handle(rowId, stopping);
    } catch (error) {
      const isDead = tries > timings.retries;
      if (!stopping.aborted) await onFailure({ rowId, tries, isDead, error });
      if (!stopping.aborted && !isDead) addLater(rowId, tries, timings.retryMs * 2 ** (tries - 1));
    }
    active.delete(rowId);
    hasWorked = true;
    pump();
  }

  function addLater(rowId: number, tries: number, ms: number): void {
    clearTimeout(later.get(rowId));
    const timer = setTimeout(() => {
      later.delete(rowId);
      if (!waiting.has(rowId)) putInLine(rowId, tries);
    }, ms);
    later.set(rowId, timer);
  }

  return {
    has: (rowId, isLater) => waiting.has(rowId) || later.has(rowId) || (!isLater && active.has(rowId)),
    add(rowId, waitMs) {
      if (waitMs > 0) return addLater(rowId, 0, waitMs);
      putInLine(rowId, 0);
    },
    work(given) {
      terms = given;
      pump();
    },
    async end() {
      for (const timer of later.values()) clearTimeout(timer);
      waiting.clear();
      await Promise.all(active.values());
    },
    counts: () => ({ waiting: waiting.size + later.size, active: active.size }),
    untakenSinceMs: () => (waiting.size === 0 ? null : takenAtMs),
  };
}
