import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "../../domain/errors.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { Source } from "../../domain/sources/source.ts";
import type { FinishedPoll, ItemStore, Settlement, WaitingItem } from "../../domain/sources/source-store.ts";
import type { StoreArticle } from "../create-article-storer.ts";
import { sightArticle, storeArticle } from "../store-article.ts";
import { createHostLanes } from "./create-host-lanes.ts";
import { createHostPlaces, hostOf, SOURCES_PER_HOST, urlOf } from "./create-host-places.ts";
import type { NewsGatherer } from "./create-news-gatherer.ts";
import { type PollDeps, pollSource } from "./poll-source.ts";
import { nextReading, readAgain, WITHDRAWN, withdrawIfRetracted } from "./read-again.ts";
import { type ItemReading, readItem, readTeaser } from "./read-item.ts";
import { SAME_TEXT, takeBackText } from "./take-back-text.ts";

export interface PollerDeps extends PollDeps {
  items: ItemStore;
  evidence: EvidenceStore;
  extract(article: Article): Promise<Extraction>;
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
  read(run: Omit<PollRun, "isForced">): Promise<ReadReport>;
}

const SOURCES_AT_ONCE = 32;
const CLAIMED_AT_ONCE = 200;
/** After a crash, a poll becomes due again after this time. */
const LEASE_MS = 5 * 60_000;
const HOSTS_AT_ONCE = 16;
const ITEMS_AT_ONCE = 200;
const ITEMS_PER_SOURCE = 20;
const MAX_STORE_TRIES = 3;
const STORE_RETRY_MS = 60_000;

export function createPoller(deps: PollerDeps): Poller {
  return {
    poll: (run) => pollSources(deps, run),
    read: (run) => readWaiting(deps, run),
  };
}

/**
 * Who is done with a source takes the next one. Of one host only some are asked at once: the others wait for those, and no other host's sources
 * wait behind them.
 */
async function pollSources(deps: PollerDeps, run: PollRun): Promise<PollReport> {
  const report: PollReport = { sources: 0, unchanged: 0, failed: 0 };
  const progress: Progress = { of: "sources", done: 0, total: 0 };
  const places = createHostPlaces<Claimed>(SOURCES_PER_HOST);
  const claimed = claimSources(deps, run, progress);
  const lane = async () => {
    for await (const first of claimed) {
      const host = hostOf(first.source.url);
      if (!places.take(host, first)) continue;
      for (let next: Claimed | undefined = first; next !== undefined; next = places.next(host))
        await pollOne(deps, { ...next, run, report, progress });
    }
  };
  await Promise.all(Array.from({ length: SOURCES_AT_ONCE }, lane));
  await deps.news.tellAll();
  return report;
}

interface Claimed {
  source: Source;
  /** Until then it is nobody else's. */
  leaseUntilMs: number;
}

/** Some are claimed at a time, and more when those are taken: what waits here must not outlast its lease. */
async function* claimSources({ polls, clock }: PollerDeps, run: PollRun, progress: Progress): AsyncGenerator<Claimed> {
  let lastId = 0;
  while (run.signal?.aborted !== true) {
    const nowMs = clock.now();
    const leaseUntilMs = nowMs + LEASE_MS;
    const sources = await polls.claim({
      nowMs,
      leaseUntilMs,
      limit: CLAIMED_AT_ONCE,
      workspaceId: run.workspaceId,
      everyAfterId: run.isForced ? lastId : null,
    });
    if (sources.length === 0) return;
    progress.total += sources.length;
    for (const source of sources) yield { source, leaseUntilMs };
    lastId = Math.max(...sources.map((source) => source.id));
  }
}

interface Polled extends Claimed {
  run: PollRun;
  report: PollReport;
  progress: Progress;
}

async function pollOne(deps: PollerDeps, { source, leaseUntilMs, run, report, progress }: Polled): Promise<void> {
  // One that outlasted its lease behind a slow host is due again, and may be another's by now.
  if (run.signal?.aborted === true || deps.clock.now() > leaseUntilMs) return;
  try {
    const finished = await lookAtSource(deps, source, run.signal);
    if (finished === null) return;
    report.sources += 1;
    if (finished.poll.outcome === "unchanged") report.unchanged += 1;
    if (finished.poll.outcome === "failed") report.failed += 1;
    progress.done += 1;
    run.onProgress?.(progress);
  } catch (error) {
    // An unusable store fails for every source.
    if (isStoreFailure(error)) throw error;
    deps.onFailure(error, { sourceId: source.id, workspaceId: source.workspaceId });
  }
}

/** Polls a source, stores its entries and notes what to report. Null if the program was stopped. */
export async function lookAtSource(deps: PollerDeps, source: Source, signal?: AbortSignal): Promise<FinishedPoll | null> {
  const finished = await pollSource(deps, source, signal);
  if (finished === null) return null;
  await deps.polls.finish(finished);
  deps.news.note(source, finished);
  return finished;
}

type ReadRun = Omit<PollRun, "isForced">;

/**
 * Reads the entries of a host in sequence and the hosts in parallel. Each entry leaves the queue or gets a later time. It takes more entries
 * while a slow host's are under way, and leaves a host that is slow again and again for the next run.
 */
async function readWaiting(deps: PollerDeps, run: ReadRun): Promise<ReadReport> {
  const report: ReadReport = { new: 0, updated: 0, unchanged: 0, dropped: 0, later: 0 };
  const progress: Progress = { of: "entries", done: 0, total: 0 };
  const lanes = createHostLanes({ hostsAtOnce: HOSTS_AT_ONCE }, (item: WaitingItem) =>
    readOne(deps, { item, run, report, progress }),
  );
  const query = { workspaceId: run.workspaceId, perSource: ITEMS_PER_SOURCE };
  do {
    const limit = ITEMS_AT_ONCE + lanes.taken.size;
    const waiting = run.signal?.aborted === true ? [] : await deps.items.waiting({ ...query, limit, nowMs: deps.clock.now() });
    const fresh = waiting.filter(({ id }) => !lanes.taken.has(id));
    progress.total += fresh.length;
    for (const item of fresh) lanes.add(hostOf(urlOf(item)), item);
  } while (await lanes.wantMore());
  return report;
}

interface Read {
  item: WaitingItem;
  run: ReadRun;
  report: ReadReport;
  progress: Progress;
}

async function readOne(deps: PollerDeps, read: Read): Promise<void> {
  const { item, run, report, progress } = read;
  // An embedded database answers within microtasks: without this pause, signals and sockets would starve.
  await nextTurn();
  if (run.signal?.aborted === true) return;
  const settlement = await readAndStore(deps, read);
  // The program was stopped, so the entry keeps waiting.
  if (settlement === null) return;
  if (settlement.outcome === "dropped") report.dropped += 1;
  if (settlement.outcome === "waiting") report.later += 1;
  await deps.items.settle(item, settlement, deps.clock.now());
  progress.done += 1;
  run.onProgress?.(progress);
}

async function readAndStore(deps: PollerDeps, read: Read): Promise<Settlement | null> {
  const { item, run, report } = read;
  try {
    const store: StoreArticle = (workspaceId, sighting) => storeArticle(deps.evidence, workspaceId, sighting);
    const { settlement, status } = await readEntry({ ...deps, store }, item, run.signal);
    if (status !== null) report[status] += 1;
    return settlement;
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    deps.onFailure(error, { sourceId: item.sourceId, workspaceId: item.workspaceId });
    const reason = "I could not read it because of a bug in Attaché, which is in the log.";
    return item.tries < MAX_STORE_TRIES
      ? { outcome: "waiting", reason, dueAtMs: deps.clock.now() + STORE_RETRY_MS * 2 ** item.tries }
      : { outcome: "dropped", reason, barrier: null };
  }
}

interface EntryRead {
  /** Null if the program was stopped: the entry keeps waiting. */
  settlement: Settlement | null;
  /** Of the article, where there is one. */
  status: "new" | "updated" | "unchanged" | null;
}

export interface EntryDeps extends Pick<PollerDeps, "fetcher" | "readers" | "clock" | "extract" | "evidence" | "items"> {
  store: StoreArticle;
}

/** Reads an entry and stores its article. Throws on unexpected failures. */
export async function readEntry(deps: EntryDeps, item: WaitingItem, signal?: AbortSignal): Promise<EntryRead> {
  if (item.again !== null) return readAgain(deps, { item, before: item.again }, signal);
  const found = await readItem(deps, item, signal);
  const reading = (await takeBackText(deps, item, found)) ? await readTeaser(deps, item, SAME_TEXT) : found;
  switch (reading.kind) {
    case "stopped":
      return { settlement: null, status: null };
    case "later":
      return { settlement: { outcome: "waiting", reason: reading.reason, dueAtMs: reading.dueAtMs }, status: null };
    case "dropped":
      return { settlement: { outcome: "dropped", reason: reading.reason, barrier: reading.barrier }, status: null };
    case "article":
      return storeEntry(deps, item, reading);
  }
}

type ArticleRead = Extract<ItemReading, { kind: "article" }>;

async function storeEntry(deps: EntryDeps, item: WaitingItem, read: ArticleRead): Promise<EntryRead> {
  const { article, note, barrier, page } = read;
  try {
    if (await withdrawIfRetracted(deps, item.workspaceId, article))
      return { settlement: { outcome: "kept", reason: WITHDRAWN, url: article.url, barrier, again: null }, status: "updated" };
    const status = await deps.store(item.workspaceId, await sightArticle(deps, article, item.sourceId));
    const nowMs = deps.clock.now();
    const again = page === null ? null : nextReading({ seenAtMs: nowMs, nowMs, isMoving: page.isLive });
    const settlement = { outcome: "kept" as const, reason: note, url: article.url, barrier, again };
    return { settlement, status: status === "failed" ? null : status };
  } catch (error) {
    // A text that hangs its thread, or an article that was forgotten, is the same the next time.
    if (!(error instanceof AppError) || error.code !== "bad-input") throw error;
    return { settlement: { outcome: "dropped", reason: error.message, barrier }, status: null };
  }
}

function isStoreFailure(error: unknown): boolean {
  return error instanceof AppError && (error.code === "store-unusable" || error.code === "store-busy");
}
