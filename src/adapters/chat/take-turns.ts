import { setImmediate as nextTurn } from "node:timers/promises";
import type { Desk } from "../../domain/chat.ts";
import { within } from "./within.ts";

/** What a platform waits three seconds for, and everything else waits for. */
export interface Acknowledgements {
  /** Says that an acknowledgement is under way until the work is done. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when none is, or after a while, so that a platform that does not answer holds nobody up. */
  settled(): Promise<void>;
}

const LONGEST_MS = 1000;

export function createAcknowledgements(): Acknowledgements {
  const underWay = new Set<Promise<unknown>>();
  return {
    during(work) {
      const done = work.then(
        () => undefined,
        () => undefined,
      );
      underWay.add(done);
      void done.then(() => underWay.delete(done));
      return work;
    },
    async settled() {
      if (underWay.size > 0) await within(Promise.all(underWay), LONGEST_MS);
    },
  };
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
      return desk.answer(asker, intent);
    },
    async followUp(question) {
      await turn();
      return desk.followUp(question);
    },
  };
}
