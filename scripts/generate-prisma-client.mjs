// Writes the Prisma clients into src/adapters/prisma: generated/ for SQLite, postgresql/generated/ for PostgreSQL. Runs after every install.
// The Prisma command line looks for a schema engine before any command and downloads one if it finds none. Generating needs no such
// engine, and an installation must not depend on that download, so any executable stands in for it here; Node's own is always there.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

if (!existsSync("prisma/schema.prisma")) process.exit(0);
const command = createRequire(import.meta.url).resolve("prisma/build/index.js");
// A client is for one database: there are two schemas that say the same, and a client of each.
for (const schema of ["prisma/schema.prisma", "prisma/postgresql/schema.prisma"]) generate(schema);

/** @param {string} schema */
function generate(schema) {
  const run = spawnSync(process.execPath, [command, "generate", "--no-hints", "--schema", schema], {
    encoding: "utf8",
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      ...process.env,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (run.status === 0) return;
  console.error(
    `The Prisma client could not be generated, so Attaché cannot open a store.\n${run.stdout ?? ""}${run.stderr ?? ""}`,
  );
  process.exit(1);
}
