import type { Stopwatch } from "../../domain/clock.ts";

/** Kept channels above which those whose turn is long over are forgotten. */
const KEPT = 2000;

/** One message after another into each channel, at the pace that its platform takes them. */
export interface ChannelPace {
  /**
   * Waits for the channel's next turn and posts in it. Where the wait is longer than `maxWaitMs`, nothing is posted: how long it would be
   * comes back instead.
   */
  inTurn<T>(...[channelId, maxWaitMs, post]: [string, number, () => Promise<T>]): Promise<{ posted: T } | { waitMs: number }>;
}

export function createChannelPace(everyMs: number, stopwatch: Stopwatch): ChannelPace {
  const free = new Map<string, number>();
  return {
    async inTurn(...[channelId, maxWaitMs, post]) {
      // The pause between two posts is of the machine's time, whatever anybody does to its clock.
      const now = stopwatch.readMs();
      const waitMs = Math.max(0, (free.get(channelId) ?? 0) - now);
      if (waitMs > maxWaitMs) return { waitMs };
      if (free.size >= KEPT) for (const [id, at] of free) if (at < now) free.delete(id);
      free.set(channelId, now + waitMs + everyMs);
      if (waitMs > 0) await stopwatch.pause(waitMs);
      try {
        return { posted: await post() };
      } finally {
        // On a busy way a message arrives later than it was sent: the next one's pause begins when this one is known to have arrived.
        free.set(channelId, Math.max(free.get(channelId) ?? 0, stopwatch.readMs() + everyMs));
      }
    },
  };
}
