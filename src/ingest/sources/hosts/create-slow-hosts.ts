import type { Clock } from "../../../domain/clock.ts";

/** An answer that takes so long is slow, and twice in a row is no accident. */
export const SLOW_MS = 15_000;
export const SLOW_TIMES = 2;
/** So long is a run busy with a slow host's sources. */
const MOST_MS = 60_000;

interface Host {
  beganAtMs: number;
  slow: number;
}

/** How hosts answer within one run, so that it does not last for as long as the slowest of them has sources. */
export interface SlowHosts {
  /** Works on something of a host, and notes how long that took. */
  timed<T>(host: string, work: () => Promise<T>): Promise<T>;
  /** Whether the host has had its time: the rest of its sources is left for the next run. */
  isLeft(host: string): boolean;
}

export function createSlowHosts(clock: Clock): SlowHosts {
  const hosts = new Map<string, Host>();
  return {
    async timed(host, work) {
      const startedAtMs = clock.now();
      const known = hosts.get(host) ?? { beganAtMs: startedAtMs, slow: 0 };
      hosts.set(host, known);
      try {
        return await work();
      } finally {
        known.slow = clock.now() - startedAtMs > SLOW_MS ? known.slow + 1 : 0;
      }
    },
    isLeft(host) {
      const known = hosts.get(host);
      return known !== undefined && known.slow >= SLOW_TIMES && clock.now() - known.beganAtMs >= MOST_MS;
    },
  };
}
