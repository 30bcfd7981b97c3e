// Runs after every installation of a checkout, and before the package is packed: makes the Prisma clients and builds the program. Where the
// package is installed, or the development dependencies were left out, there is nothing to make it with, and nothing to do.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const tools = ["prisma/build/index.js", "esbuild", "tsx"];
const missing = tools.find((tool) => !isInstalled(tool));
if (missing !== undefined) {
  console.error("The program was not built: that takes the development dependencies, which were left out.");
  process.exit(0);
}
for (const step of [["scripts/generate-prisma-client.mjs"], ["--import", "tsx", "scripts/build.ts"]]) {
  const { status } = spawnSync(process.execPath, step, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** @param {string} tool */
function isInstalled(tool) {
  try {
    createRequire(import.meta.url).resolve(tool);
    return true;
  } catch {
    return false;
  }
}
