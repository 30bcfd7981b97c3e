import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { firstValue, temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { FakeSite } from "../../servers/fake-site.ts";

const KILLS = 20;
const FEEDS = 8;
const ENTRIES = 20;
/** A poll that was killed is due again after its lease of five minutes. */
const STEP_MS = 10 * 60_000;

describe("a poll that is killed", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let site: FakeSite;

  beforeEach(async () => {
    place = temporaryFolder();
    site = new FakeSite();
    await site.listen();
  });

  afterEach(async () => {
    await site.close();
    place.remove();
  });

  const database = () => place.path("store.db");

  /** Polls in a process of its own, and kills it after a while; null lets it end. Says whether it was done before. */
  async function poll(round: number, killAfterMs: number | null): Promise<boolean> {
    const args = [`${inject("programs")}/poll-child.js`, database(), String(round * STEP_MS)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const closed = once(child, "close");
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (killAfterMs === null || !said.startsWith("begin")) continue;
      await sleep(killAfterMs);
      child.kill("SIGKILL");
    }
    await closed;
    return said.includes("done");
  }

  it("goes on where it was, and in the end every entry is stored exactly once", { timeout: 300_000 }, async () => {
    for (let feed = 0; feed < FEEDS; feed++) serveFeed(site, feed);
    const store = await openStore({ url: `file:${database()}` });
    for (let feed = 0; feed < FEEDS; feed++) {
      const source = { workspaceId: "terminal", url: `${site.url}/feed/${feed}`, kind: "feed" as const, title: null };
      await store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: Date.now() });
    }
    await store.close();
    let killed = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      if (!(await poll(kill, Math.random() * 400))) killed += 1;
      expectWhole(database());
    }
    expect(killed).toBeGreaterThan(KILLS / 2);
    expect(await poll(KILLS + 1, null)).toBe(true);
    expectWhole(database());
    const file = openDatabase(database(), { readOnly: true });
    const count = (sql: string) => firstValue(file, sql);
    expect(count('SELECT count(*) FROM "Article"')).toBe(FEEDS * ENTRIES);
    expect(count('SELECT count(*) FROM "SourceItem" WHERE "outcome" = \'kept\'')).toBe(FEEDS * ENTRIES);
    expect(count('SELECT count(*) FROM "SourceItem"')).toBe(FEEDS * ENTRIES);
    file.close();
  });
});

/** Every other feed has teasers, whose pages take a moment; all have an ETag, so that what is lost once would never come again. */
function serveFeed(site: FakeSite, feed: number): void {
  const entries = Array.from({ length: ENTRIES }, (_, at) => {
    const name = `${feed}-${at}`;
    site.paths.set(`/article/${name}`, (_request, response) => setTimeout(() => response.end(page(name)), 5));
    return {
      title: `Dispatch ${name}`,
      guid: name,
      link: `${site.url}/article/${name}`,
      text: feed % 2 === 0 ? wholeText(name) : "A teaser.",
    };
  });
  const etag = `"${feed}"`;
  site.paths.set(`/feed/${feed}`, (request, response) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(rss(entries, { title: `Gazette ${feed}` }));
  });
}

/** No article is there twice or was changed, and SQLite finds nothing wrong with the file. */
function expectWhole(path: string): void {
  const file = openDatabase(path, { readOnly: true });
  const count = (sql: string) => firstValue(file, sql);
  expect(count('SELECT count(*) FROM "Article" WHERE "revision" > 1')).toBe(0);
  expect(count('SELECT count(DISTINCT "url") FROM "Article"')).toBe(count('SELECT count(*) FROM "Article"'));
  expect(count("PRAGMA integrity_check")).toBe("ok");
  expect(file.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  file.close();
}
