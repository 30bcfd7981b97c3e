/** Polling intervals: the first, the shortest and the longest. */
export interface PollPace {
  everyMs: number;
  minMs: number;
  maxMs: number;
}

/** Poll every source at least once a day, whatever the feed, its server or its failures ask for. */
export const LONGEST_WAIT_MS = 86_400_000;

/** A source with news is polled twice as often; one without waits half as long again. */
export function nextInterval(currentMs: number | null, hasChanged: boolean, pace: PollPace): number {
  if (currentMs === null) return Math.min(Math.max(pace.everyMs, pace.minMs), pace.maxMs);
  const next = hasChanged ? currentMs / 2 : currentMs * 1.5;
  return Math.round(Math.min(Math.max(next, pace.minMs), pace.maxMs));
}

interface Wishes {
  intervalMs: number;
  /** What the feed says of itself. */
  ttlMs: number | null;
  /** The lifetime from Cache-Control or Expires. */
  maxAgeMs: number | null;
  retryAfterMs: number | null;
}

/** When to poll next: the longest requested interval, at most a day. */
export function nextDue(nowMs: number, wishes: Wishes): number {
  const longest = Math.max(wishes.intervalMs, wishes.ttlMs ?? 0, wishes.maxAgeMs ?? 0, wishes.retryAfterMs ?? 0);
  return nowMs + Math.min(longest, LONGEST_WAIT_MS);
}

/** How long to wait after consecutive failures: the wait doubles with each, up to a day. */
export function backOffMs(failures: number, pace: PollPace): number {
  return Math.min(pace.minMs * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
}
