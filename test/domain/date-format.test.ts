import { expect, it } from "vitest";
import { dateFormat } from "../../src/domain/date-format.ts";

const DAY = Date.parse("2026-11-30T23:30:00Z");

it("writes dates as a format of its own would, for each zone and language", () => {
  for (const locale of ["en-GB", "de-DE", "fr-FR"])
    for (const timeZone of ["UTC", "Asia/Tokyo", "America/New_York"]) {
      const options = { timeZone, dateStyle: "long" } as const;
      expect(dateFormat(locale, options).format(DAY)).toBe(new Intl.DateTimeFormat(locale, options).format(DAY));
    }
  expect(() => dateFormat("en-GB", { timeZone: "Nowhere/Else" })).toThrow(RangeError);
});

it("keeps a format, and no more of them than it may", () => {
  const first = dateFormat("en-GB", { day: "numeric", timeZone: "UTC" });
  expect(dateFormat("en-GB", { day: "numeric", timeZone: "UTC" })).toBe(first);
  for (let hour = 1; hour <= 14; hour++)
    for (const locale of ["en-GB", "de-DE", "fr-FR"])
      for (const dateStyle of ["full", "long", "medium", "short"] as const)
        for (const timeZone of [`Etc/GMT-${hour}`, `Etc/GMT+${Math.min(hour, 12)}`]) dateFormat(locale, { dateStyle, timeZone });
  expect(dateFormat("en-GB", { day: "numeric", timeZone: "UTC" })).not.toBe(first);
});
