import { setImmediate as nextTurn } from "node:timers/promises";
import type { Desk } from "../../domain/chat/chat.ts";
import { AppError } from "../../domain/errors.ts";
import { within } from "../../domain/within.ts";

/** What a platform waits three seconds for, and everything else waits for. */
export interface Acknowledgements {
  /** Says that something came in that is to be acknowledged. */
  arrived(): void;
  /** Says that an acknowledgement is under way until the work is done. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when none is, or when none has ended for a while, so that a platform that does not answer holds nobody up. */
  settled(): Promise<void>;
  /** Resolves when none is and nothing more comes in, or after a while, so that a crowd that never ends holds nobody up. */
  quiet(): Promise<void>;
}

const LONGEST_MS = 1000;
/** So many turns of the event loop without anything new: a connection is taken in one, and what it brings is read in another. */
const QUIET_TURNS = 3;
const LONGEST_CROWD_MS = 250;

export function createAcknowledgements(longestCrowdMs = LONGEST_CROWD_MS): Acknowledgements {
  const underWay = new Set<Promise<void>>();
  let arrivals = 0;
  let progressedAt = 0;
  let progress = createSignal();
  async function settled(): Promise<void> {
    while (underWay.size > 0) {
      const patienceMs = progressedAt + LONGEST_MS - performance.now();
      if (patienceMs <= 0) return;
      await within(progress.came, patienceMs);
    }
  }
  function progressed(): void {
    progressedAt = performance.now();
    progress.come();
    progress = createSignal();
  }
  return {
    arrived() {
      arrivals += 1;
    },
    during(work) {
      arrivals += 1;
      if (underWay.size === 0) progressedAt = performance.now();
      const done = work
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          underWay.delete(done);
          progressed();
        });
      underWay.add(done);
      return work;
    },
    settled,
    async quiet() {
      const until = performance.now() + longestCrowdMs;
      for (let still = 0; still < QUIET_TURNS && performance.now() < until; ) {
        const before = arrivals;
        await settled();
        await nextTurn();
        still = arrivals === before ? still + 1 : 0;
      }
    },
  };
}

interface Signal {
  came: Promise<void>;
  come(): void;
}

function createSignal(): Signal {
  let come: () => void = () => undefined;
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come: () => come() };
}

/**
 * A desk whose answers begin one after another, each in a turn of the event loop of its own, and none while something is being
 * acknowledged. An embedded database answers within the microtasks of one turn, so that two hundred answers at once would run to the
 * last before any socket is looked at again, and the platform would have given up waiting. Answers that wait for something else overlap.
 */
export function takeTurns(desk: Desk, acknowledgements: Acknowledgements): Desk {
  let last: Promise<void> = Promise.resolve();
  function turn(): Promise<void> {
    last = last.then(() => acknowledgements.settled()).then(() => nextTurn());
    return last;
  }
  return {
    ...desk,
    async answer(asker, intent) {
      await turn();
      return inTime(desk.answer(asker, intent));
    },
    async followUp(question) {
      await turn();
      return inTime(desk.followUp(question));
    },
  };
}

/** Above all that an answer waits for by itself: what takes longer hangs, such as on a database that has stopped answering. */
const ANSWER_MS = 110_000;
const TOO_LONG = "This answer took too long, so I stopped. Ask again; if it happens again, tell the person who runs Attaché.";

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("internal", TOO_LONG)), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
