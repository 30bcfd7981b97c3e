import pLimit from "p-limit";
import type { Clock } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digest-poster.ts";
import type { DigestStore, DueSlot } from "../domain/digest-store.ts";
import type { Document } from "../domain/document.ts";
import { planMove } from "./plan-claim.ts";
import { type ComposePosting, type DigestTimings, type SlotResult, workSlot } from "./work-slot.ts";

export const DIGEST_TIMINGS: DigestTimings = {
  // One post takes at most ten seconds, and a short wait for its channel's turn.
  leaseMs: 40_000,
  retryMinMs: 5000,
  retryMaxMs: 5 * 60_000,
  // Most of a slot's time is the pause of its channel between two messages.
  concurrency: 96,
};

export interface DigestWorkerDeps {
  store: DigestStore;
  posters: DigestPoster[];
  /** Made anew for each look, so that what it shares between subscriptions is read once a look. */
  createComposer(): ComposePosting;
  clock: Clock;
  timings: DigestTimings;
  onResult(due: DueSlot, result: SlotResult): void;
  onFailure(error: unknown, due: DueSlot | null): void;
}

export interface DigestWorker {
  /** Works everything that is due. Comes back with the instant (epoch ms) of the next look, null where nothing waits. */
  run(): Promise<number | null>;
  /** Begins nothing new; what is being posted is finished and written down. Resolves once that is done. */
  stop(): Promise<void>;
}

/** Slots and waiting ones that are read at a time. */
const PAGE = 200;

/** Looks for due digests and works them, each by itself: what goes wrong with one does not keep the others. */
export function createDigestWorker(deps: DigestWorkerDeps): DigestWorker {
  const { store, clock, timings } = deps;
  const posters = new Map(deps.posters.map((poster) => [poster.platform, poster]));
  /** Until when a platform wants no posts. */
  const blocked = new Map<string, number>();
  const inParallel = pLimit(timings.concurrency);
  let isStopping = false;
  let arePlansChecked = false;
  let running: Promise<unknown> = Promise.resolve();

  const openPlatforms = () => [...posters.keys()].filter((platform) => (blocked.get(platform) ?? 0) <= clock.now());

  async function work(due: DueSlot, pass: Pass): Promise<void> {
    const { platform } = due.subscription;
    const poster = posters.get(platform);
    if (poster === undefined || isStopping || (blocked.get(platform) ?? 0) > clock.now()) return;
    try {
      const result = await workSlot(due, { ...deps, poster, ...pass.toolsOf(poster), isStopping: () => isStopping });
      if (result.kind === "waits" && result.blockedMs > 0) blocked.set(platform, clock.now() + result.blockedMs);
      deps.onResult(due, result);
      await tellFollower(due, poster, result);
    } catch (error) {
      // The slot stays claimed until its lease ends, and is taken up again then.
      deps.onFailure(error, due);
    }
  }

  async function look(): Promise<number | null> {
    if (!arePlansChecked) await moveAll(store, clock.now());
    arePlansChecked = true;
    await movePutOff(store, clock.now());
    const pass = createPass(deps.createComposer());
    // Each slot once a look: what can't be ended now has a time at which it is looked at again.
    const seen = new Set<number>();
    while (!isStopping) {
      const query = { platforms: openPlatforms(), nowMs: clock.now(), maxLeaseMs: maxLeaseMs(timings), limit: PAGE };
      const due = (await store.slots.due(query)).filter(({ slot }) => !seen.has(slot.id));
      if (due.length === 0) break;
      for (const { slot } of due) seen.add(slot.id);
      await Promise.all(due.map((each) => inParallel(() => work(each, pass))));
    }
    return nextLook();
  }

  async function nextLook(): Promise<number | null> {
    const times: number[] = [];
    for (const platform of posters.keys()) {
      const at = await store.plans.nextAtMs([platform]);
      if (at !== null) times.push(Math.max(at, blocked.get(platform) ?? 0));
    }
    return times.length === 0 ? null : Math.min(...times);
  }

  return {
    run() {
      const next = running.then(look, look);
      running = next.catch(() => undefined);
      return next;
    },
    async stop() {
      isStopping = true;
      await running;
    },
  };
}

/** A lease that ends later than the longest one is of a clock that was ahead. */
function maxLeaseMs({ leaseMs, retryMaxMs }: DigestTimings): number {
  return Math.max(leaseMs, retryMaxMs) + 60_000;
}

interface Pass {
  toolsOf(poster: DigestPoster): {
    compose: ComposePosting;
    render: (workspaceId: string, document: Document) => Promise<object[]>;
  };
}

/** What the slots of one look share: a document that several channels get is rendered once for each workspace. */
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
  if (sentence !== null && createdBy !== null) await poster.tell({ workspaceId, userId: createdBy, channelId }, sentence);
}

/** Brings waiting slots to where they belong: zones may have got new rules with a new version of this program's runtime. */
async function moveAll(store: DigestStore, nowMs: number): Promise<void> {
  for (let after = 0; ; ) {
    const page = await store.plans.waiting(after, PAGE);
    for (const waiting of page) await move(store, waiting, nowMs);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.subscription.id;
  }
}

/** Brings back what a clock that ran ahead has put off. */
async function movePutOff(store: DigestStore, nowMs: number): Promise<void> {
  for (const waiting of await store.plans.ahead(nowMs)) await move(store, waiting, nowMs);
}

async function move(store: DigestStore, waiting: Parameters<typeof planMove>[0], nowMs: number): Promise<void> {
  const moved = planMove(waiting, nowMs);
  if (moved !== null) await store.plans.move(waiting, moved.to, moved.coversUntilMs);
}
