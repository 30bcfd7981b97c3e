import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { WorkspaceStore } from "../../domain/workspace/installations.ts";
import type { RetentionStore, StoreState } from "../../domain/workspace/store-state.ts";
import { expireArticles } from "../../ingest/expire-articles.ts";
import { expireWorkspaces } from "../../ingest/expire-workspaces.ts";
import { sweepRows } from "../../ingest/sweep-rows.ts";
import { createWaker, type Waker } from "./create-waker.ts";

const DAY_MS = 86_400_000;
const PAUSE_MS = 3_600_000;
/** Who removed the app by mistake has so long to bring it back to what it knew; then everything of that workspace goes. */
const LEFT_DAYS = 30;

interface Kept {
  evidence: EvidenceStore;
  retention: RetentionStore;
  workspaces: WorkspaceStore;
  state: Pick<StoreState, "size">;
}

export interface RetentionDeps {
  clock: Clock;
  logger: Logger;
  /** Told when a look was taken to its end. */
  onDone(): void;
}

/**
 * Deletes once an hour the articles that are older than so many days (null keeps them), all of workspaces that the app left long ago, and
 * what would grow for ever beside them.
 */
export function startRetention(days: number | null, store: Kept, told: RetentionDeps): Waker {
  const { clock, logger, onDone } = told;
  const stopping = new AbortController();
  let nextAtMs = 0;
  const before = (age: number) => clock.now() - age * DAY_MS;
  const look = async () => {
    if (clock.now() < nextAtMs) return null;
    nextAtMs = clock.now() + PAUSE_MS;
    const workspaces = await expireWorkspaces(store, before(Math.min(days ?? LEFT_DAYS, LEFT_DAYS)), stopping.signal);
    if (workspaces > 0) logger.info({ workspaces }, "Deleted the data of removed workspaces");
    const articles = days === null ? 0 : await expireArticles(store, before(days), stopping.signal);
    const rows = await sweepRows(store.retention, { nowMs: clock.now(), days }, stopping.signal);
    if (!stopping.signal.aborted) onDone();
    if (articles + rows === 0) return null;
    const { bytes, freeBytes } = await store.state.size();
    logger.info({ articles, rows, storeBytes: bytes, freeBytes }, "Deleted old data");
    return null;
  };
  const onFailure = (error: unknown) => logger.error({ err: error }, "Could not delete old data");
  const waker = createWaker(look, { isTicking: true, onFailure });
  return {
    ...waker,
    stop(deadlineMs) {
      stopping.abort();
      return waker.stop(deadlineMs);
    },
  };
}
