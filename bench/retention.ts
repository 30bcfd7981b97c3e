import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isPostgresql, sqlitePath } from "../src/adapters/prisma/database-url.ts";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../src/adapters/prisma/sqlite/open-database.ts";
import type { Article } from "../src/domain/evidence/article.ts";
import type { Extraction } from "../src/domain/evidence/extraction.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { expireArticles } from "../src/ingest/expire-articles.ts";
import { forgetArticle } from "../src/ingest/forget-article.ts";
import { storeArticle } from "../src/ingest/store-article.ts";
import { inFilledStore } from "./corpus/filled-store.ts";
import { ms, report, timed, worked } from "./measure.ts";

const WORKSPACE = "terminal";
/** So many are stored, revised and forgotten, after as many that nobody counts. */
const ROUNDS = 40;
/** So many are deleted by bare statements, as many in each. */
const BARE = 2000;
const BARE_BATCH = 20;
const BESIDE_EVERY_MS = 200;
/** Later than every article was seen; databases take years of four digits. */
const ALWAYS_MS = Date.parse("9999-12-31T00:00:00Z");

/**
 * What deleting costs beside what storing does: articles that expire a second beside bare DELETEs of the same rows, the longest time that the
 * event loop stood still, how long an article waits that is stored meanwhile, and a revision and a forgotten article of the person whom most
 * articles name beside a new article.
 */
export async function benchRetention(articles: number): Promise<void> {
  const server = process.env["BENCH_POSTGRESQL_URL"];
  for (const each of server === undefined ? [null] : [null, server]) {
    const name = each === null ? "SQLite" : "PostgreSQL";
    await inFilledStore({ articles, workspaceId: WORKSPACE }, each, async (url) => {
      const bare = await inCopy(url, deleteBare);
      await inCopy(url, async (copy) => {
        const store = await openStore({ url: copy });
        try {
          await measureOne(store, name);
          await measureAll(store, { name, bare });
        } finally {
          await store.close();
        }
      });
    });
  }
}

/** What is deleted here must not be missing in a store that is kept for the next run. */
async function inCopy<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  if (isPostgresql(url)) return inDatabaseCopy(url, work);
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const path = join(folder, "copy.db");
  copyFileSync(sqlitePath(url), path);
  try {
    return await work(`file:${path}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inDatabaseCopy<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const copy = new URL(url);
  copy.pathname = `/attache_bench_copy_${process.pid}`;
  const name = copy.pathname.slice(1);
  const server = new URL(url);
  server.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${new URL(url).pathname.slice(1)}"`);
    return await work(copy.href);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

/** Articles a second. */
async function deleteBare(url: string): Promise<number> {
  const statement = `DELETE FROM "Article" WHERE "id" IN (SELECT "id" FROM "Article" ORDER BY "firstSeenAt", "id" LIMIT ${BARE_BATCH})`;
  const rounds = Array.from({ length: BARE / BARE_BATCH });
  if (isPostgresql(url)) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const took = await timed(async () => {
      for (const _ of rounds) await client.query(statement);
    });
    await client.end();
    return BARE / (took / 1000);
  }
  const database = openDatabase(sqlitePath(url));
  const took = await timed(() => {
    for (const _ of rounds) database.exec(statement);
  });
  database.close();
  return BARE / (took / 1000);
}

/** Texts that name the person whom most articles name. */
async function measureOne(store: Store, name: string): Promise<void> {
  const [person] = await store.people.all(WORKSPACE, { limit: 1, offset: 0 });
  const bodies = await store.articles.load(WORKSPACE, person?.articleIds.slice(0, 2 * ROUNDS) ?? []);
  const known = bodies.map(({ id, url, title, publisher, publishedAt, text }): Article => {
    return { id, url, title, publisher, author: null, language: null, publishedAt, text };
  });
  const copies = known.map((article, at) => ({ ...article, id: `copy${at}`, url: `https://copies.example/${at}` }));
  const revised = known.map((article) => ({ ...article, text: `${article.text}\n\nA correction was printed.` }));
  const fresh = await meanOf(copies, (read) => put(store, read));
  const revision = await meanOf(revised, (read) => put(store, read));
  const forgotten = await meanOf(copies, ({ article }) => forgetArticle(store.evidence, WORKSPACE, article));
  const named = `of ${person?.articles} articles' person on ${name}`;
  report(`revision ${named} (floor: new)`, { figure: ms(revision), floor: ms(fresh), ratio: revision / fresh });
  report(`forgetting ${named} (floor: new)`, { figure: ms(forgotten), floor: ms(fresh), ratio: forgotten / fresh });
}

interface Read {
  article: Article;
  extraction: Extraction;
}

function put(store: Store, read: Read): Promise<unknown> {
  return storeArticle(store.evidence, WORKSPACE, { ...read, seenAtMs: Date.now(), sourceKey: null });
}

/** Milliseconds that one takes, once the code is warm. */
async function meanOf(articles: Article[], work: (read: Read) => Promise<unknown>): Promise<number> {
  const read = articles.map((article) => ({ article, extraction: extractArticle(article) }));
  for (const each of read.slice(0, ROUNDS)) await work(each);
  const took = await timed(async () => {
    for (const each of read.slice(ROUNDS)) await work(each);
  });
  return took / Math.max(1, read.length - ROUNDS);
}

async function measureAll(store: Store, { name, bare }: { name: string; bare: number }): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const beside = storeBeside(store);
  delay.enable();
  let total = 0;
  const { ms: took, processorMs } = await worked(async () => {
    total = await expireArticles(store, ALWAYS_MS, new AbortController().signal);
  });
  delay.disable();
  const waited = await beside.stop();
  const rate = total / (took / 1000);
  const left = await store.articles.count(WORKSPACE);
  if (left > waited.stored) throw new Error(`${left} articles are left.`);
  report(`articles expired a second, ${total} on ${name} (floor: bare)`, {
    figure: rate.toFixed(0),
    floor: bare.toFixed(0),
    ratio: rate / bare,
  });
  console.log(`processor time ${(processorMs / total).toFixed(2)} ms an article, with ${waited.stored} stored beside`);
  console.log(`longest stall of the event loop ${ms(delay.max / 1e6)}, p99 ${ms(delay.percentile(99) / 1e6)}`);
  console.log(`longest that an article beside took to be stored ${ms(waited.longestMs)}`);
}

/** Stores an article of the same workspace now and then, until it is stopped. */
function storeBeside(store: Store): { stop(): Promise<{ stored: number; longestMs: number }> } {
  let isStopped = false;
  const seen = { stored: 0, longestMs: 0 };
  const run = async () => {
    while (!isStopped) {
      const text = `Oslo opened harbour ${seen.stored}. "It is a fine day for ship ${seen.stored}," Mayor Ada Berg said.`;
      const url = `https://beside.example/${seen.stored}`;
      const article = { id: url, url, title: null, publisher: null, author: null, language: null, publishedAt: null, text };
      const extraction = extractArticle(article);
      const took = await timed(() => put(store, { article, extraction }));
      seen.stored += 1;
      seen.longestMs = Math.max(seen.longestMs, took);
      await sleep(BESIDE_EVERY_MS);
    }
  };
  const running = run();
  return {
    async stop() {
      isStopped = true;
      await running;
      return seen;
    },
  };
}
