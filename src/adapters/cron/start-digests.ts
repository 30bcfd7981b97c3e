import type { Logger } from "pino";
import type { CommandStore } from "../../commands/command-context.ts";
import { createPostingComposer } from "../../commands/compose-posting.ts";
import { createDigestWorker, DIGEST_TIMINGS } from "../../digest/create-digest-worker.ts";
import type { DigestTimings, SlotResult } from "../../digest/work-slot.ts";
import type { Clock } from "../../domain/clock.ts";
import type { DigestPoster } from "../../domain/digest-poster.ts";
import type { DueSlot } from "../../domain/digest-store.ts";
import { createWaker, type Waker } from "./create-waker.ts";

export interface DigestDeps {
  store: CommandStore;
  posters: DigestPoster[];
  clock: Clock;
  logger: Logger;
  /** Null for the program's own. */
  timings: DigestTimings | null;
}

/** Has digests posted from now on. */
export function startDigests({ store, posters, clock, logger, timings }: DigestDeps): Waker {
  const worker = createDigestWorker({
    store: store.digests,
    posters,
    createComposer: () => createPostingComposer(store, clock),
    clock,
    timings: timings ?? DIGEST_TIMINGS,
    onResult: (due, result) => logResult(logger, due, result),
    onFailure: (error, due) => logger.error({ err: error, ...(due === null ? {} : idsOf(due)) }, "A digest failed"),
  });
  return createWaker(worker, (error) => logger.error({ err: error }, "Due digests could not be looked for"));
}

function logResult(logger: Logger, due: DueSlot, result: SlotResult): void {
  const ids = idsOf(due);
  switch (result.kind) {
    case "done":
      if (result.state === "failed") logger.warn({ ...ids, reason: result.trouble?.sentence }, "A digest was given up");
      else logger.info({ ...ids, state: result.state }, "A digest is done");
      return;
    case "waits":
      logger.warn({ ...ids, failure: result.failure }, "A digest is tried again");
      return;
    case "lost":
      logger.info(ids, "A digest went to another process");
  }
}

function idsOf({ slot, subscription }: DueSlot) {
  return { slotId: slot.id, subscriptionId: subscription.id, channelId: subscription.channelId, key: slot.key };
}
