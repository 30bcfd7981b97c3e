import { describe, expect, it } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/holidays/create-holiday-calendar.ts";
import { nextSlot } from "../../../src/digest/next-slot.ts";
import { readSchedule } from "../../../src/digest/read-schedule.ts";
import { refuseUnknownHolidays } from "../../../src/digest/schedule/read-holidays.ts";
import { showSchedule } from "../../../src/documents/show-schedule.ts";
import { NO_HOLIDAYS } from "../../../src/domain/digests/holidays.ts";

const holidays = createHolidayCalendar();

function daysOf(typed: string, from: string, count: number): string[] {
  const schedule = { ...readSchedule(typed, "UTC"), holidays };
  const keys: string[] = [];
  for (let at = Date.parse(from); keys.length < count; ) {
    const slot = nextSlot(schedule, null, at);
    keys.push(slot.key);
    at = slot.dueAtMs;
  }
  return keys;
}

describe("takeHolidays", () => {
  it.each([
    ["at 08:00 on weekdays skip holidays in Japan", "JP", "UTC"],
    ["weekdays 7:30 except German public holidays", "DE", "UTC"],
    ["at 8 Europe/Berlin, skipping holidays in Germany", "DE", "Europe/Berlin"],
    ["skip US holidays at 8 on weekdays", "US", "UTC"],
    ["at 9 but not on bank holidays in the UK", "GB", "UTC"],
    ["daily at 8 no holidays (FR)", "FR", "UTC"],
    ["at 8 skip holidays in DE-BY Europe/Berlin", "DE-BY", "Europe/Berlin"],
    ["at 8 skip holidays in South Korea Japan", "KR", "Asia/Tokyo"],
    ["at 8 except on national holidays of Saudi Arabia silent", "SA", "UTC"],
  ])("reads whose are left out in %j", (typed, country, zone) => {
    const read = readSchedule(typed, "UTC");
    expect([read.rule?.skipsHolidaysOf, read.timeZone]).toEqual([country, zone]);
    expect(readSchedule(showSchedule(read), null)).toEqual({ ...read, whenEmpty: "line" });
  });

  it("asks for a country where none is named", () => {
    expect(() => readSchedule("weekdays at 8 skip holidays", "Asia/Tokyo")).toThrow("Say whose holidays");
  });

  it("shows them in the languages of the frames", () => {
    const read = readSchedule("weekdays at 8 skip holidays in Germany", "UTC");
    expect(showSchedule(read, "en")).toBe("at 08:00 on weekdays except public holidays in Germany, UTC");
    expect(showSchedule(read, "de")).toBe("um 08:00 Uhr montags bis freitags außer an Feiertagen (Deutschland), UTC");
    expect(showSchedule(read, "fr")).toBe("à 08:00 du lundi au vendredi sauf les jours fériés (Allemagne), UTC");
  });

  it("refuses by name what cannot be looked up", () => {
    const read = readSchedule("at 8 skip holidays in Germany", "UTC");
    expect(() => refuseUnknownHolidays(read, NO_HOLIDAYS)).toThrow("date-holidays");
    expect(() => refuseUnknownHolidays(read, { ...holidays, knows: () => "no" })).toThrow("Germany");
    expect(() => refuseUnknownHolidays(read, holidays)).not.toThrow();
    expect(() => refuseUnknownHolidays(readSchedule("at 8", "UTC"), NO_HOLIDAYS)).not.toThrow();
  });
});

describe("a schedule that leaves out holidays", () => {
  it("goes on with the next day that is none", () => {
    expect(daysOf("weekdays skip holidays in Germany", "2026-12-23T00:00:00Z", 4)).toEqual([
      "2026-12-23",
      "2026-12-24",
      "2026-12-28",
      "2026-12-29",
    ]);
  });

  it("counts no holiday as a working day, and leaves a month out whose day is one", () => {
    expect(daysOf("last working day skip holidays in the UK", "2027-05-01T00:00:00Z", 1)).toEqual(["2027-05-28"]);
    expect(daysOf("first working day of the month skip holidays in Germany", "2026-12-31T12:00:00Z", 2)).toEqual([
      "2027-01-04",
      "2027-02-01",
    ]);
    expect(daysOf("on the 1st skip holidays in Germany", "2026-12-31T12:00:00Z", 2)).toEqual(["2027-02-01", "2027-03-01"]);
  });

  it("is a mistake of the program where nobody can tell what a holiday is", () => {
    expect(() => nextSlot(readSchedule("skip holidays in Germany", "UTC"), null, 0)).toThrow("calendar of holidays");
  });
});
