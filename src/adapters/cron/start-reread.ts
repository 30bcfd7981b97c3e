import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.ts";
import { type RereadDeps, rereadArticles } from "../../ingest/reread-articles.ts";
import { createWaker, type Waker } from "./create-waker.ts";

/** While an older version of the program runs beside this one, it stores articles that are outdated at once. */
const PAUSE_MS = 3_600_000;
/** The rest after a batch, in shares of what it took: people who ask and sources that bring news come first. */
const REST_SHARE = 4;
const LEAST_REST_MS = 500;
const TELL_EVERY_MS = 60_000;

export interface RereadWakerDeps extends Omit<RereadDeps, "onFailure"> {
  clock: Clock;
  logger: Logger;
}

/** Reads the articles of an older engine again in the background, a few at a time with long rests; with none left it only looks once an hour. */
export function startReread(deps: RereadWakerDeps): Waker {
  const { store, engineVersion, clock, logger } = deps;
  const stopping = new AbortController();
  let nextAtMs = 0;
  const onFailure = (error: unknown, articleId: string) =>
    logger.warn({ err: error, articleId }, "An article could not be read again, and stays as it was");
  const look = async () => {
    if (clock.now() < nextAtMs) return null;
    nextAtMs = clock.now() + PAUSE_MS;
    const { left } = await store.rereads.counts(engineVersion);
    if (left === 0) return null;
    logger.info({ left }, "The engine is newer than stored articles: they are read again in the background");
    let sum = 0;
    let toldAtMs = clock.now();
    const reread = await rereadArticles(
      { ...deps, onFailure },
      {
        signal: stopping.signal,
        async onBatch(batch) {
          sum += batch.reread;
          if (clock.now() - toldAtMs >= TELL_EVERY_MS) {
            toldAtMs = clock.now();
            logger.info({ reread: sum, left: Math.max(0, left - sum) }, "Stored articles are being read again");
          }
          await rest(Math.max(LEAST_REST_MS, batch.tookMs * REST_SHARE), stopping.signal);
        },
      },
    );
    logger.info({ reread }, stopping.signal.aborted ? "Reading articles again was stopped" : "Stored articles were read again");
    return null;
  };
  const waker = createWaker(look, {
    isTicking: true,
    onFailure: (error) => logger.error({ err: error }, "Stored articles could not be read again; the next try is in an hour"),
  });
  return {
    ...waker,
    stop(deadlineMs) {
      stopping.abort();
      return waker.stop(deadlineMs);
    },
  };
}

/** Ends early at the signal. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
