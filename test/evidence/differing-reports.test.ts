import { describe, expect, it } from "vitest";
import type { MeetingKind } from "../../src/domain/evidence/extraction.ts";
import { differingReports } from "../../src/evidence/differing-reports.ts";

/** How many of the articles that give these days of March differ on it. */
function differing(kind: MeetingKind, ...days: number[]): number {
  const reportedDates = days.map((day, at) => {
    const start = `2024-03-0${day}`;
    return { articleId: `a${at}`, date: { start, end: start, precision: "day" as const }, status: "held" as const, sides: 2 };
  });
  return differingReports({ kind, reportedDates }).length;
}

describe("differingReports", () => {
  it("names the articles that give different days for talks", () => {
    expect(differing("talks", 4, 5)).toBe(2);
    expect(differing("talks", 4, 4)).toBe(0);
  });

  it("leaves a call its two days: it is Monday morning at one end and Sunday evening at the other", () => {
    expect(differing("call", 4, 5)).toBe(0);
    expect(differing("call", 4, 6)).toBe(2);
  });

  it("leaves a visit its days", () => {
    expect(differing("visit", 4, 6)).toBe(0);
  });
});
