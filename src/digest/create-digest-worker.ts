import type { Document } from "../domain/chat/document.ts";
import type { Clock, Stopwatch } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digests/digest-poster.ts";
import type { DigestStore, DueSlot } from "../domain/digests/digest-store.ts";
import type { HolidayCalendar } from "../domain/digests/holidays.ts";
import { DIRECT } from "../domain/digests/watch.ts";
import { checkTimings, type DigestTimings, maxLeaseMs } from "./digest-timings.ts";
import { type Blocked, type ComposePosting, type SlotResult, workSlot } from "./work-slot.ts";

export interface DigestWorkerDeps {
  store: DigestStore;
  posters: DigestPoster[];
  /** Recreated every few seconds, so that digests due at the same time share their reads. */
  createComposer(): ComposePosting;
  holidays: HolidayCalendar;
  clock: Clock;
  stopwatch: Stopwatch;
  timings: DigestTimings;
  onResult(due: DueSlot, result: SlotResult): void;
}

export interface DigestWorker {
  /**
   * Works one slot where it is due, and posts what it can. Comes back with the instant (epoch ms) at which it is to be looked at again, null
   * where its time is known already. Throws where nobody expected a failure: the slot stays claimed until its lease ends.
   */
  work(slotId: number): Promise<number | null>;
  /** Begins nothing new; what is being posted is finished and written down. Resolves once that is done. */
  stop(): Promise<void>;
}

/** For so long digests that are due together are told the same. */
const PASS_MS = 10_000;

/** Until when a platform wants no posts: a crowd in one workspace holds up no other. */
function createBlocks(clock: Clock) {
  const until = new Map<string, number>();
  return {
    untilMs: ({ subscription: { platform, workspaceId } }: DueSlot) =>
      Math.max(until.get(platform) ?? 0, until.get(workspaceId) ?? 0),
    add({ subscription: { platform, workspaceId } }: DueSlot, { scope, ms }: Blocked): void {
      for (const [key, atMs] of until) if (atMs <= clock.now()) until.delete(key);
      until.set(scope === "platform" ? platform : workspaceId, clock.now() + ms);
    },
  };
}

/** Works due digests, each by itself: what goes wrong with one does not keep the others. Throws where `checkTimings` does. */
export function createDigestWorker(deps: DigestWorkerDeps): DigestWorker {
  const { store, clock, timings } = deps;
  checkTimings(timings);
  const posters = new Map(deps.posters.map((poster) => [poster.platform, poster]));
  const blocks = createBlocks(clock);
  const underWay = new Set<Promise<unknown>>();
  let isStopping = false;
  let current: { pass: Pass; untilMs: number } | null = null;

  function passOf(): Pass {
    const nowMs = clock.now();
    if (current === null || current.untilMs <= nowMs || current.untilMs > nowMs + PASS_MS)
      current = { pass: createPass(deps.createComposer()), untilMs: nowMs + PASS_MS };
    return current.pass;
  }

  async function work(slotId: number): Promise<number | null> {
    const query = { platforms: [...posters.keys()], nowMs: clock.now(), maxLeaseMs: maxLeaseMs(timings) };
    const due = isStopping ? null : await store.slots.find(slotId, query);
    const poster = due === null ? undefined : posters.get(due.subscription.platform);
    if (due === null || poster === undefined) return null;
    const blockedUntilMs = blocks.untilMs(due);
    if (blockedUntilMs > clock.now()) return blockedUntilMs;
    const result = await workSlot(due, { ...deps, poster, ...passOf().toolsOf(poster), isStopping: () => isStopping });
    if (result.kind === "waits" && result.blocked !== null) blocks.add(due, result.blocked);
    deps.onResult(due, result);
    await tellFollower(due, poster, result);
    return result.kind === "waits" ? result.againAtMs : null;
  }

  return {
    work(slotId) {
      const working = work(slotId).finally(() => {
        underWay.delete(working);
        // What was composed for the last ones is kept for nobody.
        if (underWay.size === 0) current = null;
      });
      underWay.add(working);
      return working;
    },
    async stop() {
      isStopping = true;
      await Promise.allSettled(underWay);
    },
  };
}

interface Pass {
  toolsOf(poster: DigestPoster): {
    compose: ComposePosting;
    render: (workspaceId: string, document: Document) => Promise<object[]>;
  };
}

/** What slots share that are worked at about the same time: a document that several channels get is rendered once for each workspace. */
function createPass(compose: ComposePosting): Pass {
  const rendered = new WeakMap<Document, Map<string, Promise<object[]>>>();
  return {
    toolsOf: (poster) => ({
      compose,
      render(workspaceId, document) {
        const known = rendered.get(document) ?? new Map<string, Promise<object[]>>();
        const payloads = known.get(workspaceId) ?? poster.render(workspaceId, document);
        rendered.set(document, known.set(workspaceId, payloads));
        return payloads;
      },
    }),
  };
}

/** Once for each channel in trouble; the slot has ended before, so that a restart does not tell it again. */
async function tellFollower({ subscription }: DueSlot, poster: DigestPoster, result: SlotResult): Promise<void> {
  const sentence = result.kind === "done" ? (result.trouble?.tell ?? null) : null;
  const { createdBy, workspaceId, channelId } = subscription;
  if (sentence === null || createdBy === null) return;
  await poster.tell({ workspaceId, userId: createdBy, channelId: channelId.startsWith(DIRECT) ? null : channelId }, sentence);
}
