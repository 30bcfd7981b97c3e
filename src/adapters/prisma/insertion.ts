import { Prisma } from "./generated/client.ts";
import { type JsonRows, jsonIn, numberIn, textIn, toJsonRows } from "./json-rows.ts";

/** An "instant" is given as ISO 8601. */
type ColumnKind = "text" | "number" | "json" | "instant";

/** A table, and of which kind each column is that is given. Columns that are not named here get their defaults. */
export interface TableColumns<Row> {
  table: string;
  columns: { [Name in keyof Row & string]: ColumnKind };
  /** What happens to a row that is there already; no two rows of one statement may be one. */
  onConflict?: string;
}

/**
 * Inserts rows in one statement, which stays the same however many they are. Prisma compiles the plan of a `createMany` each time, because
 * its rows are part of the plan, and that took longer than the database did.
 */
export function insertion<Row extends object>(
  rows: JsonRows,
  { table, columns, onConflict = "" }: TableColumns<Row>,
  data: readonly Row[],
): Prisma.Sql {
  const names = Object.keys(columns).map((name) => Prisma.raw(`"${name}"`));
  const extract = { text: textIn, number: numberIn, json: jsonIn, instant: rows.instant };
  const values = Object.entries<ColumnKind>(columns).map(([name, kind]) => extract[kind](name));
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.join(names)}) SELECT ${Prisma.join(values)} FROM ${rows.table(toJsonRows(data))} AS "given" WHERE true ${Prisma.raw(onConflict)}`;
}
