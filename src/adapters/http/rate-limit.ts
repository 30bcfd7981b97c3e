import type { Clock } from "../../domain/clock.ts";

const MINUTE_MS = 60_000;
/** So many are remembered; beyond that the oldest are forgotten, and begin anew. */
const MOST_KNOWN = 10_000;

/** Lets so many through in a minute for each name, in a steady flow (a token bucket that is full at first). */
export interface RateLimit {
  /** Null where it may go on; else in how many seconds it may. */
  take(name: string, perMinute: number): number | null;
}

export function createRateLimit(clock: Clock): RateLimit {
  const known = new Map<string, { tokens: number; atMs: number }>();
  return {
    take(name, perMinute) {
      const nowMs = clock.now();
      const before = known.get(name) ?? { tokens: perMinute, atMs: nowMs };
      const passedMs = Math.max(0, nowMs - before.atMs);
      const tokens = Math.min(perMinute, before.tokens + (passedMs * perMinute) / MINUTE_MS);
      // Whoever was here last is forgotten last.
      known.delete(name);
      known.set(name, { tokens: tokens < 1 ? tokens : tokens - 1, atMs: nowMs });
      if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? "");
      return tokens < 1 ? Math.ceil(((1 - tokens) * MINUTE_MS) / perMinute / 1000) : null;
    },
  };
}
