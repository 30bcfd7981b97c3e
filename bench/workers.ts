import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { openJobs } from "../src/adapters/queue/open-jobs.ts";
import type { Article } from "../src/domain/article.ts";
import { JOB_TIMINGS } from "../src/domain/job-queue.ts";
import { generateArticles } from "./generate-articles.ts";
import { report, timed } from "./measure.ts";
import { bareInserts, inDatabase } from "./postgresql.ts";

const WORKERS = [1, 2, 4];
/** Entries of one source are told of so many at a time, and writers of one workspace take turns. */
const SOURCES = 20;
const HOUR_MS = 3_600_000;
const LONG_LIMIT_MS = 600_000;

/** Articles stored a second by worker processes that share pg-boss's jobs, beside bare inserts of the same texts: all in one workspace, and in four. */
export async function benchWorkers(articles: number): Promise<void> {
  const server = process.env["BENCH_POSTGRESQL_URL"];
  if (server === undefined) {
    console.log("workers: left out, because BENCH_POSTGRESQL_URL names no server that lets us make databases");
    return;
  }
  console.log(`workers: ${articles} articles, on ${cpus().length} cores that the server shares`);
  const floor = await inDatabase(server, (url) => bareInserts(url, articles));
  for (const workspaces of [1, 4]) {
    let alone = 0;
    for (const workers of WORKERS) {
      const rate = await inDatabase(server, (url) => storeRate(url, { articles, workers, workspaces }));
      if (workers === 1) alone = rate;
      const scaling = workers === 1 ? "" : `, ${(rate / alone).toFixed(2)} times one`;
      report(`articles/s, workers: ${workers}, workspaces: ${workspaces}${scaling} (floor: bare)`, {
        figure: rate.toFixed(1),
        floor: floor.toFixed(0),
        ratio: rate / floor,
      });
    }
  }
}

interface Run {
  articles: number;
  workers: number;
  workspaces: number;
}

/** From the word "go" to the last article. */
async function storeRate(url: string, { articles, workers, workspaces }: Run): Promise<number> {
  const store = await openStore({ url });
  const queued = await queueEntries(store, [...generateArticles(articles)], workspaces);
  const children = Array.from({ length: workers }, () =>
    spawn(process.execPath, ["--import", "tsx", "bench/worker-child.ts", url], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  try {
    await Promise.all(children.map((child) => once(child.stdout, "data")));
    const clock = { now: () => Date.now() };
    const { queue } = await openJobs(url, store.deadJobs, { timings: JOB_TIMINGS, clock, onFailure: () => undefined });
    await queue.send("extract", queued);
    await queue.stop(0);
    const took = await timed(async () => {
      for (const child of children) child.stdin.write("go\n");
      const deadline = Date.now() + LONG_LIMIT_MS;
      while ((await store.state.counts(Date.now())).articles < articles) {
        if (Date.now() > deadline || children.some(hasEnded)) throw new Error("The workers did not come to an end.");
        await sleep(100);
      }
    });
    return articles / (took / 1000);
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await store.close();
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null;
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
      title: `Source ${at}`,
      nextPollAtMs: nowMs + HOUR_MS,
      intervalMs: HOUR_MS,
      etag: null,
      lastModified: null,
      bodyHash: null,
      failure: null,
    });
  }
  return store.followed.claims.waitingEntries({ nowMs: Date.now(), perSource: articles.length, limit: articles.length });
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
