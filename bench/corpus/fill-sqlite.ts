import { sqlitePath } from "../../src/adapters/prisma/database-url.ts";
import type { SqliteValue } from "../../src/adapters/prisma/sqlite/column-values.ts";
import { closeDatabase, inTransaction, openDatabase } from "../../src/adapters/prisma/sqlite/open-database.ts";
import type { Row, TableWriter } from "./rows.ts";

/** Writes into a migrated file. The full-text index is kept by its triggers, as ever. */
export function openSqliteWriter(url: string): TableWriter {
  const database = openDatabase(sqlitePath(url));
  // People come last, and a file that is lost is filled again.
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
  const statements = new Map<string, ReturnType<typeof database.prepare>>();
  const statementFor = (table: string, row: Row) => {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join()}`;
    const names = columns.map((column) => `"${column}"`).join(", ");
    const known =
      statements.get(key) ?? database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`);
    statements.set(key, known);
    return known;
  };
  return {
    write: async (rows) =>
      inTransaction(database, () => {
        for (const [table, list] of rows)
          for (const row of list) statementFor(table, row).run(...Object.values(row).map(toSqlite));
      }),
    close: async () => {
      database.exec("ANALYZE");
      closeDatabase(database);
    },
  };
}

/** As the store's adapter writes instants and JSON. */
function toSqlite(value: unknown): SqliteValue {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : (value as SqliteValue);
}
