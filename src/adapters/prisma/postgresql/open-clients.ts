import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pLimit from "p-limit";
import type pg from "pg";
import { withCleanParameters } from "../clean-parameters.ts";
import { type Clients, SNAPSHOT_TIMEOUT_MS } from "../clients.ts";
import type { PrismaClient } from "../generated/client.ts";
import { onlyRow } from "../json-rows.ts";
import type { Say } from "../migrations.ts";
import { Prisma } from "../sql.ts";
import { statementsOf } from "../statements.ts";
import type { Transaction } from "../transaction.ts";
import { createDirectStatements, type DirectStatements } from "../turn/direct-statements.ts";
import { insertWorkspace } from "../workspaces/ensure-workspace.ts";
import { createPostgresqlSearch } from "./article-search.ts";
import { explainFailure, explainTransaction } from "./explain-postgresql.ts";
import { PrismaClient as PostgresqlClient } from "./generated/client.ts";
import { postgresqlJsonRows } from "./json-rows.ts";
import { postgresqlLikeness } from "./likeness-search.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { type ReachedServer, reachServer } from "./reach-server.ts";

/** Connections of one process: so many that read at once, and so many transactions, of workspaces and of rows. */
const READS = 6;
const OF_WORKSPACES = 3;
const OF_ROWS = 2;
/** How long a transaction may wait for its turn, and last, in milliseconds. */
const TRANSACTION_WAIT_MS = 60_000;
const TRANSACTION_TIMEOUT_MS = 60_000;
/**
 * A process that is stopped in a transaction (SIGSTOP, a machine that sleeps) holds its rows no longer than this: the server ends it. Our
 * own transactions are never idle but for the moments between two statements.
 */
const IDLE_MS = 15_000;
/** Longer than that, so that whoever waits for such a process goes on, and fails only at one that works on and on. */
const LOCK_WAIT_MS = 20_000;
/** The same for a process that stops while an answer is being sent to it. */
const UNREAD_MS = 20_000;
/** What a connection says of its loss comes within this time. */
const SAME_LOSS_MS = 1000;
/** The first half of our advisory locks' keys, so that they meet nobody else's in the same database. */
const LOCKS = 0x41_74_74_61;

/**
 * Connects to the server that the URL names, creating and migrating the tables where needed. Reads and transactions have connections of
 * their own, so that transactions which wait for each other keep nobody from reading.
 */
export async function openPostgresqlClients(url: string, say: Say = () => undefined): Promise<Clients> {
  const server = await reachServer(url);
  await prepareDatabase(server, say);
  const reads = connect(server, READS);
  // What fails after its connection is lost says nothing of that; the connection does.
  const lost: { error: Error | null; atMs: number } = { error: null, atMs: 0 };
  const directly = createDirectStatements((statement) => statement.text);
  const onConnectionError = (error: Error) => {
    // Behind what the server says when it hangs up comes, without a reason, that it has.
    if ("code" in error || performance.now() > lost.atMs + SAME_LOSS_MS) Object.assign(lost, { error, atMs: performance.now() });
  };
  const writes = connect(server, OF_WORKSPACES + OF_ROWS, { onConnectionError, directly });
  // Writers of a workspace that wait for another process leave the connections of the others free.
  const turns = { workspaces: pLimit(OF_WORKSPACES), rows: pLimit(OF_ROWS) };
  const run = <T>(of: keyof typeof turns, work: (transaction: Transaction) => Promise<T>) =>
    turns[of](async () => {
      const beganAtMs = performance.now();
      try {
        return await writes.$transaction(work, { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS });
      } catch (error) {
        throw explainTransaction(error, lost.atMs < beganAtMs ? null : lost.error, server.name) ?? error;
      }
    });
  const transaction: Clients["transaction"] = (work) => run("rows", work);
  const single: Clients["single"] = async (work) => {
    try {
      return await work(reads);
    } catch (error) {
      throw explainFailure(error, server.name) ?? error;
    }
  };
  return {
    reads,
    search: createPostgresqlSearch(),
    likeness: postgresqlLikeness,
    rows: postgresqlJsonRows,
    snapshot: (work) => snapshot(reads, work),
    transaction,
    bulkTransaction: (work) => transaction((locked) => work(statementsOf(locked))),
    workspaceTransaction: (workspaceId, work) =>
      directly.inside((direct) =>
        run("workspaces", async (locked) => {
          // First of all: what is read later is what those who held the lock before have left.
          await direct.execute(insertWorkspace(workspaceId, Prisma.sql`FROM (${lockOf(workspaceId)} OFFSET 0) AS "locked"`));
          return work(locked, direct);
        }),
      ),
    lockWorkspace: async (locked, workspaceId) => {
      await locked.$executeRaw(lockOf(workspaceId));
    },
    single,
    takeTurn: (host, gapMs) => single((client) => takeTurn(client, host, gapMs)),
    async size() {
      const [row] = await reads.$queryRaw<{ bytes: number }[]>`SELECT pg_database_size(current_database())::float8 AS "bytes"`;
      return { bytes: row?.bytes ?? 0, freeBytes: null };
    },
    skipUsedKeys: (table) => skipUsedKeys(reads, table),
    close: async () => {
      await reads.$disconnect();
      await writes.$disconnect();
    },
  };
}

/** The level is said in a statement: the types know SQLite's levels only. */
function snapshot<T>(client: PrismaClient, work: (reads: Transaction) => Promise<T>): Promise<T> {
  return client.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`;
      await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
      return work(transaction);
    },
    { maxWait: TRANSACTION_WAIT_MS, timeout: SNAPSHOT_TIMEOUT_MS },
  );
}

function lockOf(workspaceId: string): Prisma.Sql {
  const key = createHash("sha256").update(workspaceId).digest().readInt32BE(0);
  return Prisma.sql`SELECT pg_advisory_xact_lock(${LOCKS}::int, ${key}::int)`;
}

/** No turn is further away, whatever a clock that was set back left behind. */
const FURTHEST_TURN_MS = 10 * 60_000;

/** By the server's clock, which is one for all. */
async function takeTurn(client: Transaction, host: string, gapMs: number): Promise<number> {
  const now = Prisma.sql`(clock_timestamp() AT TIME ZONE 'UTC')`;
  const gap = Prisma.sql`(${gapMs}::int * interval '1 millisecond')`;
  const rows = await client.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO "HostTurn" AS turn ("host", "nextAt") VALUES (${host}, ${now} + ${gap})
    ON CONFLICT ("host") DO UPDATE SET
      "nextAt" = least(greatest(turn."nextAt", ${now}), ${now} + ${FURTHEST_TURN_MS}::int * interval '1 millisecond') + ${gap}
    RETURNING (extract(epoch FROM "nextAt" - ${now}) * 1000)::float8 - ${gapMs}::int AS "waitMs"`;
  return Math.max(0, Math.floor(onlyRow(rows).waitMs));
}

/** Tables whose "id" is not a counter have no sequence to adjust. */
async function skipUsedKeys(client: PrismaClient, table: string): Promise<void> {
  const [row] = await client.$queryRaw<{ sequence: string | null }[]>`
    SELECT pg_get_serial_sequence(${`"${table}"`}, 'id') AS "sequence"`;
  if (row?.sequence == null) return;
  await client.$executeRaw`
    SELECT setval(${row.sequence}::regclass, (SELECT coalesce(max("id"), 0) + 1 FROM ${Prisma.raw(`"${table}"`)}), false)`;
}

/** The size of the cache of names, after which it starts over. Most statements recur with every article. */
const KEPT_NAMES = 2000;

function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const name = createHash("sha1").update(sql).digest("base64url");
    if (names.size >= KEPT_NAMES) names.clear();
    names.set(sql, name);
    return name;
  };
}

/** Said once connected: a pooler refuses limits in the start-up message. One that shares connections out would hand them on to others. */
function bound(server: ReachedServer): (client: pg.ClientBase) => Promise<void> {
  const limits = [
    `SET idle_in_transaction_session_timeout = ${IDLE_MS}`,
    `SET lock_timeout = ${LOCK_WAIT_MS}`,
    `SET tcp_user_timeout = ${UNREAD_MS}`,
  ];
  return async (client) => {
    await server.prepare(client);
    if (!server.isShared) await client.query(limits.join("; "));
  };
}

interface Watching {
  onConnectionError(error: Error): void;
  directly: DirectStatements;
}

function connect(server: ReachedServer, max: number, watching?: Watching): PrismaClient {
  const options = {
    onConnectionError: watching?.onConnectionError ?? (() => undefined),
    ...(server.schema === null ? {} : { schema: server.schema }),
    // One name for one statement: the server plans it once for each connection, if that is the same for longer than a transaction.
    ...(server.isShared ? {} : { statementNameGenerator: createStatementNames() }),
  };
  const clean = withCleanParameters(new PrismaPg({ ...server.config, max, onConnect: bound(server) }, options));
  const adapter = watching?.directly.watch(clean) ?? clean;
  // The two clients are made from schemas that say the same, and have the same methods; only their types know of each other's database.
  return new PostgresqlClient({ adapter, errorFormat: "minimal" }) as unknown as PrismaClient;
}
