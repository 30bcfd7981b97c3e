import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { derivePostgresqlSchema } from "../../../scripts/derive-postgresql-schema.ts";
import { POSTGRESQL_SCHEMA, SQLITE_SCHEMA, sqliteToReachSchema } from "../../../scripts/schema-engine.ts";
import { explainMigration, readMigrations } from "../../../src/adapters/prisma/migrations.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { explainSqlite, prepareDatabase } from "../../../src/adapters/prisma/sqlite/prepare-database.ts";
import { until } from "../../servers/until.ts";
import { firstValue, temporaryFolder } from "./temporary-database.ts";

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
    const database = openDatabase(path, { readOnly: true });
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

  const AT_FAULT = { name: "29990101000000_at_fault", checksum: "c" };
  const schemaOf = () => {
    const database = openDatabase(path, { readOnly: true });
    try {
      return database.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
    } finally {
      database.close();
    }
  };

  it("say which of them failed, and where, and leave everything as it was", () => {
    prepareDatabase(path);
    const before = schemaOf();
    const sound = { name: "29980101000000_sound", checksum: "c", sql: 'CREATE TABLE "Sound" ("id" INTEGER)' };
    const failing = { ...AT_FAULT, sql: 'CREATE TABLE "Half" ("id" INTEGER); INSERT INTO "Nowhere" VALUES (1);' };
    const migrations = [...readMigrations("migrations"), sound, failing];
    expect(() => prepareDatabase(path, () => undefined, migrations)).toThrow(
      `The migration 29990101000000_at_fault failed in the database ${path} (no such table: Nowhere). Nothing has changed. Start your previous version of Attaché, and report this with the output of ATTACHE_DEBUG=1.`,
    );
    expect(schemaOf()).toEqual(before);
    prepareDatabase(path);
  });

  it("say what an operator can mend of a failure", () => {
    const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    const told = explainSqlite(full, "/srv/attache.db").message;
    const { name } = AT_FAULT;
    expect(explainMigration({ migration: name, database: "/srv/attache.db", told, detail: "", cause: full }).message).toBe(
      "The migration 29990101000000_at_fault failed. Nothing has changed. The database /srv/attache.db cannot grow because the disk is full: free some space, then restart.",
    );
  });

  it("delete nothing where a table is made anew, and refuse to leave rows that refer to nothing", () => {
    prepareDatabase(path);
    const database = openDatabase(path);
    database.exec(`INSERT INTO "Workspace" ("id", "platform", "settings") VALUES ('terminal', 'terminal', '{}');
      INSERT INTO "Story" ("workspaceId", "title", "firstSeen", "lastSeen") VALUES ('terminal', 't', 'd', 'd')`);
    const workspace = String(firstValue(database, `SELECT sql FROM sqlite_master WHERE name = 'Workspace'`));
    const anew = `PRAGMA foreign_keys=OFF; ${workspace.replace('"Workspace"', '"new_Workspace"')}; INSERT INTO "new_Workspace" SELECT * FROM "Workspace";
      DROP TABLE "Workspace"; ALTER TABLE "new_Workspace" RENAME TO "Workspace"; PRAGMA foreign_keys=ON;`;
    prepareDatabase(path, () => undefined, [...readMigrations("migrations"), { ...AT_FAULT, sql: anew }]);
    expect(firstValue(database, 'SELECT count(*) FROM "Story"')).toBe(1);
    const emptied = { name: "29990102000000_emptied", checksum: "c", sql: 'DELETE FROM "Workspace"' };
    const migrations = [...readMigrations("migrations"), { ...AT_FAULT, sql: anew }, emptied];
    expect(() => prepareDatabase(path, () => undefined, migrations)).toThrow(
      /29990102000000_emptied failed .*refer to missing rows.*Nothing has changed/,
    );
    expect(firstValue(database, 'SELECT count(*) FROM "Workspace"')).toBe(1);
    database.close();
  });

  it("say beforehand what they will do to a large file", () => {
    prepareDatabase(path);
    const database = openDatabase(path);
    database.exec('CREATE TABLE "Room" ("bytes" BLOB); INSERT INTO "Room" VALUES (zeroblob(34000000))');
    database.close();
    const told: string[] = [];
    const slow = { name: "29990101000000_slow", checksum: "c", sql: 'CREATE TABLE "Slow" ("id" INTEGER)' };
    prepareDatabase(path, (sentence) => told.push(sentence), [...readMigrations("migrations"), slow]);
    expect(told).toEqual([
      `Migrating the database ${path} (33 MB): migration 29990101000000_slow, 1 of 1. This may take minutes.`,
    ]);
  });

  it("leave nothing half done by a process that is killed during the first of all openings", { timeout: 60_000 }, async () => {
    const argv = ["--import", "tsx", "test/adapters/prisma/migrate-child.ts", path];
    const child = spawn(process.execPath, argv, { stdio: "inherit" });
    const ended = once(child, "exit");
    // The tables are made, and the last migration has begun to fill the disk.
    await until(() => expect(statSync(`${path}-wal`).size).toBeGreaterThan(4_000_000));
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    const store = await openStore({ url: `file:${path}` });
    expect(await store.articles.count("terminal")).toBe(0);
    await store.close();
    expect(await sqliteToReachSchema(`file:${path}`)).toBe("");
  });

  it("leave a database in WAL mode with foreign keys held", async () => {
    const store = await openStore({ url: `file:${path}` });
    await store.close();
    const database = openDatabase(path);
    expect(firstValue(database, "PRAGMA journal_mode")).toBe("wal");
    expect(() =>
      database
        .prepare(`INSERT INTO "Story" ("workspaceId", "title", "firstSeen", "lastSeen") VALUES ('nobody', 't', 'd', 'd')`)
        .run(),
    ).toThrow("FOREIGN KEY");
    database.close();
  });
});
