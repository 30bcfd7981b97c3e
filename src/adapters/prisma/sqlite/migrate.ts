import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import { type Migration, refuseNewer } from "../migrations.ts";

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

/**
 * Brings a database to this version's tables. Everything happens in one transaction that holds the write lock from its start: two
 * processes that start together migrate once, and a kill in the middle leaves the database as it was.
 * Throws an AppError ("store-unusable") where the database belongs to a newer version of the program.
 */
export function migrate(database: Database.Database, migrations: Migration[], path: string): string[] {
  const applied = appliedNames(database);
  refuseNewer(applied, migrations, path);
  if (migrations.every((migration) => applied.has(migration.name))) return [];
  const run = database.transaction(() => {
    database.exec(BOOKKEEPING);
    const known = appliedNames(database);
    refuseNewer(known, migrations, path);
    const missing = migrations.filter((migration) => !known.has(migration.name));
    for (const migration of missing) apply(database, migration);
    return missing.map((migration) => migration.name);
  });
  return run.immediate();
}

function appliedNames(database: Database.Database): Set<string> {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'").get();
  if (table === undefined) return new Set();
  const rows = database
    .prepare(
      'SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
    )
    .all() as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

function apply(database: Database.Database, migration: Migration): void {
  const startedAt = Date.now();
  database.exec(migration.sql);
  database
    .prepare(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at", "started_at", "applied_steps_count")
       VALUES (?, ?, ?, ?, NULL, NULL, ?, 1)`,
    )
    .run(randomUUID(), migration.checksum, Date.now(), migration.name, startedAt);
}
