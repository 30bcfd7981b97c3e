import cron from "node-cron";

/** The shortest pause between two looks that nobody asked for. */
const MIN_PAUSE_MS = 250;
const MINUTE_MS = 60_000;

export interface Waker {
  /** Has a look taken now; one that is under way is followed by another. */
  wake(): void;
  /** Wakes no more. Resolves when the work under way has ended, or the deadline is over. */
  stop(deadlineMs: number): Promise<void>;
}

export interface Woken {
  /** Does what is due, and comes back with the instant (epoch ms) at which there is more, null for nothing. */
  run(): Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Wakes at each full minute, which is when things are due, and in between for what is to be tried again sooner. When anything is due
 * is data in the store: a wake that was missed or came twice changes nothing.
 */
export function createWaker(work: Woken, onFailure: (error: unknown) => void): Waker {
  let isStopped = false;
  let isRunning = false;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    isRunning = true;
    try {
      const next = await work.run();
      if (next !== null && !isStopped) wakeAt(next);
    } catch (error) {
      onFailure(error);
    } finally {
      isRunning = false;
    }
    if (isAskedAgain && !isStopped) wake();
  }

  function wake(): void {
    clearTimeout(timer);
    isAskedAgain = isRunning;
    if (!isRunning && !isStopped) void run();
  }

  /** Later than the next minute needs no timer of its own. */
  function wakeAt(instantMs: number): void {
    const pauseMs = Math.max(MIN_PAUSE_MS, instantMs - Date.now());
    clearTimeout(timer);
    if (pauseMs < MINUTE_MS) timer = setTimeout(wake, pauseMs);
  }

  const task = cron.schedule("* * * * *", wake);
  wake();
  return {
    wake,
    async stop(deadlineMs) {
      isStopped = true;
      clearTimeout(timer);
      await task.destroy();
      let deadline: NodeJS.Timeout | undefined;
      const over = new Promise<void>((resolve) => {
        deadline = setTimeout(resolve, deadlineMs);
      });
      await Promise.race([work.stop(), over]);
      clearTimeout(deadline);
    },
  };
}
