import { nextSlot } from "../../../src/digest/next-slot.ts";
import type { ComposePosting } from "../../../src/digest/work-slot.ts";
import type { NewSubscription, ScheduleRule, Subscription } from "../../../src/domain/digests/digest.ts";
import type { DigestStore } from "../../../src/domain/digests/digest-store.ts";
import { digestOf } from "../../fakes/digest-poster.ts";
import { ALICE, GUILD } from "../../servers/fake-discord-state.ts";
import { createSimulatedChat, type SimulatedChat } from "./chat.ts";
import { ZONES } from "./due-dates.ts";
import { type Pause, planFaults } from "./faults.ts";
import { type Judgement, judge } from "./judge.ts";
import { enterMachine } from "./machine.ts";
import { createRandom, type Random } from "./random.ts";
import { createWorld, type World } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST_START = Date.parse("2026-02-10T00:00:00Z");
/** Nothing goes wrong in the last days, so that what is under way comes to its end. */
const CALM_DAYS = 6;

export interface SimulationOptions {
  seed: number;
  subscriptions: number;
  days: number;
  /** How many times as often things go wrong as in the long run. */
  haste?: number;
  store: DigestStore;
}

export interface SimulationReport extends Judgement {
  /** What happened on the way. */
  kills: number;
  outages: number;
  clockJumps: number;
  chat: SimulatedChat["counts"];
  failures: unknown[];
}

/** Years of digests with all that goes wrong in them, out of a seed. */
export async function simulate({ seed, subscriptions, days, store, haste = 1 }: SimulationOptions): Promise<SimulationReport> {
  const random = createRandom(seed);
  // A short run begins in one season or another, so that the changes of the clock of both halves of the year come up.
  const start = FIRST_START + (seed % 2) * 210 * DAY;
  const world = createWorld(start);
  const given = Array.from({ length: subscriptions }, (_, at) => newSubscription(at, random, start));
  const channelsOf = (wanted: string) => given.flatMap(({ platform, channelId }) => (platform === wanted ? channelId : []));
  const chat = createSimulatedChat({
    world,
    random,
    channelIds: { slack: channelsOf("slack"), discord: channelsOf("discord") },
  });
  const machine = enterMachine(world, chat.fetch);
  try {
    return await run({ subscriptions: given, start, days, haste, store, world, random, chat });
  } finally {
    machine.leave();
  }
}

interface Run extends Required<Pick<SimulationOptions, "days" | "haste" | "store">> {
  subscriptions: NewSubscription[];
  start: number;
  world: World;
  random: Random;
  chat: SimulatedChat;
}

async function run({ subscriptions, start, days, haste, store, world, random, chat }: Run): Promise<SimulationReport> {
  const followed: Subscription[] = [];
  for (const given of subscriptions) followed.push(await store.subscriptions.add(given, nextSlot(given, null, start)));
  const failures: unknown[] = [];
  const pauses: Pause[] = [];
  const until = start + days * DAY;
  const faults = planFaults(
    { world, random, store, chat, compose: createComposer(random), onFailure: (error) => failures.push(error) },
    { followed, pauses, untilMs: until - CALM_DAYS * DAY, haste },
  );
  await world.runUntil(until);
  faults.end();
  const judgement = await judge({
    store,
    chat,
    followed,
    pauses,
    fromMs: start,
    untilMs: until - DAY,
    wrongClock: faults.wrongClock,
  });
  return { ...judgement, ...faults.counts, chat: chat.counts, failures };
}

/** Smaller than 2^53, so that a number holds it. */
const FIRST_CHANNEL = 103_000_000_001;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A third of the schedules are not one time on weekdays: several times a day, each second week, days of a month. */
function newRule(random: Random): ScheduleRule | undefined {
  if (random.chance(0.67)) return undefined;
  const laterMinutes = random.chance(0.5) ? [random.integer(900, 1000), random.integer(1100, 1439)] : [];
  const from = random.pick(["2026-02-02", "2026-02-09"]);
  const everyWeeks = random.chance(0.4) ? { count: random.integer(2, 4), from } : null;
  const kind = random.pick([EVERY_DAY, [1, 2, 3, 4, 5], [random.integer(1, 7)]]);
  const nth = kind.length === 7 ? random.integer(1, 31) : random.integer(1, 4);
  const isMonthly = everyWeeks === null && random.chance(0.6);
  return { laterMinutes, everyWeeks, monthDays: isMonthly ? [{ nth: random.chance(0.3) ? -1 : nth, weekdays: kind }] : [] };
}

function newSubscription(at: number, random: Random, createdAtMs: number): NewSubscription {
  const everyDay = EVERY_DAY;
  const some = everyDay.filter(() => random.chance(0.5));
  // Half of them at a full hour, as people choose; the hours of the clock changes are among them.
  const minuteOfDay = random.chance(0.5) ? 60 * random.integer(0, 23) : random.integer(0, 1439);
  const rule = newRule(random);
  // Each zone has its digests on both platforms.
  const isOfSlack = (at + Math.floor(at / ZONES.length)) % 2 === 0;
  const place = isOfSlack
    ? { workspaceId: "slack:T1", platform: "slack" as const, channelId: `C${1000 + at}`, createdBy: "U1" }
    : { workspaceId: `discord:${GUILD}`, platform: "discord" as const, channelId: String(FIRST_CHANNEL + at), createdBy: ALICE };
  return {
    ...place,
    topics: ["quad"],
    minuteOfDay: rule === undefined ? minuteOfDay : minuteOfDay % 840,
    rule,
    weekdays: random.chance(0.5) || some.length === 0 ? everyDay : some,
    timeZone: ZONES[at % ZONES.length] ?? "UTC",
    whenEmpty: random.chance(0.2) ? "silence" : "line",
    language: "en",
    createdAtMs,
  };
}

/** What the channel was told is a count of its digests: a repeated or a lost one shows in the next. */
function createComposer(random: Random): ComposePosting {
  return async (subscription, { told, reason }) => {
    const count = (told["count"] ?? 0) + 1;
    const document = digestOf(JSON.stringify({ subscription: subscription.id, count, reason }));
    return {
      document: random.chance(0.5) ? document : { ...document, detail: [] },
      told: { count },
      isEmpty: random.chance(0.1),
    };
  };
}
