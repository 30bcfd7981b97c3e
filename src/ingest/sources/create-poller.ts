import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../../domain/errors.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction } from "../../domain/evidence/extraction.ts";
import type { DueSource, ItemStore, Settlement, SourceClaims, WaitingItem } from "../../domain/sources/source-store.ts";
import { createArticleStorer } from "../create-article-storer.ts";
import type { NewsGatherer } from "./create-news-gatherer.ts";
import { createHostLanes } from "./hosts/create-host-lanes.ts";
import { createHostPlaces, hostOf, SOURCES_PER_HOST, urlOf } from "./hosts/create-host-places.ts";
import { createSlowHosts } from "./hosts/create-slow-hosts.ts";
import { claimSource, type PollClaimedDeps, pollClaimed } from "./poll-claimed.ts";
import type { PollDeps } from "./poll-source.ts";
import { claimEntry, type ReadClaimedDeps, readClaimed } from "./read-claimed.ts";

export interface PollerDeps extends PollDeps {
  items: ItemStore;
  claims: SourceClaims;
  evidence: EvidenceStore;
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  /** What people are told of a source: at the end of a run, or once it has been gathered. */
  news: NewsGatherer;
  /** Called for each unexpected failure, with ids and without text. */
  onFailure(error: unknown, where: { sourceId: number; workspaceId: string }): void;
}

/** The sources of one workspace or of all; due ones or all. */
export interface PollRun {
  workspaceId: string | null;
  isForced: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

type ReadRun = Omit<PollRun, "isForced"> & {
  /** Whether sources are still being polled, whose entries are to be read too. */
  isMoreComing?: (() => boolean) | undefined;
};

/** How far a run is; the total is what it knows of so far. */
export interface Progress {
  of: "sources" | "entries";
  done: number;
  total: number;
}

export interface PollReport {
  sources: number;
  unchanged: number;
  failed: number;
  /** Sources of slow hosts, which stay due. */
  left: number;
}

export interface ReadReport {
  new: number;
  updated: number;
  unchanged: number;
  dropped: number;
  /** Entries whose page will be retried. */
  later: number;
}

/** One source never blocks another, nor do the entries of one host block those of another. */
export interface Poller {
  /** Polls the sources and stores their new entries. */
  poll(run: PollRun): Promise<PollReport>;
  /** Reads the waiting entries and stores them as articles. */
  read(run: ReadRun): Promise<ReadReport>;
}

const SOURCES_AT_ONCE = 32;
const LISTED_AT_ONCE = 1000;
/** After a crash, a poll becomes due again after this time. */
const LEASE_MS = 5 * 60_000;
const HOSTS_AT_ONCE = 16;
const ITEMS_AT_ONCE = 200;
const ITEMS_PER_SOURCE = 20;
const MAX_STORE_TRIES = 3;
const STORE_RETRY_MS = 60_000;
/** How often is looked for entries while sources are being polled. */
const LOOK_AGAIN_MS = 250;

interface RunDeps extends PollerDeps, PollClaimedDeps, ReadClaimedDeps {}

/** Does the same work as the bot's jobs, in one run without a queue. */
export function createPoller(given: PollerDeps): Poller {
  // An entry is only looked at: who reads the same one beside this process stores the same.
  const deps = { ...given, store: createArticleStorer(given.evidence, 1), leaseMs: LEASE_MS, entryLeaseMs: null };
  return {
    poll: (run) => pollSources(deps, run),
    read: (run) => readWaiting(deps, run),
  };
}

/**
 * Who is done with a source takes the next one. Of one host only some are asked at once: the others wait for those, and no other host's sources
 * wait behind them. What a slow host has not answered within a minute is left for the next run.
 */
async function pollSources(deps: RunDeps, run: PollRun): Promise<PollReport> {
  const report: PollReport = { sources: 0, unchanged: 0, failed: 0, left: 0 };
  const progress: Progress = { of: "sources", done: 0, total: 0 };
  const places = createHostPlaces<DueSource>(SOURCES_PER_HOST);
  const slow = createSlowHosts(deps.clock);
  const due = listSources(deps, run, progress);
  const work = (host: string, next: DueSource) => {
    if (!slow.isLeft(host)) return slow.timed(host, () => pollOne(deps, { due: next, run, report, progress }));
    report.left += 1;
    progress.total -= 1;
    return Promise.resolve();
  };
  const lane = async () => {
    for await (const first of due) {
      const host = hostOf(first.url);
      if (!places.take(host, first)) continue;
      for (let next: DueSource | undefined = first; next !== undefined; next = places.next(host)) await work(host, next);
    }
  };
  await Promise.all(Array.from({ length: SOURCES_AT_ONCE }, lane));
  await deps.news.tellAll();
  return report;
}

async function* listSources({ claims, clock }: RunDeps, run: PollRun, progress: Progress): AsyncGenerator<DueSource> {
  const { workspaceId, isForced, signal } = run;
  for (let afterId = 0; signal?.aborted !== true; ) {
    const query = { nowMs: clock.now(), afterId, limit: LISTED_AT_ONCE, workspaceId, isForced };
    const listed = await claims.dueSources(query);
    progress.total += listed.length;
    yield* listed;
    const last = listed.at(-1);
    if (last === undefined || listed.length < LISTED_AT_ONCE) return;
    afterId = last.id;
  }
}

interface Polled {
  due: DueSource;
  run: PollRun;
  report: PollReport;
  progress: Progress;
}

async function pollOne(deps: RunDeps, { due, run, report, progress }: Polled): Promise<void> {
  if (run.signal?.aborted === true) return;
  const held = await claimSource(deps, due.id, due);
  if (held === null) {
    // Another process has it.
    progress.total -= 1;
    return;
  }
  try {
    const finished = await pollClaimed(deps, held, run.signal);
    if (finished === null) return;
    report.sources += 1;
    if (finished.poll.outcome === "unchanged") report.unchanged += 1;
    if (finished.poll.outcome === "failed") report.failed += 1;
    progress.done += 1;
    run.onProgress?.(progress);
  } catch (error) {
    // An unusable store fails for every source.
    if (isStoreFailure(error)) throw error;
    deps.onFailure(error, { sourceId: due.id, workspaceId: held.row.workspaceId });
  }
}

/**
 * Reads the entries of a host in sequence and the hosts in parallel. Each entry leaves the queue or gets a later time. It takes more entries
 * while a slow host's are under way, and leaves a host that is slow again and again for the next run.
 */
async function readWaiting(deps: RunDeps, run: ReadRun): Promise<ReadReport> {
  const report: ReadReport = { new: 0, updated: 0, unchanged: 0, dropped: 0, later: 0 };
  const progress: Progress = { of: "entries", done: 0, total: 0 };
  const lanes = createHostLanes({ hostsAtOnce: HOSTS_AT_ONCE }, (item: WaitingItem) =>
    readOne(deps, { item, run, report, progress }),
  );
  let isMoreComing: boolean;
  do {
    // Asked before the look: what comes between the two is found by it.
    isMoreComing = run.isMoreComing?.() ?? false;
    const fresh = run.signal?.aborted === true ? [] : await listEntries(deps, run.workspaceId, lanes.taken);
    progress.total += fresh.length;
    for (const item of fresh) lanes.add(hostOf(urlOf(item)), item);
  } while ((await lanes.wantMore()) || (isMoreComing && (await pause())));
  return report;
}

async function pause(): Promise<true> {
  await sleep(LOOK_AGAIN_MS);
  return true;
}

/** Entries that wait and are not here yet. */
async function listEntries(deps: RunDeps, workspaceId: string | null, taken: ReadonlySet<number>): Promise<WaitingItem[]> {
  const query = { nowMs: deps.clock.now(), workspaceId, perSource: ITEMS_PER_SOURCE, limit: ITEMS_AT_ONCE + taken.size };
  const ids = (await deps.claims.waitingEntries(query)).filter((id) => !taken.has(id));
  const held = await Promise.all(ids.map((id) => claimEntry(deps, id)));
  return held.flatMap((each) => (each === null ? [] : [each.row]));
}

interface Read {
  item: WaitingItem;
  run: ReadRun;
  report: ReadReport;
  progress: Progress;
}

async function readOne(deps: RunDeps, read: Read): Promise<void> {
  const { run, report, progress } = read;
  // An embedded database answers within microtasks: without this pause, signals and sockets would starve.
  await nextTurn();
  if (run.signal?.aborted === true) return;
  const settlement = await readAndStore(deps, read);
  // The program was stopped, so the entry keeps waiting.
  if (settlement === null) return;
  if (settlement.outcome === "dropped") report.dropped += 1;
  if (settlement.outcome === "waiting") report.later += 1;
  progress.done += 1;
  run.onProgress?.(progress);
}

async function readAndStore(deps: RunDeps, { item, run, report }: Read): Promise<Settlement | null> {
  try {
    const { settlement, status } = await readClaimed(deps, { row: item, leaseUntilMs: deps.clock.now() }, run.signal);
    if (status !== null) report[status] += 1;
    return settlement;
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    deps.onFailure(error, { sourceId: item.sourceId, workspaceId: item.workspaceId });
    const settlement = afterFailure(item, deps.clock.now());
    await deps.items.settle(item, settlement, deps.clock.now());
    return settlement;
  }
}

function afterFailure({ tries }: WaitingItem, nowMs: number): Settlement {
  const reason = "I could not read it because of a bug in Attaché, which is in the log.";
  return tries < MAX_STORE_TRIES
    ? { outcome: "waiting", reason, dueAtMs: nowMs + STORE_RETRY_MS * 2 ** tries }
    : { outcome: "dropped", reason, barrier: null };
}

function isStoreFailure(error: unknown): boolean {
  return error instanceof AppError && (error.code === "store-unusable" || error.code === "store-busy");
}
