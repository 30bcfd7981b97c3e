// Writes the Prisma clients into src/adapters/prisma: generated/ for SQLite, postgresql/generated/ for PostgreSQL. Runs after every
// installation of a checkout, and not where the package is installed, which brings them compiled.
// The Prisma command line looks for a schema engine before any command and downloads one if it finds none. Generating needs no such
// engine, and an installation must not depend on that download, so any executable stands in for it here; Node's own is always there.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const command = findCommand();
if (command === null) {
  console.error("The Prisma clients were not generated: that takes the development dependencies, which were left out.");
  process.exit(0);
}
// A client is for one database: there are two schemas that say the same, and a client of each.
for (const schema of ["prisma/schema.prisma", "prisma/postgresql/schema.prisma"]) generate(schema);

function findCommand() {
  try {
    return createRequire(import.meta.url).resolve("prisma/build/index.js");
  } catch {
    return null;
  }
}

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
