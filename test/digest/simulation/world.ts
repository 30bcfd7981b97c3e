import type { Clock } from "../../../src/domain/clock.ts";

/** Time that passes only when nobody has anything left to do, and a machine's clock that may be wrong. */
export interface World {
  /** What time it is, in truth. */
  nowMs(): number;
  /** What the machine believes. */
  clock: Clock;
  /** By how much the machine's clock is ahead; 0 is right. */
  offsetMs: number;
  sleep(ms: number): Promise<void>;
  /** Gives back what takes the plan back. */
  at(instantMs: number, act: () => void): () => void;
  /** Counts work that takes time of this machine, such as a query: time stands still until it is done. */
  busy<T>(work: Promise<T>): Promise<T>;
  runUntil(instantMs: number): Promise<void>;
}

interface Timer {
  at: number;
  order: number;
  /** Null once it is taken back. */
  act: (() => void) | null;
}

export function createWorld(startMs: number): World {
  const timers: Timer[] = [];
  let now = startMs;
  let order = 0;
  let pending = 0;
  const world: World = {
    nowMs: () => now,
    clock: { now: () => Math.floor(now + world.offsetMs) },
    offsetMs: 0,
    sleep: (ms) => new Promise((resolve) => void world.at(now + ms, resolve)),
    at(instantMs, act) {
      order += 1;
      const timer: Timer = { at: Math.max(now, instantMs), order, act };
      push(timers, timer);
      return () => {
        timer.act = null;
      };
    },
    async busy(work) {
      pending += 1;
      try {
        return await work;
      } finally {
        pending -= 1;
      }
    },
    async runUntil(instantMs) {
      for (;;) {
        do await new Promise(setImmediate);
        while (pending > 0);
        const timer = nextOf(timers);
        if (timer === undefined || timer.at > instantMs) break;
        pop(timers);
        now = timer.at;
        timer.act?.();
      }
      now = instantMs;
    },
  };
  return world;
}

function nextOf(timers: Timer[]): Timer | undefined {
  while (timers[0]?.act === null) pop(timers);
  return timers[0];
}

function isBefore(a: Timer | undefined, b: Timer | undefined): boolean {
  return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
}

/** A binary heap, the earliest first. */
function push(heap: Timer[], timer: Timer): void {
  let at = heap.push(timer) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap[at], heap[parent])) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function pop(heap: Timer[]): void {
  swap(heap, 0, heap.length - 1);
  heap.pop();
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    const least = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!isBefore(heap[least], heap[at])) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: Timer[], a: number, b: number): void {
  const [first, second] = [heap[a], heap[b]];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
}
