import { existsSync } from "node:fs";
import type { PoolConfig } from "pg";
import { AppError } from "../../../domain/errors.ts";
import { maskUrl } from "../../../domain/mask-url.ts";

const CONNECT_TIMEOUT_MS = 10_000;
/** Of libpq's names, those that the driver knows; "allow" is none of them, because it may send a password in the clear. */
const SSL_MODES: ReadonlySet<string> = new Set(["disable", "prefer", "require", "verify-ca", "verify-full", "no-verify"]);
const SSL_FILES = ["sslrootcert", "sslcert", "sslkey"] as const;

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
    throw new AppError("config", "The schema in DATABASE_URL may contain only letters, digits and underscores.");
  }
  refuseSslMistakes(parsed.searchParams);
  return {
    name: maskUrl(url),
    schema,
    config: {
      connectionString: parsed.href,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      application_name: "attache",
    },
  };
}

/** The driver takes a word that it does not know for the strictest mode, and says of a file that is missing that nobody answers. */
function refuseSslMistakes(parameters: URLSearchParams): void {
  const mode = parameters.get("sslmode");
  if (mode !== null && !SSL_MODES.has(mode)) {
    throw new AppError("config", `The sslmode in DATABASE_URL must be one of ${[...SSL_MODES].join(", ")}.`);
  }
  for (const name of SSL_FILES) {
    const file = parameters.get(name);
    if (file === null || existsSync(file)) continue;
    throw new AppError("config", `The file ${file}, which DATABASE_URL names as ${name}, does not exist. Correct the path.`);
  }
}

/** How PostgreSQL's own tool backs a database up, jobs included; it asks for the password, or reads it where it always does. */
export function dumpCommand(url: string, file: string): string {
  const { schema } = readServer(url);
  const address = new URL(url);
  address.password = "";
  for (const name of ["schema", "password"]) address.searchParams.delete(name);
  const schemas = schema === null ? "" : ` --schema=${schema} --schema=${schema}_jobs`;
  return `pg_dump --format=custom${schemas} --file='${file.replaceAll("'", "'\\''")}' '${address.href}'`;
}
