import { describe, expect, it } from "vitest";
import { readSchedule } from "../../../src/digest/read-schedule.ts";
import { countWeeks } from "../../../src/digest/schedule/count-weeks.ts";

describe("countWeeks", () => {
  const tuesday = Date.parse("2026-03-03T12:00:00Z");
  const typed = (words: string) => readSchedule(words, "UTC");

  it("counts from the week of the next digest", () => {
    expect(countWeeks(typed("every other Monday"), null, tuesday).rule?.everyWeeks).toEqual({ count: 2, from: "2026-03-09" });
    expect(countWeeks(typed("every other Thursday"), null, tuesday).rule?.everyWeeks?.from).toBe("2026-03-02");
  });

  it("keeps its weeks where only the time of day changes", () => {
    const before = countWeeks(typed("every other Monday"), null, tuesday);
    const later = tuesday + 8 * 86_400_000;
    expect(countWeeks(typed("every other Monday at 9"), before, later).rule?.everyWeeks?.from).toBe("2026-03-09");
    expect(countWeeks(typed("every other Friday"), before, later).rule?.everyWeeks?.from).toBe("2026-03-09");
  });

  it("leaves other schedules alone", () => {
    const daily = typed("at 8 and 18");
    expect(countWeeks(daily, null, tuesday)).toBe(daily);
  });
});
