// Runs the command line of a checkout: the built program where it is as new as its source, which starts several times as fast, and the
// source itself otherwise. An installed package does without this.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isBuilt } from "./is-built.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

if (isBuilt(root)) await import("../dist/main.js");
else runSource();

function runSource() {
  const source = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const run = spawn(process.execPath, ["--import", "tsx", source, ...process.argv.slice(2)], { stdio: "inherit" });
  // Whoever stops this means the program.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));
  run.on("exit", (status, signal) => {
    if (signal === null) process.exit(status ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
