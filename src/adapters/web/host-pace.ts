import { setTimeout as sleep } from "node:timers/promises";
import pLimit, { type LimitFunction } from "p-limit";

export interface HostPace {
  /** Runs work when it is this host's turn: so many at once, and so long apart. */
  inTurn<T>(host: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** A host that asks for more time between requests gets it. */
  slowDown(host: string, gapMs: number): void;
}

interface Lane {
  limit: LimitFunction;
  gapMs: number;
  nextAtMs: number;
}

/** Lanes that nobody used for a while are forgotten from this many on. */
const MAX_LANES = 5000;
/** Nobody is slowed down more than this by a robots.txt. */
const MAX_GAP_MS = 30_000;

/** In how many milliseconds it is a host's turn among all processes that read the web together; the turn is taken. */
export type TakeTurn = (host: string, gapMs: number) => Promise<number>;

/**
 * A pace for each host. Within the process it is kept by the monotonic clock, because a wall clock that is set back must not stop the
 * reading; then a turn is taken among the processes.
 */
export function createHostPace(options: { gapMs: number; concurrency: number }, takeTurn: TakeTurn): HostPace {
  const lanes = new Map<string, Lane>();
  const laneOf = (host: string): Lane => {
    const known = lanes.get(host);
    if (known !== undefined) return known;
    if (lanes.size >= MAX_LANES) dropIdle(lanes);
    const lane = { limit: pLimit(options.concurrency), gapMs: options.gapMs, nextAtMs: 0 };
    lanes.set(host, lane);
    return lane;
  };
  return {
    inTurn(host, work, signal) {
      const lane = laneOf(host);
      return lane.limit(async () => {
        const now = performance.now();
        const at = Math.max(now, lane.nextAtMs);
        lane.nextAtMs = at + lane.gapMs;
        await pause(at - now, signal);
        await pause(await takeTurn(host, lane.gapMs), signal);
        return work();
      });
    },
    slowDown(host, gapMs) {
      const lane = laneOf(host);
      lane.gapMs = Math.max(lane.gapMs, Math.min(gapMs, MAX_GAP_MS));
    },
  };
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, signal === undefined ? {} : { signal });
}

function dropIdle(lanes: Map<string, Lane>): void {
  const now = performance.now();
  for (const [host, lane] of lanes) {
    if (lane.limit.activeCount + lane.limit.pendingCount === 0 && lane.nextAtMs < now) lanes.delete(host);
  }
}
