import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import pLimit from "p-limit";
import { writeValue } from "./column-values.ts";
import { toDriverError } from "./driver-errors.ts";
import { closeDatabase, type Database, openDatabase, rollBack } from "./open-database.ts";
import { createStatements, readRows, type Statements } from "./prepared-statements.ts";

const INFO = { provider: "sqlite", adapterName: "attache-sqlite" } as const;

/**
 * Prisma's adapter for the SQLite that comes with Node. A connection runs one transaction at a time, and every statement of it
 * meanwhile is inside. Files are written as Prisma's own adapter for better-sqlite3 writes them, and read by it.
 */
export function createSqliteAdapter(path: string, timeoutMs: number): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...INFO,
    connect: async () => createConnection(openDatabase(path, { timeoutMs })),
    connectToShadowDb: async () => createConnection(openDatabase(":memory:")),
  };
}

function createConnection(database: Database): SqlDriverAdapter {
  const queries = createQueries(createStatements(database));
  const oneAtATime = pLimit(1);
  return {
    ...queries,
    executeScript: async (script) => explained(() => database.exec(script)),
    startTransaction: async (level) => {
      if (level !== undefined && level !== "SERIALIZABLE") {
        throw new DriverAdapterError({ kind: "InvalidIsolationLevel", level });
      }
      const end = await takeTurn(oneAtATime);
      try {
        explained(() => database.exec("BEGIN"));
      } catch (error) {
        end();
        throw error;
      }
      return createTransaction(queries, () => {
        try {
          // What a COMMIT that failed has left open: the client takes it for rolled back, and the next BEGIN would be refused for ever.
          rollBack(database);
        } finally {
          end();
        }
      });
    },
    dispose: async () => closeDatabase(database),
  };
}

/** Prisma's client sends COMMIT and ROLLBACK as statements, and says afterwards that the transaction is over. */
function createTransaction(queries: Queries, end: () => void): Transaction {
  const run = async (sql: string) => {
    await queries.executeRaw({ sql, args: [], argTypes: [] });
  };
  return {
    ...queries,
    options: { usePhantomQuery: false },
    commit: async () => end(),
    rollback: async () => end(),
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  };
}

/** Waits until no transaction runs; what it gives ends the turn. */
function takeTurn(oneAtATime: ReturnType<typeof pLimit>): Promise<() => void> {
  return new Promise((taken) => {
    void oneAtATime(() => new Promise<void>((end) => taken(end)));
  });
}

type Queries = Pick<SqlDriverAdapter, "provider" | "adapterName" | "queryRaw" | "executeRaw">;

function createQueries(statements: Statements): Queries {
  return {
    ...INFO,
    queryRaw: async (query) => explained(() => readRows(statements.prepare(query.sql), parametersOf(query))),
    executeRaw: async (query) =>
      explained(() => Number(statements.prepare(query.sql).statement.run(...parametersOf(query)).changes)),
  };
}

function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDriverError(error);
  }
}

function parametersOf({ args, argTypes }: SqlQuery) {
  return args.map((arg, at) => writeValue(arg, argTypes[at]));
}
