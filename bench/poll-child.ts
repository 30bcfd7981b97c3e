// Built and started by poll.ts: polls as the program that is installed does.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { createReadPool, type ReadPool } from "../src/adapters/threads/create-read-pool.ts";
import { createFetcher, FETCH_LIMITS } from "../src/adapters/web/create-fetcher.ts";
import type { Clock } from "../src/domain/clock.ts";
import type { Extraction } from "../src/domain/evidence/extraction.ts";
import { readAllowList } from "../src/domain/sources/address-rules.ts";
import type { Fetcher } from "../src/domain/sources/web.ts";
import { createPoller, type Poller } from "../src/ingest/sources/create-poller.ts";
import { report, worked } from "./measure.ts";

const FEEDS = 2000;
const ITEMS = 20;
const AT_ONCE = 32;
/** As people follow feeds: of one host only some are asked at once. */
const HOSTS = 100;
/** Polled before anything is timed, by the floor and by us alike, so that neither figure is that of code which is still being compiled. */
const WARM_UP_FEEDS = 200;
/** Storing all of them would take minutes; a part says as much. */
const READ_MS = 10_000;
const HOUR_MS = 3_600_000;
const NO_EVIDENCE: Extraction = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };

interface Floor {
  ms: number;
  processorMs: number;
  peakBytes: number;
}

/**
 * 2,000 feeds of 20 entries under 100 names of a server on loopback: polled into the store, beside a bare fetch and parse of the same bytes. The floor
 * has a process of its own and runs before and after; its mean counts.
 */
async function measurePolling(): Promise<void> {
  const server = startChild("feed-server-child.ts", [String(ITEMS)]);
  const [port] = await once(server, "message");
  const origin = `http://127.0.0.1:${port}`;
  const bare = startChild("poll-floor-child.ts", [origin, String(ITEMS), String(AT_ONCE)]);
  await once(bare, "message");
  // Its threads are warm as well when the time is taken.
  const readers = createReadPool();
  try {
    await runFloor(bare, WARM_UP_FEEDS);
    await polled({ origin, readers, feeds: WARM_UP_FEEDS }, ({ poller }) => poller.poll(ALL));
    const before = await runFloor(bare, FEEDS);
    const floors = { before, after: () => runFloor(bare, FEEDS) };
    await polled({ origin, readers, feeds: FEEDS }, (ours) => measure(ours, floors));
  } finally {
    await readers.close();
    server.kill();
    bare.kill();
  }
}

const ALL = { workspaceId: null, isForced: false };

interface Ours {
  poller: Poller;
  clock: { nowMs: number };
}

async function measure({ poller, clock }: Ours, floors: { before: Floor; after(): Promise<Floor> }): Promise<void> {
  const startBytes = peakBytes();
  const first = await worked(() => poller.poll(ALL));
  clock.nowMs += 24 * HOUR_MS;
  const second = await worked(() => poller.poll(ALL));
  const after = await floors.after();
  const floor = mean(floors.before, after);
  report(`poll, ${FEEDS * ITEMS} entries (floor: fetch and parse)`, {
    figure: perSecond(FEEDS, first.ms, "feeds"),
    floor: perSecond(FEEDS, floor.ms, "feeds"),
    ratio: first.ms / floor.ms,
  });
  report("the same in entries", {
    figure: perSecond(FEEDS * ITEMS, first.ms, "items"),
    floor: perSecond(FEEDS * ITEMS, floor.ms, "items"),
    ratio: first.ms / floor.ms,
  });
  report("the same in processor time", {
    figure: `${(first.processorMs / FEEDS).toFixed(2)} ms/feed`,
    floor: `${(floor.processorMs / FEEDS).toFixed(2)} ms/feed`,
    ratio: first.processorMs / floor.processorMs,
  });
  report("poll again, nothing changed (floor: the first)", {
    figure: perSecond(FEEDS, second.ms, "feeds"),
    floor: perSecond(FEEDS, first.ms, "feeds"),
    ratio: second.ms / first.ms,
  });
  const polledBytes = peakBytes();
  let stored = 0;
  const reading = await worked(async () => {
    stored = (await poller.read({ workspaceId: null, signal: AbortSignal.timeout(READ_MS) })).new;
  });
  const each = `${(reading.processorMs / stored).toFixed(1)} ms of processor time each`;
  console.log(`entries stored as articles, without extraction: ${((1000 * stored) / reading.ms).toFixed(0)} a second, ${each}`);
  console.log(
    `peak memory: ${megabytes(startBytes)} before the first look, ${megabytes(polledBytes)} polling, ${megabytes(peakBytes())} to the end; the floor's process: ${megabytes(after.peakBytes)}`,
  );
}

function mean(one: Floor, other: Floor): { ms: number; processorMs: number } {
  return { ms: (one.ms + other.ms) / 2, processorMs: (one.processorMs + other.processorMs) / 2 };
}

function perSecond(count: number, ms: number, what: string): string {
  return `${((1000 * count) / ms).toFixed(0)} ${what}/s`;
}

/** The most that this process ever held, as the system counts it. */
function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}

function startChild(name: string, args: string[]): ChildProcess {
  // Those of the floor are no part of what is built.
  return fork(`bench/${name}`, args, { execArgv: ["--import", "tsx"] });
}

async function runFloor(bare: ChildProcess, feeds: number): Promise<Floor> {
  bare.send(feeds);
  const [floor] = await once(bare, "message");
  return floor;
}

interface Polled {
  origin: string;
  readers: ReadPool;
  feeds: number;
}

/** Work with a poller, and a store of its own that follows so many feeds. */
async function polled({ origin, readers, feeds }: Polled, work: (ours: Ours) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  const clock = { nowMs: Date.now() };
  const { poller, fetcher } = openPoller(store, readers, { now: () => clock.nowMs });
  try {
    for (let feed = 0; feed < feeds; feed++) await addFeed(store, addressOf(origin, feed), clock.nowMs);
    await work({ poller, clock });
  } finally {
    await fetcher.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each name leads to the server on loopback. */
function addressOf(origin: string, feed: number): string {
  return `http://gazette${feed % HOSTS}.example:${new URL(origin).port}/${feed}`;
}

async function addFeed(store: Store, url: string, atMs: number): Promise<void> {
  await store.followed.sources.add({
    workspaceId: "terminal",
    url,
    kind: "feed",
    title: null,
    addedBy: null,
    addedIn: null,
    atMs,
  });
}

/** As in the running bot, but without a pace: the server is ours. */
function openPoller(store: Store, readers: ReadPool, clock: Clock): { poller: Poller; fetcher: Fetcher } {
  const allowed = readAllowList(["127.0.0.1"]).list;
  const pace = { gapMs: 0, concurrency: AT_ONCE };
  const lookup = async () => ["127.0.0.1"];
  const fetcher = createFetcher({ userAgent: "Attache/bench", allowed, pace, limits: FETCH_LIMITS }, { clock, lookup });
  const poller = createPoller({
    polls: store.followed.polls,
    items: store.followed.items,
    claims: store.followed.claims,
    evidence: store.evidence,
    fetcher,
    readers: readers.web,
    clock,
    pace: { everyMs: HOUR_MS, minMs: HOUR_MS, maxMs: HOUR_MS },
    extract: async () => NO_EVIDENCE,
    news: { note: () => undefined, tellAll: async () => undefined },
    onFailure: (error) => {
      throw error;
    },
  });
  return { poller, fetcher };
}

await measurePolling();
