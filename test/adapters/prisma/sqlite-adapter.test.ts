import { spawnSync } from "node:child_process";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSqliteAdapter } from "../../../src/adapters/prisma/sqlite/create-adapter.ts";
import { explainMissing, openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { firstValue, temporaryFolder } from "./temporary-database.ts";

type ScalarType = "int" | "bigint" | "float" | "decimal" | "boolean" | "datetime" | "json" | "bytes" | "string";

const TABLE = `CREATE TABLE "Row" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT, "big" BIGINT, "real" REAL, "flag" BOOLEAN, "at" DATETIME, "json" JSONB, "bytes" BLOB, "text" TEXT NOT NULL UNIQUE
)`;

describe("Prisma's adapter for the SQLite of Node", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let adapter: SqlDriverAdapter;

  beforeEach(async () => {
    place = temporaryFolder();
    adapter = await createSqliteAdapter(place.path("store.db"), 0).connect();
    await adapter.executeScript(TABLE);
  });

  afterEach(async () => {
    await adapter.dispose();
    place.remove();
  });

  const query = (sql: string, ...given: [ScalarType, unknown][]) => ({
    sql,
    args: given.map(([, value]) => value),
    argTypes: given.map(([scalarType]) => ({ scalarType, arity: "scalar" as const })),
  });
  const insert = (text: string | null) => adapter.executeRaw(query('INSERT INTO "Row" ("text") VALUES (?)', ["string", text]));

  it("writes and reads each type as Prisma's adapter for better-sqlite3 does, so that either opens the other's files", async () => {
    const written = await adapter.executeRaw(
      query(
        'INSERT INTO "Row" ("big", "real", "flag", "at", "json", "bytes", "text") VALUES (?, ?, ?, ?, ?, ?, ?)',
        ["bigint", "9223372036854775807"],
        ["float", "0.5"],
        ["boolean", true],
        ["datetime", "2026-11-29T18:00:00.120Z"],
        ["json", '{"a":1}'],
        ["bytes", Buffer.from("bytes").toString("base64")],
        ["string", "text"],
      ),
    );
    expect(written).toBe(1);
    const file = openDatabase(place.path("store.db"), { readOnly: true });
    expect(
      ["big", "real", "flag", "at", "json", "bytes"].map((name) => firstValue(file, `SELECT quote("${name}") FROM "Row"`)),
    ).toEqual(["9223372036854775807", "0.5", "1", "'2026-11-29T18:00:00.120+00:00'", `'{"a":1}'`, "X'6279746573'"]);
    file.close();
    const read = await adapter.queryRaw(query('SELECT * FROM "Row"'));
    expect(read.columnNames).toEqual(["id", "big", "real", "flag", "at", "json", "bytes", "text"]);
    expect(read.columnTypes).toEqual([0, 1, 3, 5, 10, 11, 13, 7]);
    expect(read.rows).toEqual([
      [
        1,
        "9223372036854775807",
        0.5,
        1,
        "2026-11-29T18:00:00.120+00:00",
        '{"a":1}',
        Uint8Array.from(Buffer.from("bytes")),
        "text",
      ],
    ]);
  });

  it("reads instants that Prisma's command line wrote as milliseconds, and what was computed by its first value", async () => {
    await adapter.executeScript(`INSERT INTO "Row" ("at", "text") VALUES (${Date.UTC(2026, 10, 29)}, 'a')`);
    expect((await adapter.queryRaw(query('SELECT "at" FROM "Row"'))).rows).toEqual([["2026-11-29T00:00:00.000Z"]]);
    const computed = await adapter.queryRaw(query(`SELECT count(*), 1.5, 'x', NULL, x'00'`));
    expect(computed.columnTypes).toEqual([1, 128, 7, 0, 13]);
    expect(computed.rows).toEqual([[1, 1.5, "x", null, Uint8Array.of(0)]]);
  });

  it("hands whole numbers over as such, whichever driver it is", async () => {
    const given = [1, 2 ** 40, Number.MAX_SAFE_INTEGER, -0, 1.5, 1e300].map((value): [ScalarType, number] => ["decimal", value]);
    const read = await adapter.queryRaw(
      query("SELECT typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?)", ...given),
    );
    expect(read.rows).toEqual([["integer", "integer", "integer", "integer", "real", "real"]]);
    const computed = await adapter.queryRaw(query("SELECT 7 / ?, 'x' || ?", ["decimal", 2], ["decimal", 3]));
    expect(computed.rows).toEqual([[3, "x3"]]);
  });

  it("says which rule a row breaks, and on which column", async () => {
    await insert("same");
    await expect(insert("same")).rejects.toMatchObject({
      cause: {
        kind: "UniqueConstraintViolation",
        constraint: { fields: ["text"] },
        table: "Row",
        originalCode: "SQLITE_CONSTRAINT_UNIQUE",
      },
    });
    // The package for older Node.js gives the code where a statement runs, and not where it gives rows.
    await expect(adapter.queryRaw(query(`INSERT INTO "Row" ("text") VALUES ('same') RETURNING "text"`))).rejects.toMatchObject({
      cause: { kind: "UniqueConstraintViolation", constraint: { fields: ["text"] } },
    });
    await expect(insert(null)).rejects.toMatchObject({
      cause: { kind: "NullConstraintViolation", constraint: { fields: ["text"] } },
    });
    await expect(adapter.queryRaw(query('SELECT * FROM "Nothing"'))).rejects.toMatchObject({
      cause: { kind: "TableDoesNotExist", table: "Nothing" },
    });
    // The same statement again, after it has failed.
    await insert("other");
    expect((await adapter.queryRaw(query('SELECT count(*) FROM "Row"'))).rows).toEqual([[2]]);
  });

  it("gives another connection's lock as a time-out, and goes on when it is gone", async () => {
    await insert("before");
    const other = openDatabase(place.path("store.db"));
    other.exec("BEGIN IMMEDIATE");
    await expect(insert("meanwhile")).rejects.toMatchObject({ cause: { kind: "SocketTimeout", originalCode: "SQLITE_BUSY" } });
    other.exec("ROLLBACK");
    await insert("meanwhile");
    // The statement that failed holds no lock of its own.
    other.exec("BEGIN EXCLUSIVE; COMMIT");
    other.close();
    expect((await adapter.queryRaw(query('SELECT count(*) FROM "Row"'))).rows).toEqual([[2]]);
  });

  it("runs one transaction after another, each whole or not at all", async () => {
    const statement = (sql: string) => query(sql);
    const first = await adapter.startTransaction();
    const second = adapter.startTransaction("SERIALIZABLE");
    await insert("first");
    await first.executeRaw(statement("ROLLBACK"));
    await first.rollback();
    const begun = await second;
    await insert("second");
    await begun.createSavepoint?.("s");
    await insert("third");
    await begun.rollbackToSavepoint?.("s");
    await begun.executeRaw(statement("COMMIT"));
    await begun.commit();
    expect((await adapter.queryRaw(query('SELECT "text" FROM "Row"'))).rows).toEqual([["second"]]);
    await expect(adapter.startTransaction("READ COMMITTED")).rejects.toMatchObject({ cause: { kind: "InvalidIsolationLevel" } });
  });

  it("leaves nothing open where a transaction cannot be committed, as the client expects", async () => {
    const transaction = await adapter.startTransaction();
    await transaction.executeRaw(query("PRAGMA defer_foreign_keys = ON"));
    await transaction.executeRaw(query('CREATE TABLE "Part" ("row" INTEGER REFERENCES "Row"("id"))'));
    await transaction.executeRaw(query('INSERT INTO "Part" VALUES (77)'));
    await expect(transaction.executeRaw(query("COMMIT"))).rejects.toMatchObject({
      cause: { kind: "ForeignKeyConstraintViolation" },
    });
    await transaction.rollback();
    const next = await adapter.startTransaction();
    await insert("next");
    await next.executeRaw(query("COMMIT"));
    await next.commit();
    expect((await adapter.queryRaw(query('SELECT "text" FROM "Row"'))).rows).toEqual([["next"]]);
    await expect(adapter.queryRaw(query('SELECT * FROM "Part"'))).rejects.toMatchObject({ cause: { kind: "TableDoesNotExist" } });
  });

  it("sees columns that came after a statement was first said", async () => {
    const all = query('SELECT * FROM "Row"');
    await adapter.queryRaw(all);
    await adapter.executeScript('ALTER TABLE "Row" ADD COLUMN "late" TEXT');
    await insert("row");
    const read = await adapter.queryRaw(all);
    expect(read.columnNames).toHaveLength(read.rows[0]?.length ?? 0);
  });
});

describe("the driver behind it", () => {
  it("is loaded without a word on the terminal, and keeps no warning of others back", () => {
    const module = new URL("../../../src/adapters/prisma/sqlite/open-database.ts", import.meta.url);
    const code = `import { openDatabase } from ${JSON.stringify(module.href)}; openDatabase(":memory:").close(); process.emitWarning("Mind the gap.")`;
    const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], { encoding: "utf8" });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("Mind the gap.");
    expect(run.stderr).not.toContain("SQLite");
  });

  it("waits for a lock as long as it was told to, holds foreign keys, and syncs a write-ahead log at its checkpoints", () => {
    const place = temporaryFolder();
    const first = openDatabase(place.path("store.db"));
    first.exec("PRAGMA journal_mode = WAL");
    const second = openDatabase(place.path("store.db"), { timeoutMs: 1234, mustExist: true });
    const setting = (name: string) => firstValue(second, `PRAGMA ${name}`);
    expect(["busy_timeout", "foreign_keys", "synchronous", "cache_size"].map(setting)).toEqual([1234, 1, 1, -16_000]);
    expect(firstValue(first, "PRAGMA synchronous")).toBe(2);
    first.close();
    second.close();
    expect(() => openDatabase(place.path("absent.db"), { mustExist: true })).toThrow("unable to open");
    place.remove();
  });

  it("is asked for in one sentence where it is missing, or belongs to another machine", () => {
    const missing = Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" });
    expect(explainMissing(missing).message).toMatch(
      /the package \S+ for SQLite \(Node\.js before 22\.18, or --no-experimental-sqlite\), but it is not installed\. Run "npm install .+" .+\.$/,
    );
    const foreign = Object.assign(new Error("invalid ELF header"), { code: "ERR_DLOPEN_FAILED" });
    expect(explainMissing(foreign).message).toMatch(/another machine or another Node.js than v.+\. Run "npm rebuild \S+" .+\.$/);
  });
});
