import type { Prisma } from "../generated/client.ts";
import type { Statements } from "../statements.ts";
import { writeValue } from "./column-values.ts";
import { closeDatabase, type Database, openDatabase, rollBack } from "./open-database.ts";
import { keepStatements } from "./prepared-statements.ts";
import { LOCK_STEP_MS } from "./wait-for-lock.ts";

export interface BulkConnection {
  /** Everything that `work` does, or nothing. Nobody else in this process may be in a transaction meanwhile. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  close(): void;
}

interface Opened {
  database: Database;
  statements: Statements;
}

/** What is written here is never read again through this connection: it needs little memory. */
const CACHE_KILOBYTES = 2000;

/**
 * A connection beside Prisma's, for writes of many rows: Prisma writes the parameters of a raw statement as JSON and reads them
 * back before the driver has them, which costs as much as the write where they are large. Opened when it is first needed.
 */
export function createBulkConnection(path: string): BulkConnection {
  let opened: Opened | null = null;
  const open = (): Opened => {
    const database = openDatabase(path, { timeoutMs: LOCK_STEP_MS, mustExist: true });
    database.exec(`PRAGMA cache_size = -${CACHE_KILOBYTES}`);
    return { database, statements: statementsOf(database) };
  };
  return {
    async transaction(work) {
      opened ??= open();
      const { database, statements } = opened;
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = await work(statements);
        database.exec("COMMIT");
        return result;
      } finally {
        rollBack(database);
      }
    },
    close() {
      if (opened !== null) closeDatabase(opened.database);
      opened = null;
    },
  };
}

/** The statements are few and come again and again, with all that varies in their parameters: each is prepared once. */
function statementsOf(database: Database): Statements {
  const prepare = keepStatements((sql) => database.prepare(sql));
  return {
    // What a row holds, whoever asks has just said in the statement.
    query: async <Row>({ sql, values }: Prisma.Sql) => prepare(sql).all(...parametersOf(values)) as Row[],
    execute: async ({ sql, values }) => {
      prepare(sql).run(...parametersOf(values));
    },
  };
}

function parametersOf(values: unknown[]) {
  return values.map((value) => writeValue(value, undefined));
}
