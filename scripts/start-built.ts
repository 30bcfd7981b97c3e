#!/usr/bin/env node
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** The first letters of the program's checksum, which the build writes here. */
declare const PROGRAM_CHECKSUM: string;

type Run = (module: { exports: { runCommandLine?: () => Promise<void> } }, require: NodeJS.Require, here: string) => void;

// From Node 22.8 on, Node keeps what it compiled of packages for the next start. It must be asked before the program is loaded.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();

const program = fileURLToPath(new URL("./attache.cjs", import.meta.url));
// V8 compares only the length of the source and its own version and flags with what was kept: the checksum tells builds apart.
const kept = `${program}.${PROGRAM_CHECKSUM}-${process.versions.v8}`;
const script = compile();
const loaded: Parameters<Run>[0] = { exports: {} };
(script.runInThisContext() as Run)(loaded, createRequire(program), import.meta.url);
await loaded.exports.runCommandLine?.();

/** What was kept is read here, and goes when this returns: a process that runs for weeks has no use for it. */
function compile(): Script {
  const cachedData = readKept();
  // The help and the version say little of what other commands compile.
  if (cachedData === undefined && process.argv[2]?.startsWith("-") === false) process.once("exit", keep);
  return new Script(readFileSync(program, "latin1"), {
    filename: program,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

function readKept(): Buffer | undefined {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
}

/** Keeps what this process compiled, for the next one. Where nothing may be written, each start compiles anew. */
function keep(): void {
  const unfinished = `${kept}.${process.pid}`;
  try {
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, kept);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
