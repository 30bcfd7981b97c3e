// Run by the tests that kill it: the program as an operator starts it, with the roles that it is given, and shorter leases.
import { createProgram } from "../../src/app/app.ts";
import { loadConfig } from "../../src/config/config.ts";
import { ROLES } from "../../src/config/role.ts";
import { SHORT_DIGESTS, SHORT_JOBS } from "./short-timings.ts";

const named = process.argv[2];
const program = createProgram(() => loadConfig(process.env), {
  digests: SHORT_DIGESTS,
  jobs: SHORT_JOBS,
});
const roles = named === undefined ? ROLES : ROLES.filter((role) => named.split(",").includes(role));
await program.serve(roles, new AbortController().signal, () => undefined);
