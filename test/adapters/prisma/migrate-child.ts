// Run by migrations.test.ts: opens a new file, and never comes to the end of its last migration.
import { readMigrations } from "../../../src/adapters/prisma/migrations.ts";
import { prepareDatabase } from "../../../src/adapters/prisma/sqlite/prepare-database.ts";

const [path = ""] = process.argv.slice(2);
const endless =
  'CREATE TABLE "Endless" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e12) SELECT i FROM n';
prepareDatabase(path, () => undefined, [
  ...readMigrations("migrations"),
  { name: "29990101000000_endless", checksum: "c", sql: endless },
]);
