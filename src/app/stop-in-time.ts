import { setTimeout as sleep } from "node:timers/promises";

/** Service managers wait ten (Docker) to ninety seconds (systemd) before they kill; we leave a second for the caller to end the process. */
export const STOP_TIMES = {
  /** For answers, digests and articles under way. */
  finishMs: 5000,
  /** For the last messages, and for closing each part. */
  closeMs: 900,
  /** For the whole stop, whatever is running. */
  overallMs: 7500,
};

/** The named parts that a stop waits for. It names the late ones and leaves them. */
export interface UnderWay {
  /** The same work, named while it is under way. */
  named<T>(name: string, work: Promise<T>): Promise<T>;
  /** Waits for a part until its deadline. Reports a failure, and continues with the other parts. */
  within(name: string, work: Promise<unknown>, ms: number): Promise<void>;
  /** Whether a part missed its deadline: it may still use the store. */
  isLate(): boolean;
}

interface StopOptions {
  signal: AbortSignal;
  say(sentence: string): void;
  onFailure(error: unknown, name: string): void;
}

/**
 * Runs until the work ends or, after the signal, until the overall deadline. Then it names in one sentence what is still running, and
 * leaves it as a kill would, which the store survives. The caller ends the process.
 */
export async function stopInTime(run: (underWay: UnderWay) => Promise<void>, options: StopOptions): Promise<void> {
  const { signal, say } = options;
  const names = new Map<symbol, string>();
  const late = new Set<string>();
  const over = new AbortController();
  const running = run(createUnderWay(names, late, options));
  const givenUp = untilAborted(signal, over.signal)
    .then(() => sleep(STOP_TIMES.overallMs, undefined, { signal: over.signal }))
    .then(
      () => {
        for (const name of names.values()) late.add(name);
      },
      // It ended before.
      () => running,
    );
  try {
    await Promise.race([running, givenUp]);
  } finally {
    over.abort();
    // Nobody handles a failure after the deadline.
    running.catch(() => undefined);
    if (late.size > 0) say(`Stopped without waiting for ${[...late].join(", ")}. The next start continues unfinished work.`);
  }
}

function createUnderWay(names: Map<symbol, string>, late: Set<string>, { onFailure }: StopOptions): UnderWay {
  async function named<T>(name: string, work: Promise<T>): Promise<T> {
    const key = Symbol(name);
    names.set(key, name);
    try {
      return await work;
    } finally {
      names.delete(key);
    }
  }
  return {
    named,
    async within(name, work, ms) {
      const over = new AbortController();
      const done = named(name, work).catch((error: unknown) => onFailure(error, name));
      const isLate = sleep(ms, true, { signal: over.signal }).catch(() => false);
      if (await Promise.race([done.then(() => false), isLate])) late.add(name);
      over.abort();
    },
    isLate: () => late.size > 0,
  };
}

function untilAborted(signal: AbortSignal, over: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    over.addEventListener("abort", () => reject(over.reason), { once: true });
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
