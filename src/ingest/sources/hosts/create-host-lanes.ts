import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { SLOW_MS, SLOW_TIMES } from "./create-slow-hosts.ts";

/** More is wanted once a host is done and no more than this many wait here, or after a moment where slow hosts hold more. */
const FEW = 100;
const MOMENT_MS = 1000;
/** A host whose answers are slow twice in a row keeps its other entries for another time. */

interface Lane<Item> {
  items: Item[];
  isRunning: boolean;
  slow: number;
}

/** One after another for each host, some hosts beside each other. */
export interface HostLanes<Item> {
  /** Ids of what is here: under way, waiting, or left behind a host that is too slow. */
  taken: ReadonlySet<number>;
  add(host: string, item: Item): void;
  /** True as soon as there is room for more, false once everything is done. Throws what the work threw. */
  wantMore(): Promise<boolean>;
}

export function createHostLanes<Item extends { id: number }>(
  { hostsAtOnce, slowMs = SLOW_MS }: { hostsAtOnce: number; slowMs?: number },
  work: (item: Item) => Promise<void>,
): HostLanes<Item> {
  const atOnce = pLimit(hostsAtOnce);
  const lanes = new Map<string, Lane<Item>>();
  const taken = new Set<number>();
  const running = new Set<Promise<void>>();
  let waiting = 0;
  let hasRoom = false;
  let wake: () => void = () => undefined;
  const runLane = async (lane: Lane<Item>) => {
    for (let item = lane.items.shift(); item !== undefined; item = lane.items.shift()) {
      const current = item;
      const tookMs = await atOnce(async () => {
        const startedMs = performance.now();
        await work(current);
        return performance.now() - startedMs;
      });
      lane.slow = tookMs > slowMs ? lane.slow + 1 : 0;
      taken.delete(current.id);
      waiting -= 1;
      if (lane.slow >= SLOW_TIMES) break;
    }
    waiting -= lane.items.length;
    lane.items = lane.slow >= SLOW_TIMES ? [] : lane.items;
    lane.isRunning = false;
    if (waiting > FEW) return;
    hasRoom = true;
    wake();
  };
  return {
    taken,
    add(host, item) {
      const lane = lanes.get(host) ?? { items: [], isRunning: false, slow: 0 };
      lanes.set(host, lane);
      taken.add(item.id);
      if (lane.slow >= SLOW_TIMES) return;
      waiting += 1;
      lane.items.push(item);
      if (lane.isRunning) return;
      lane.isRunning = true;
      const run = runLane(lane).finally(() => running.delete(run));
      running.add(run);
      run.catch(() => undefined);
    },
    async wantMore() {
      if (running.size === 0) return false;
      const room = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const done = Promise.all(running);
      if (hasRoom) wake();
      hasRoom = false;
      const moment = new AbortController();
      const pause = sleep(MOMENT_MS, undefined, { signal: moment.signal }).catch(() => undefined);
      try {
        await Promise.race([done, room, pause]);
      } finally {
        moment.abort();
      }
      return true;
    },
  };
}
