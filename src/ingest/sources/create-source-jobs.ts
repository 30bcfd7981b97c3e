import type { JobQueue } from "../../domain/job-queue.ts";
import type { Source } from "../../domain/sources/source.ts";
import type { FinishedPoll, Settlement, WaitingItem } from "../../domain/sources/source-store.ts";
import { createArticleStorer } from "../create-article-storer.ts";
import { createHostJobs, type HostJobs } from "./hosts/create-host-jobs.ts";
import { hostOf, SOURCES_PER_HOST, urlOf } from "./hosts/create-host-places.ts";
import { claimSource, type Held, type PollClaimedDeps, pollClaimed } from "./poll-claimed.ts";
import { claimEntry, readClaimed, releaseEntry } from "./read-claimed.ts";
import type { EntryDeps } from "./read-entry.ts";

export interface SourceJobsDeps extends PollClaimedDeps, Omit<EntryDeps, "store"> {
  queue: Pick<JobQueue, "send">;
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
  /** Polls a source, and those of its host that wait for it. */
  fetch(sourceId: number, signal: AbortSignal): Promise<void>;
  /** Reads an entry, and those of its host that wait for it. */
  extract(entryId: number, signal: AbortSignal): Promise<void>;
}

const PAGE = 1000;
const ENTRIES_PER_SOURCE = 20;
const ENTRIES_PER_HOST = 4;
const ENTRIES_AT_ONCE = 1000;
/** Articles that share a transaction where the store is a server: the more, the longer whoever waits for the workspace. */
const STORED_AT_ONCE = 8;

export function createSourceJobs(deps: SourceJobsDeps): SourceJobs {
  const { claims, queue, clock } = deps;
  const [sources, entries] = [createFetchJobs(deps), createExtractJobs(deps)];
  return {
    async queueDueSources() {
      const nowMs = clock.now();
      for (let afterId = 0; ; ) {
        const due = await claims.dueSources({ nowMs, afterId, limit: PAGE, workspaceId: null, isForced: false });
        const ids = due.map(({ id }) => id);
        const last = ids.at(-1);
        await queue.send("fetch", without(ids, sources.waiting));
        if (last === undefined || ids.length < PAGE) return claims.nextAtMs("sources", nowMs);
        afterId = last;
      }
    },
    async queueDueEntries() {
      const nowMs = clock.now();
      const limit = ENTRIES_AT_ONCE + entries.waiting.size;
      const ids = await claims.waitingEntries({ nowMs, workspaceId: null, perSource: ENTRIES_PER_SOURCE, limit });
      await queue.send("extract", without(ids, entries.waiting));
      return claims.nextAtMs("entries", nowMs);
    },
    fetch: sources.work,
    extract: entries.work,
  };
}

function without(ids: number[], waiting: ReadonlySet<number>): number[] {
  return ids.filter((id) => !waiting.has(id));
}

function createFetchJobs(deps: SourceJobsDeps): HostJobs {
  return createHostJobs<Held<Source>>({
    perHost: SOURCES_PER_HOST,
    claim: (id) => claimSource(deps, id),
    release: ({ row, leaseUntilMs }) => deps.claims.releaseSource(row, leaseUntilMs),
    hostOf: ({ row }) => hostOf(row.url),
    async work(held, signal) {
      const finished = await pollClaimed(deps, held, signal);
      if (finished !== null) deps.onPolled(held.row, finished);
    },
    queueAgain: async (ids) => {
      await deps.queue.send("fetch", ids);
    },
  });
}

function createExtractJobs(given: SourceJobsDeps): HostJobs {
  const { evidence, isShared, leaseMs, queue, onRead } = given;
  // A file's transaction is worked in this thread, which has people to answer between two articles.
  const store = createArticleStorer(evidence, isShared ? STORED_AT_ONCE : 1);
  const deps = { ...given, store, entryLeaseMs: isShared ? leaseMs : null };
  return createHostJobs<Held<WaitingItem>>({
    perHost: ENTRIES_PER_HOST,
    claim: (id) => claimEntry(deps, id),
    release: (held) => releaseEntry(deps, held),
    hostOf: ({ row }) => hostOf(urlOf(row)),
    async work(held, signal) {
      const { settlement } = await readClaimed(deps, held, signal);
      if (settlement !== null) onRead(held.row, settlement);
    },
    queueAgain: async (ids) => {
      await queue.send("extract", ids);
    },
  });
}
