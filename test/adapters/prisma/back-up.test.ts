import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyStore } from "../../../src/adapters/prisma/copy/copy-store.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { dumpCommand } from "../../../src/adapters/prisma/postgresql/server.ts";
import { type BackUp, backUpFile } from "../../../src/adapters/prisma/sqlite/back-up.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { createPgBossQueue } from "../../../src/adapters/queue/create-pg-boss-queue.ts";
import { JOB_TIMINGS } from "../../../src/domain/job-queue.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { until } from "../../servers/until.ts";
import { firstValue, temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { encoding: "utf8" });
const hasDump = run("pg_dump", "--version").status === 0;

function openQueue(url: string) {
  return createPgBossQueue(url, { timings: JOB_TIMINGS, clock: { now: () => Date.now() }, onFailure: () => undefined });
}

/** Every article has its two quotes and its revision: what one article brings is one transaction. */
function expectWhole(path: string, articles: number): void {
  const store = openDatabase(path, { readOnly: true });
  const count = (sql: string) => firstValue(store, sql);
  expect(count('SELECT count(*) FROM "Article"')).toBe(articles);
  expect(count('SELECT count(*) FROM "Revision"')).toBe(articles);
  expect(count('SELECT count(*) FROM (SELECT "articleId" FROM "Quote" GROUP BY "articleId" HAVING count(*) = 2)')).toBe(articles);
  store.close();
}

describe("a back-up", { timeout: 60_000 }, () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  async function fill(url: string): Promise<void> {
    const store = await openStore({ url });
    async function* read() {
      yield { kind: "article" as const, article: LISBON };
    }
    const deps = { store: store.evidence, extract, clock: { now: () => 0 } };
    for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) {
      expect(result.status).toBe("new");
    }
    await store.close();
  }

  async function expectRestored(url: string): Promise<void> {
    const store = await openStore({ url });
    expect((await store.articles.load("terminal", ["lisbon"]))[0]?.text).toBe(LISBON.text);
    expect(await store.articles.find("terminal", { terms: ["fisheries"], limit: 5 })).toHaveLength(1);
    expect(await store.quotes.find("terminal", { limit: 5, offset: 0 })).toHaveLength(2);
    await store.close();
  }

  it("of a file that is written meanwhile is whole, and a store after a restore", {
    timeout: 120_000,
  }, async () => {
    const store = place.path("store.db");
    const articles = Array.from({ length: 60 }, (_, at) =>
      JSON.stringify({ ...LISBON, id: `n${at}`, url: `https://a.example/${at}`, text: `${LISBON.text} Dispatch ${at}.` }),
    );
    writeFileSync(place.path("articles.jsonl"), articles.join("\n"));
    const child = "test/adapters/prisma/ingest-child.ts";
    const writer = spawn(process.execPath, ["--import", "tsx", child, `file:${store}`, place.path("articles.jsonl")]);
    let stored = 0;
    writer.stdout.on("data", (chunk: Buffer) => {
      stored += chunk.toString("utf8").split("\n").length - 1;
    });
    const made: BackUp[] = [];
    for (const least of [1, 20, 40]) {
      await until(() => expect(stored).toBeGreaterThanOrEqual(least));
      made.push(backUpFile(store, place.path(`backup-${least}.db`)));
    }
    await once(writer, "close");
    expect(stored).toBe(60);
    for (const backUp of made) {
      expect(backUp.bytes).toBe(statSync(backUp.path).size);
      expectWhole(backUp.path, backUp.articles);
    }
    expect(made[0]?.articles).toBeLessThan(60);
    const [first] = made;
    // Elsewhere: before Node 22.18 this process still has the store open until its statements are collected (decision 19).
    copyFileSync(first?.path ?? "", place.path("restored.db"));
    const restored = await openStore({ url: `file:${place.path("restored.db")}` });
    expect(await restored.articles.count("terminal")).toBe(first?.articles);
    await restored.close();
  });

  it("of a file overwrites nothing, is nobody else's to read than the store, and leaves nothing where it fails", async () => {
    const [store, target] = [place.path("store.db"), place.path("backup.db")];
    expect(() => backUpFile(store, target)).toThrow(/^There is no store at /);
    await fill(`file:${store}`);
    chmodSync(store, 0o600);
    expect(() => backUpFile(store, place.path("nowhere/backup.db"))).toThrow(
      /^There is no folder \S+nowhere\. Create it, or name another\.$/,
    );
    expect(backUpFile(store, target)).toMatchObject({ path: target, articles: 1, workspaces: 1 });
    expect(statSync(target).mode & 0o777).toBe(0o600);
    const before = readFileSync(target);
    expect(() => backUpFile(store, target)).toThrow(
      /^\S+backup\.db already exists, and a backup overwrites nothing\. Name a new file\.$/,
    );
    expect(readFileSync(target).equals(before)).toBe(true);
    expect(() => backUpFile(store, place.path(`${"n".repeat(300)}.db`))).toThrow(
      /^Could not write the backup to .*: its folder cannot be written, or its name is too long: name another file\.$/,
    );
    const damaged = openDatabase(store);
    damaged.exec(`PRAGMA foreign_keys = OFF; DELETE FROM "Workspace"`);
    damaged.close();
    expect(() => backUpFile(store, place.path("later.db"))).toThrow(/The backup is damaged \(rows refer to missing rows\)/);
    expect(
      readdirSync(place.folder)
        .filter((name) => !/^store\.db-(?:wal|shm)$/.test(name))
        .sort(),
    ).toEqual(["backup.db", "store.db"]);
  });

  it("of PostgreSQL is left to its own tool, with the very command and without the password", () => {
    const url = "postgresql://desk:hunter2@db.example:5433/attache?schema=desk&sslmode=require";
    expect(dumpCommand(url, "it's.dump")).toBe(
      "pg_dump --format=custom --schema=desk --schema=desk_jobs --file='it'\\''s.dump' 'postgresql://desk@db.example:5433/attache?sslmode=require'",
    );
  });

  it("of a file by copying is a file that opens and answers", async () => {
    await fill(`file:${place.path("store.db")}`);
    await copyStore({ from: `file:${place.path("store.db")}`, to: `file:${place.path("backup.db")}`, say: () => undefined });
    await expectRestored(`file:${place.path("backup.db")}`);
  });

  it.skipIf(postgresqlUrl === "" || !hasDump)("by pg_dump is restored by pg_restore into a database that answers", async () => {
    const [kept, restored] = [await temporaryPostgresql(), await temporaryPostgresql()];
    await fill(kept.url);
    const before = await openQueue(kept.url);
    await before.send("fetch", [7]);
    await before.stop(0);
    const file = place.path("attache.dump");
    for (const done of [
      run("pg_dump", "--format=custom", `--file=${file}`, kept.url),
      run("pg_restore", "--no-owner", `--dbname=${restored.url}`, file),
    ]) {
      expect([done.status, done.stderr]).toEqual([0, ""]);
    }
    await expectRestored(restored.url);
    const after = await openQueue(restored.url);
    expect((await after.depth()).fetch.waiting).toBe(1);
    expect(await after.send("fetch", [7, 8])).toBe(1);
    await after.stop(0);
    await kept.drop();
    await restored.drop();
  });
});
