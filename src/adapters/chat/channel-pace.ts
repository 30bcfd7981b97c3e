import { setTimeout as sleep } from "node:timers/promises";

/** Kept channels above which those whose turn is long over are forgotten. */
const KEPT = 2000;

/** One message after another into each channel, at the pace that its platform takes them. */
export interface ChannelPace {
  /** Waits for the channel's next turn. Where that is longer than `maxWaitMs`, nothing is taken: the wait comes back at once. Else 0. */
  turn(channelId: string, maxWaitMs: number): Promise<number>;
}

export function createChannelPace(everyMs: number): ChannelPace {
  const free = new Map<string, number>();
  return {
    async turn(channelId, maxWaitMs) {
      // The pause between two posts is of the machine's time, whatever anybody does to its clock.
      const now = performance.now();
      const waitMs = Math.max(0, (free.get(channelId) ?? 0) - now);
      if (waitMs > maxWaitMs) return waitMs;
      if (free.size >= KEPT) for (const [id, at] of free) if (at < now) free.delete(id);
      free.set(channelId, now + waitMs + everyMs);
      if (waitMs > 0) await sleep(waitMs);
      return 0;
    },
  };
}
