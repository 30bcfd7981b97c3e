import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseRssFeed } from "feedsmith";
import pLimit from "p-limit";
import { Agent } from "undici";
import { createReaders } from "../src/adapters/feeds/create-readers.ts";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { readAllowList } from "../src/adapters/web/address-rules.ts";
import { createFetcher, FETCH_LIMITS } from "../src/adapters/web/create-fetcher.ts";
import type { Clock } from "../src/domain/clock.ts";
import type { Extraction } from "../src/domain/extraction.ts";
import type { Fetcher } from "../src/domain/web.ts";
import { createPoller, type Poller } from "../src/ingest/sources/create-poller.ts";
import { report, timed } from "./measure.ts";

const FEEDS = 2000;
const ITEMS = 20;
const AT_ONCE = 32;
/** Storing all of them would take minutes; a part says as much. */
const READ_MS = 10_000;
const HOUR_MS = 3_600_000;
const NO_EVIDENCE: Extraction = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };

/** 2,000 feeds of 20 entries from a server on loopback: polled into the store, beside a bare fetch and parse of the same bytes. */
export async function benchPoll(): Promise<void> {
  const server = fork(fileURLToPath(new URL("./feed-server-child.ts", import.meta.url)), [String(ITEMS)], {
    execArgv: ["--import", "tsx"],
  });
  const [port] = await once(server, "message");
  const origin = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  let nowMs = Date.now();
  const clock = { now: () => nowMs };
  const { poller, fetcher } = openPoller(store, clock);
  try {
    await fetchBare(origin);
    const floor = await timed(() => fetchBare(origin));
    for (let feed = 0; feed < FEEDS; feed++) await addFeed(store, `${origin}/${feed}`, nowMs);
    const all = { workspaceId: null, isForced: false };
    const first = await timed(() => poller.poll(all));
    const perSecond = (ms: number) => `${((1000 * FEEDS) / ms).toFixed(0)} feeds/s`;
    report(`poll, ${FEEDS * ITEMS} entries (floor: fetch and parse)`, {
      figure: perSecond(first),
      floor: perSecond(floor),
      ratio: first / floor,
    });
    nowMs += 24 * HOUR_MS;
    const second = await timed(() => poller.poll(all));
    report("poll again, nothing changed (floor: the first)", {
      figure: perSecond(second),
      floor: perSecond(first),
      ratio: second / first,
    });
    const { new: stored } = await poller.read({ workspaceId: null, signal: AbortSignal.timeout(READ_MS) });
    console.log(`entries stored as articles, without extraction: ${((1000 * stored) / READ_MS).toFixed(0)} a second`);
    console.log(`peak memory of the process: ${(peak / 1_000_000).toFixed(0)} MB`);
  } finally {
    clearInterval(watch);
    await fetcher.close();
    await store.close();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchBare(origin: string): Promise<void> {
  const agent = new Agent({ connections: AT_ONCE });
  const atOnce = pLimit(AT_ONCE);
  await Promise.all(
    Array.from({ length: FEEDS }, (_, feed) =>
      atOnce(async () => {
        const { body } = await agent.request({ origin, path: `/${feed}`, method: "GET" });
        if (parseRssFeed(await body.text()).items?.length !== ITEMS) throw new Error("A feed came back short.");
      }),
    ),
  );
  await agent.close();
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
function openPoller(store: Store, clock: Clock): { poller: Poller; fetcher: Fetcher } {
  const allowed = readAllowList(["127.0.0.1"]).list;
  const pace = { gapMs: 0, concurrency: AT_ONCE };
  const fetcher = createFetcher({ userAgent: "Attache/bench", allowed, pace, limits: FETCH_LIMITS }, { clock });
  const poller = createPoller({
    polls: store.followed.polls,
    items: store.followed.items,
    evidence: store.evidence,
    fetcher,
    readers: createReaders(),
    clock,
    pace: { everyMs: HOUR_MS, minMs: HOUR_MS, maxMs: HOUR_MS },
    extract: async () => NO_EVIDENCE,
    tell: async () => true,
    onFailure: (error) => {
      throw error;
    },
  });
  return { poller, fetcher };
}
