import type { JobQueue } from "../../domain/job-queue.ts";
import type { Source } from "../../domain/sources/source.ts";
import type { FinishedPoll, Settlement, SourceClaims, WaitingItem } from "../../domain/sources/source-store.ts";
import { createArticleStorer } from "../create-article-storer.ts";
import { type EntryDeps, lookAtSource, type PollerDeps, readEntry } from "./create-poller.ts";

export interface SourceJobsDeps extends PollerDeps {
  claims: SourceClaims;
  queue: Pick<JobQueue, "send">;
  /** After a crash, work becomes due again after this time. */
  leaseMs: number;
  /** Whether other processes share the jobs. If so, an entry is locked while it is read. */
  isShared: boolean;
  /** Called after each poll. */
  onPolled(source: Source, finished: FinishedPoll): void;
  /** Called after each entry with its outcome. */
  onRead(entry: WaitingItem, settlement: Settlement): void;
}

/** The work on sources as jobs: one method queues what is due, others do the work of a job. */
export interface SourceJobs {
  /** Queues a job for each due source. Returns when the next one is due (epoch ms), null for none. */
  queueDueSources(): Promise<number | null>;
  /** Queues some due entries of each source, so that one with hundreds does not delay the others. Returns the same. */
  queueDueEntries(): Promise<number | null>;
  /** Polls a source. Returns whether there may be entries to read now. */
  fetch(sourceId: number, signal: AbortSignal): Promise<boolean>;
  extract(entryId: number, signal: AbortSignal): Promise<void>;
}

const PAGE = 1000;
const ENTRIES_PER_SOURCE = 20;
const ENTRIES_AT_ONCE = 1000;
/** Articles that share a transaction where the store is a server: the more, the longer whoever waits for the workspace. */
const STORED_AT_ONCE = 8;

export function createSourceJobs(deps: SourceJobsDeps): SourceJobs {
  const { claims, queue, clock } = deps;
  // A file's transaction is worked in this thread, which has people to answer between two articles.
  const store = createArticleStorer(deps.evidence, deps.isShared ? STORED_AT_ONCE : 1);
  return {
    async queueDueSources() {
      const nowMs = clock.now();
      for (let afterId = 0; ; ) {
        const ids = await claims.dueSources({ nowMs, afterId, limit: PAGE });
        await queue.send("fetch", ids);
        const last = ids.at(-1);
        if (last === undefined || ids.length < PAGE) return claims.nextAtMs("sources", nowMs);
        afterId = last;
      }
    },
    async queueDueEntries() {
      const nowMs = clock.now();
      const query = { nowMs, perSource: ENTRIES_PER_SOURCE, limit: ENTRIES_AT_ONCE };
      await queue.send("extract", await claims.waitingEntries(query));
      return claims.nextAtMs("entries", nowMs);
    },
    fetch: (id, signal) => fetchSource(deps, id, signal),
    extract: (id, signal) => extractEntry({ ...deps, store }, id, signal),
  };
}

async function fetchSource(deps: SourceJobsDeps, id: number, signal: AbortSignal): Promise<boolean> {
  const nowMs = deps.clock.now();
  const leaseUntilMs = nowMs + deps.leaseMs;
  const source = signal.aborted ? null : await deps.claims.claimSource(id, { nowMs, leaseUntilMs });
  if (source === null) return false;
  try {
    const finished = await lookAtSource(deps, source, signal);
    if (finished !== null) deps.onPolled(source, finished);
    if (finished !== null) return finished.items.length > 0;
  } catch (error) {
    // The job is tried again, and must find the source due.
    await deps.claims.releaseSource(source, leaseUntilMs);
    throw error;
  }
  await deps.claims.releaseSource(source, leaseUntilMs);
  return false;
}

async function extractEntry(deps: SourceJobsDeps & EntryDeps, id: number, signal: AbortSignal): Promise<void> {
  const nowMs = deps.clock.now();
  const leaseUntilMs = deps.isShared ? nowMs + deps.leaseMs : nowMs;
  const entry = signal.aborted ? null : await deps.claims.claimEntry(id, { nowMs, leaseUntilMs });
  if (entry === null) return;
  try {
    const { settlement } = await readEntry(deps, entry, signal);
    if (settlement !== null) {
      await deps.items.settle(entry, settlement, deps.clock.now());
      return deps.onRead(entry, settlement);
    }
  } catch (error) {
    if (deps.isShared) await deps.claims.releaseEntry(id, leaseUntilMs);
    throw error;
  }
  if (deps.isShared) await deps.claims.releaseEntry(id, leaseUntilMs);
}
