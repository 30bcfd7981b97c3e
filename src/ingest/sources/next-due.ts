/** How often sources are looked at: at first, at most often, and at the least. */
export interface PollPace {
  everyMs: number;
  minMs: number;
  maxMs: number;
}

/** Whatever a feed, its server or its failures ask for, it is looked at once a day. */
export const LONGEST_WAIT_MS = 86_400_000;

/** A source that brought something is looked at twice as often, one that did not half as often again. */
export function nextInterval(currentMs: number | null, hasChanged: boolean, pace: PollPace): number {
  if (currentMs === null) return Math.min(Math.max(pace.everyMs, pace.minMs), pace.maxMs);
  const next = hasChanged ? currentMs / 2 : currentMs * 1.5;
  return Math.round(Math.min(Math.max(next, pace.minMs), pace.maxMs));
}

interface Wishes {
  intervalMs: number;
  /** What the feed says of itself. */
  ttlMs: number | null;
  /** What its server says in Cache-Control or Expires. */
  maxAgeMs: number | null;
  retryAfterMs: number | null;
}

/** The next look: the longest of what anybody wishes, at most a day away. */
export function nextDue(nowMs: number, wishes: Wishes): number {
  const longest = Math.max(wishes.intervalMs, wishes.ttlMs ?? 0, wishes.maxAgeMs ?? 0, wishes.retryAfterMs ?? 0);
  return nowMs + Math.min(longest, LONGEST_WAIT_MS);
}

/** After so many failures in a row the wait has doubled as often, up to a day. */
export function backOffMs(failures: number, pace: PollPace): number {
  return Math.min(pace.minMs * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
}
