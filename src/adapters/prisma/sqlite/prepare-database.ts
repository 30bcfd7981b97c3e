import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "../../../domain/errors.ts";
import { type Migration, readMigrations, type Say } from "../migrations.ts";
import { migrate } from "./migrate.ts";
import { closeDatabase, type Database, openDatabase } from "./open-database.ts";
import { resultCode, resultName } from "./result-codes.ts";

/** How long a statement waits for another process's write, in milliseconds. */
export const BUSY_TIMEOUT_MS = 10_000;

/** Opens the file once, sets what is kept in it (WAL), migrates it and closes it. Throws an AppError that names the file and the way out. */
export function prepareDatabase(
  path: string,
  say: Say = () => undefined,
  migrations: Migration[] = readMigrations("migrations"),
): void {
  try {
    refuseWithoutFolder(path);
    const isNew = !existsSync(path);
    const database = openDatabase(path, { timeoutMs: BUSY_TIMEOUT_MS });
    try {
      database.exec("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF");
      migrate(database, { migrations, path, say, explain: (error) => explainKnown(error, path) });
      assertWritable(database);
      if (isNew) say(`Created a new, empty store: ${path}.`);
    } finally {
      closeDatabase(database);
    }
  } catch (error) {
    throw explainSqlite(error, path);
  }
}

/** A folder that is not there is a slip of the pen more often than a wish: a store that is made there is empty, and what people look for seems lost. */
function refuseWithoutFolder(path: string): void {
  const folder = dirname(path);
  if (existsSync(folder)) return;
  throw new AppError(
    "store-unusable",
    `The folder of the database ${path} does not exist. Correct DATABASE_URL, or create the folder (mkdir -p '${folder.replaceAll("'", "'\\''")}').`,
  );
}

/** A read-only file opens without a word and fails at the first article: better to say so now. */
function assertWritable(database: Database): void {
  database.exec("BEGIN IMMEDIATE; ROLLBACK");
}

/** SQLite's result codes, as sentences. */
export function explainSqlite(error: unknown, path: string): AppError {
  const sentence = `Could not open the database ${path}. Check the path and the free disk space.`;
  return explainKnown(error, path) ?? new AppError("store-unusable", sentence, { cause: error });
}

/** A failure that an operator can mend as one sentence; null for every other. */
export function explainKnown(error: unknown, path: string): AppError | null {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const told = SENTENCES.find(([pattern]) => pattern.test(code));
  if (told === undefined) return null;
  const kind = code.startsWith("SQLITE_BUSY") ? "store-busy" : "store-unusable";
  return new AppError(kind, `The database ${path} ${told[1]}.`, { cause: error });
}

function codeOf(error: unknown): string {
  const result = resultCode(error);
  if (result !== null) return resultName(result);
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

const SENTENCES: [RegExp, string][] = [
  [/^SQLITE_NOTADB/, "is not an SQLite database: name another file in DATABASE_URL, or move this one away"],
  [/^SQLITE_CORRUPT/, "is damaged: restore a backup, or move it away and ingest again"],
  [
    /^SQLITE_READONLY|^EROFS/,
    "is read-only: make the file and its folder writable for this user, or name another file in DATABASE_URL",
  ],
  [
    /^SQLITE_CANTOPEN|^EISDIR|^ENOTDIR|^EEXIST/,
    "cannot be opened: it is a folder, or its folder cannot be written; name another file in DATABASE_URL",
  ],
  [
    /^EACCES|^EPERM|^SQLITE_PERM|^SQLITE_AUTH/,
    "is not accessible to this user: change its permissions, or name another file in DATABASE_URL",
  ],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, "is locked by another process: wait for that process, or stop it"],
  [/^SQLITE_IOERR/, "cannot be read or written: check whether its disk is full or failing, then restart"],
  [/^SQLITE_FULL|^ENOSPC/, "cannot grow because the disk is full: free some space, then restart"],
];
