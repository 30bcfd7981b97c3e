import type { MayLeave, PostOutcome } from "../../domain/digests/digest-poster.ts";

type Send<Url, Init, Answer> = (url: Url, init: Init) => Promise<Answer>;

/** A way out for requests that asks before each, as the last thing that is done before it leaves. */
export interface Gate<Url, Init, Answer> {
  send: Send<Url, Init, Answer>;
  /** The outcome of work whose requests go through `send`, or that one of them was not let out. Throws what `mayLeave` threw. */
  outcomeOf(work: () => Promise<PostOutcome>): Promise<PostOutcome>;
}

/** One for each post: it stands behind whatever queue, token or pause a platform's client has, which are over when it is asked. */
export function createGate<Url, Init extends { signal?: AbortSignal | null | undefined } | undefined, Answer>(
  send: Send<Url, Init, Answer>,
  mayLeave: MayLeave,
): Gate<Url, Init, Answer> {
  let isShut = false;
  let failure: { error: unknown } | null = null;
  return {
    async send(url, init) {
      try {
        // A call that its client has given up by now is not begun.
        isShut = !(await mayLeave()) || init?.signal?.aborted === true;
      } catch (error) {
        failure = { error };
      }
      if (isShut || failure !== null) throw new Error("The request was not let out.");
      return send(url, init);
    },
    async outcomeOf(work) {
      const outcome = await work();
      if (failure !== null) throw failure.error;
      return isShut ? { kind: "withheld" } : outcome;
    },
  };
}
