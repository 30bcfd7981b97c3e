import cron from "node-cron";
import { within } from "../../domain/within.ts";

/** The shortest pause between two looks that nobody asked for. */
const MIN_PAUSE_MS = 250;
const MINUTE_MS = 60_000;

export interface Waker {
  /** Has a look taken now; one that is under way is followed by another. */
  wake(): void;
  /** Wakes no more. Resolves when the look under way has ended, or the deadline is over. */
  stop(deadlineMs: number): Promise<void>;
}

export interface WakerOptions {
  /** Whether it wakes by itself; else only when it is asked to, whatever a look comes back with. */
  isTicking: boolean;
  onFailure(error: unknown): void;
}

/**
 * Wakes at its start and at each full minute, which is when things are due, and in between at the instant (epoch ms) that a look comes back
 * with. When anything is due is data in the store: a wake that was missed or came twice changes nothing.
 */
export function createWaker(look: () => Promise<number | null>, { isTicking, onFailure }: WakerOptions): Waker {
  let isStopped = false;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    try {
      const next = await look();
      if (next !== null && !isStopped) wakeAt(next);
    } catch (error) {
      onFailure(error);
    }
    running = null;
    if (isAskedAgain) wake();
  }

  function wake(): void {
    clearTimeout(timer);
    isAskedAgain = running !== null;
    if (running === null && !isStopped) running = run();
  }

  /** Later than the next minute needs no timer of its own. */
  function wakeAt(instantMs: number): void {
    const pauseMs = Math.max(MIN_PAUSE_MS, instantMs - Date.now());
    clearTimeout(timer);
    if (isTicking && pauseMs < MINUTE_MS) timer = setTimeout(wake, pauseMs);
  }

  const task = isTicking ? cron.schedule("* * * * *", wake) : null;
  if (isTicking) wake();
  return {
    wake,
    async stop(deadlineMs) {
      isStopped = true;
      clearTimeout(timer);
      await task?.destroy();
      await within(running ?? Promise.resolve(), deadlineMs);
    },
  };
}
