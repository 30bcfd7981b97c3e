import type { ColumnType, SqlResultSet } from "@prisma/driver-adapter-utils";
import { declaredType, inferType, readValue, type SqliteValue } from "./column-values.ts";
import type { Database } from "./open-database.ts";

/** How many statements a connection keeps, and how long one may be: a list of values makes many long ones that do not come again. */
const MAX_KEPT = 200;
const MAX_KEPT_LENGTH = 8_000;

type Statement = ReturnType<Database["prepare"]>;

interface Prepared {
  statement: Statement;
  columns: Column[];
}

interface Column {
  name: string;
  type: string | null;
}

export interface Statements {
  prepare(sql: string): Prepared;
}

/**
 * Statements of a connection, the last used of them kept: Prisma says the same things in long sentences, which cost as much to parse
 * as to run. Integers are read whole, as BigInt: a number above 2^53 would be refused otherwise.
 */
export function createStatements(database: Database): Statements {
  return { prepare: keepStatements((sql) => prepare(database, sql)) };
}

/** What `prepare` makes of a statement, kept while it is among the last used. */
export function keepStatements<Kept>(prepare: (sql: string) => Kept): (sql: string) => Kept {
  const kept = new Map<string, Kept>();
  return (sql) => {
    const known = kept.get(sql);
    // A Map is in the order of insertion: what is used again goes to its end.
    kept.delete(sql);
    const prepared = known ?? prepare(sql);
    if (sql.length > MAX_KEPT_LENGTH) return prepared;
    kept.set(sql, prepared);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return prepared;
  };
}

function prepare(database: Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return { statement, columns: columnsOf(statement) };
}

/** What a statement gives as it is now: another process may have changed the tables since it was prepared. */
function columnsOf(statement: Statement): Column[] {
  return statement.columns().map(({ name, type }) => ({ name, type }));
}

/** Runs a statement that gives rows, each as a list of values. */
export function readRows(prepared: Prepared, parameters: SqliteValue[]): SqlResultSet & { rows: unknown[][] } {
  const { statement } = prepared;
  // Rows as arrays, which the types of the driver do not know of.
  const rows = statement.all(...parameters) as unknown as unknown[][];
  if (rows[0] !== undefined && rows[0].length !== prepared.columns.length) prepared.columns = columnsOf(statement);
  const { columns } = prepared;
  const columnTypes = columns.map(({ type }, at) => declaredType(type) ?? inferType(column(rows, at)));
  for (const row of rows) convertRow(row, columnTypes);
  return { columnNames: columns.map(({ name }) => name), columnTypes, rows };
}

function convertRow(row: unknown[], types: ColumnType[]): void {
  for (const [at, type] of types.entries()) row[at] = readValue(row[at], type);
}

function* column(rows: unknown[][], at: number): Iterable<unknown> {
  for (const row of rows) yield row[at];
}
