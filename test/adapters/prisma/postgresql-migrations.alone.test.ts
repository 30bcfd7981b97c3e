import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postgresqlToReachSchema } from "../../../scripts/schema-engine.ts";
import { readMigrations } from "../../../src/adapters/prisma/migrations.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { prepareDatabase } from "../../../src/adapters/prisma/postgresql/prepare-database.ts";
import { reachServer } from "../../../src/adapters/prisma/postgresql/reach-server.ts";
import { until } from "../../servers/until.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

const FOLDER = "prisma/postgresql/migrations";

describe.skipIf(postgresqlUrl === "")("the migrations for PostgreSQL", () => {
  let database: TemporaryPostgresql;

  beforeEach(async () => {
    database = await temporaryPostgresql();
  });

  afterEach(() => database.drop());

  async function openAndClose(url = database.url): Promise<void> {
    const store = await openStore({ url });
    await store.close();
  }

  it("make what the schema says, by Prisma's own comparison", async () => {
    await openAndClose();
    expect(await postgresqlToReachSchema(database.url)).toBe("");
    await database.query('ALTER TABLE "Story" DROP COLUMN "firstSeen"');
    expect(await postgresqlToReachSchema(database.url)).toContain("firstSeen");
  });

  it("are applied once by several that start together, and recorded as prisma migrate records them", async () => {
    const told: string[] = [];
    const open = async () => (await openStore({ url: database.url, say: (sentence) => told.push(sentence) })).close();
    await Promise.all([1, 2, 3].map(open));
    // On a busy machine they also say that they wait.
    const made = told.filter((sentence) => sentence.startsWith("Created"));
    expect(made).toEqual([expect.stringMatching(/^Created a new, empty store in the database postgresql:\S+\.$/)]);
    const rows = await database.query('SELECT * FROM "_prisma_migrations" ORDER BY "migration_name"');
    const names = readdirSync(FOLDER)
      .filter((name) => !name.endsWith(".toml"))
      .sort();
    expect(rows.map((row) => row["migration_name"])).toEqual(names);
    for (const row of rows) {
      const file = readFileSync(`${FOLDER}/${String(row["migration_name"])}/migration.sql`);
      expect(row["checksum"]).toBe(createHash("sha256").update(file).digest("hex"));
      expect(row).toMatchObject({ applied_steps_count: 1, logs: null, rolled_back_at: null });
      expect(row["finished_at"]).toBeInstanceOf(Date);
    }
  });

  it("sort text by its bytes, as SQLite does, whatever the server's language is", async () => {
    await openAndClose();
    const rows = await database.query(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'text' AND table_name <> '_prisma_migrations' AND collation_name IS DISTINCT FROM 'C'`,
    );
    expect(rows).toEqual([]);
  });

  it("are refused by a version that does not know the last of them", async () => {
    await openAndClose();
    await database.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES ('x', 'y', now(), '29990101000000_later', 1)`,
    );
    await expect(openAndClose()).rejects.toThrow(/newer version of Attaché/);
  });

  const missing = (sql: string) => [
    ...readMigrations("postgresql/migrations"),
    { name: "29990101000000_missing", checksum: "c", sql },
  ];

  it("are ended by none of the server's limits, and say what takes long", async () => {
    await openAndClose();
    const server = await reachServer(database.url);
    const impatient = async (client: pg.ClientBase) => {
      await client.query("SET statement_timeout = 400; SET lock_timeout = 400");
    };
    const told: string[] = [];
    const slow = missing('CREATE TABLE "Slow" ("id" int); SELECT pg_sleep(1.5);');
    await prepareDatabase({ ...server, prepare: impatient }, (sentence) => told.push(sentence), slow);
    expect(await database.query(`SELECT to_regclass('"Slow"')::text AS made`)).toEqual([{ made: '"Slow"' }]);
    const said = told.find((sentence) => sentence.includes("29990101000000_missing"));
    expect(said).toMatch(/^Migrating the database postgresql:\S+: migration 29990101000000_missing, 1 of 1 \(\d+ s so far\)\.$/);
  });

  it("leave nothing half done where the connection is lost during the first of all openings", async () => {
    const server = await reachServer(database.url);
    const opening = prepareDatabase(server, () => undefined, missing('CREATE TABLE "Half" ("id" int); SELECT pg_sleep(60);'));
    const failed = expect(opening).rejects.toThrow(
      /^The migration 29990101000000_missing failed\. Nothing has changed\. The database \S+ has closed the connection/,
    );
    await until(async () => {
      const ended = await database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()",
      );
      expect(ended).toHaveLength(1);
    });
    await failed;
    expect(await database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
    await openAndClose();
  });

  it("say which of them failed, and where, and leave everything as it was", async () => {
    await openAndClose();
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
    const before = await database.query(tables);
    const failing = missing('CREATE TABLE "Half" ("id" int); INSERT INTO "Nowhere" VALUES (1);');
    await expect(prepareDatabase(await reachServer(database.url), () => undefined, failing)).rejects.toThrow(
      /^The migration 29990101000000_missing failed in the database postgresql:\S+ \(42P01, relation "Nowhere" does not exist\)\. Nothing has changed\. Start your previous version of Attaché, and report this with the output of ATTACHE_DEBUG=1\.$/,
    );
    expect(await database.query(tables)).toEqual(before);
    const telling = missing("SELECT 'hunter2'::int");
    await expect(prepareDatabase(await reachServer(database.url), () => undefined, telling)).rejects.toThrow(/\(22P02\)/);
    await openAndClose();
  });

  it("keep to the schema that DATABASE_URL names", async () => {
    await database.query("CREATE SCHEMA desk");
    const url = `${database.url}?schema=desk`;
    const store = await openStore({ url });
    expect(await store.articles.count("terminal")).toBe(0);
    await store.close();
    const tables = await database.query("SELECT DISTINCT schemaname FROM pg_tables WHERE tablename = 'Article'");
    expect(tables).toEqual([{ schemaname: "desk" }]);
  });
});
