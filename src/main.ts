#!/usr/bin/env node
import module from "node:module";

// From Node 22.8 on, Node keeps what it compiled for the next start. It must be asked before the program is loaded.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();
const { runCommandLine } = await import("./app/command-line.ts");
await runCommandLine();
