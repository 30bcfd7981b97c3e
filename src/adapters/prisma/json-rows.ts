import { mustHave } from "../../domain/errors.ts";
import { cleanWritten } from "./clean-parameters.ts";
import { Prisma } from "./generated/client.ts";

/**
 * Many rows as one parameter of a statement, which stays the same however many they are: binding thousands of parameters costs more
 * than what they are bound for.
 */
export interface JsonRows {
  /** A table with a column "value", an object of JSON in each row. */
  table(json: string): Prisma.Sql;
  /** Numbers or texts to be looked for with IN, as one parameter: a list of parameters has an end, and another on each database. */
  list(values: readonly number[] | readonly string[]): Prisma.Sql;
  /** What `value` has under this name, as a point in time; it is written there as ISO 8601. */
  instant(name: string): Prisma.Sql;
  /** What a column of JSON that is kept as text has under this name, as text. */
  member(column: string, name: string): Prisma.Sql;
}

/** Text of what cannot be stored is replaced as in any other parameter. */
export function toJsonRows(rows: readonly (object | number | string)[]): string {
  return cleanWritten(JSON.stringify(rows));
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
