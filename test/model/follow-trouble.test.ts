import { describe, expect, it } from "vitest";
import type { ModelTrouble } from "../../src/domain/model/model-trouble.ts";
import { afterFailure, afterSuccess } from "../../src/model/follow-trouble.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-03-02T08:00:00Z");
const TOLD: ModelTrouble = { why: "server", sinceMs: NOW, triedAtMs: NOW, isTold: true, endedAtMs: null };
const UNTOLD: ModelTrouble = { ...TOLD, isTold: false };
const OVER: ModelTrouble = { ...TOLD, endedAtMs: NOW + HOUR };

describe("a trouble of the language model", () => {
  it("is told when it begins, and not with each failure", () => {
    expect(afterFailure(null, "key", NOW)).toEqual({ trouble: { ...UNTOLD, why: "key" }, tell: true });
    expect(afterFailure(TOLD, "server", NOW + 100 * HOUR)).toBeNull();
  });

  it("is the same trouble where an endpoint that is down fails in another way", () => {
    for (const why of ["unreachable", "timeout", "rate-limit", "truncated"] as const)
      expect(afterFailure(TOLD, why, NOW + HOUR)).toBeNull();
  });

  it("is another trouble where somebody has something else to mend", () => {
    for (const why of ["key", "budget"] as const)
      expect(afterFailure(TOLD, why, NOW + HOUR)).toMatchObject({ trouble: { why, sinceMs: NOW + HOUR }, tell: true });
  });

  it("is told again after hours where nobody could be told", () => {
    expect(afterFailure(UNTOLD, "server", NOW + HOUR)).toBeNull();
    expect(afterFailure(UNTOLD, "server", NOW + 7 * HOUR)).toMatchObject({ trouble: { triedAtMs: NOW + 7 * HOUR }, tell: true });
  });

  it("ends with a text that the model wrote, and that is told to whoever heard of it, once", () => {
    expect(afterSuccess(TOLD, NOW + HOUR)).toEqual({ trouble: OVER, tell: true });
    expect(afterSuccess(UNTOLD, NOW + HOUR)).toMatchObject({ tell: false });
    expect(afterSuccess(OVER, NOW + 2 * HOUR)).toBeNull();
    expect(afterSuccess(null, NOW)).toBeNull();
  });

  it("is not told each time where it comes and goes", () => {
    const back = afterFailure(OVER, "timeout", NOW + 2 * HOUR);
    expect(back).toMatchObject({ trouble: { endedAtMs: null, isTold: false }, tell: false });
    expect(afterSuccess(back?.trouble ?? null, NOW + 3 * HOUR)).toMatchObject({ tell: false });
    expect(afterFailure(back?.trouble ?? null, "timeout", NOW + 7 * HOUR)).toMatchObject({ tell: true });
    expect(afterFailure(OVER, "timeout", NOW + 7 * HOUR)).toMatchObject({ trouble: { sinceMs: NOW + 7 * HOUR }, tell: true });
  });

  it("of a spent budget lasts as long as the day, although small texts may still have room", () => {
    const spent = { ...TOLD, why: "budget" as const };
    expect(afterSuccess(spent, NOW + HOUR)).toBeNull();
    expect(afterSuccess(spent, NOW + 20 * HOUR)).toMatchObject({ tell: true });
  });
});
