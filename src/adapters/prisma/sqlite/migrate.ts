import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import type { AppError } from "../../../domain/errors.ts";
import { explainMigration, type Migration, refuseNewer, type Say } from "../migrations.ts";
import { type Database, inTransaction } from "./open-database.ts";

/** The bookkeeping table of `prisma migrate`, as that command creates it, so that Prisma's own tools go on working. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** A migration of less takes no time that anybody notices. */
const LARGE_BYTES = 32 * 1024 * 1024;

export interface ToMigrate {
  migrations: Migration[];
  path: string;
  say: Say;
  /** A failure of SQLite's as a sentence; null where nobody but us can mend it. */
  explain(error: unknown): AppError | null;
}

/**
 * Brings a database to this version's tables. Everything happens in one transaction that holds the write lock from its start: two
 * processes that start together migrate once, and a kill in the middle leaves the database as it was. Foreign keys must be off before it:
 * a migration that makes a table anew drops the old one, which would delete whatever refers to it; they are checked at the end.
 * Throws an AppError ("store-unusable") where the database belongs to a newer version of the program, or a migration fails.
 */
export function migrate(database: Database, given: ToMigrate): string[] {
  const { migrations, path } = given;
  const applied = appliedNames(database);
  refuseNewer(applied, migrations, path);
  if (migrations.every((migration) => applied.has(migration.name))) return [];
  return inTransaction(database, () => {
    database.exec(BOOKKEEPING);
    const known = appliedNames(database);
    refuseNewer(known, migrations, path);
    const missing = migrations.filter((migration) => !known.has(migration.name));
    for (const [at, migration] of missing.entries()) {
      sayLarge(given, `${migration.name}, ${at + 1} of ${missing.length}`);
      applyOrExplain(database, migration, given);
    }
    return missing.map((migration) => migration.name);
  });
}

/** Said before it begins: SQLite blocks the thread until it is done. */
function sayLarge({ path, say }: ToMigrate, migration: string): void {
  const { size } = statSync(path);
  if (size < LARGE_BYTES) return;
  const megabytes = Math.round(size / 1024 / 1024);
  say(`Migrating the database ${path} (${megabytes} MB): migration ${migration}. This may take minutes.`);
}

function applyOrExplain(database: Database, migration: Migration, { path, explain }: ToMigrate): void {
  try {
    apply(database, migration);
    const [broken] = database.prepare("PRAGMA foreign_key_check").all();
    if (broken !== undefined) throw new Error(`rows of ${String(broken["table"])} refer to missing rows`);
  } catch (error) {
    throw explainMigration({
      migration: migration.name,
      database: path,
      told: explain(error)?.message ?? null,
      detail: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

function appliedNames(database: Database): Set<string> {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'").get();
  if (table === undefined) return new Set();
  const rows = database
    .prepare(
      'SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
    )
    .all() as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

function apply(database: Database, migration: Migration): void {
  const startedAt = Date.now();
  database.exec(migration.sql);
  database
    .prepare(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at", "started_at", "applied_steps_count")
       VALUES (?, ?, ?, ?, NULL, NULL, ?, 1)`,
    )
    .run(randomUUID(), migration.checksum, Date.now(), migration.name, startedAt);
}
