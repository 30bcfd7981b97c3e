import type { World } from "./world.ts";

/** What a machine gives to programs besides their ports: its clock, its timers, and the way out. */
export interface Machine {
  /** Puts back what was there before. */
  leave(): void;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The clients of Slack and Discord know no port of ours: they ask Node for the time, set timers of their own and call `fetch`. All of it is
 * the world's until `leave` is called, so that a pause of theirs passes when nobody has anything else to do.
 */
export function enterMachine(world: World, fetch: Fetch): Machine {
  const { Date: RealDate, setTimeout, clearTimeout, fetch: realFetch } = globalThis;
  const { now } = RealDate;
  const { timeout } = AbortSignal;
  RealDate.now = () => world.clock.now();
  globalThis.fetch = ((url: string | URL, init: RequestInit = {}) => fetch(String(url), init)) as typeof realFetch;
  globalThis.setTimeout = ((act: () => void, ms = 0) => timerOf(world, act, ms)) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((timer: unknown) => {
    if (timer instanceof SimulatedTimer) timer.cancel();
    else clearTimeout(timer as NodeJS.Timeout);
  }) as typeof clearTimeout;
  // Who carries a request gives it up himself after that time: a timer for each would only fill the heap.
  AbortSignal.timeout = () => new AbortController().signal;
  return {
    leave() {
      RealDate.now = now;
      AbortSignal.timeout = timeout;
      Object.assign(globalThis, { setTimeout, clearTimeout, fetch: realFetch });
    },
  };
}

class SimulatedTimer {
  readonly cancel: () => void;

  constructor(cancel: () => void) {
    this.cancel = cancel;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

function timerOf(world: World, act: () => void, ms: number): SimulatedTimer {
  return new SimulatedTimer(world.at(world.nowMs() + ms, act));
}
