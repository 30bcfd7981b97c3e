import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.ts";
import type { EvidenceStore } from "../../domain/evidence-store.ts";
import type { RetentionStore } from "../../domain/store-state.ts";
import { expireArticles } from "../../ingest/expire-articles.ts";
import { createWaker, type Waker } from "./create-waker.ts";

const DAY_MS = 86_400_000;
const PAUSE_MS = 3_600_000;

/** Deletes once an hour what is older than so many days. */
export function startRetention(
  days: number,
  store: { evidence: EvidenceStore; retention: RetentionStore },
  { clock, logger }: { clock: Clock; logger: Logger },
): Waker {
  const stopping = new AbortController();
  let nextAtMs = 0;
  return createWaker(
    {
      async run() {
        if (clock.now() < nextAtMs) return null;
        nextAtMs = clock.now() + PAUSE_MS;
        const expired = await expireArticles(store, clock.now() - days * DAY_MS, stopping.signal);
        if (expired.articles + expired.rows > 0) logger.info(expired, "What was kept for its days is deleted");
        return null;
      },
      stop: async () => stopping.abort(),
    },
    (error) => logger.error({ err: error }, "Old articles could not be deleted"),
  );
}
