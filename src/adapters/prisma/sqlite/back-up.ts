import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { AppError } from "../../../domain/errors.ts";
import { openDatabase } from "./open-database.ts";
import { BUSY_TIMEOUT_MS, explainSqlite } from "./prepare-database.ts";

export interface BackUp {
  path: string;
  bytes: number;
  articles: number;
  workspaces: number;
}

/**
 * Writes a copy of a file that may be in use, as it is at one moment, and looks whether the copy is whole. Until that is known the copy has
 * another name, so that a kill leaves nothing that looks like a back-up. Nothing is overwritten. Throws an AppError ("store-unusable", "usage").
 */
export function backUpFile(source: string, target: string): BackUp {
  const path = resolve(target);
  if (!existsSync(source)) throw new AppError("store-unusable", `There is no store at ${source}. Name one in DATABASE_URL.`);
  refuseTarget(path);
  const partial = `${path}.partial-${process.pid}`;
  try {
    write(source, partial);
    const counts = examine(partial);
    // The tokens and questions in it are nobody else's business than those in the store.
    chmodSync(partial, statSync(source).mode & 0o777);
    flush(partial);
    refuseTarget(path);
    renameSync(partial, path);
    return { path, bytes: statSync(path).size, ...counts };
  } finally {
    // A copy that was cut off has its journal beside it.
    for (const left of [partial, `${partial}-journal`]) if (existsSync(left)) rmSync(left);
  }
}

function refuseTarget(path: string): void {
  if (existsSync(path)) throw new AppError("usage", `${path} already exists, and a backup overwrites nothing. Name a new file.`);
  if (!existsSync(dirname(path))) throw new AppError("usage", `There is no folder ${dirname(path)}. Create it, or name another.`);
}

/** One read transaction, so that others can keep writing in WAL mode. The copy is compacted, without the space of deleted rows. */
function write(source: string, partial: string): void {
  let isReading = false;
  try {
    const database = openDatabase(source, { timeoutMs: BUSY_TIMEOUT_MS, mustExist: true });
    try {
      database.prepare("SELECT count(*) FROM sqlite_master").get();
      isReading = true;
      database.prepare("VACUUM INTO ?").run(partial);
    } finally {
      database.close();
    }
  } catch (error) {
    throw isReading ? explainTarget(error, partial) : explainSqlite(error, source);
  }
}

/** Once the store can be read, what fails is the copy: most often, that its disk is full. */
function explainTarget(error: unknown, partial: string): AppError {
  const { message } = explainSqlite(error, partial);
  const why = message.includes("disk is full")
    ? "its disk is full: make room there, or"
    : "its folder cannot be written, or its name is too long:";
  return new AppError("store-unusable", `Could not write the backup to ${partial}: ${why} name another file.`, {
    cause: error,
  });
}

/** Every page, every reference between rows, and that whatever can be read can be searched. */
function examine(copy: string): { articles: number; workspaces: number } {
  const database = openDatabase(copy, { readOnly: true });
  try {
    const first = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0];
    const count = (table: string) => Number(first(`SELECT count(*) FROM "${table}"`));
    const faults = [
      first("PRAGMA integrity_check") === "ok" ? null : "its pages are damaged",
      database.prepare("PRAGMA foreign_key_check").get() === undefined ? null : "rows refer to missing rows",
      count("article_search") === count("Article") ? null : "the search index is incomplete",
    ].filter((fault) => fault !== null);
    if (faults.length > 0)
      throw new AppError(
        "store-unusable",
        `The backup is damaged (${faults.join(", ")}), so I deleted it. The store itself may be damaged: keep your earlier backups, and run attache doctor.`,
      );
    return { articles: count("Article"), workspaces: count("Workspace") };
  } catch (error) {
    throw error instanceof AppError ? error : explainSqlite(error, copy);
  } finally {
    database.close();
  }
}

/** SQLite leaves that to the system when it writes another file. */
function flush(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
