import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { openJobs } from "../src/adapters/queue/open-jobs.ts";
import type { Article } from "../src/domain/evidence/article.ts";
import { JOB_TIMINGS } from "../src/domain/job-queue.ts";
import { generateArticles } from "./generate-articles.ts";
import { report } from "./measure.ts";
import { bareInserts, inDatabase } from "./postgresql.ts";
import { countStatements, createProcessorMeter, serverProcesses } from "./processor-time.ts";

const WORKERS = [1, 2, 4];
/** Entries of one source are told of so many at a time, and writers of one workspace take turns. */
const SOURCES = 20;
const HOUR_MS = 3_600_000;
const LONG_LIMIT_MS = 600_000;
/** Articles that each worker stores before the clock starts: until then it compiles more than it stores. */
const WARMED_EACH = 100;
/** Jobs that each worker holds at once: so many wait behind the last article that counts, so that no worker is idle before it. */
const HELD_EACH = 64;
const LOOK_MS = 50;

/**
 * Articles stored a second by worker processes that share pg-boss's jobs, beside bare inserts of the same texts: all in one workspace, and
 * in four. On a machine whose cores are all busy the rate says how many there are; what an article costs says how far more would carry.
 */
export async function benchWorkers(articles: number): Promise<void> {
  const server = process.env["BENCH_POSTGRESQL_URL"];
  if (server === undefined) {
    console.log("workers: left out, because BENCH_POSTGRESQL_URL names no server that lets us make databases");
    return;
  }
  const cores = cpus().length;
  console.log(`workers: ${articles} articles, on ${cores} cores that the server shares`);
  const floor = await inDatabase(server, (url) => bareInserts(url, articles));
  for (const workspaces of [1, 4]) {
    let alone = 0;
    for (const workers of WORKERS) {
      const cost = await inDatabase(server, (url) => storeAll(url, { articles, workers, workspaces }));
      if (workers === 1) alone = cost.rate;
      const scaling = workers === 1 ? "" : `, ${(cost.rate / alone).toFixed(2)} times one`;
      report(`articles/s, workers: ${workers}, workspaces: ${workspaces}${scaling} (floor: bare)`, {
        figure: cost.rate.toFixed(1),
        floor: floor.toFixed(0),
        ratio: cost.rate / floor,
      });
      console.log(`  ${sayCost(cost, cores)}`);
    }
  }
}

interface Cost {
  /** Articles a second. */
  rate: number;
  /** Milliseconds of processor time an article; 0 where the system does not say. */
  workersMs: number;
  serverMs: number;
  /** An article; null where the server does not count them. */
  statements: number | null;
  /** Jobs that failed and were tried again, those of the warming up included. */
  failed: number;
}

function sayCost({ rate, workersMs, serverMs, statements, failed }: Cost, cores: number): string {
  const busy = (rate * (workersMs + serverMs)) / 1000;
  const counted = statements === null ? "" : `, ${statements.toFixed(1)} statements`;
  const again = failed === 0 ? "" : `; ${failed} jobs failed and were tried again`;
  return `an article: ${workersMs.toFixed(1)} ms of processor time in the workers, ${serverMs.toFixed(1)} in the server${counted}; ${busy.toFixed(2)} of ${cores} cores busy with it${again}`;
}

interface Run {
  articles: number;
  workers: number;
  workspaces: number;
}

/** Entries are queued, and warm workers are measured in the midst of them: none has just started, and none has run out of jobs. */
async function storeAll(url: string, run: Run): Promise<Cost> {
  const { articles, workers, workspaces } = run;
  const store = await openStore({ url });
  const all = articles + workers * (WARMED_EACH + HELD_EACH);
  const queued = await queueEntries(store, [...generateArticles(all)], workspaces);
  const children = Array.from({ length: workers }, () =>
    spawn(process.execPath, ["--import", "tsx", "bench/worker-child.ts", url], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const client = new pg.Client({ connectionString: url });
  try {
    await Promise.all(children.map((child) => once(child.stdout, "data")));
    let failed = 0;
    for (const { stdout } of children)
      stdout.setEncoding("utf8").on("data", (text: string) => {
        failed += text.split("failed").length - 1;
      });
    const clock = { now: () => Date.now() };
    const { queue } = await openJobs(url, store.deadJobs, { timings: JOB_TIMINGS, clock, onFailure: () => undefined });
    await queue.send("extract", queued);
    await queue.stop(0);
    await store.close();
    await client.connect();
    for (const child of children) child.stdin.write("go\n");
    const cost = await measure(client, children, run);
    return { ...cost, failed };
  } finally {
    await Promise.all(children.map(kill));
    await client.end();
  }
}

/** From the last article of the warming up to the last one that counts. */
async function measure(client: pg.Client, children: ChildProcess[], { articles, workers }: Run): Promise<Omit<Cost, "failed">> {
  const inWorkers = createProcessorMeter();
  const inServer = createProcessorMeter();
  const deadline = Date.now() + LONG_LIMIT_MS;
  const reach = async (wanted: number) => {
    for (;;) {
      if (Date.now() > deadline || children.some(hasEnded)) throw new Error("The workers did not come to an end.");
      const stored = await countArticles(client);
      inWorkers.look(children.flatMap(({ pid }) => pid ?? []));
      inServer.look(await serverProcesses(client));
      if (stored >= wanted)
        return { stored, atMs: performance.now(), workersMs: inWorkers.totalMs(), serverMs: inServer.totalMs() };
      await sleep(LOOK_MS);
    }
  };
  const began = await reach(workers * WARMED_EACH);
  const sentBefore = await countStatements(client);
  const ended = await reach(began.stored + articles);
  const sent = await countStatements(client);
  const stored = ended.stored - began.stored;
  return {
    rate: (stored * 1000) / (ended.atMs - began.atMs),
    workersMs: (ended.workersMs - began.workersMs) / stored,
    serverMs: (ended.serverMs - began.serverMs) / stored,
    statements: sent === null || sentBefore === null ? null : (sent - sentBefore) / stored,
  };
}

async function countArticles(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "Article"');
  return rows[0]?.count ?? 0;
}

async function kill(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const end = once(child, "close");
  child.kill("SIGKILL");
  await end;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Entries that wait, as polls of so many sources would leave them; their ids come back. */
async function queueEntries(store: Store, articles: Article[], workspaces: number): Promise<number[]> {
  const nowMs = Date.now();
  for (let at = 0; at < SOURCES; at++) {
    const workspaceId = `slack:T${at % workspaces}`;
    const given = { workspaceId, url: `https://s${at}.example/feed`, kind: "feed" as const, title: null, addedBy: null };
    const source = await store.followed.sources.add({ ...given, addedIn: null, atMs: nowMs });
    if (source === null) throw new Error("The source was not added.");
    const mine = articles.filter((_, place) => place % SOURCES === at);
    await store.followed.polls.finish({
      sourceId: source.id,
      poll: { atMs: nowMs, outcome: "read", reason: null, seen: mine.length, kept: mine.length, updated: 0, dropped: {} },
      items: mine.map((article) => ({ ...entryOf(article), outcome: "waiting" as const, reason: null })),
      listed: null,
      title: `Source ${at}`,
      nextPollAtMs: nowMs + HOUR_MS,
      intervalMs: HOUR_MS,
      etag: null,
      lastModified: null,
      bodyHash: null,
      failure: null,
    });
  }
  const limit = articles.length;
  return store.followed.claims.waitingEntries({ nowMs: Date.now(), workspaceId: null, perSource: limit, limit });
}

/** Without an address, so that no page is looked for behind it. */
function entryOf({ id, title, text, publishedAt }: Article) {
  const html = text
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
  const item = { guid: id, url: null, title, html, publishedAt, author: null, publisher: null, language: null };
  return { key: id, fingerprint: id, url: null, title, item };
}
