import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postgresqlToReachSchema } from "../../../scripts/schema-engine.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
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
    await Promise.all([1, 2, 3].map(() => openAndClose()));
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
