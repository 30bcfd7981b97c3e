import type { Store } from "../../../src/adapters/prisma/open-store.ts";
import { DIGEST_TIMINGS } from "../../../src/digest/digest-timings.ts";
import { type Document, paragraph, text } from "../../../src/domain/chat/document.ts";
import type { Subscription } from "../../../src/domain/digests/digest.ts";
import { createDirectDigests } from "../../fakes/direct-digests.ts";
import type { StallPlatform, Standing } from "./platforms.ts";

/** Longer than a lease: whoever looks then takes the slot over. */
const STALL_MS = DIGEST_TIMINGS.leaseMs + 50_000;
const DAY_MS = 86_400_000;
const MOST_ROUNDS = 12;
const PARAGRAPH_CHARACTERS = 1700;

export interface StallRoom {
  store: Store;
  on: StallPlatform;
}

/** At which of their awaits the processes stand still; null where they don't. */
export interface Stalls {
  number: number;
  first: number | null;
  second: number | null;
}

export interface Stalled {
  /** How many awaits the first process came to. */
  awaits: number;
  /** What the processes were about to do where they stood still. */
  stalledAt: string[];
  state: string;
  standing: Standing[];
  /** Messages that the platform took: more than three where copies had to be deleted. */
  posts: number;
}

/**
 * A digest of three messages. The first process stands still at one of its awaits until its lease is long over; a second one takes the
 * slot over meanwhile, may stand still itself, and then the first one goes on; what is left is a third one's. The time is a number.
 */
export async function stallDigest(room: StallRoom, stalls: Stalls): Promise<Stalled> {
  const { store, on } = room;
  const time = { at: Date.now() };
  const subscription = await follow(room, stalls.number, time.at);
  const postsBefore = on.posts();
  const stalledAt: string[] = [];
  const firstIsDone = createSignal();
  const secondStalls = createSignal();
  let running: Runner | null = null;

  async function standStill(runner: Runner, at: string, meanwhile: () => Promise<unknown>): Promise<void> {
    stalledAt.push(at);
    time.at += STALL_MS;
    on.forgetNonces();
    await meanwhile();
    running = runner;
  }

  const third = startProcess(room, time, { stallAt: null, standStill: async () => undefined });
  const second = startProcess(room, time, {
    stallAt: stalls.second,
    standStill: (at) =>
      standStill(second, at, async () => {
        secondStalls.raise();
        await firstIsDone.raised;
      }),
  });
  let secondRuns: Promise<unknown> = Promise.resolve();
  const first = startProcess(room, time, {
    stallAt: stalls.first,
    standStill: (at) =>
      standStill(first, at, async () => {
        running = second;
        secondRuns = second.run();
        await Promise.race([secondRuns, secondStalls.raised]);
      }),
  });
  on.onTheWay(async (moment) => running?.reach(`${moment} on its way`));
  running = first;
  await first.run();
  running = second;
  firstIsDone.raise();
  await secondRuns;
  running = third;
  const state = await finish(room, { subscription, time, run: third.run });
  await store.digests.subscriptions.stop(subscription.id, time.at);
  const standing = on.standing(subscription.channelId);
  return { awaits: first.awaits(), stalledAt, state, standing, posts: on.posts() - postsBefore };
}

interface Finishing {
  subscription: Subscription;
  time: { at: number };
  run(): Promise<number | null>;
}

/** Has what is left worked, as time passes, and says how the slot ended. */
async function finish({ store }: StallRoom, { subscription, time, run }: Finishing): Promise<string> {
  for (let round = 0; ; round++) {
    const slots = await store.digests.subscriptions.slots(subscription.id, 10);
    const state = slots.find(({ key }) => key === keyOf(subscription))?.state ?? "missing";
    if (state !== "claimed" && state !== "waiting") return state;
    if (round === MOST_ROUNDS) return `${state} after ${round} rounds`;
    time.at = Math.max(time.at, (await run()) ?? time.at);
  }
}

interface Signal {
  raise(): void;
  raised: Promise<void>;
}

function createSignal(): Signal {
  let raise = () => {};
  const raised = new Promise<void>((resolve) => {
    raise = resolve;
  });
  return { raise, raised };
}

interface Runner {
  run(): Promise<number | null>;
  awaits(): number;
  /** An await of this process: it stands still at one of them. */
  reach(at: string): Promise<void>;
}

interface Stalling {
  stallAt: number | null;
  standStill(at: string): Promise<void>;
}

/** The digests of one process, each await of which to the outside is counted: before and after every call of a port, and every request. */
function startProcess({ store, on }: StallRoom, time: { at: number }, { stallAt, standStill }: Stalling): Runner {
  let awaits = 0;
  async function reach(at: string): Promise<void> {
    awaits += 1;
    if (awaits === stallAt) await standStill(at);
  }
  const { digests, actions, conversations } = store;
  const stopwatch = {
    readMs: () => time.at,
    async pause(ms: number) {
      time.at += ms;
      await reach("behind a pause");
    },
  };
  const deps = { actions: through(actions, reach), conversations: through(conversations, reach), stopwatch };
  const poster = through(
    on.poster(deps, () => reach("its token")),
    reach,
  );
  const failures: unknown[] = [];
  const worker = createDirectDigests({
    store: {
      subscriptions: through(digests.subscriptions, reach),
      slots: through(digests.slots, reach),
      plans: through(digests.plans, reach),
      notices: through(digests.notices, reach),
    },
    posters: [poster],
    createComposer: () => async () => {
      await reach("composing");
      return { document: digestOfThree(on.paragraphs), told: { digest: 1 }, isEmpty: false };
    },
    clock: { now: () => time.at },
    stopwatch,
    timings: DIGEST_TIMINGS,
    onFailure: (error) => failures.push(error),
  });
  return {
    async run() {
      const next = await worker.run();
      if (failures.length > 0) throw failures[0];
      return next;
    },
    awaits: () => awaits,
    reach,
  };
}

/** The same port, with a stop before and after each call. */
function through<T extends object>(port: T, reach: (at: string) => Promise<void>): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return async (...given: unknown[]) => {
        await reach(`before ${String(name)}`);
        const result: unknown = await value.apply(target, given);
        await reach(`behind ${String(name)}`);
        return result;
      };
    },
  });
}

function digestOfThree(paragraphs: number): Document {
  const detail = Array.from({ length: paragraphs }, (_, at) => {
    const words = `Paragraph ${at} of the detail. `;
    return paragraph(text(words.repeat(PARAGRAPH_CHARACTERS / words.length)));
  });
  return { title: "Digest", audience: "channel", blocks: [paragraph(text("Talks were held."))], detail };
}

function keyOf({ createdAtMs }: Pick<Subscription, "createdAtMs">): string {
  return new Date(createdAtMs - DAY_MS).toISOString().slice(0, 10);
}

/** A digest in a channel of its own, due now; the next one is half a day away. */
async function follow({ store, on }: StallRoom, number: number, nowMs: number): Promise<Subscription> {
  const given = {
    workspaceId: on.workspaceId,
    platform: on.platform,
    channelId: on.addChannel(number),
    topics: ["quad"],
    minuteOfDay: (Math.floor(nowMs / 60_000) + 720) % 1440,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    timeZone: "UTC",
    whenEmpty: "line" as const,
    language: "en" as const,
    createdBy: "U1",
    createdAtMs: nowMs,
  };
  return store.digests.subscriptions.add(given, { key: keyOf(given), dueAtMs: nowMs });
}
