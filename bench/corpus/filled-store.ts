import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { timed } from "../measure.ts";
import { fillCorpus } from "./fill-corpus.ts";

interface Filled {
  articles: number;
  workspaceId: string;
}

/**
 * Works on a store that is filled with so many articles: a file of SQLite, or a database on the server. With BENCH_CACHE, which names a
 * folder, stores are kept for the next run; without, they are deleted.
 */
export async function inFilledStore(filled: Filled, server: string | null, work: (url: string) => Promise<void>): Promise<void> {
  await (server === null ? inFile(filled, work) : inDatabase(filled, server, work));
}

function nameOf({ articles, workspaceId }: Filled): string {
  return `${articles}_${workspaceId.replace(/\W/g, "_")}`;
}

async function inFile(filled: Filled, work: (url: string) => Promise<void>): Promise<void> {
  const cache = process.env["BENCH_CACHE"];
  const folder = cache ?? mkdtempSync(join(tmpdir(), "attache-bench-"));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${nameOf(filled)}.db`);
  if (!existsSync(path)) await fill(`file:${path}`, filled);
  try {
    tellSize(filled, statSync(path).size);
    await work(`file:${path}`);
  } finally {
    if (cache === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function inDatabase(filled: Filled, server: string, work: (url: string) => Promise<void>): Promise<void> {
  const isKept = process.env["BENCH_CACHE"] !== undefined;
  const name = isKept ? `attache_bench_kept_${nameOf(filled)}` : `attache_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) {
      await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
      await fill(url.href, filled);
    }
    const { rows } = await admin.query<{ size: string }>("SELECT pg_database_size($1) AS size", [name]);
    tellSize(filled, Number(rows[0]?.size));
    await work(url.href);
  } finally {
    if (!isKept) await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

function tellSize({ articles }: Filled, bytes: number): void {
  const each = (bytes / articles / 1000).toFixed(1);
  console.log(
    `store of ${articles} articles: ${(bytes / 1e6).toFixed(0)} MB, ${each} kB each (load ${loadavg()[0]?.toFixed(1)})`,
  );
}

async function fill(url: string, { articles, workspaceId }: Filled): Promise<void> {
  const took = await timed(() => fillCorpus(url, articles, workspaceId));
  console.log(`filling with ${articles} articles took ${(took / 1000).toFixed(0)} s (load ${loadavg()[0]?.toFixed(1)})`);
}
