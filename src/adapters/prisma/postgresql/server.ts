import type { PoolConfig } from "pg";
import { AppError } from "../../../domain/errors.ts";
import { maskUrl } from "../../../domain/mask-url.ts";

const CONNECT_TIMEOUT_MS = 10_000;
/** No statement of ours takes so long; one that does has lost its server, or waits for a lock that nobody gives back. */
const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * Every statement is meant to read little and answer in milliseconds: to start workers or a compiler for one takes longer than it does.
 */
const SETTINGS = ["max_parallel_workers_per_gather=0", "jit=off"];

export interface Server {
  /** The address for people, without its password. */
  name: string;
  config: PoolConfig;
  /** The schema that the tables are in, where it is not the server's choice. */
  schema: string | null;
}

/** Reads a `postgresql://` address: what the driver knows of it, and Prisma's `schema`. Throws an AppError ("config"). */
export function readServer(url: string): Server {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new AppError("config", 'DATABASE_URL is no address: write it as "postgresql://user:password@host:5432/database".', {
      cause,
    });
  }
  const schema = parsed.searchParams.get("schema");
  parsed.searchParams.delete("schema");
  if (schema !== null && !/^[A-Za-z_]\w*$/.test(schema)) {
    throw new AppError("config", "The schema in DATABASE_URL may hold letters, digits and underscores only.");
  }
  return {
    name: maskUrl(url),
    schema,
    config: {
      connectionString: parsed.href,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      keepAlive: true,
      application_name: "attache",
      options: [...SETTINGS, ...(schema === null ? [] : [`search_path=${schema}`])].map((setting) => `-c ${setting}`).join(" "),
    },
  };
}
