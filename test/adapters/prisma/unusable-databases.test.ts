import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { explainSqlite, prepareDatabase } from "../../../src/adapters/prisma/sqlite/prepare-database.ts";
import { temporaryFolder } from "./temporary-database.ts";

/** One sentence that names the file and says how to mend it. */
/** A newer version's database is in order: the sentence is about the version. */
const SENTENCE =
  /^(?:The database \S+ .+: .+|A newer version of Attaché has migrated the database \S+ \(migration \w+\)\. .+)\.$/;

describe("a database that cannot be used", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  const cases: { what: string; make: (path: string) => void; says: RegExp }[] = [
    {
      what: "is no database",
      make: (path) => writeFileSync(path, "a shopping list, and a long one at that ".repeat(40)),
      says: /is not an SQLite database/,
    },
    { what: "is a folder", make: (path) => mkdirSync(path), says: /is a folder/ },
    {
      what: "lies in what is no folder",
      make: (path) => writeFileSync(path.replace(/\/store\.db$/, ""), "x"),
      says: /cannot be opened/,
    },
    { what: "comes from a newer version", make: makeNewer, says: /newer version of Attaché/ },
    { what: "is cut off", make: makeTruncated, says: /is damaged|is not an SQLite database/ },
  ];

  it.each(["%zz.db", "%", "a%00b.db", "%ff.db"])("is refused in one sentence where its name is %j", async (name) => {
    const message = 'DATABASE_URL holds a "%" that is no escape in the name of the file: write it as "%25".';
    await expect(openStore({ url: `file:${place.path("")}${name}` })).rejects.toMatchObject({ code: "config", message });
  });

  it.each(cases)("is refused in one sentence where it $what", async ({ make, says }) => {
    const path = place.path("data/store.db");
    if (!says.source.includes("cannot be opened")) mkdirSync(place.path("data"));
    make(path);
    await expect(openStore({ url: `file:${path}` })).rejects.toThrow(says);
    await expect(openStore({ url: `file:${path}` })).rejects.toThrow(SENTENCE);
  });

  it("is refused where its folder is not there, and no folder is made for what may be a slip of the pen", async () => {
    const path = place.path("nonexistent/dir/x.db");
    await expect(openStore({ url: `file:${path}` })).rejects.toThrow(
      `The folder of the database ${path} does not exist. Correct DATABASE_URL, or create the folder (mkdir -p '${place.path("nonexistent/dir")}').`,
    );
    expect(existsSync(place.path("nonexistent"))).toBe(false);
  });

  it("is told of where it is made, once", async () => {
    const told: string[] = [];
    const path = place.path("store.db");
    for (const _ of [1, 2]) await (await openStore({ url: `file:${path}`, say: (sentence) => told.push(sentence) })).close();
    expect(told).toEqual([`Created a new, empty store: ${path}.`]);
  });

  it("is refused where it is read-only", async () => {
    const path = place.path("store.db");
    prepareDatabase(path);
    chmodSync(path, 0o444);
    // The superuser may write to any file, so the refusal itself is checked on what SQLite answers everybody else.
    if (process.getuid?.() !== 0) await expect(openStore({ url: `file:${path}` })).rejects.toThrow(/is read-only/);
    expect(explainSqlite({ code: "SQLITE_READONLY" }, path).message).toMatch(
      /is read-only: make the file and its folder writable/,
    );
  });

  it.each([
    ["SQLITE_FULL", /cannot grow because the disk is full/],
    // What SQLite says of a full disk while it opens a file in WAL mode.
    ["SQLITE_IOERR_SHMSIZE", /check whether its disk is full or failing/],
  ])("is told of its disk where SQLite says %s", (code, says) => {
    expect(explainSqlite({ code }, "/srv/attache.db").message).toMatch(SENTENCE);
    expect(explainSqlite({ code }, "/srv/attache.db").message).toMatch(says);
  });

  it("is told from a database that another process holds", () => {
    const error = explainSqlite({ code: "SQLITE_BUSY" }, "/srv/attache.db");
    expect(error.code).toBe("store-busy");
    expect(error.message).toMatch(SENTENCE);
  });

  it("is refused where DATABASE_URL names no file", async () => {
    await expect(openStore({ url: "mysql://user:secret@db/attache" })).rejects.toThrow(/must begin with "file:"/);
    await expect(openStore({ url: "mysql://user:secret@db/attache" })).rejects.not.toThrow(/secret/);
    await expect(openStore({ url: "file:" })).rejects.toThrow(/names no file/);
  });
});

function makeNewer(path: string): void {
  prepareDatabase(path);
  const database = openDatabase(path);
  database.exec(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES ('x', 'y', 1, '29990101000000_later', 1)`,
  );
  database.close();
}

function makeTruncated(path: string): void {
  prepareDatabase(path);
  const database = openDatabase(path);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
}
