import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { LISBON } from "../../fakes/evidence.ts";
import { firstValue, temporaryFolder } from "./temporary-database.ts";

const ARTICLES = 120;
const KILLS = 5;

describe("an ingest that is killed", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  const file = () => place.path("articles.jsonl");
  const database = () => place.path("store.db");

  /** Ingests in a process of its own, and kills it after so many articles; Infinity lets it end. Says how many it reported. */
  async function ingest(killAfter: number, signal: NodeJS.Signals): Promise<number> {
    const child = spawn(process.execPath, [`${inject("programs")}/ingest-child.js`, `file:${database()}`, file()], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let reported = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      reported += chunk.toString("utf8").split("\n").length - 1;
      if (reported >= killAfter) child.kill(signal);
    });
    await once(child, "close");
    return reported;
  }

  it("leaves a store that opens and goes on, with every article whole or not there, and none twice", {
    timeout: 120_000,
  }, async () => {
    const articles = Array.from({ length: ARTICLES }, (_, at) => ({
      ...LISBON,
      id: `n${at}`,
      url: `https://a.example/${at}`,
      text: `${LISBON.text} Dispatch ${at}.`,
    }));
    writeFileSync(file(), articles.map((article) => JSON.stringify(article)).join("\n"));
    let reported = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      reported = Math.max(reported, await ingest(reported + Math.ceil((ARTICLES / KILLS) * Math.random()), "SIGKILL"));
      const store = await openStore({ url: `file:${database()}` });
      expect(await store.articles.count("terminal")).toBeGreaterThan(0);
      await store.close();
      expectWhole(database());
    }
    expect(await ingest(Number.POSITIVE_INFINITY, "SIGKILL")).toBe(ARTICLES);
    const store = await openStore({ url: `file:${database()}` });
    expect(await store.articles.count("terminal")).toBe(ARTICLES);
    expect(await store.people.all("terminal", { limit: 10, offset: 0 })).toHaveLength(2);
    await store.close();
    expectWhole(database());
  });
});

/** Every article has its two quotes, its revision and its entry in the index; SQLite finds nothing wrong with the file. */
function expectWhole(path: string): void {
  const store = openDatabase(path, { readOnly: true });
  const count = (sql: string) => firstValue(store, sql);
  const articles = count('SELECT count(*) FROM "Article"');
  expect(count('SELECT count(DISTINCT "identity") FROM "Article"')).toBe(articles);
  expect(count('SELECT count(*) FROM "Revision"')).toBe(articles);
  expect(count('SELECT count(*) FROM "article_search"')).toBe(articles);
  expect(count('SELECT count(*) FROM (SELECT "articleId" FROM "Quote" GROUP BY "articleId" HAVING count(*) = 2)')).toBe(articles);
  expect(count('SELECT count(*) FROM "Article" WHERE "storyId" IS NULL')).toBe(0);
  expect(count("PRAGMA integrity_check")).toBe("ok");
  expect(store.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  store.close();
}
