import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../../src/adapters/prisma/sqlite/open-database.ts";

/** A folder for one test's database files, and the way to be rid of it. */
export function temporaryFolder(): { folder: string; path(name: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "attache-test-"));
  return { folder, path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The one value that a query gives. */
export function firstValue(database: Database, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0];
}
