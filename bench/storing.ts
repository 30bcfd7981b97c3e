import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { type Sighting, storeArticle } from "../src/ingest/store-article.ts";
import { generateArticles } from "./generate-articles.ts";
import { ms, report, worked } from "./measure.ts";
import { inDatabase } from "./postgresql.ts";

/** Until then the program compiles more than it stores. */
const WARMED = 60;

/**
 * Storing one article after another, extracted beforehand: processor time of this process and, on PostgreSQL, statements, beside inserting the
 * same texts in a table of three columns on PostgreSQL. The statements are exact; the time hardly depends on what else the machine does.
 */
export async function benchStoring(articles: number): Promise<void> {
  const sightings = [...generateArticles(WARMED + articles)].map(
    (article): Sighting => ({ article, extraction: extractArticle(article), seenAtMs: Date.now(), sourceKey: null }),
  );
  const folder = mkdtempSync(join(tmpdir(), "attache-storing-"));
  const sqlite = await storeAll(`file:${join(folder, "store.db")}`, sightings);
  rmSync(folder, { recursive: true, force: true });
  const server = process.env["BENCH_POSTGRESQL_URL"];
  if (server === undefined) {
    console.log(`storing on SQLite: ${ms(sqlite)} of processor time an article (no floor: BENCH_POSTGRESQL_URL names no server)`);
    return;
  }
  const floor = await inDatabase(server, (url) => bareMs(url, sightings));
  say("storing on SQLite, processor time (floor: bare)", sqlite, floor);
  const counting = countSent();
  say(
    "storing on PostgreSQL, processor time (floor: bare)",
    await inDatabase(server, (url) => storeAll(url, sightings, counting.begin)),
    floor,
  );
  const sent = counting.end() / articles;
  report("storing on PostgreSQL, statements (floor: bare)", { figure: sent.toFixed(1), floor: "1", ratio: sent });
}

function say(name: string, figure: number, floor: number): void {
  report(name, { figure: ms(figure), floor: ms(floor), ratio: figure / floor });
}

/** Milliseconds of processor time an article, of those after the warming. */
async function storeAll(url: string, sightings: Sighting[], onWarm: () => void = () => undefined): Promise<number> {
  const store = await openStore({ url });
  const keep = async (some: Sighting[]) => {
    for (const sighting of some) await storeArticle(store.evidence, "terminal", sighting);
  };
  await keep(sightings.slice(0, WARMED));
  onWarm();
  const { processorMs } = await worked(() => keep(sightings.slice(WARMED)));
  await store.close();
  return processorMs / (sightings.length - WARMED);
}

/** Statements that this process sends to servers, from `begin` to `end`. */
function countSent() {
  const { query } = pg.Client.prototype;
  let sent = 0;
  return {
    begin() {
      pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
        sent += 1;
        return Reflect.apply(query, this, given);
      } as typeof query;
    },
    end() {
      pg.Client.prototype.query = query;
      return sent;
    },
  };
}

async function bareMs(url: string, sightings: Sighting[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE bare (url text PRIMARY KEY, title text, body text)");
  const insert = async (some: Sighting[]) => {
    for (const { article } of some)
      await client.query("INSERT INTO bare VALUES ($1, $2, $3)", [article.url, article.title, article.text]);
  };
  await insert(sightings.slice(0, WARMED));
  const { processorMs } = await worked(() => insert(sightings.slice(WARMED)));
  await client.end();
  return processorMs / (sightings.length - WARMED);
}
