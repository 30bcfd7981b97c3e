import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What kills processes, simulates years or attacks. The name says it, so that nobody has to keep a list. */
const SLOW = "test/**/*.slow.test.ts";
/** What needs a process of its own: the schema engine's WebAssembly cannot be set up twice in one. */
const ALONE = "test/**/*.alone.test.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/setup/find-postgresql.ts"],
    setupFiles: ["test/setup/guard-tests.ts"],
    // Processes, not threads: SQLite is native, and tests that kill a process must not share it with others.
    pool: "forks",
    // Many tests wait, for a lease, a pace or a lock: with one worker for each core, the cores would mostly be idle.
    maxWorkers: 2 * availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that mocks a global must not leak it into the next.
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      // Files share a process and its modules: to load them anew took more time than to run the tests. The harness fails a file that
      // leaves anything open for the next.
      { extends: true, test: { name: "fast", include: ["test/**/*.test.ts"], exclude: [SLOW, ALONE], isolate: false } },
      { extends: true, test: { name: "fast-alone", include: [ALONE] } },
      {
        extends: true,
        test: {
          name: "slow",
          include: [SLOW],
          globalSetup: ["test/setup/build-programs.ts"],
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
