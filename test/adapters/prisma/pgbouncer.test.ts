import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { reachServer } from "../../../src/adapters/prisma/postgresql/reach-server.ts";
import { createPgBossQueue } from "../../../src/adapters/queue/create-pg-boss-queue.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { QUICK } from "../../contracts/job-queue.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { hasPgBouncer, type PgBouncer, startPgBouncer } from "../../servers/pgbouncer.ts";
import { until } from "../../servers/until.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

if (!hasPgBouncer)
  process.stderr.write("\n*** SKIPPED: every test behind PgBouncer, which is not installed (apt-get install pgbouncer).\n\n");

const canRun = hasPgBouncer && postgresqlUrl !== "";

describe.skipIf(!canRun).each(["session", "transaction"] as const)("a store behind PgBouncer in %s mode", (mode) => {
  let pooler: PgBouncer;
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    pooler = await startPgBouncer(mode, postgresqlUrl);
    database = await temporaryPostgresql();
  });

  afterEach(async () => {
    await database.query("DROP SCHEMA IF EXISTS desk CASCADE");
  });

  afterAll(async () => {
    await pooler.stop();
    await database.drop();
  });

  async function storeArticles(url: string, count: number): Promise<number> {
    const store = await openStore({ url });
    async function* read() {
      for (let at = 0; at < count; at++)
        yield {
          kind: "article" as const,
          article: articleOf({ ...LISBON, id: `lisbon-${at}`, url: null, text: `${LISBON.text}\n\nNo. ${at}` }),
        };
    }
    const deps = { store: store.evidence, extract, clock: { now: () => 0 } };
    const results: string[] = [];
    for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) results.push(result.status);
    expect(new Set(results)).toEqual(new Set(["new"]));
    // More at once than the pooler has connections: each statement is another's, and has to be known there.
    const counts = await Promise.all(
      Array.from({ length: 40 }, () => store.articles.find("terminal", { terms: ["fisheries"], limit: count })),
    );
    await store.close();
    return Math.min(...counts.map((found) => found.length));
  }

  it("is found to be what it is, and made, filled and searched", async () => {
    expect((await reachServer(pooler.behind(database.url))).isShared).toBe(mode === "transaction");
    expect((await reachServer(database.url)).isShared).toBe(false);
    expect(await storeArticles(pooler.behind(database.url), 12)).toBe(12);
  });

  it("has its jobs worked", async () => {
    const failures: unknown[] = [];
    const deps = { timings: QUICK, clock: { now: () => Date.now() }, onFailure: (error: unknown) => void failures.push(error) };
    const queue = await createPgBossQueue(pooler.behind(database.url), deps);
    const worked: number[] = [];
    queue.work("fetch", { concurrency: 4, handle: async (id) => void worked.push(id), onDry: () => undefined });
    await queue.send("fetch", [1, 2, 3, 4, 5, 6]);
    await until(() => expect(worked).toHaveLength(6));
    await queue.stop(1000);
    expect([worked.sort(), failures]).toEqual([[1, 2, 3, 4, 5, 6], []]);
  });

  it("has its tables in the schema that the address names, or is refused with the way out", async () => {
    await database.query("CREATE SCHEMA desk");
    const url = `${pooler.behind(database.url)}?schema=desk`;
    const schemas = `SELECT DISTINCT schemaname FROM pg_tables WHERE tablename = 'Article' AND schemaname <> 'public'`;
    if (mode === "transaction") {
      await expect(openStore({ url })).rejects.toThrow(
        /in transaction mode, where \?schema=desk has no effect\. Use pool_mode = session, or make it the user's own schema \(ALTER ROLE "\w+" IN DATABASE "\w+" SET search_path = "desk"\)\.$/,
      );
      expect(await database.query(schemas)).toEqual([]);
      await database.query(
        `ALTER ROLE CURRENT_USER IN DATABASE "${new URL(database.url).pathname.slice(1)}" SET search_path = "desk"`,
      );
      // What the pooler has connected already knows nothing of it.
      await database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      // The pooler may hand one of them out once more before it sees its end.
      await until(() => reachServer(pooler.behind(database.url)));
    }
    expect(await storeArticles(url, 3)).toBe(3);
    expect(await database.query(schemas)).toEqual([{ schemaname: "desk" }]);
  });
});

describe.skipIf(!canRun)("PgBouncer", () => {
  it("in statement mode is refused with its reason", async () => {
    const pooler = await startPgBouncer("statement", postgresqlUrl);
    onTestFinished(pooler.stop);
    await expect(openStore({ url: pooler.behind(postgresqlUrl) })).rejects.toThrow(
      /is refused by its pooler \(transaction blocks not allowed in statement pooling mode\): correct the pooler's settings, or the address in DATABASE_URL\.$/,
    );
  });
});
