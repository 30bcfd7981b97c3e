import { type ArgType, type ColumnType, ColumnTypeEnum } from "@prisma/driver-adapter-utils";

/** Types that Prisma declares columns of SQLite with, and those that others use for the same. */
const DECLARED: [ColumnType, string][] = [
  [ColumnTypeEnum.Int32, "INTEGER|INT|TINYINT|SMALLINT|MEDIUMINT|SERIAL|INT2"],
  [ColumnTypeEnum.Int64, "BIGINT|UNSIGNED BIG INT|INT8"],
  [ColumnTypeEnum.Double, "REAL|DOUBLE|DOUBLE PRECISION|NUMERIC"],
  [ColumnTypeEnum.Float, "FLOAT"],
  [ColumnTypeEnum.Numeric, "DECIMAL"],
  [ColumnTypeEnum.Boolean, "BOOLEAN"],
  [ColumnTypeEnum.DateTime, "DATETIME|TIMESTAMP"],
  [ColumnTypeEnum.Date, "DATE"],
  [ColumnTypeEnum.Time, "TIME"],
  [ColumnTypeEnum.Text, "TEXT|CLOB|CHARACTER|VARCHAR|VARYING CHARACTER|NCHAR|NATIVE CHARACTER|NVARCHAR"],
  [ColumnTypeEnum.Bytes, "BLOB"],
  [ColumnTypeEnum.Json, "JSONB"],
];
const TYPES = new Map(DECLARED.flatMap(([type, names]) => names.split("|").map((name) => [name, type] as const)));

/** The type of a column by its declaration; null where it has none, as the result of an expression. */
export function declaredType(declaration: string | null): ColumnType | null {
  return declaration === null ? null : (TYPES.get(declaration.toUpperCase()) ?? null);
}

/** The type of an undeclared column, by the first value in it. */
export function inferType(values: Iterable<unknown>): ColumnType {
  for (const value of values) {
    if (value === null) continue;
    if (typeof value === "bigint") return ColumnTypeEnum.Int64;
    if (typeof value === "number") return ColumnTypeEnum.UnknownNumber;
    return typeof value === "string" ? ColumnTypeEnum.Text : ColumnTypeEnum.Bytes;
  }
  return ColumnTypeEnum.Int32;
}

/** A value of the database as Prisma's client takes it. */
export function readValue(value: unknown, type: ColumnType): unknown {
  if (typeof value !== "number" && typeof value !== "bigint") return value;
  // Prisma's own command line writes instants as milliseconds.
  if (type === ColumnTypeEnum.DateTime) return new Date(Number(value)).toISOString();
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  return type === ColumnTypeEnum.Int32 || type === ColumnTypeEnum.Int64 ? Math.trunc(value) : value;
}

export type SqliteValue = null | string | number | bigint | Uint8Array;

/**
 * A parameter of Prisma's client as SQLite keeps it: instants as text in ISO 8601 with the offset written out, booleans as 0 and 1.
 * Node's driver binds every number as a real one, so that 7 / 2 were 3.5 and full-text search had no bound on its rows; its stand-in
 * binds small ones whole. Here whole numbers are whole on all of them.
 */
export function writeValue(value: unknown, type: ArgType | undefined): SqliteValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return instantText(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== "string") return value as SqliteValue;
  switch (type?.scalarType) {
    case "int":
      return Number.parseInt(value, 10);
    case "float":
    case "decimal":
      return Number.parseFloat(value);
    case "bigint":
      return BigInt(value);
    case "datetime":
      return instantText(new Date(value));
    case "bytes":
      return Buffer.from(value, "base64");
    default:
      return value;
  }
}

function instantText(instant: Date): string {
  return instant.toISOString().replace("Z", "+00:00");
}
