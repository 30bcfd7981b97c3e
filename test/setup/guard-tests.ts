import { afterAll, afterEach } from "vitest";
import { guardHandles } from "./guard-handles.ts";
import { guardNetwork } from "./guard-network.ts";
import { guardOutput } from "./guard-output.ts";

/**
 * Runs before every test file. A test fails when it prints, or when it reaches for an address beyond loopback, even if the
 * code under test swallows the refusal; a file fails when it leaves a server, socket, process, worker or watcher open.
 */
const outputGuard = guardOutput({ console: globalThis.console, stdout: process.stdout, stderr: process.stderr });
const networkGuard = guardNetwork();
const handleGuard = guardHandles(() => process.getActiveResourcesInfo());

afterEach(() => {
  const printed = outputGuard.take();
  const refused = networkGuard.take();
  if (printed.length > 0) {
    throw new Error(`This test printed, which it must not: ${printed.join(" | ")}`);
  }
  if (refused.length > 0) {
    throw new Error(`This test reached for the network, which it must not: ${refused.join(", ")}`);
  }
});

// Hooks run as a stack: this one, registered first, comes after every afterAll of the test file.
afterAll(async () => {
  const left = await handleGuard.leftOpen({ waitMs: 1_500, stepMs: 25 });
  outputGuard.release();
  networkGuard.release();
  if (left.length > 0) {
    throw new Error(`This test file left handles open: ${left.join(", ")}. Close them in afterEach or afterAll.`);
  }
});
