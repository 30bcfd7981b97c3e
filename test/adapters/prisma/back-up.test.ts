import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyStore } from "../../../src/adapters/prisma/copy-store.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { createPgBossQueue } from "../../../src/adapters/queue/create-pg-boss-queue.ts";
import { JOB_TIMINGS } from "../../../src/domain/job-queue.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { encoding: "utf8" });
const hasDump = run("pg_dump", "--version").status === 0;

function openQueue(url: string) {
  return createPgBossQueue(url, { timings: JOB_TIMINGS, clock: { now: () => Date.now() }, onFailure: () => undefined });
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

  it("of a file is a file that opens and answers", async () => {
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
