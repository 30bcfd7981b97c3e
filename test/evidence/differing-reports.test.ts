import { describe, expect, it } from "vitest";
import type { MeetingRecord } from "../../src/domain/evidence/records.ts";
import { differingReports } from "../../src/evidence/differing-reports.ts";

const said = (articleId: string, start: string, status: MeetingRecord["status"] = "held") => ({
  articleId,
  date: { start, end: start, precision: "day" as const },
  status,
});
const differ = (reportedDates: MeetingRecord["reportedDates"], kind: MeetingRecord["kind"] = "meeting") =>
  differingReports({ kind, reportedDates }).map(({ date }) => date.start);

describe("the days that articles give to a meeting", () => {
  it("differ where two tell that it took place, on two days", () =>
    expect(differ([said("a", "2024-03-04"), said("b", "2024-03-05")])).toEqual(["2024-03-04", "2024-03-05"]));

  it("do not differ where the one is an older plan", () =>
    expect(differ([said("a", "2024-03-04", "planned"), said("b", "2024-03-05")])).toEqual([]));

  it("do not differ where one article gives both, or what it tells of lasts", () => {
    expect(differ([said("a", "2024-03-04"), said("a", "2024-03-05")])).toEqual([]);
    expect(differ([said("a", "2024-03-04"), said("b", "2024-03-05")], "summit")).toEqual([]);
  });
});
