import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { openDatabase } from "../../src/adapters/prisma/sqlite/open-database.ts";
import { firstValue, temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { page, rss } from "../fakes/feeds.ts";
import { FakeSite } from "../servers/fake-site.ts";
import { until } from "../servers/until.ts";

const TEASERS = 6;

let place: ReturnType<typeof temporaryFolder>;
let site: FakeSite;
/** A path that does not answer: whoever asks for it waits, and can be killed there. */
let held: string | null;

beforeEach(async () => {
  place = temporaryFolder();
  site = new FakeSite();
  await site.listen();
  held = null;
});

afterEach(async () => {
  await site.close();
  place.remove();
});

function serve(path: string, body: string, type = "application/xml"): void {
  site.paths.set(path, (_request, response) => {
    if (path !== held) response.writeHead(200, { "content-type": type }).end(body);
  });
}

function attache(...words: string[]) {
  const env = {
    PATH: process.env["PATH"],
    DATABASE_URL: `file:${place.path("store.db")}`,
    SOURCES_ALLOW_PRIVATE: "127.0.0.1",
    SOURCES_HOST_GAP_MS: "0",
    SOURCES_CONTACT: "desk@gazette.example",
  };
  const child = spawn(process.execPath, [`${inject("programs")}/main.js`, "sources", ...words], { env, stdio: "pipe" });
  const closed = once(child, "close");
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stderr.resume();
  return { child, done: async () => ({ status: (await closed)[0], said }) };
}

/** Runs until the held path is asked for, and kills it there. */
async function killAt(path: string, ...words: string[]): Promise<void> {
  held = path;
  const asked = site.asked(path);
  const run = attache(...words);
  await until(() => expect(site.asked(path)).toBeGreaterThan(asked), 30_000);
  run.child.kill("SIGKILL");
  expect((await run.done()).status).toBeNull();
  held = null;
}

it("goes on after a kill among the archive pages, and after one among the articles behind them", {
  timeout: 120_000,
}, async () => {
  const names = Array.from({ length: TEASERS }, (_, at) => `old-${at}`);
  const entry = (name: string) => ({ title: name, guid: name, link: `${site.url}/${name}`, text: "A teaser." });
  const before = (path: string) => `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="${path}"/>`;
  for (const name of ["new-0", ...names]) serve(`/${name}`, page(name), "text/html");
  serve("/feed", rss([entry("new-0")], { head: before("/archive/2") }));
  serve("/archive/2", rss(names.slice(0, 3).map(entry), { head: before("/archive/1") }));
  serve("/archive/1", rss(names.slice(3).map(entry)));
  const add = ["add", `${site.url}/feed`, "--backfill"];
  await killAt("/archive/1", ...add);
  await killAt("/old-4", ...add);
  const poll = attache("poll");
  expect((await poll.done()).status).toBe(0);
  const again = await attache(...add).done();
  // A terminal breaks it into lines.
  expect(again.said.replaceAll(/\s+/g, " ")).toContain("No older entries are new from its archive pages.");
  const file = openDatabase(place.path("store.db"), { readOnly: true });
  const stored = file.prepare('SELECT "url", "revision" FROM "Article" ORDER BY "url"').all();
  expect(stored).toEqual(["new-0", ...names].sort().map((name) => ({ url: `${site.url}/${name}`, revision: 1 })));
  expect(firstValue(file, 'SELECT count(*) FROM "SourceItem" WHERE "outcome" = \'kept\'')).toBe(TEASERS + 1);
  file.close();
});
