import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Migration {
  /** The folder's name: a timestamp and a word, so that the names sort in order. */
  name: string;
  sql: string;
  /** SHA-256 of the file in hexadecimal, as `prisma migrate` records it. */
  checksum: string;
}

/** The migrations that this version of the program brings, in order. */
export function readMigrations(folder = findMigrationsFolder()): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const content = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: content.toString("utf8"), checksum: createHash("sha256").update(content).digest("hex") };
    });
}

/** The folder stands beside `package.json`, both in a checkout (`src/`) and in the built program (`dist/`). */
function findMigrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json was not found above the program");
    folder = parent;
  }
  return join(folder, "prisma", "migrations");
}
