import { randomUUID } from "node:crypto";
import pg from "pg";
import { AppError } from "../../../domain/errors.ts";
import { explainMigration, type Migration, readMigrations, refuseNewer, type Say } from "../migrations.ts";
import { explainFailure, explainOpening, failureDetail } from "./explain-postgresql.ts";
import type { ReachedServer } from "./reach-server.ts";

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
export async function prepareDatabase(
  server: ReachedServer,
  say: Say = () => undefined,
  migrations: Migration[] = readMigrations("postgresql/migrations"),
): Promise<void> {
  const client = new pg.Client(server.config);
  // If the server goes away in between, the next query reports it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await server.prepare(client);
    await checkServer(client, server.name);
    await migrate(client, { migrations, name: server.name, say });
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
      `The database ${name} runs on PostgreSQL ${Math.floor(version / 10_000)}. Attaché needs version ${OLDEST / 10_000} or later.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new AppError(
      "store-unusable",
      `The database ${name} has the encoding ${encoding}. Create one with ENCODING 'UTF8' and name it in DATABASE_URL.`,
    );
  }
}

interface ToMigrate {
  migrations: Migration[];
  /** The database, for people. */
  name: string;
  say: Say;
}

/** However long a migration takes, of the server's settings none may end it; not all of them are there in every version. */
const WITHOUT_LIMITS = `SELECT set_config("name", '0', true) FROM pg_settings
  WHERE "name" IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

/** In one transaction under the lock: a kill in the middle leaves the database as it was. */
async function migrate(client: pg.Client, { migrations, name, say }: ToMigrate): Promise<void> {
  const applied = await appliedNames(client);
  refuseNewer(applied, migrations, name);
  if (migrations.every((migration) => applied.has(migration.name))) return;
  await client.query("BEGIN");
  await client.query(WITHOUT_LIMITS);
  const waiting = `Waiting for another process that is migrating the database ${name}`;
  await tellSlow(client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]), waiting, say);
  await client.query(BOOKKEEPING);
  const known = await appliedNames(client);
  refuseNewer(known, migrations, name);
  const missing = migrations.filter((migration) => !known.has(migration.name));
  for (const [at, migration] of missing.entries()) {
    const doing = `Migrating the database ${name}: migration ${migration.name}, ${at + 1} of ${missing.length}`;
    await tellSlow(applyOrExplain(client, migration, name), doing, say);
  }
  await client.query("COMMIT");
  if (known.size === 0) say(`Created a new, empty store in the database ${name}.`);
}

/** What is done sooner is not worth a word. */
const SILENT_MS = 1_000;
const AGAIN_MS = 10_000;

/** Says what is being done when it takes its time, and then that it still is. */
async function tellSlow<T>(work: Promise<T>, doing: string, say: Say): Promise<T> {
  const startedAt = Date.now();
  const tell = () => say(`${doing} (${Math.round((Date.now() - startedAt) / 1000)} s so far).`);
  let again: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tell();
    again = setInterval(tell, AGAIN_MS);
  }, SILENT_MS);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}

async function applyOrExplain(client: pg.Client, migration: Migration, database: string): Promise<void> {
  try {
    await apply(client, migration);
  } catch (error) {
    const told = explainFailure(error, database)?.message ?? null;
    throw explainMigration({ migration: migration.name, database, told, detail: failureDetail(error), cause: error });
  }
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
