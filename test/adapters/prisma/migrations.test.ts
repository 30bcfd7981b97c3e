import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { derivePostgresqlSchema } from "../../../scripts/derive-postgresql-schema.ts";
import { POSTGRESQL_SCHEMA, SQLITE_SCHEMA, sqliteToReachSchema } from "../../../scripts/schema-engine.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { prepareDatabase } from "../../../src/adapters/prisma/sqlite/prepare-database.ts";
import { temporaryFolder } from "./temporary-database.ts";

describe("the schema for PostgreSQL", () => {
  it("is what is derived from the one for SQLite: `npm run migration` writes it, with its migration", () => {
    const derived = derivePostgresqlSchema(readFileSync(SQLITE_SCHEMA, "utf8"));
    expect(readFileSync(POSTGRESQL_SCHEMA, "utf8")).toBe(derived);
  });
});

describe("the migrations", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let path: string;

  beforeEach(() => {
    place = temporaryFolder();
    path = place.path("store.db");
  });

  afterEach(() => place.remove());

  it("make what the schema says, by Prisma's own comparison", async () => {
    prepareDatabase(path);
    expect(await sqliteToReachSchema(`file:${path}`)).toBe("");
  });

  it("are recorded as prisma migrate records them, once", () => {
    prepareDatabase(path);
    prepareDatabase(path);
    const database = new Database(path, { readonly: true });
    const rows = database.prepare('SELECT * FROM "_prisma_migrations" ORDER BY "migration_name"').all() as Record<
      string,
      unknown
    >[];
    database.close();
    const names = readdirSync("prisma/migrations")
      .filter((name) => !name.endsWith(".toml"))
      .sort();
    expect(rows.map((row) => row["migration_name"])).toEqual(names);
    for (const row of rows) {
      const file = readFileSync(`prisma/migrations/${String(row["migration_name"])}/migration.sql`);
      expect(row["checksum"]).toBe(createHash("sha256").update(file).digest("hex"));
      expect(row).toMatchObject({ applied_steps_count: 1, logs: null, rolled_back_at: null });
      expect(row["finished_at"]).not.toBeNull();
      expect(row["id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("leave a database in WAL mode with foreign keys held", async () => {
    const store = await openStore({ url: `file:${path}` });
    await store.close();
    const database = new Database(path);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(() =>
      database
        .prepare(`INSERT INTO "Story" ("workspaceId", "title", "firstSeen", "lastSeen") VALUES ('nobody', 't', 'd', 'd')`)
        .run(),
    ).toThrow("FOREIGN KEY");
    database.close();
  });
});
