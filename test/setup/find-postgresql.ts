import { userInfo } from "node:os";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where tests make databases of their own; empty where no server answers, and then the suites on PostgreSQL are skipped. */
    postgresqlUrl: string;
  }
}

const PROBE_TIMEOUT_MS = 3_000;

/** Looks for a PostgreSQL server once for all tests: TEST_POSTGRESQL_URL, or one that lets this user or "postgres" in on this machine. */
export async function setup({ provide }: TestProject): Promise<void> {
  const given = process.env["TEST_POSTGRESQL_URL"];
  const users = ["postgres", userInfo().username];
  const candidates = given === undefined ? users.map((user) => `postgresql://${user}@127.0.0.1:5432/postgres`) : [given];
  let url = "";
  for (const candidate of candidates) if (url === "" && (await answers(candidate))) url = candidate;
  provide("postgresqlUrl", url);
  if (url !== "") return;
  const told = "No PostgreSQL answers that lets us make databases: set TEST_POSTGRESQL_URL, or start one on 127.0.0.1:5432.";
  if (process.env["REQUIRE_POSTGRESQL"] === "1") throw new Error(told);
  process.stderr.write(`\n*** SKIPPED: every test on PostgreSQL. ${told}\n\n`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PROBE_TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user");
    return rows[0]?.may === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
