import { expect, it, vi } from "vitest";
import { startStallWatch } from "../../../src/adapters/operations/stall-watch.ts";

it("knows the longest stall since the start and since it was asked, and forgets a long one after half a minute", () => {
  vi.useFakeTimers();
  try {
    let stoodStillMs = 0;
    const watch = startStallWatch(() => Date.now() + stoodStillMs);
    vi.advanceTimersByTime(1000);
    expect([watch.longestSinceStartMs(), watch.takeLongestMs(), watch.recentLongMs()]).toEqual([0, 0, null]);
    stoodStillMs += 1500;
    vi.advanceTimersByTime(50);
    expect([watch.takeLongestMs(), watch.recentLongMs()]).toEqual([1500, null]);
    stoodStillMs += 2500;
    expect(watch.recentLongMs()).toBeGreaterThan(2000);
    vi.advanceTimersByTime(29_000);
    expect(watch.recentLongMs()).toBeGreaterThan(2000);
    vi.advanceTimersByTime(1100);
    expect(watch.recentLongMs()).toBeNull();
    expect(watch.takeLongestMs()).toBeGreaterThan(2000);
    expect(watch.takeLongestMs()).toBe(0);
    expect(watch.longestSinceStartMs()).toBeGreaterThan(2000);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
