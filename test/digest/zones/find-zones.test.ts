import { describe, expect, it } from "vitest";
import { readSchedule } from "../../../src/digest/read-schedule.ts";
import { suggestZones, zoneNamed } from "../../../src/digest/zones/find-zones.ts";

describe("a time zone's name", () => {
  it.each([
    ["Asia/Tokyo", "Asia/Tokyo"],
    ["asia/tokyo", "Asia/Tokyo"],
    ["EST", "America/New_York"],
    ["IST", "Asia/Kolkata"],
    ["cet", "Europe/Paris"],
    ["UTC+5", "Etc/GMT-5"],
    ["GMT-3", "Etc/GMT+3"],
    ["+05:30", "Asia/Kolkata"],
    ["UTC", "UTC"],
    ["Delhi", "Asia/Kolkata"],
    ["Kolkata", "Asia/Kolkata"],
    ["new york", "America/New_York"],
    ["São Paulo", "America/Sao_Paulo"],
    ["Japan", "Asia/Tokyo"],
    ["Australia", null],
    ["sunset", null],
    ["UTC+25", null],
  ])("is read: %s", (typed, zone) => {
    expect(zoneNamed(typed)).toBe(zone);
  });

  it("is suggested by city, country and any part of it", () => {
    expect(suggestZones("delh", 25)).toContain("Asia/Kolkata");
    expect(suggestZones("german", 25)).toContain("Europe/Berlin");
    expect(suggestZones("tokyo", 25)[0]).toBe("Asia/Tokyo");
    expect(suggestZones("sao", 25)).toContain("America/Sao_Paulo");
  });
});

describe("a zone behind a schedule", () => {
  it.each([
    ["at 08:00 EST", "America/New_York"],
    ["at 08:00 on weekdays New York time", "America/New_York"],
    ["at 8am Delhi", "Asia/Kolkata"],
    ["every Monday at 9 UTC+5", "Etc/GMT-5"],
  ])("is read: %s", (typed, zone) => {
    expect(readSchedule(typed, "Europe/Berlin").timeZone).toBe(zone);
  });

  it.each(["at sunset", "at 08:00 monthlyish"])("that is no time is refused by name: %s", (typed) => {
    expect(() => readSchedule(typed, null)).toThrow(/sunset|monthlyish/);
  });
});
