import { cleanText } from "./clean-parameters.ts";
import { type JsonRows, jsonIn, numberIn, textIn, toJson, toJsonRows } from "./json-rows.ts";
import { Prisma } from "./sql.ts";

/** An "instant" is given as ISO 8601; "json-text" is JSON in a column of text. */
type ColumnKind = "text" | "number" | "json" | "json-text" | "instant";

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
  const jsonText = (name: string) => Prisma.sql`CAST(${jsonIn(name)} AS TEXT)`;
  const extract = { text: textIn, number: numberIn, json: jsonIn, "json-text": jsonText, instant: rows.instant };
  const values = Object.entries<ColumnKind>(columns).map(([name, kind]) => extract[kind](name));
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.join(names)}) SELECT ${Prisma.join(values)} FROM ${rows.table(toJsonRows(data))} AS "given" WHERE true ${Prisma.raw(onConflict)}`;
}

/**
 * The same for rows with long texts, in as many statements as cost least: where the database is in this process, one that is prepared and gets
 * each row's values as they are takes a third of what it takes to write them as JSON and to read that again.
 */
export function insertions<Row extends object>(rows: JsonRows, into: TableColumns<Row>, data: readonly Row[]): Prisma.Sql[] {
  return rows.isInProcess ? insertionsAlone(into, data) : [insertion(rows, into, data)];
}

function insertionsAlone<Row extends object>(
  { table, columns, onConflict = "" }: TableColumns<Row>,
  data: readonly Row[],
): Prisma.Sql[] {
  const kinds = Object.entries<ColumnKind>(columns) as [keyof Row & string, ColumnKind][];
  const names = kinds.map(([name]) => `"${name}"`).join(", ");
  const between = kinds.slice(1).map(() => ", ");
  const strings = [`INSERT INTO "${table}" (${names}) VALUES (`, ...between, `) ${onConflict}`];
  return data.map(
    (row) =>
      new Prisma.Sql(
        strings,
        kinds.map(([name, kind]) => parameterOf(row[name], kind)),
      ),
  );
}

function parameterOf(value: unknown, kind: ColumnKind): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case "number":
      return value;
    case "text":
      return cleanText(String(value));
    case "instant":
      return new Date(String(value));
    case "json":
    case "json-text":
      return toJson(value);
  }
}
