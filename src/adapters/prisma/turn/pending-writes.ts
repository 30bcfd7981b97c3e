import type { Prisma } from "../generated/client.ts";
import { insertion, type TableColumns } from "../insertion.ts";
import type { JsonRows } from "../json-rows.ts";
import type { Statements } from "../statements.ts";
import type { Transaction } from "../transaction.ts";

/** Rows and changes that wait until somebody must see them: then all of them are written together, by one statement where the database can. */
export interface PendingWrites {
  insert<Row extends object>(into: TableColumns<Row>, rows: readonly Row[]): void;
  /** What changes other rows than those that wait. */
  add(statement: Prisma.Sql): void;
  /** What changes the row of that name: behind whatever else waits for it. */
  change(row: string, statements: Prisma.Sql[]): Promise<void>;
  /** That what has this name, a row or rows of a kind, is among what waits. */
  name(what: string): void;
  isWaiting(what: string): boolean;
  /** Called whenever nothing waits any more. */
  onWritten(call: () => void): void;
  write(): Promise<void>;
}

interface Waiting {
  into: TableColumns<object>;
  rows: object[];
}

/** What other rows hang on, in this order, is written before all others. */
const FIRST = ["Story", "Article", "Person", "Role", "Meeting"];

export function createPendingWrites({ direct, rows }: { direct: Statements; rows: JsonRows }): PendingWrites {
  const tables = new Map<string, Waiting>();
  const statements: Prisma.Sql[] = [];
  const named = new Set<string>();
  const calls: (() => void)[] = [];
  const writeAll = async () => {
    const inserts = [...tables.values()].sort((a, b) => rankOf(a) - rankOf(b));
    const all = [...inserts.map((waiting) => insertion(rows, waiting.into, waiting.rows)), ...statements];
    tables.clear();
    statements.length = 0;
    named.clear();
    for (const statement of rows.together(all)) await direct.execute(statement);
    for (const call of calls) call();
  };
  // Whoever asks meanwhile waits for it as well: a connection takes one statement at a time.
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (writing !== null) await writing;
    if (tables.size === 0 && statements.length === 0) return;
    writing = writeAll().finally(() => {
      writing = null;
    });
    await writing;
  };
  return {
    insert<Row extends object>(into: TableColumns<Row>, added: readonly Row[]) {
      if (added.length === 0) return;
      const known = tables.get(into.table);
      if (known === undefined) tables.set(into.table, { into: into as TableColumns<object>, rows: [...added] });
      else known.rows.push(...added);
    },
    add: (statement) => void statements.push(statement),
    async change(row, changes) {
      if (named.has(row)) await write();
      named.add(row);
      statements.push(...changes);
    },
    name: (what) => void named.add(what),
    isWaiting: (what) => named.has(what),
    onWritten: (call) => void calls.push(call),
    write,
  };
}

function rankOf({ into }: Waiting): number {
  const rank = FIRST.indexOf(into.table);
  return rank < 0 ? FIRST.length : rank;
}

/** A transaction that writes what waits before each statement of its own. */
export function writingFirst(transaction: Transaction, pending: PendingWrites): Transaction {
  const before =
    (call: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      await pending.write();
      return call(...given);
    };
  const wrapped = (target: object): object =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (typeof value === "function") return before((...given) => Reflect.apply(value, of, given));
        return typeof value === "object" && value !== null ? wrapped(value) : value;
      },
    });
  return wrapped(transaction) as Transaction;
}
