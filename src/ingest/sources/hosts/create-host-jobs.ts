import { createHostPlaces } from "./create-host-places.ts";

export interface HostJobsTerms<Row> {
  /** How many jobs of one host run at once in this process. */
  perHost: number;
  /** Null if there is nothing to do, or another process was faster. */
  claim(id: number): Promise<Row | null>;
  release(row: Row): Promise<void>;
  hostOf(row: Row): string;
  work(row: Row, signal: AbortSignal): Promise<void>;
  /** Called with rows that need a new job, because theirs is done and they failed. */
  queueAgain(ids: number[]): Promise<void>;
}

/** Jobs on rows that each have a host. */
export interface HostJobs {
  /**
   * Works a row. If its host is busy, the job ends and the row waits: the jobs of that host work it once they are done. So a slow host holds
   * a few of the queue's places, however many of its rows are due. After a crash, the row is still due.
   */
  work(id: number, signal: AbortSignal): Promise<void>;
  /** Ids of rows that wait behind their host. They need no new job. */
  waiting: ReadonlySet<number>;
}

export function createHostJobs<Row>(terms: HostJobsTerms<Row>): HostJobs {
  const places = createHostPlaces<number>(terms.perHost);
  const waiting = new Set<number>();
  const workOne = async (id: number, signal: AbortSignal) => {
    const row = signal.aborted ? null : await terms.claim(id);
    if (row !== null) await terms.work(row, signal);
  };
  const workWaiting = async (host: string, signal: AbortSignal) => {
    const failed: number[] = [];
    for (let id = places.next(host); id !== undefined; id = places.next(host)) {
      const current = id;
      waiting.delete(id);
      // The job of its own that it gets then fails, and is tried again, in the usual way.
      await workOne(current, signal).catch(() => failed.push(current));
    }
    if (failed.length > 0 && !signal.aborted) await terms.queueAgain(failed);
  };
  return {
    async work(id, signal) {
      const row = signal.aborted || waiting.has(id) ? null : await terms.claim(id);
      if (row === null) return;
      const host = terms.hostOf(row);
      if (!places.take(host, id)) {
        waiting.add(id);
        return terms.release(row);
      }
      try {
        await terms.work(row, signal);
      } finally {
        await workWaiting(host, signal);
      }
    },
    waiting,
  };
}
