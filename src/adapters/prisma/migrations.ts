import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../config/project-folder.ts";
import { AppError } from "../../domain/errors.ts";

/** Told in a sentence what an operator should know of a store that is being opened. */
export type Say = (sentence: string) => void;

export interface Migration {
  /** The folder's name: a timestamp and a word, so that the names sort in order. */
  name: string;
  sql: string;
  /** SHA-256 of the file in hexadecimal, as `prisma migrate` records it. */
  checksum: string;
}

/** The migrations that this version of the program brings for one database, in order. `folder` stands in prisma/. */
export function readMigrations(name: "migrations" | "postgresql/migrations"): Migration[] {
  const folder = join(projectFolder(), "prisma", name);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const content = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: content.toString("utf8"), checksum: createHash("sha256").update(content).digest("hex") };
    });
}

/** Throws an AppError ("store-unusable") where the database has migrations that this version does not know. */
export function refuseNewer(applied: Set<string>, migrations: Migration[], database: string): void {
  const ours = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied].find((name) => !ours.has(name));
  if (unknown === undefined) return;
  throw new AppError(
    "store-unusable",
    `A newer version of Attaché has migrated the database ${database} (migration ${unknown}). Update Attaché, or name another database in DATABASE_URL.`,
  );
}

/**
 * A migration that failed, as one sentence. All that are missing are one transaction, on both databases: what failed has changed nothing.
 * `told` is the failure as a sentence where an operator can mend it; `detail` is what the database calls it otherwise.
 */
export function explainMigration(failed: {
  migration: string;
  database: string;
  told: string | null;
  detail: string;
  cause: unknown;
}): AppError {
  const { migration, database, told, detail, cause } = failed;
  const sentence =
    told === null
      ? `The migration ${migration} failed in the database ${database} (${detail}). Nothing has changed. Start your previous version of Attaché, and report this with the output of ATTACHE_DEBUG=1.`
      : `The migration ${migration} failed. Nothing has changed. ${told}`;
  return new AppError("store-unusable", sentence, { cause });
}
