// Run by the tests that kill it: the program as an operator starts it, with the roles that it is given, and shorter leases.
import { createProgram } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { JOB_TIMINGS } from "../../src/domain/job-queue.ts";
import { ROLES } from "../../src/domain/role.ts";

const named = process.argv[2];
const program = createProgram(() => loadConfig(process.env), {
  digests: { leaseMs: 3000, apiTimeoutMs: 1000, graceMs: 250, retryMinMs: 200, retryMaxMs: 1500, concurrency: 4 },
  jobs: { ...JOB_TIMINGS, expireMs: 10_000, pollMs: 200 },
});
const roles = named === undefined ? ROLES : ROLES.filter((role) => named.split(",").includes(role));
await program.serve(roles, new AbortController().signal, () => undefined);
