import pLimit from "p-limit";
import type { StoreSize } from "../../../domain/workspace/store-state.ts";
import { type Clients, SNAPSHOT_TIMEOUT_MS } from "../clients.ts";
import { sqlitePath } from "../database-url.ts";
import { createLazyClient } from "../lazy-client.ts";
import type { Say } from "../migrations.ts";
import type { Transaction } from "../transaction.ts";
import { createDirectStatements, type DirectStatements } from "../turn/direct-statements.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";
import { createSqliteSearch } from "./article-search.ts";
import { createBulkConnection } from "./bulk-connection.ts";
import { createTurns } from "./give-turns.ts";
import { sqliteJsonRows } from "./json-rows.ts";
import { sqliteLikeness } from "./likeness-search.ts";
import { BUSY_TIMEOUT_MS, explainKnown, prepareDatabase } from "./prepare-database.ts";
import { createReadingConnection } from "./reading-connection.ts";
import { resultCode, resultName } from "./result-codes.ts";
import { LOCK_STEP_MS, waitForLock } from "./wait-for-lock.ts";

/** How long a transaction may wait for its turn, and last, in milliseconds. */
const TRANSACTION_WAIT_MS = 60_000;
const TRANSACTION_TIMEOUT_MS = 60_000;

/**
 * Opens the file that the URL names, creating and migrating it where needed. A transaction has a connection of its own, because the
 * adapter would run every other statement of its connection inside it. All writes of the process wait for each other here, in JavaScript:
 * SQLite's own wait for a lock blocks the thread, and with it the very transaction that holds the lock.
 */
export function openSqliteClients(url: string, say: Say = () => undefined): Clients {
  const path = sqlitePath(url);
  prepareDatabase(path, say);
  const reading = createReadingConnection(path, BUSY_TIMEOUT_MS);
  const turn = createTurns();
  const clientOf = (timeoutMs: number, watched?: DirectStatements) =>
    createLazyClient(
      async () => (await import("./prisma-client.ts")).createPrismaClient(path, timeoutMs, watched),
      reading.query,
      turn,
    );
  const directly = createDirectStatements((statement) => statement.sql);
  const [{ client: reads, close: closeReads }, writes] = [clientOf(BUSY_TIMEOUT_MS), clientOf(LOCK_STEP_MS, directly)];
  const bulk = createBulkConnection(path);
  const oneAtATime = pLimit(1);
  const alone = <T>(attempt: (locked: () => void) => Promise<T>) =>
    oneAtATime(async () => {
      await turn();
      return waitForLock(attempt, (error) => translate(error, path));
    });
  const run = <T>(write: (transaction: Transaction) => Promise<unknown>, work: (transaction: Transaction) => Promise<T>) =>
    alone((locked) =>
      writes.client.$transaction(
        async (transaction) => {
          // A write comes first, so that the lock is taken before anything is read: otherwise two processes could read the same
          // state and one of them would fail at its first write.
          await write(transaction);
          locked();
          return work(transaction);
        },
        { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS },
      ),
    );
  const transaction: Clients["transaction"] = (work) =>
    run((locked) => locked.$executeRaw`DELETE FROM "SeenEvent" WHERE "key" = ''`, work);
  return {
    reads,
    search: createSqliteSearch(),
    likeness: sqliteLikeness,
    rows: sqliteJsonRows,
    snapshot: (work) => reads.$transaction(work, { maxWait: TRANSACTION_WAIT_MS, timeout: SNAPSHOT_TIMEOUT_MS }),
    transaction,
    bulkTransaction: (work) =>
      alone((locked) =>
        bulk.transaction((statements) => {
          locked();
          return work(statements);
        }),
      ),
    // The file has one lock.
    workspaceTransaction: (workspaceId, work) =>
      directly.inside((direct) =>
        run(
          (locked) => ensureWorkspace(locked, workspaceId),
          (locked) => work(locked, direct),
        ),
      ),
    lockWorkspace: async () => undefined,
    // What writes beside the connection of the transactions would wait for them on SQLite's own lock, and block the thread.
    single: transaction,
    // One process reads the web for a file, and keeps the pace by itself.
    takeTurn: async () => 0,
    size: () => sizeOf(reads),
    // AUTOINCREMENT looks at the largest number by itself.
    skipUsedKeys: async () => undefined,
    close: async () => {
      await oneAtATime(async () => {
        await closeReads();
        await writes.close();
        reading.close();
        bulk.close();
      });
    },
  };
}

async function sizeOf(reads: Transaction): Promise<StoreSize> {
  const [row] = await reads.$queryRaw<{ pages: bigint; free: bigint; size: bigint }[]>`
    SELECT p."page_count" AS "pages", f."freelist_count" AS "free", s."page_size" AS "size"
    FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s`;
  const pageSize = Number(row?.size ?? 0);
  return { bytes: Number(row?.pages ?? 0) * pageSize, freeBytes: Number(row?.free ?? 0) * pageSize };
}

/** A row that breaks a rule is no fault of the file. */
const SQLITE_CODE = /\bSQLITE_(?!CONSTRAINT)[A-Z_]+\b/;

/** SQLite's failures as sentences for people; every other error is passed on as it is. */
function translate(error: unknown, path: string): unknown {
  const code = driverCode(error, 0);
  return code === null ? error : (explainKnown({ code }, path) ?? error);
}

function driverCode(error: unknown, depth: number): string | null {
  if (typeof error !== "object" || error === null || depth > 4) return null;
  const result = resultCode(error);
  if (result !== null) return SQLITE_CODE.exec(resultName(result))?.[0] ?? null;
  for (const key of ["originalCode", "code"]) {
    const value: unknown = key in error ? error[key as keyof typeof error] : undefined;
    if (typeof value === "string" && SQLITE_CODE.test(value)) return value;
  }
  for (const key of ["cause", "meta", "driverAdapterError"]) {
    const found = key in error ? driverCode(error[key as keyof typeof error], depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}
