import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { timed } from "../measure.ts";
import { fillCorpus } from "./fill-corpus.ts";

/**
 * Works on a store that is filled with so many articles: a file of SQLite, or a database on the server. With BENCH_CACHE, which names a
 * folder, stores are kept for the next run; without, they are deleted.
 */
export async function inFilledStore(
  articles: number,
  on: { server: string | null },
  work: (url: string) => Promise<void>,
): Promise<void> {
  await (on.server === null ? inFile(articles, work) : inDatabase(articles, on.server, work));
}

async function inFile(articles: number, work: (url: string) => Promise<void>): Promise<void> {
  const cache = process.env["BENCH_CACHE"];
  const folder = cache ?? mkdtempSync(join(tmpdir(), "attache-bench-"));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${articles}.db`);
  if (!existsSync(path)) await fill(`file:${path}`, articles);
  try {
    await work(`file:${path}`);
  } finally {
    if (cache === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function inDatabase(articles: number, server: string, work: (url: string) => Promise<void>): Promise<void> {
  const isKept = process.env["BENCH_CACHE"] !== undefined;
  const name = isKept ? `attache_bench_kept_${articles}` : `attache_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) {
      await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
      await fill(url.href, articles);
    }
    await work(url.href);
  } finally {
    if (!isKept) await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

async function fill(url: string, articles: number): Promise<void> {
  const took = await timed(() => fillCorpus(url, articles));
  console.log(`filling with ${articles} articles took ${(took / 1000).toFixed(0)} s (load ${loadavg()[0]?.toFixed(1)})`);
}
