// Writes the SQL that brings the newest migration to what prisma/schema.prisma says: npm run migration -- name
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDatabase } from "../src/adapters/prisma/sqlite/prepare-database.ts";
import { sqlToReachSchema } from "./schema-engine.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the migration in lower case with underscores: npm run migration -- add_something");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "attache-migration-"));
try {
  const path = join(folder, "now.db");
  prepareDatabase(path);
  const sql = await sqlToReachSchema(`file:${path}`);
  if (sql === "") {
    console.log("The migrations already say what the schema says.");
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const target = join("prisma", "migrations", `${stamp}_${name}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, "migration.sql"), `${sql}\n`);
    console.log(`${join(target, "migration.sql")} was written: read it, and add what the schema cannot say.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
