import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { DatabaseSync } from "@photostructure/sqlite";
import { AppError } from "../../../domain/errors.ts";

export type Database = InstanceType<typeof DatabaseSync>;

interface Driver {
  DatabaseSync: typeof DatabaseSync;
  StatementSync: { prototype: object };
}

/** What SQLite may keep of a file in memory, in kilobytes. */
const CACHE_KILOBYTES = 16_000;

interface OpenOptions {
  readOnly?: boolean;
  /** Otherwise a file that is not there is made. */
  mustExist?: boolean;
  /** How long a statement waits for another's lock. */
  timeoutMs?: number;
}

/** Opens a file with the SQLite that comes with Node, or where that is too old with the package that has the same interface. */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const { DatabaseSync } = loadDriver();
  const place = options.mustExist ? new URL("?mode=rw", pathToFileURL(path)) : path;
  const database = new DatabaseSync(place, { readOnly: options.readOnly ?? false, timeout: options.timeoutMs ?? 0 });
  try {
    setUp(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function setUp(database: Database): void {
  const [mode] = database.prepare("PRAGMA journal_mode").all();
  // In a write-ahead log a commit need not wait for the disk: a power cut may take the newest, and never harms the file.
  const synchronous = mode?.["journal_mode"] === "wal" ? "NORMAL" : "FULL";
  database.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${CACHE_KILOBYTES}`);
}

/**
 * Closes a file, with all that was written in the file itself and not in the log beside it, for whoever copies it then. SQLite does that at
 * the last close; the package for older Node.js never gets there, because it keeps a file open until its statements are collected.
 */
export function closeDatabase(database: Database): void {
  try {
    // It waits for nobody: what somebody else still reads of the log stays there.
    database.exec("PRAGMA wal_checkpoint(PASSIVE)");
  } catch {
    // A file that is damaged, or for reading only, is closed all the same.
  }
  database.close();
}

/** Runs `work` in a transaction that holds the write lock from its start: everything that it does, or nothing. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** SQLite has ended a transaction by itself after some failures, such as a full disk. */
export function rollBack(database: Database): void {
  if (database.isTransaction) database.exec("ROLLBACK");
}

function loadDriver(): Driver {
  const builtIn = loadBuiltIn();
  if (builtIn !== null) return builtIn;
  try {
    return createRequire(import.meta.url)("@photostructure/sqlite");
  } catch (error) {
    throw explainMissing(error);
  }
}

/** Null before Node 22.18, whose SQLite lacks full-text search or the reading of rows as arrays. */
function loadBuiltIn(): Driver | null {
  const emitWarning = process.emitWarning;
  // Node 22 calls its SQLite experimental on everybody's terminal. Only that is kept back, and only while it is loaded.
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).startsWith("SQLite is an experimental feature")) emitWarning.call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    const driver = process.getBuiltinModule("node:sqlite" as "node:fs") as unknown as Driver | undefined;
    return driver !== undefined && "setReturnArrays" in driver.StatementSync.prototype ? driver : null;
  } finally {
    process.emitWarning = emitWarning;
  }
}

export function explainMissing(error: unknown): AppError {
  const isAbsent = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
  const what = isAbsent ? "is not installed" : `was installed for another machine or another Node.js than ${process.version}`;
  const mend = isAbsent ? "npm install --include=optional" : "npm rebuild @photostructure/sqlite";
  return new AppError(
    "store-unusable",
    `This version of Node.js needs the package @photostructure/sqlite for SQLite (Node.js before 22.18, or --no-experimental-sqlite), but it ${what}. Run "${mend}" where Attaché is installed, or use Node.js 24.`,
    { cause: error },
  );
}
