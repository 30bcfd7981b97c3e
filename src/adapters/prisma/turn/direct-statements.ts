import { AsyncLocalStorage } from "node:async_hooks";
import type {
  ArgType,
  Transaction as OpenTransaction,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
} from "@prisma/driver-adapter-utils";
import type { Prisma } from "../generated/client.ts";
import type { Statements } from "../statements.ts";

/** The transaction that Prisma has open for some work; null before its beginning and after its end. */
interface Slot {
  open: OpenTransaction | null;
}

export interface DirectStatements {
  /** The same adapter, of which this knows its open transactions. */
  watch(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory;
  /** Runs work that opens one transaction; the statements given are of that one, and throw when there is none. */
  inside<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
}

const ANY: ArgType = { scalarType: "unknown", arity: "scalar" };
const ENDS: ReadonlySet<string> = new Set(["COMMIT", "ROLLBACK"]);

/**
 * Statements in a transaction of Prisma's that go to its driver as they stand. On the way through Prisma each costs some three tenths of a
 * millisecond of processor time, which is more than most of them take in the database.
 */
export function createDirectStatements(textOf: (statement: Prisma.Sql) => string): DirectStatements {
  const slots = new AsyncLocalStorage<Slot>();
  return {
    watch(factory) {
      const connect = factory.connect.bind(factory);
      factory.connect = async () => {
        const adapter = await connect();
        const start = adapter.startTransaction.bind(adapter);
        adapter.startTransaction = async (level) => fill(slots.getStore(), await start(level));
        return adapter;
      };
      return factory;
    },
    inside: (work) => {
      const slot: Slot = { open: null };
      return slots.run(slot, () => work(statementsOf(slot, textOf)));
    },
  };
}

/** Once Prisma ends it, because it took too long or at its end, nothing of this work may reach the connection any more. */
function fill(slot: Slot | undefined, transaction: OpenTransaction): OpenTransaction {
  if (slot === undefined) return transaction;
  slot.open = transaction;
  const [execute, commit, rollback] = [transaction.executeRaw, transaction.commit, transaction.rollback].map((method) =>
    method.bind(transaction),
  ) as [OpenTransaction["executeRaw"], OpenTransaction["commit"], OpenTransaction["rollback"]];
  const ending = <T>(end: () => T): T => {
    slot.open = null;
    return end();
  };
  transaction.executeRaw = (query) => (ENDS.has(query.sql) ? ending(() => execute(query)) : execute(query));
  transaction.commit = () => ending(commit);
  transaction.rollback = () => ending(rollback);
  return transaction;
}

function statementsOf(slot: Slot, textOf: (statement: Prisma.Sql) => string): Statements {
  const open = (): OpenTransaction => {
    if (slot.open === null) throw new Error("The transaction has ended, and its work goes on.");
    return slot.open;
  };
  const toQuery = (statement: Prisma.Sql): SqlQuery => {
    const args = statement.values;
    return { sql: textOf(statement), args, argTypes: args.map(() => ANY) };
  };
  return {
    async query<Row>(statement: Prisma.Sql) {
      const { columnNames, rows } = await open().queryRaw(toQuery(statement));
      // What a row holds, whoever asks has just said in the statement.
      return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, row[at]])) as Row);
    },
    async execute(statement) {
      await open().executeRaw(toQuery(statement));
    },
  };
}
