import { mustHave } from "../../domain/errors.ts";
import { cleanWritten } from "./clean-parameters.ts";
import { Prisma } from "./sql.ts";
import type { Statements } from "./statements.ts";

/** Tables whose rows have their keys before they are written. */
export type KeyedTable = "Article" | "Person" | "Role" | "Meeting" | "MeetingReport" | "Story";
export type KeyCounts = Partial<Record<KeyedTable, number>>;

export interface ReservedKey {
  table: KeyedTable;
  key: number;
}

/**
 * Many rows as one parameter of a statement, which stays the same however many they are: binding thousands of parameters costs more
 * than what they are bound for.
 */
export interface JsonRows {
  /** Whether a statement costs no way to a server. */
  isInProcess: boolean;
  /** A table with a column "value", an object of JSON in each row. */
  table(json: string): Prisma.Sql;
  /** Numbers or texts to be looked for with IN, as one parameter: a list of parameters has an end, and another on each database. */
  list(values: readonly number[] | readonly string[]): Prisma.Sql;
  /** What `value` has under this name, as a point in time; it is written there as ISO 8601. */
  instant(name: string): Prisma.Sql;
  /** What a column of JSON that is kept as text has under this name, as text. */
  member(column: string, name: string): Prisma.Sql;
  /** The rows of a query with these columns, as one value: JSON in text, in the query's order. */
  gathered(columns: readonly string[], query: Prisma.Sql): Prisma.Sql;
  /**
   * Waits for these rows of a table, in the order of their keys, so that two who take some of the same never wait for each other in a ring;
   * null where a transaction has all rows for itself.
   */
  lock(table: "Subscription" | "Slot", ids: Prisma.Sql): Prisma.Sql | null;
  /** Statements that all see the rows as they were before the first of them, as few as the database can have it; none gives rows. */
  together(statements: Prisma.Sql[]): Prisma.Sql[];
  /** So many keys of these tables, which no other row will ever have, each table's rising. */
  reserveKeys(direct: Statements, counts: KeyCounts): Promise<ReservedKey[]>;
  /** The same as one value of a query, JSON in text; null where reserving is a statement of its own. */
  reservedKeys(counts: KeyCounts): Prisma.Sql | null;
}

/** What `gathered` gave: one database gives JSON as text, the other might have read it. */
export function readGathered<Row>(value: unknown): Row[] {
  return typeof value === "string" ? JSON.parse(value) : (value as Row[]);
}

/** A column of JSON in a statement's row: one database may give it as text, the other parsed. */
export function parsedJson(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}

/** Text of what cannot be stored is replaced as in any other parameter. */
export function toJsonRows(rows: readonly (object | number | string)[]): string {
  return toJson(rows);
}

export function toJson(value: unknown): string {
  return cleanWritten(JSON.stringify(value));
}

/** What `value` has under this name, and NULL where it is null. */
export function textIn(name: string): Prisma.Sql {
  return Prisma.sql`value->>${Prisma.raw(`'${name}'`)}`;
}

export function numberIn(name: string): Prisma.Sql {
  return Prisma.sql`CAST(${textIn(name)} AS INTEGER)`;
}

/** What stands there itself, as JSON. */
export function jsonIn(name: string): Prisma.Sql {
  return Prisma.sql`value->${Prisma.raw(`'${name}'`)}`;
}

/** What a statement gives back that always gives one row. */
export function onlyRow<Row>([row]: Row[]): Row {
  return mustHave(row, "row where the database always gives one");
}
