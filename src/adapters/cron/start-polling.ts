import cron from "node-cron";
import type { Poller } from "../../ingest/sources/create-poller.ts";

export interface Polling {
  /** Looks now, not at the next minute. */
  wake(): void;
  /** Takes nothing new, and waits until the deadline for what is under way; what is cut off goes on at the next start. */
  stop(deadlineMs: number): Promise<void>;
}

/**
 * Wakes the poller every minute; what is due stands in the store. Looking at sources and reading their entries go on beside each
 * other, because hundreds of entries of one slow host must not keep the feeds from being looked at.
 */
export function startPolling(poller: Poller, onFailure: (error: unknown) => void): Polling {
  const stopping = new AbortController();
  const run = { workspaceId: null, signal: stopping.signal };
  const read = createLoop(async () => void (await poller.read(run)), onFailure);
  const poll = createLoop(async () => {
    await poller.poll({ ...run, isForced: false });
    read.wake();
  }, onFailure);
  const task = cron.schedule("* * * * *", () => {
    poll.wake();
    read.wake();
  });
  poll.wake();
  return {
    wake: () => poll.wake(),
    async stop(deadlineMs) {
      await task.destroy();
      stopping.abort();
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      await Promise.race([Promise.all([poll.ended(), read.ended()]), deadline]);
      clearTimeout(timer);
    },
  };

  function createLoop(work: () => Promise<void>, failed: (error: unknown) => void) {
    let current: Promise<void> | null = null;
    let isAskedAgain = false;
    const turn = async () => {
      do {
        isAskedAgain = false;
        try {
          await work();
        } catch (error) {
          failed(error);
        }
      } while (isAskedAgain && !stopping.signal.aborted);
      current = null;
    };
    return {
      wake() {
        if (stopping.signal.aborted) return;
        if (current === null) current = turn();
        else isAskedAgain = true;
      },
      ended: () => current ?? Promise.resolve(),
    };
  }
}
