import { nextSlot } from "../../../src/digest/next-slot.ts";
import { dueAtMs } from "../../../src/digest/schedule/digest-days.ts";
import type { Subscription } from "../../../src/domain/digests/digest.ts";
import type { ChatTrouble } from "./platforms.ts";
import { type ProcessRoom, type SimulatedProcess, startProcess } from "./process.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often things go wrong, on average. */
const OUTAGE_EVERY = 6 * DAY;
const JUMP_EVERY = 15 * DAY;
const RESTART_EVERY = 2 * DAY;
const SECOND_PROCESS_EVERY = 10 * DAY;
const MOST_PROCESSES = 3;
const CHANNEL_TROUBLE_EVERY = 700 * DAY;
const FAULTS = { dies: 1 / 4000, stalls: 1 / 6000 };
const CALM = { dies: 0, stalls: 0 };

/** When a channel was in trouble, from when to when, in truth. */
export interface Pause {
  subscriptionId: number;
  fromMs: number;
  toMs: number;
}

export interface PlannedFaults {
  counts: { kills: number; outages: number; clockJumps: number };
  /** When the machine's clock was wrong, in truth. */
  wrongClock: { fromMs: number; toMs: number }[];
  /** Ends what still runs. */
  end(): void;
}

type FaultRoom = Omit<ProcessRoom, "faults" | "onDeath">;

interface Plan {
  followed: Subscription[];
  pauses: Pause[];
  untilMs: number;
  /** How many times as often things go wrong: a short run needs more of it. */
  haste: number;
}

/** Starts the processes, and plans what befalls them and the platform until things calm down. */
export function planFaults(room: FaultRoom, plan: Plan): PlannedFaults {
  const { world } = room;
  const counts = { kills: 0, outages: 0, clockJumps: 0 };
  const wrongClock: PlannedFaults["wrongClock"] = [];
  const processes = createProcesses(room, plan, counts);
  const repeat = (everyMs: number, act: () => void) => {
    const again = () => {
      const at = world.nowMs() - (everyMs / plan.haste) * Math.log(1 - room.random.next());
      if (at >= plan.untilMs) return;
      world.at(at, () => {
        act();
        again();
      });
    };
    again();
  };
  processes.start();
  repeat(RESTART_EVERY, () => processes.killOne());
  repeat(SECOND_PROCESS_EVERY, () => processes.start());
  repeat(OUTAGE_EVERY, () => planOutage(room, plan, counts));
  repeat(JUMP_EVERY, () => {
    const jump = planJump(room, plan, processes.wake);
    if (jump === null) return;
    counts.clockJumps += 1;
    wrongClock.push(jump);
  });
  for (const subscription of plan.followed) repeat(CHANNEL_TROUBLE_EVERY, () => void planTrouble(room, plan, subscription));
  for (const subscription of plan.followed) repeat(CHANNEL_TROUBLE_EVERY, () => void moveWaiting(room, subscription));
  world.at(plan.untilMs, () => {
    room.chat.isCalm = true;
    processes.calm();
  });
  return { counts, wrongClock, end: processes.end };
}

/** One process at least; a supervisor starts another one where the last has died, at once or after a long time. */
function createProcesses(room: FaultRoom, plan: Plan, counts: PlannedFaults["counts"]) {
  const { world, random } = room;
  const running = new Set<SimulatedProcess>();
  let faults = { dies: FAULTS.dies * plan.haste, stalls: FAULTS.stalls * plan.haste };
  let isOver = false;
  const start = () => {
    if (isOver || running.size >= MOST_PROCESSES) return;
    const mine: { process: SimulatedProcess | null } = { process: null };
    const started = startProcess({
      ...room,
      faults,
      onDeath() {
        if (isOver) return;
        counts.kills += 1;
        if (mine.process !== null) running.delete(mine.process);
        if (running.size > 0) return;
        const downMs = random.chance(0.9) ? random.span(SECOND, 2 * MINUTE) : random.span(10 * MINUTE, 3 * DAY);
        world.at(world.nowMs() + downMs, start);
      },
    });
    mine.process = started;
    running.add(started);
  };
  return {
    start,
    killOne: () => [...running][random.integer(0, Math.max(0, running.size - 1))]?.kill(),
    wake() {
      for (const process of running) process.wake();
    },
    calm() {
      faults = CALM;
      for (const process of running) process.kill();
      world.at(Math.max(world.nowMs(), plan.untilMs) + 3 * MINUTE, () => running.size === 0 && start());
    },
    end() {
      isOver = true;
      for (const process of running) process.kill();
    },
  };
}

function planOutage({ world, random, chat }: FaultRoom, plan: Plan, counts: PlannedFaults["counts"]): void {
  if (chat.isDown) return;
  counts.outages += 1;
  chat.isDown = true;
  const lastsMs = random.span(MINUTE, 3 * DAY);
  world.at(Math.min(plan.untilMs, world.nowMs() + lastsMs), () => {
    chat.isDown = false;
  });
}

/** The clock is wrong for a while, by a minute or by days. Null where it is wrong already. */
function planJump({ world, random }: FaultRoom, plan: Plan, wake: () => void): { fromMs: number; toMs: number } | null {
  if (world.offsetMs !== 0) return null;
  const fromMs = world.nowMs();
  world.offsetMs = (random.chance(0.5) ? 1 : -1) * Math.round(random.span(MINUTE, 4 * DAY));
  wake();
  const toMs = Math.min(plan.untilMs, fromMs + random.span(MINUTE, 12 * HOUR));
  world.at(toMs, () => {
    world.offsetMs = 0;
    wake();
  });
  return { fromMs, toMs };
}

/** A channel is archived or the bot thrown out, until somebody mends it and follows again. */
async function planTrouble({ world, random, chat, store }: FaultRoom, plan: Plan, subscription: Subscription): Promise<void> {
  const { id, channelId, workspaceId } = subscription;
  if (chat.troubles.has(channelId)) return;
  const fromMs = world.nowMs();
  chat.troubles.set(channelId, random.pick<ChatTrouble>(["gone", "archived", "forbidden"]));
  await world.sleep(Math.min(plan.untilMs - fromMs, random.span(HOUR, 10 * DAY)));
  chat.troubles.delete(channelId);
  while (world.offsetMs !== 0) await world.sleep(HOUR);
  await follow();
  plan.pauses.push({ subscriptionId: id, fromMs, toMs: world.nowMs() });

  /** As `/digest follow` does. */
  async function follow() {
    const [now] = await world.busy(store.subscriptions.list(workspaceId, channelId));
    if (now === undefined || now.paused === null) return;
    const slots = await world.busy(store.subscriptions.slots(id, 50));
    const keys = slots.filter((slot) => slot.state !== "waiting").map((slot) => slot.key);
    const next = nextSlot(now, keys.sort().at(-1) ?? null, world.clock.now());
    await world.busy(store.subscriptions.reschedule(id, now, next));
  }
}

/** What was planned by the old rules of a zone: the process that comes next puts it right. */
async function moveWaiting({ world, store, random }: FaultRoom, subscription: Subscription): Promise<void> {
  const waiting = (await world.busy(store.plans.waiting(subscription.id - 1, 1)))[0];
  if (waiting === undefined || waiting.subscription.id !== subscription.id) return;
  const right = dueAtMs(subscription, waiting.waiting.key);
  if (right - world.clock.now() < 2 * HOUR || right !== waiting.waiting.dueAtMs) return;
  const wrong = { key: waiting.waiting.key, dueAtMs: right + (random.chance(0.5) ? HOUR : -HOUR) };
  await world.busy(store.plans.move(waiting, wrong, waiting.newest?.coversUntilMs ?? null));
}
