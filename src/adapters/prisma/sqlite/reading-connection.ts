import { type ColumnType, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { cleanText } from "../clean-parameters.ts";
import type { QueryRows } from "../lazy-client.ts";
import { writeValue } from "./column-values.ts";
import { closeDatabase, type Database, openDatabase } from "./open-database.ts";
import { createStatements, readRows, type Statements } from "./prepared-statements.ts";

export interface ReadingConnection {
  query: QueryRows;
  close(): void;
}

/** A connection beside Prisma's, for statements that are written in SQL. Opened when it is first needed. */
export function createReadingConnection(path: string, timeoutMs: number): ReadingConnection {
  let opened: { database: Database; statements: Statements } | null = null;
  const open = () => {
    const database = openDatabase(path, { timeoutMs, mustExist: true });
    return { database, statements: createStatements(database) };
  };
  return {
    async query({ sql, values }) {
      opened ??= open();
      const parameters = values.map((value) => writeValue(typeof value === "string" ? cleanText(value) : value, undefined));
      const { columnNames, columnTypes, rows } = readRows(opened.statements.prepare(sql), parameters);
      return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, toPrisma(row[at], columnTypes[at])])));
    },
    close() {
      if (opened !== null) closeDatabase(opened.database);
      opened = null;
    },
  };
}

/** A value as Prisma's client gives it for a statement in SQL. */
function toPrisma(value: unknown, type: ColumnType | undefined): unknown {
  if (value === null) return null;
  switch (type) {
    case ColumnTypeEnum.Int64:
      return BigInt(value as number | string);
    case ColumnTypeEnum.DateTime:
      return new Date(value as string);
    case ColumnTypeEnum.Boolean:
      return Boolean(value);
    case ColumnTypeEnum.Json:
      return JSON.parse(value as string);
    default:
      return value;
  }
}
