import type { Platform } from "../domain/chat/chat.ts";
import type { Clock } from "../domain/clock.ts";
import type { NoticeStore, PlanStore, WaitingSlot } from "../domain/digests/digest-store.ts";
import type { HolidayCalendar } from "../domain/digests/holidays.ts";
import type { JobQueue } from "../domain/job-queue.ts";
import { type DigestTimings, maxLeaseMs } from "./digest-timings.ts";
import { planMove } from "./plan-claim.ts";

export interface DigestScheduleDeps {
  plans: PlanStore;
  notices: Pick<NoticeStore, "reopen">;
  queue: Pick<JobQueue, "send">;
  /** Those that are set up: nobody could post for the others. */
  platforms: Platform[];
  holidays: HolidayCalendar;
  clock: Clock;
  timings: DigestTimings;
}

export interface DigestSchedule {
  /** Queues every due digest. Any number of processes may call it at any time. */
  look(): Promise<void>;
  /** The instant (epoch ms) of the next look, null where nothing waits. */
  nextAtMs(): Promise<number | null>;
}

/** Slots and waiting ones that are read at a time. */
const PAGE = 500;
/** What is due and in nobody's hands yet is looked at again after this. */
const BEHIND_MS = 2000;

/** Looks for due digests, and brings those to their time that a clock or a new rule has moved. */
export function createDigestSchedule(deps: DigestScheduleDeps): DigestSchedule {
  const { plans, notices, queue, platforms, clock, timings } = deps;
  let arePlansChecked = false;
  return {
    async look() {
      if (!arePlansChecked) await moveAll(deps);
      arePlansChecked = true;
      for (const waiting of await plans.ahead(clock.now())) await move(deps, waiting);
      await notices.reopen({ platforms, nowMs: clock.now(), limit: PAGE });
      const query = { platforms, nowMs: clock.now(), maxLeaseMs: maxLeaseMs(timings), limit: PAGE };
      for (let afterId = 0; ; ) {
        const refs = await plans.refs({ ...query, afterId });
        const idsOf = (isBegun: boolean) => refs.filter((ref) => ref.isBegun === isBegun).map((ref) => ref.id);
        await queue.send("deliver", idsOf(true));
        await queue.send("digest", idsOf(false));
        const last = refs.at(-1);
        if (last === undefined || refs.length < PAGE) return;
        afterId = last.id;
      }
    },
    async nextAtMs() {
      const at = await plans.nextAtMs(platforms);
      return at === null || at > clock.now() ? at : clock.now() + BEHIND_MS;
    },
  };
}

type Mover = Pick<DigestScheduleDeps, "plans" | "holidays" | "clock">;

/** Brings waiting slots to where they belong: zones may have got new rules with a new version of this program's runtime. */
async function moveAll(mover: Mover): Promise<void> {
  for (let after = 0; ; ) {
    const page = await mover.plans.waiting(after, PAGE);
    for (const waiting of page) await move(mover, waiting);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.subscription.id;
  }
}

async function move({ plans, holidays, clock }: Mover, waiting: WaitingSlot): Promise<void> {
  const moved = planMove({ ...waiting, subscription: { ...waiting.subscription, holidays } }, clock.now());
  if (moved !== null) await plans.move(waiting, moved.to, moved.coversUntilMs);
}
