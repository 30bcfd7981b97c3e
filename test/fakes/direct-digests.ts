import pLimit from "p-limit";
import { createDigestSchedule } from "../../src/digest/create-digest-schedule.ts";
import { createDigestWorker, type DigestWorkerDeps } from "../../src/digest/create-digest-worker.ts";
import type { DueSlot } from "../../src/domain/digests/digest-store.ts";
import { type HolidayCalendar, NO_HOLIDAYS } from "../../src/domain/digests/holidays.ts";

interface DirectDeps extends Omit<DigestWorkerDeps, "onResult" | "holidays"> {
  holidays?: HolidayCalendar;
  onResult?(due: DueSlot): void;
  onFailure(error: unknown): void;
}

export interface DirectDigests {
  /** Looks, works what is due, and comes back with the instant of the next look. */
  run(): Promise<number | null>;
  stop(): Promise<void>;
}

/** The digests' schedule and worker with a queue between them that holds nothing back: what a look tells of is worked before it ends. */
export function createDirectDigests(deps: DirectDeps): DirectDigests {
  const worker = createDigestWorker({ onResult: () => undefined, holidays: NO_HOLIDAYS, ...deps });
  const inParallel = pLimit(deps.timings.concurrency);
  let again: (number | null)[] = [];
  const work = async (slotId: number) => {
    try {
      again.push(await worker.work(slotId));
    } catch (error) {
      deps.onFailure(error);
    }
  };
  let told: number[] = [];
  const schedule = createDigestSchedule({
    plans: deps.store.plans,
    notices: deps.store.notices,
    queue: {
      async send(_kind, slotIds) {
        told.push(...slotIds);
        return slotIds.length;
      },
    },
    platforms: deps.posters.map(({ platform }) => platform),
    holidays: deps.holidays ?? NO_HOLIDAYS,
    clock: deps.clock,
    timings: deps.timings,
  });
  const look = async () => {
    again = [];
    told = [];
    await schedule.look();
    await Promise.all(told.map((slotId) => inParallel(() => work(slotId))));
    const next = await schedule.nextAtMs();
    const times = [next, ...again].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  };
  let running: Promise<unknown> = Promise.resolve();
  return {
    run() {
      const next = running.then(look, look);
      running = next.catch(() => undefined);
      return next;
    },
    async stop() {
      await worker.stop();
      await running;
    },
  };
}
