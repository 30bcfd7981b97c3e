import { setTimeout as sleep } from "node:timers/promises";

/** Service managers wait for ten seconds (Docker) to ninety (systemd) before they kill; a second of it is left for whoever ends the process. */
export const STOP_TIMES = {
  /** For answers, digests and articles under way. */
  finishMs: 5000,
  /** For what is told at the end, and for closing each part. */
  closeMs: 900,
  /** For all of it, whatever is under way. */
  overallMs: 7500,
};

/** What a run waits for, by name: what is late at its end is named, and left. */
export interface UnderWay {
  /** The same work, named while it is under way. */
  named<T>(name: string, work: Promise<T>): Promise<T>;
  /** Waits for a part of the stop, but no longer than its time. Its failure is told, and keeps no other part. */
  within(name: string, work: Promise<unknown>, ms: number): Promise<void>;
  /** Whether something was not waited for any longer: it may still use the store. */
  isLate(): boolean;
}

interface StopOptions {
  signal: AbortSignal;
  say(sentence: string): void;
  onFailure(error: unknown, name: string): void;
}

/**
 * Runs until it ends by itself, and after the signal no longer than the overall time: then what is under way is named in one sentence and
 * left as a kill would leave it, which the store is made for. Whoever called ends the process.
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
    // What fails after it was given up is nobody's any more.
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
