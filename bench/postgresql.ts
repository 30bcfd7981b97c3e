import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { indexWords } from "../src/adapters/prisma/search/index-words.ts";
import { inFilledStore } from "./corpus/filled-store.ts";
import { createGrowth, measureRequests } from "./corpus/measure-requests.ts";
import { askRequests, briefingRequests } from "./corpus/requests.ts";
import { generateArticles } from "./generate-articles.ts";
import { report, timed } from "./measure.ts";

const WORKERS = [1, 2, 4];
const ROUNDS = 10;
/** So many are stored to measure the rate: it hardly depends on how many there are. */
const INGESTED = 500;

/** Articles stored a second by several processes on PostgreSQL beside bare statements, and briefings and answers over stores of several sizes. */
export async function benchPostgresql(sizes: number[]): Promise<void> {
  const server = process.env["BENCH_POSTGRESQL_URL"];
  if (server === undefined) {
    console.log("postgresql: left out, because BENCH_POSTGRESQL_URL names no server that lets us make databases");
    return;
  }
  const growth = { briefing: createGrowth("briefing on PostgreSQL"), ask: createGrowth("ask on PostgreSQL") };
  for (const articles of sizes) {
    await inFilledStore({ articles, workspaceId: "terminal" }, server, async (url) => {
      const [briefing, ask] = await requests(url, articles);
      growth.briefing.add(articles, briefing);
      growth.ask.add(articles, ask);
    });
  }
  growth.briefing.tell();
  growth.ask.tell();
  const floor = await inDatabase(server, (url) => bareInserts(url, INGESTED));
  for (const workers of WORKERS) {
    await inDatabase(server, async (url) => {
      const rate = await ingestRate(url, { articles: INGESTED, workers });
      report(`articles a second, ${workers} on PostgreSQL (floor: bare)`, {
        figure: rate.toFixed(0),
        floor: floor.toFixed(0),
        ratio: rate / floor,
      });
    });
  }
}

/** The 95th percentiles of briefings and of answers. */
async function requests(url: string, articles: number): Promise<[number, number]> {
  const store = await openStore({ url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const search = `SELECT a."id", a."title", a."text" FROM "article_search" s JOIN "Article" a ON a."id" = s."articleId"
    WHERE s."document" @@ plainto_tsquery('simple', $1) ORDER BY ts_rank(s."document", plainto_tsquery('simple', $1)) DESC LIMIT 20`;
  const run = { rounds: ROUNDS, bare: (words: string[]) => client.query(search, [words.flatMap(indexWords).join(" ")]) };
  try {
    const name = `over ${articles} on PostgreSQL`;
    const briefing = await measureRequests(store, { ...run, name: `briefing ${name}`, requests: briefingRequests(articles) });
    const ask = await measureRequests(store, { ...run, name: `ask ${name}`, requests: askRequests(articles) });
    return [briefing, ask];
  } finally {
    await client.end();
    await store.close();
  }
}

export async function inDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
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
export async function bareInserts(url: string, articles: number): Promise<number> {
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
