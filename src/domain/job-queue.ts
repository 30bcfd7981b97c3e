/**
 * Jobs: the word that a row has work. The rows stay the truth (a source's due time, an entry that waits, a slot of a digest), so that a job
 * which is lost, late or there twice changes nothing: whoever takes it claims the row first, and a row that stays due is told of again.
 */

/** A source is looked at; an entry is read and stored; a due digest is composed and posted; a digest that was begun is posted to its end. */
export const JOB_KINDS = ["fetch", "extract", "digest", "deliver"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface JobQueue {
  /**
   * Tells of rows that have work, from an instant on (epoch ms) or now. Passed over are rows of which a job waits already or is tried again,
   * and those whose job died lately. Says how many jobs are new.
   */
  send(kind: JobKind, rowIds: readonly number[], notBeforeMs?: number): Promise<number>;
  /** Takes jobs of a kind in this process from now on. Once for each kind. */
  work(kind: JobKind, terms: WorkTerms): void;
  /** Takes nothing new, aborts the signals, and waits until the deadline for what is under way. The rows of what is cut off are due again. */
  stop(deadlineMs: number): Promise<void>;
}

export interface WorkTerms {
  /** Jobs that are under way at once in this process. */
  concurrency: number;
  /** Works a row where it is still to be worked. Throws for a fault that nobody expected: then the job is tried again, and at last is dead. */
  handle(rowId: number, signal: AbortSignal): Promise<void>;
  /** Told, after work was done, that there is room for more than was queued. */
  onDry(): void;
}

/** A job that failed at every try. */
interface DeadJob {
  id: string;
  kind: JobKind;
  rowId: number;
  /** One line: what failed the last time. */
  reason: string;
  tries: number;
  diedAtMs: number;
}

export interface JobCounts {
  /** Those that are tried again later are among them. */
  waiting: number;
  active: number;
  dead: number;
}

export type JobDepth = Record<JobKind, JobCounts>;

/** What an operator sees of the jobs, and can do. */
export interface JobLedger {
  depth(): Promise<JobDepth>;
  /** For how long (ms) jobs have waited while none was taken, by any process; 0 where none waits. */
  untakenMs(): Promise<number>;
  /** Newest first. */
  dead(limit: number): Promise<DeadJob[]>;
  /** Retries dead jobs: those with the given ids, or all if ids are null. Returns how many. */
  revive(ids: readonly string[] | null): Promise<number>;
}

/** Dead jobs of a queue that lives in one process, kept where they outlive it. */
export interface DeadJobStore {
  keep(job: Omit<DeadJob, "id">): Promise<void>;
  list(limit: number): Promise<DeadJob[]>;
  counts(): Promise<Partial<Record<JobKind, number>>>;
  /** Those of the rows whose job died after an instant. */
  among(kind: JobKind, rowIds: readonly number[], afterMs: number): Promise<number[]>;
  /** All of them where no ids are given. Says which they were. */
  drop(ids: readonly string[] | null): Promise<Pick<DeadJob, "kind" | "rowId">[]>;
}

export interface JobTimings {
  /** How often a job is tried after its first failure, and the pause before the first of these; it doubles. */
  retries: number;
  /** Of digests, longer than a slot's lease: what a try that failed still holds is free then. */
  retryMs: Record<JobKind, number>;
  /** A job that was taken and not ended is another's after this. */
  expireMs: number;
  /** How often an idle worker asks for jobs. */
  pollMs: number;
  /** A row whose job died is told of again after this. */
  deadForMs: number;
}

const MINUTE_MS = 60_000;

export const JOB_TIMINGS: JobTimings = {
  retries: 5,
  retryMs: { fetch: 10_000, extract: 10_000, digest: MINUTE_MS, deliver: MINUTE_MS },
  expireMs: 5 * MINUTE_MS,
  pollMs: 1000,
  deadForMs: 6 * 60 * MINUTE_MS,
};

export function emptyDepth(): JobDepth {
  const none = (): JobCounts => ({ waiting: 0, active: 0, dead: 0 });
  return { fetch: none(), extract: none(), digest: none(), deliver: none() };
}
