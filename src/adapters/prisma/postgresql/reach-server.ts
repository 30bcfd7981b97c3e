import pg from "pg";
import { AppError } from "../../../domain/errors.ts";
import { explainOpening } from "./explain-postgresql.ts";
import { readServer, type Server } from "./server.ts";

/** No statement of ours takes so long; one that does has lost its server, or waits for a lock that nobody gives back. */
const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * What every connection is told first. Every statement is meant to read little and answer in milliseconds: to start workers or a
 * compiler for one takes longer than it does.
 */
const SETTINGS = [
  `SET statement_timeout = ${STATEMENT_TIMEOUT_MS}`,
  `SET idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT_MS}`,
  "SET max_parallel_workers_per_gather = 0",
  "SET jit = off",
];

export interface ReachedServer extends Server {
  /** Whether a connection is another one for each transaction: nothing that it was told before holds, neither a setting nor a statement's name. */
  isShared: boolean;
  /** Tells a connection of our own making what those of a pool are told as well. */
  prepare(client: pg.ClientBase): Promise<void>;
}

/**
 * Reads the address and sees how the server is reached: poolers such as PgBouncer refuse settings in the start-up message, and one that
 * gives out its connections for a transaction each would give ours to strangers with our settings. Throws an AppError ("config", "store-unusable").
 */
export async function reachServer(url: string): Promise<ReachedServer> {
  const server = readServer(url);
  const client = new pg.Client(server.config);
  client.on("error", () => undefined);
  try {
    await client.connect();
    const isShared = await isSharedByTransaction(client, server);
    if (isShared) await refuseUnheldSchema(client, server);
    const statements = server.schema === null ? SETTINGS : [...SETTINGS, `SET search_path = "${server.schema}"`];
    const prepare = async (connected: pg.ClientBase) => {
      if (!isShared) await connected.query(statements.join("; "));
    };
    return { ...server, isShared, prepare, config: { ...server.config, onConnect: prepare } };
  } catch (error) {
    throw explainOpening(error, server.name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** So often a second connection tries to be given what the first one had. */
const ROUNDS = 5;

/**
 * A pooler names a process of its own making when it lets somebody in; which mode it is in, it does not say. For a session a connection
 * keeps its process, whatever others do; for a transaction the process goes to whoever comes next.
 */
async function isSharedByTransaction(client: pg.Client, server: Server): Promise<boolean> {
  const process = await processOf(client);
  if ("processID" in client && client.processID === process) return false;
  const other = new pg.Client(server.config);
  other.on("error", () => undefined);
  try {
    await other.connect();
    for (let round = 0; round < ROUNDS; round++) {
      await other.query("BEGIN");
      const given = await processOf(other);
      // Where there is no second process, the first connection would wait for this transaction.
      const isTaken = given === process || (await processOf(client)) !== process;
      await other.query("COMMIT");
      if (isTaken) return true;
    }
    return false;
  } finally {
    await other.end().catch(() => undefined);
  }
}

async function processOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ process: number }>("SELECT pg_backend_pid() AS process");
  return rows[0]?.process ?? 0;
}

/** A schema that holds for some connections only would make the tables in one and look for them in another. */
async function refuseUnheldSchema(client: pg.Client, { name, schema }: Server): Promise<void> {
  if (schema === null) return;
  const { rows } = await client.query<{ schema: string | null; user: string; database: string }>(
    'SELECT current_schema() AS schema, current_user AS "user", current_database() AS "database"',
  );
  const [{ schema: held = null, user = "", database = "" } = {}] = rows;
  if (held === schema) return;
  throw new AppError(
    "config",
    `The database ${name} is behind a pooler in transaction mode, where ?schema=${schema} has no effect. Use pool_mode = session, or make it the user's own schema (ALTER ROLE "${user}" IN DATABASE "${database}" SET search_path = "${schema}").`,
  );
}
