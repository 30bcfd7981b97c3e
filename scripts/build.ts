import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleCommandLine } from "./bundle.ts";

const FOLDER = "dist";
const DEMO = "demo/articles";

/** Builds the program into dist/. */
await bundleCommandLine(FOLDER);
if (existsSync(DEMO)) keepCompiled();

/** Runs a briefing, so that what V8 compiles for it is kept beside the program. The program is whole without it. */
function keepCompiled(): void {
  const folder = mkdtempSync(join(tmpdir(), "attache-build-"));
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, "store.db")}` };
  const run = (...args: string[]) => spawnSync(process.execPath, [join(FOLDER, "main.js"), ...args], { env, stdio: "ignore" });
  run("ingest", ...readdirSync(DEMO).map((name) => join(DEMO, name)));
  // A briefing needs little of what was compiled to extract articles.
  for (const name of readdirSync(FOLDER))
    if (name.startsWith("attache.cjs.") && !name.endsWith(".map")) rmSync(join(FOLDER, name));
  const { status } = run("briefing", "india-japan");
  if (status !== 0) console.error("The program was built. Its first start will take longer: a briefing could not be tried.");
  rmSync(folder, { recursive: true, force: true });
}
