import type { JobQueue } from "../../domain/job-queue.ts";
import type { Source } from "../../domain/sources/source.ts";
import type { FinishedPoll, Settlement, SourceClaims, WaitingItem } from "../../domain/sources/source-store.ts";
import { createArticleStorer, type StoreArticle } from "../create-article-storer.ts";
import { createHostJobs, type HostJobs } from "./create-host-jobs.ts";
import { hostOf, SOURCES_PER_HOST, urlOf } from "./create-host-places.ts";
import { lookAtSource, type PollerDeps, readEntry } from "./create-poller.ts";

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
        const ids = await claims.dueSources({ nowMs, afterId, limit: PAGE });
        const last = ids.at(-1);
        await queue.send("fetch", without(ids, sources.waiting));
        if (last === undefined || ids.length < PAGE) return claims.nextAtMs("sources", nowMs);
        afterId = last;
      }
    },
    async queueDueEntries() {
      const nowMs = clock.now();
      const limit = ENTRIES_AT_ONCE + entries.waiting.size;
      const ids = await claims.waitingEntries({ nowMs, perSource: ENTRIES_PER_SOURCE, limit });
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

interface Held<Row> {
  row: Row;
  leaseUntilMs: number;
}

function createFetchJobs(deps: SourceJobsDeps): HostJobs {
  const { claims, clock, leaseMs } = deps;
  return createHostJobs<Held<Source>>({
    perHost: SOURCES_PER_HOST,
    async claim(id) {
      const nowMs = clock.now();
      const leaseUntilMs = nowMs + leaseMs;
      const row = await claims.claimSource(id, { nowMs, leaseUntilMs });
      return row === null ? null : { row, leaseUntilMs };
    },
    release: ({ row, leaseUntilMs }) => claims.releaseSource(row, leaseUntilMs),
    hostOf: ({ row }) => hostOf(row.url),
    work: (held, signal) => fetchSource(deps, held, signal),
    queueAgain: async (ids) => {
      await deps.queue.send("fetch", ids);
    },
  });
}

async function fetchSource(deps: SourceJobsDeps, { row, leaseUntilMs }: Held<Source>, signal: AbortSignal): Promise<void> {
  try {
    const finished = await lookAtSource(deps, row, signal);
    if (finished !== null) return deps.onPolled(row, finished);
  } catch (error) {
    // The job is tried again, and must find the source due.
    await deps.claims.releaseSource(row, leaseUntilMs);
    throw error;
  }
  await deps.claims.releaseSource(row, leaseUntilMs);
}

function createExtractJobs(deps: SourceJobsDeps): HostJobs {
  const { claims, clock, leaseMs, isShared } = deps;
  // A file's transaction is worked in this thread, which has people to answer between two articles.
  const store = createArticleStorer(deps.evidence, isShared ? STORED_AT_ONCE : 1);
  const release = async ({ row, leaseUntilMs }: Held<WaitingItem>) => {
    if (isShared) await claims.releaseEntry(row.id, leaseUntilMs);
  };
  return createHostJobs<Held<WaitingItem>>({
    perHost: ENTRIES_PER_HOST,
    async claim(id) {
      const nowMs = clock.now();
      const leaseUntilMs = isShared ? nowMs + leaseMs : nowMs;
      const row = await claims.claimEntry(id, { nowMs, leaseUntilMs });
      return row === null ? null : { row, leaseUntilMs };
    },
    release,
    hostOf: ({ row }) => hostOf(urlOf(row)),
    work: (held, signal) => extractEntry({ ...deps, store, release }, held, signal),
    queueAgain: async (ids) => {
      await deps.queue.send("extract", ids);
    },
  });
}

interface ExtractDeps extends SourceJobsDeps {
  store: StoreArticle;
  release(held: Held<WaitingItem>): Promise<void>;
}

async function extractEntry(deps: ExtractDeps, held: Held<WaitingItem>, signal: AbortSignal): Promise<void> {
  try {
    const { settlement } = await readEntry(deps, held.row, signal);
    if (settlement !== null) {
      await deps.items.settle(held.row, settlement, deps.clock.now());
      return deps.onRead(held.row, settlement);
    }
  } catch (error) {
    await deps.release(held);
    throw error;
  }
  await deps.release(held);
}
