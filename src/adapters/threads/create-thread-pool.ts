import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { type Assigned, notBegun, takenOnBy } from "./assigned.ts";
import { processorMs } from "./thread-time.ts";

/** More would only take the processor from the thread that answers people. */
const MOST_THREADS = 4;
/** A thread without work ends after a while, and gives its memory back. */
const IDLE_MS = 60_000;
/** Of one thread, for its JavaScript. */
const MOST_MEMORY_MB = 512;
/** A thread that has not even begun by then is waited for no longer. */
const START_MS = 60_000;
/** How often is looked whether a task's time is over, of that time. */
const LOOKS = 20;
/** So many times its limit a task may take by the clock, where the processor time of its thread is known: a busy machine lets it wait. */
const PATIENCE = 6;

/** Why a task came to nothing. */
export class GivenUpError extends Error {
  override readonly name = "GivenUpError";
  readonly why: "time" | "memory" | "fault";

  constructor(why: GivenUpError["why"], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.why = why;
  }
}

export interface ThreadPool<Task, Result> {
  /** Throws a GivenUpError where the task takes too long, or ends the thread. */
  run(task: Task): Promise<Result>;
  /** Ends the threads. What is under way fails. */
  close(): Promise<void>;
}

export interface ThreadPoolOptions {
  /** The module whose `work` a thread runs. */
  worker: URL;
  /** Of one task: what processors spend on it, and by the clock where the system does not tell. The thread that hangs on it is ended, and another takes its place. */
  limitMs: number;
  /** So that one that hangs does not keep the others waiting. */
  leastThreads: number;
  /** Of one thread, for what it has just made; V8's own limit where it is left out, which is six times as much. */
  youngMemoryMb?: number;
}

/** Work on what strangers wrote, on threads of its own, which can be ended. No thread is started before the first task. */
export function createThreadPool<Task, Result>(options: ThreadPoolOptions): ThreadPool<Task, Result> {
  const { worker, limitMs, leastThreads, youngMemoryMb } = options;
  const threads = Math.max(leastThreads, Math.min(MOST_THREADS, availableParallelism() - 1));
  const pool = new Piscina<Assigned<Task>, Result>({
    filename: fileURLToPath(worker),
    name: "work",
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: {
      maxOldGenerationSizeMb: MOST_MEMORY_MB,
      ...(youngMemoryMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMemoryMb }),
    },
    // A checkout runs TypeScript as it is; what the process was started with may not say so.
    execArgv: worker.pathname.endsWith(".ts") ? ["--import", "tsx"] : [],
  });
  // A thread can still end of its own after its task was given up, or is over: nobody waits for it, and another takes its place. Unheard,
  // the event would end the process.
  pool.on("error", () => undefined);
  const whenFree = pLimit(threads);
  return {
    run: (task) =>
      whenFree(async () => {
        const begun = notBegun();
        const { signal, stop } = startLimit(begun, limitMs);
        try {
          return await pool.run({ task, begun }, { signal });
        } catch (error) {
          throw new GivenUpError(reasonOf(error), error);
        } finally {
          stop();
        }
      }),
    close: () => pool.destroy(),
  };
}

/** A task's time begins when a thread takes it on: neither while it waits for one, nor while that one starts. */
function startLimit(begun: Int32Array, limitMs: number): { signal: AbortSignal; stop(): void } {
  const abort = new AbortController();
  const givenAt = performance.now();
  let time: (() => boolean) | null = null;
  const timer = setInterval(
    () => {
      const thread = takenOnBy(begun);
      if (time === null && thread !== null) time = watchTime(thread, limitMs);
      if (time === null ? performance.now() - givenAt > START_MS : time()) abort.abort();
    },
    Math.ceil(limitMs / LOOKS),
  );
  return { signal: abort.signal, stop: () => clearInterval(timer) };
}

/** Whether the time of the task that a thread is at is over; it begins now. */
function watchTime(thread: number, limitMs: number): () => boolean {
  const [at, spent] = [performance.now(), processorMs(thread)];
  return () => {
    const [tookMs, now] = [performance.now() - at, processorMs(thread)];
    if (spent === null || now === null) return tookMs >= limitMs;
    return now - spent >= limitMs || tookMs >= PATIENCE * limitMs;
  };
}

function reasonOf(error: unknown): GivenUpError["why"] {
  if (!(error instanceof Error)) return "fault";
  if (error.name === "AbortError") return "time";
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "fault";
}
