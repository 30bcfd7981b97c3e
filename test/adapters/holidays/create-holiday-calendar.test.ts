import { describe, expect, it } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/holidays/create-holiday-calendar.ts";
import { allCountries } from "../../../src/extract/countries.ts";

describe("createHolidayCalendar", () => {
  const calendar = createHolidayCalendar();

  it.each([
    ["DE", "2026-12-25", true],
    ["DE", "2026-12-24", false],
    ["DE", "2026-04-06", true],
    ["DE-BY", "2026-01-06", true],
    ["DE", "2026-01-06", false],
    ["JP", "2026-05-06", true],
    ["US", "2026-11-26", true],
    ["GB", "2026-12-28", true],
    // Several days, and half a day.
    ["SA", "2026-03-21", true],
    ["TR", "2026-03-22", true],
    ["TR", "2026-03-23", false],
    ["CN", "2026-03-08", false],
  ])("knows of %s on %s: %s", (place, date, expected) => {
    expect(calendar.isHoliday(place, date)).toBe(expected);
  });

  it("says which places it does not know", () => {
    expect([calendar.knows("IN"), calendar.knows("ZZ"), calendar.knows("DE-ZZ")]).toEqual(["yes", "no", "no"]);
  });

  it("knows most countries", () => {
    const known = allCountries().filter(({ code }) => calendar.knows(code) === "yes");
    expect(known.length).toBeGreaterThan(150);
  });

  it("says that the package is missing", () => {
    const without = createHolidayCalendar(() => {
      throw new Error("Cannot find module");
    });
    expect(without.knows("DE")).toBe("missing");
    expect(without.isHoliday("DE", "2026-12-25")).toBe(false);
  });
});
