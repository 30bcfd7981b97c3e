import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** Where tests make their databases; empty where no server answers. */
export const postgresqlUrl = inject("postgresqlUrl");

export interface TemporaryPostgresql {
  url: string;
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** As if it had just been made, in a fraction of the time. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Every table in one statement, at whose end its references are checked: TRUNCATE makes the files of each table and index anew, and on a
 * busy disk that took four seconds a test.
 */
const EMPTYING = `SELECT 'WITH ' || string_agg(format('t%s AS (DELETE FROM %I)', oid, relname), ', ') || ' SELECT 1' AS statement
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`;

/** A database of one test file's own, and the way to be rid of it. */
export async function temporaryPostgresql(): Promise<TemporaryPostgresql> {
  const name = `attache_test_${randomUUID().replaceAll("-", "")}`;
  await run(postgresqlUrl, `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  // No test cuts the server's power, so no commit has to wait for the disk.
  await run(postgresqlUrl, `ALTER DATABASE "${name}" SET synchronous_commit = off`);
  const url = new URL(postgresqlUrl);
  url.pathname = `/${name}`;
  let emptier: pg.Client | null = null;
  return {
    url: url.href,
    query: (sql) => run(url.href, sql),
    empty: async () => {
      emptier ??= await connect(url.href);
      const { rows } = await emptier.query(EMPTYING);
      if (rows[0]?.statement != null) await emptier.query(String(rows[0].statement));
      await emptier.query("SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences");
    },
    drop: async () => {
      await emptier?.end();
      await run(postgresqlUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
