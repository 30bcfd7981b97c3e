import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.ts";
import type { EvidenceStore } from "../../domain/evidence-store.ts";
import type { WorkspaceStore } from "../../domain/installations.ts";
import type { RetentionStore } from "../../domain/store-state.ts";
import { expireArticles } from "../../ingest/expire-articles.ts";
import { expireWorkspaces } from "../../ingest/expire-workspaces.ts";
import { createWaker, type Waker } from "./create-waker.ts";

const DAY_MS = 86_400_000;
const PAUSE_MS = 3_600_000;
/** Who removed the app by mistake has so long to bring it back to what it knew; then everything of that workspace goes. */
const LEFT_DAYS = 30;
/** Slack delivers an event again within the hour, and nobody installs an app with a link of yesterday's. */
const EVENT_DAYS = 2;

interface Kept {
  evidence: EvidenceStore;
  retention: RetentionStore;
  workspaces: WorkspaceStore;
}

/**
 * Deletes once an hour what is older than so many days (null keeps it), all of workspaces that the app left long ago, and the notes of
 * deliveries that no platform repeats any more.
 */
export function startRetention(days: number | null, store: Kept, { clock, logger }: { clock: Clock; logger: Logger }): Waker {
  const stopping = new AbortController();
  let nextAtMs = 0;
  const before = (age: number) => clock.now() - age * DAY_MS;
  const look = async () => {
    if (clock.now() < nextAtMs) return null;
    nextAtMs = clock.now() + PAUSE_MS;
    const workspaces = await expireWorkspaces(store, before(Math.min(days ?? LEFT_DAYS, LEFT_DAYS)), stopping.signal);
    if (workspaces > 0) logger.info({ workspaces }, "What was kept of workspaces that the app has left is deleted");
    await store.retention.sweepEvents(before(EVENT_DAYS));
    if (days === null) return null;
    const expired = await expireArticles(store, before(days), stopping.signal);
    if (expired.articles + expired.rows > 0) logger.info(expired, "What was kept for its days is deleted");
    return null;
  };
  const onFailure = (error: unknown) => logger.error({ err: error }, "What is too old could not be deleted");
  const waker = createWaker(look, { isTicking: true, onFailure });
  return {
    ...waker,
    stop(deadlineMs) {
      stopping.abort();
      return waker.stop(deadlineMs);
    },
  };
}
