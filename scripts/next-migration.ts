// Writes the SQL that brings the newest migrations, of both databases, to what prisma/schema.prisma says: npm run migration -- name
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDatabase } from "../src/adapters/prisma/sqlite/prepare-database.ts";
import { derivePostgresqlSchema } from "./derive-postgresql-schema.ts";
import { POSTGRESQL_SCHEMA, postgresqlBetween, SQLITE_SCHEMA, sqliteToReachSchema } from "./schema-engine.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the migration in lower case with underscores: npm run migration -- add_something");
  process.exit(2);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
writeMigration("prisma/migrations", await sqliteMigration());
const derived = derivePostgresqlSchema(readFileSync(SQLITE_SCHEMA, "utf8"));
writeMigration("prisma/postgresql/migrations", await postgresqlBetween(readFileSync(POSTGRESQL_SCHEMA, "utf8"), derived));
// Last: the schema as it was is what the next migration starts from.
writeFileSync(POSTGRESQL_SCHEMA, derived);

async function sqliteMigration(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "attache-migration-"));
  try {
    const path = join(folder, "now.db");
    prepareDatabase(path);
    return await sqliteToReachSchema(`file:${path}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeMigration(folder: string, sql: string): void {
  if (sql === "") {
    console.log(`${folder} already says what the schema says.`);
    return;
  }
  const target = join(folder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), `${sql}\n`);
  console.log(`${join(target, "migration.sql")} was written: read it, and add what the schema cannot say.`);
}
