import { DIGEST_TIMINGS } from "../../../src/digest/digest-timings.ts";
import type { ComposePosting } from "../../../src/digest/work-slot.ts";
import type { DigestStore } from "../../../src/domain/digests/digest-store.ts";
import { createDirectDigests } from "../../fakes/direct-digests.ts";
import type { SimulatedChat } from "./chat.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export interface SimulatedProcess {
  kill(): void;
  /** The machine's clock was set: a timer of its own may go off at once. */
  wake(): void;
}

export interface ProcessRoom {
  world: World;
  random: Random;
  store: DigestStore;
  chat: SimulatedChat;
  compose: ComposePosting;
  /** Shares of the calls to the store at which the process dies, and at which it stands still for a while. */
  faults: { dies: number; stalls: number };
  onDeath(): void;
  onFailure(error: unknown): void;
}

/** A process that posts digests until it is killed: whatever it awaits after that never comes back. */
export function startProcess(room: ProcessRoom): SimulatedProcess {
  const { world, random } = room;
  let isAlive = true;
  let alarm: () => void = () => undefined;

  function die(): void {
    if (!isAlive) return;
    isAlive = false;
    connection.close();
    room.onDeath();
  }

  /** A call of the process's to the outside: it may die or stand still before or after. */
  async function call<T>(work: () => Promise<T>, isStore: boolean): Promise<T> {
    if (!isAlive) return never();
    if (isStore) await disturb();
    if (!isAlive) return never();
    const result = await (isStore ? world.busy(work()) : work());
    if (isStore) await disturb();
    return isAlive ? result : never();
  }

  async function disturb(): Promise<void> {
    if (random.chance(room.faults.dies / 2)) die();
    else if (random.chance(room.faults.stalls / 2)) await world.sleep(random.span(5 * SECOND, 3 * MINUTE));
  }

  const stopwatch = { readMs: world.nowMs, pause: (ms: number) => call(() => world.sleep(ms), false) };
  const connection = room.chat.connect({ call: (work) => call(work, false), stopwatch });
  const worker = createDirectDigests({
    store: {
      subscriptions: through(room.store.subscriptions, (work) => call(work, true)),
      slots: through(room.store.slots, (work) => call(work, true)),
      plans: through(room.store.plans, (work) => call(work, true)),
      notices: through(room.store.notices, (work) => call(work, true)),
    },
    posters: connection.posters.map(({ platform, ...poster }) => ({ ...through(poster, (work) => call(work, false)), platform })),
    createComposer: () => room.compose,
    clock: world.clock,
    stopwatch,
    timings: DIGEST_TIMINGS,
    onFailure: room.onFailure,
  });

  async function live(): Promise<void> {
    while (isAlive) {
      const looks = random.chance(0.01) ? [worker.run(), worker.run()] : [worker.run()];
      const [next = null] = (await Promise.all(looks)).slice(-1);
      const now = world.clock.now();
      // The waker's timer for what is near, else the tick of the full minute; an hour without one changes nothing.
      const target = next === null || next - now < MINUTE ? (next ?? now + 60 * MINUTE) : Math.ceil(next / MINUTE) * MINUTE;
      const waitMs = Math.min(60 * MINUTE, Math.max(250, target - now)) + random.between(0, 300);
      await Promise.race([
        world.sleep(waitMs),
        new Promise<void>((resolve) => {
          alarm = resolve;
        }),
      ]);
    }
  }

  void live().catch(room.onFailure);
  return { kill: die, wake: () => alarm() };
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

type Call = <T>(work: () => Promise<T>) => Promise<T>;

/** The same port with every call handed to `call`. */
function through<T extends object>(port: T, call: Call): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === "function" ? (...given: unknown[]) => call(() => value.apply(target, given)) : value;
    },
  });
}
