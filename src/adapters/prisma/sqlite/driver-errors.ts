import { DriverAdapterError, type MappedError } from "@prisma/driver-adapter-utils";
import { resultCode, resultName } from "./result-codes.ts";

/** An error of SQLite's as Prisma's client knows it, so that a broken rule becomes "P2002" with its fields; every other as it is. */
export function toDriverError(error: unknown): unknown {
  const code = resultCode(error);
  if (code === null) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new DriverAdapterError({ originalCode: resultName(code), originalMessage: message, ...mapError(code, message) });
}

function mapError(code: number, message: string): MappedError {
  const name = resultName(code);
  switch (name) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
      return { kind: "UniqueConstraintViolation", ...brokenRule(message) };
    case "SQLITE_CONSTRAINT_NOTNULL":
      return { kind: "NullConstraintViolation", ...brokenRule(message) };
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
    case "SQLITE_CONSTRAINT_TRIGGER":
      return { kind: "ForeignKeyConstraintViolation", constraint: { foreignKey: {} } };
    case "SQLITE_BUSY":
      return { kind: "SocketTimeout" };
    default:
      return mapMessage(message) ?? { kind: "sqlite", extendedCode: code, message };
  }
}

/** "UNIQUE constraint failed: Article.workspaceId, Article.identity" */
function brokenRule(message: string): { constraint?: { fields: string[] }; table?: string } {
  const columns = message.split("constraint failed: ")[1]?.split(", ");
  if (columns === undefined) return {};
  const table = columns[0]?.split(".").slice(0, -1).join(".") ?? "";
  const constraint = { fields: columns.map((column) => column.slice(column.lastIndexOf(".") + 1)) };
  return table === "" ? { constraint } : { constraint, table };
}

function mapMessage(message: string): MappedError | null {
  const table = /^no such table: (.+)/.exec(message)?.[1];
  if (table !== undefined) return { kind: "TableDoesNotExist", table };
  const column = /^no such column: (.+)|has no column named (.+)/.exec(message);
  return column === null ? null : { kind: "ColumnNotFound", column: column[1] ?? column[2] ?? "" };
}
