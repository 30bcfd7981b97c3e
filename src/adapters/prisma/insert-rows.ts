import { Prisma } from "./generated/client.ts";
import { type JsonRows, jsonIn, numberIn, textIn, toJsonRows } from "./json-rows.ts";
import type { Transaction } from "./transaction.ts";

/** An "instant" is given as ISO 8601. */
type ColumnKind = "text" | "number" | "json" | "instant";

/** A table, and of which kind each column is that is given. Columns that are not named here get their defaults. */
export interface TableColumns<Row> {
  table: string;
  columns: { [Name in keyof Row & string]: ColumnKind };
}

type Place = { transaction: Transaction; rows: JsonRows };

/**
 * Inserts rows in one statement, which stays the same however many they are. Prisma compiles the plan of a `createMany` each time, because
 * its rows are part of the plan, and that took longer than the database did.
 */
export async function insertRows<Row extends object>(
  { transaction, rows }: Place,
  into: TableColumns<Row>,
  data: readonly Row[],
): Promise<void> {
  if (data.length > 0) await transaction.$executeRaw(insertion(rows, into, data));
}

/** The same, and gives the `id` of each row, in their order: both databases count up along it. */
export async function insertRowsForKeys<Row extends object>(
  { transaction, rows }: Place,
  into: TableColumns<Row>,
  data: readonly Row[],
): Promise<number[]> {
  if (data.length === 0) return [];
  const added = await transaction.$queryRaw<{ id: number | bigint }[]>`${insertion(rows, into, data)} RETURNING "id"`;
  return added.map(({ id }) => Number(id)).sort((a, b) => a - b);
}

function insertion<Row extends object>(rows: JsonRows, { table, columns }: TableColumns<Row>, data: readonly Row[]): Prisma.Sql {
  const names = Object.keys(columns).map((name) => Prisma.raw(`"${name}"`));
  const extract = { text: textIn, number: numberIn, json: jsonIn, instant: rows.instant };
  const values = Object.entries<ColumnKind>(columns).map(([name, kind]) => extract[kind](name));
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.join(names)}) SELECT ${Prisma.join(values)} FROM ${rows.table(toJsonRows(data))} AS "given"`;
}
