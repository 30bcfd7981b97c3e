import { randomUUID } from "node:crypto";
import pg from "pg";
import { AppError } from "../../../domain/errors.ts";
import { type Migration, readMigrations, refuseNewer } from "../migrations.ts";
import { explainOpening } from "./explain-postgresql.ts";
import type { Server } from "./server.ts";

/** The lock that `prisma migrate` takes as well: two that start together migrate once. */
const MIGRATION_LOCK = 72_707_369;
/** The first version whose manual says all that is used here, and that is still maintained. */
const OLDEST = 130_000;

/** The bookkeeping table of `prisma migrate`, as that command creates it, so that Prisma's own tools go on working. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

/** Connects once, checks the server, brings the database to this version's tables. Throws an AppError that names the database and the way out. */
export async function prepareDatabase(server: Server): Promise<void> {
  const client = new pg.Client(server.config);
  // A server that goes away in between is told of by the query that fails.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await checkServer(client, server.name);
    await migrate(client, readMigrations("postgresql/migrations"), server.name);
  } catch (error) {
    throw explainOpening(error, server.name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkServer(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
  );
  const { version = 0, encoding = "" } = rows[0] ?? {};
  if (version < OLDEST) {
    throw new AppError(
      "store-unusable",
      `The database ${name} is on PostgreSQL ${Math.floor(version / 10_000)}: version ${OLDEST / 10_000} or later is needed.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new AppError(
      "store-unusable",
      `The database ${name} keeps its text in ${encoding}: create one with ENCODING 'UTF8' and name it in DATABASE_URL.`,
    );
  }
}

/** In one transaction under the lock: a kill in the middle leaves the database as it was. */
async function migrate(client: pg.Client, migrations: Migration[], name: string): Promise<void> {
  const applied = await appliedNames(client);
  refuseNewer(applied, migrations, name);
  if (migrations.every((migration) => applied.has(migration.name))) return;
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
  await client.query(BOOKKEEPING);
  const known = await appliedNames(client);
  refuseNewer(known, migrations, name);
  for (const migration of migrations) if (!known.has(migration.name)) await apply(client, migration);
  await client.query("COMMIT");
}

async function appliedNames(client: pg.Client): Promise<Set<string>> {
  const { rows: tables } = await client.query<{ found: string | null }>(`SELECT to_regclass('"_prisma_migrations"') AS found`);
  if (tables[0]?.found == null) return new Set();
  const { rows } = await client.query<{ name: string }>(
    'SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
  );
  return new Set(rows.map((row) => row.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query(migration.sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at", "started_at", "applied_steps_count")
     VALUES ($1, $2, $3, $4, NULL, NULL, $5, 1)`,
    [randomUUID(), migration.checksum, new Date(), migration.name, startedAt],
  );
}
