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

/** A database of one test file's own, and the way to be rid of it. */
export async function temporaryPostgresql(): Promise<TemporaryPostgresql> {
  const name = `attache_test_${randomUUID().replaceAll("-", "")}`;
  await run(postgresqlUrl, `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(postgresqlUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    query: (sql) => run(url.href, sql),
    empty: async () => {
      const rows = await run(
        url.href,
        "SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
      );
      if (rows[0]?.["tables"] != null) await run(url.href, `TRUNCATE ${String(rows[0]["tables"])} RESTART IDENTITY`);
    },
    drop: async () => {
      await run(postgresqlUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
