import { vi } from "vitest";

const INTERVAL_MS = 4;
const TIMEOUT_MS = 40_000;

/** Waits until an expectation holds; what it gives comes back. Asked often, so that a test takes no longer than its work. */
export function until<T>(expectation: () => T | Promise<T>, timeoutMs = TIMEOUT_MS): Promise<T> {
  return vi.waitFor(expectation, { interval: INTERVAL_MS, timeout: timeoutMs });
}
