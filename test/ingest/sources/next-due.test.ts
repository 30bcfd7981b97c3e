import { describe, expect, it } from "vitest";
import { backOffMs, LONGEST_WAIT_MS, nextDue, nextInterval } from "../../../src/ingest/sources/next-due.ts";

const MINUTE = 60_000;
const PACE = { everyMs: 30 * MINUTE, minMs: 10 * MINUTE, maxMs: 360 * MINUTE };
const NONE = { ttlMs: null, maxAgeMs: null, retryAfterMs: null };

describe("when a source is looked at next", () => {
  it("begins with the interval that is set", () => expect(nextInterval(null, true, PACE)).toBe(30 * MINUTE));

  it("comes sooner for a source that changes, and never sooner than is allowed", () => {
    expect(nextInterval(30 * MINUTE, true, PACE)).toBe(15 * MINUTE);
    expect(nextInterval(15 * MINUTE, true, PACE)).toBe(10 * MINUTE);
  });

  it("comes later for a source that does not, and never later than is allowed", () => {
    expect(nextInterval(30 * MINUTE, false, PACE)).toBe(45 * MINUTE);
    expect(nextInterval(300 * MINUTE, false, PACE)).toBe(360 * MINUTE);
  });

  it.each([
    ["the interval", NONE, 30],
    ["the feed's ttl", { ...NONE, ttlMs: 60 * MINUTE }, 60],
    ["Cache-Control", { ...NONE, ttlMs: 60 * MINUTE, maxAgeMs: 90 * MINUTE }, 90],
    ["Retry-After", { ttlMs: 60 * MINUTE, maxAgeMs: 90 * MINUTE, retryAfterMs: 120 * MINUTE }, 120],
  ])("is after the longest of all wishes: %s", (_name, wishes, minutes) =>
    expect(nextDue(1000, { intervalMs: 30 * MINUTE, ...wishes })).toBe(1000 + minutes * MINUTE),
  );

  it("is a day away at the most, whoever wishes for more", () => {
    expect(nextDue(0, { intervalMs: MINUTE, ...NONE, retryAfterMs: 999 * LONGEST_WAIT_MS })).toBe(LONGEST_WAIT_MS);
    expect(nextDue(0, { intervalMs: MINUTE, ...NONE, ttlMs: Number.POSITIVE_INFINITY })).toBe(LONGEST_WAIT_MS);
  });

  it("doubles its wait with each failure, up to a day", () => {
    expect([1, 2, 3, 4].map((count) => backOffMs(count, PACE) / MINUTE)).toEqual([10, 20, 40, 80]);
    expect(backOffMs(1_000_000, PACE)).toBe(LONGEST_WAIT_MS);
  });
});
