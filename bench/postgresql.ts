import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { createCommands } from "../src/commands/create-commands.ts";
import { generateArticles } from "./generate-articles.ts";
import { ms, percentile, report, timed } from "./measure.ts";

const WORKERS = [1, 2, 4];
const TOPICS = ["india-japan", "semiconductors", "grain exports", "norway-portugal", "ana moreira"];
const ROUNDS = 10;

/** Articles stored a second by several processes, and briefings over them, on PostgreSQL beside bare statements and beside SQLite. */
export async function benchPostgresql(articles: number): Promise<void> {
  const server = process.env["BENCH_POSTGRESQL_URL"];
  if (server === undefined) {
    console.log("postgresql: left out, because BENCH_POSTGRESQL_URL names no server that lets us make databases");
    return;
  }
  const floor = await inDatabase(server, (url) => bareInserts(url, articles));
  for (const workers of WORKERS) {
    await inDatabase(server, async (url) => {
      const rate = await ingestRate(url, { articles, workers });
      report(`articles a second, ${workers} on PostgreSQL (floor: bare)`, {
        figure: rate.toFixed(0),
        floor: floor.toFixed(0),
        ratio: rate / floor,
      });
      if (workers === 1) await briefings(url, { articles, bare: await bareSearches(url) });
    });
  }
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const url = `file:${join(folder, "store.db")}`;
  console.log(`articles a second, 1 on SQLite: ${(await ingestRate(url, { articles, workers: 1 })).toFixed(0)}`);
  await briefings(url, { articles, bare: null });
  rmSync(folder, { recursive: true, force: true });
}

async function inDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `attache_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    return await work(url.href);
  } finally {
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

/** One connection that writes the same texts into a table of three columns, a commit each. */
async function bareInserts(url: string, articles: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE bare (url text PRIMARY KEY, title text, body text)");
  const took = await timed(async () => {
    for (const article of generateArticles(articles))
      await client.query("INSERT INTO bare VALUES ($1, $2, $3)", [article.url, article.title, article.text]);
  });
  await client.end();
  return articles / (took / 1000);
}

/** From the moment that all workers are ready to the moment that the last one is done. */
async function ingestRate(url: string, { articles, workers }: { articles: number; workers: number }): Promise<number> {
  await (await openStore({ url })).close();
  const children = Array.from({ length: workers }, (_, worker) =>
    spawn(
      process.execPath,
      ["--import", "tsx", "bench/ingest-child.ts", url, String(articles), String(worker), String(workers)],
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    ),
  );
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  const took = await timed(async () => {
    const ends = children.map((child) => once(child, "close"));
    for (const child of children) child.stdin.write("go\n");
    for (const [code] of await Promise.all(ends)) if (code !== 0) throw new Error("A worker failed.");
  });
  return articles / (took / 1000);
}

async function bareSearches(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const topic of TOPICS) {
      const query = topic.split(/[- ]/).join(" & ");
      const search = `SELECT a."id", a."title", a."text" FROM "article_search" s JOIN "Article" a ON a."id" = s."articleId"
        WHERE s."document" @@ plainto_tsquery('english', $1) ORDER BY ts_rank(s."document", plainto_tsquery('english', $1)) DESC LIMIT 20`;
      const took = await timed(() => client.query(search, [query]));
      if (round > 0) times.push(took);
    }
  }
  await client.end();
  return percentile(times, 0.95);
}

async function briefings(url: string, { articles, bare }: { articles: number; bare: number | null }): Promise<void> {
  const store = await openStore({ url });
  const commands = createCommands({ store, clock: { now: () => Date.now() } });
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const topic of TOPICS) {
      const took = await timed(() => commands.answer("terminal", { kind: "briefing", topic }));
      if (round > 0) times.push(took);
    }
  }
  await store.close();
  const p95 = percentile(times, 0.95);
  const name = `briefing over ${articles} articles, p95`;
  if (bare === null) console.log(`${name}, on SQLite: ${ms(p95)}`);
  else report(`${name} (floor: top 20)`, { figure: ms(p95), floor: ms(bare), ratio: p95 / bare });
}
