// Run by kill-during-digest.test.ts: the program as an operator starts it, with shorter leases.
import { createProgram } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";

const timings = { leaseMs: 1500, retryMinMs: 200, retryMaxMs: 1500, concurrency: 4 };
const program = createProgram(() => loadConfig(process.env), timings);
await program.serve(new AbortController().signal, () => undefined);
