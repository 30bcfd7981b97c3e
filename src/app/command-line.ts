import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../adapters/terminal/cli.ts";
import { type Config, loadConfig } from "../config/config.ts";
import { projectFolder } from "../config/project-folder.ts";
import { createProgram } from "./app.ts";
import { readVersion } from "./read-version.ts";

const ENV_FILE = ".env";
const home = projectFolder();

function readConfig(): Config {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  return loadConfig(process.env);
}

/** Runs the command line that this process was started with; the exit status says how it went. */
export async function runCommandLine(): Promise<void> {
  // A reader that goes away (`attache people | head`) is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

  process.exitCode = await runCli(createProgram(readConfig), process.argv.slice(2), {
    terminal: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env },
    version: readVersion(),
    debug: process.env["ATTACHE_DEBUG"] === "1",
    demo: { articles: join(home, "demo", "articles"), database: join(tmpdir(), "attache-demo.db") },
    envFile: ENV_FILE,
    isNew: () => process.env["DATABASE_URL"] === undefined && !existsSync(ENV_FILE) && !existsSync("attache.db"),
  });
}
