/** How often the event loop is looked at: a stall shorter than this is not seen, and nobody feels it. */
const LOOK_MS = 50;
/** A platform gives up on an acknowledgement after three seconds. */
const LONG_STALL_MS = 2000;
/** So long after a long stall the process is not ready: one stall is seldom the last. */
const RECENT_MS = 30_000;

/** How long the event loop was blocked; meanwhile nobody gets an answer. */
export interface StallWatch {
  /** In milliseconds. */
  longestSinceStartMs(): number;
  /** Since this was asked the last time. */
  takeLongestMs(): number;
  /** The longest stall of more than two seconds within the last thirty; null where there was none. */
  recentLongMs(): number | null;
  stop(): void;
}

/** `nowMs` never goes back: a clock that is set is no stall. */
export function startStallWatch(nowMs: () => number = () => performance.now()): StallWatch {
  let lookedAtMs = nowMs();
  let sinceStartMs = 0;
  let sinceTakenMs = 0;
  let long: { ms: number; atMs: number }[] = [];
  const look = () => {
    const atMs = nowMs();
    const stallMs = Math.max(0, atMs - lookedAtMs - LOOK_MS);
    lookedAtMs = atMs;
    sinceStartMs = Math.max(sinceStartMs, stallMs);
    sinceTakenMs = Math.max(sinceTakenMs, stallMs);
    long = long.filter((each) => atMs - each.atMs < RECENT_MS);
    if (stallMs > LONG_STALL_MS) long.push({ ms: stallMs, atMs });
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    longestSinceStartMs() {
      look();
      return sinceStartMs;
    },
    takeLongestMs() {
      look();
      const taken = sinceTakenMs;
      sinceTakenMs = 0;
      return taken;
    },
    recentLongMs() {
      look();
      return long.length === 0 ? null : Math.max(...long.map(({ ms }) => ms));
    },
    stop: () => clearInterval(timer),
  };
}
