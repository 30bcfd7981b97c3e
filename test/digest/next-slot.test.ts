import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueAtMs, isTimeZone, nextSlot, slotsBetween } from "../../src/digest/next-slot.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const at = (instant: string) => Date.parse(instant);

describe("nextSlot", () => {
  it.each([
    ["in winter", "Europe/Berlin", "2026-01-10T12:00:00Z", "2026-01-11", "2026-01-11T07:00:00Z"],
    ["in summer, an hour earlier by UTC", "Europe/Berlin", "2026-07-10T12:00:00Z", "2026-07-11", "2026-07-11T06:00:00Z"],
    ["still today where it is still today", "Pacific/Honolulu", "2026-01-10T12:00:00Z", "2026-01-10", "2026-01-10T18:00:00Z"],
    ["tomorrow where it is tomorrow already", "Pacific/Kiritimati", "2026-01-10T12:00:00Z", "2026-01-11", "2026-01-10T18:00:00Z"],
    ["in a zone of quarters of an hour", "Asia/Kathmandu", "2026-01-10T12:00:00Z", "2026-01-11", "2026-01-11T02:15:00Z"],
  ])("is 08:00 local time %s", (...[, timeZone, now, key, due]) => {
    expect(nextSlot({ minuteOfDay: 480, weekdays: EVERY_DAY, timeZone }, null, at(now))).toEqual({ key, dueAtMs: at(due) });
  });

  it("comes an hour late on the day that lacks its time, and at the first of the two on the day that has it twice", () => {
    const schedule = { minuteOfDay: 150, weekdays: EVERY_DAY, timeZone: "America/New_York" };
    expect(nextSlot(schedule, null, at("2026-03-08T05:00:00Z"))).toEqual({
      key: "2026-03-08",
      dueAtMs: at("2026-03-08T07:30:00Z"),
    });
    const twice = { ...schedule, minuteOfDay: 90 };
    const first = nextSlot(twice, null, at("2026-11-01T04:00:00Z"));
    expect(first).toEqual({ key: "2026-11-01", dueAtMs: at("2026-11-01T05:30:00Z") });
    expect(nextSlot(twice, first.key, first.dueAtMs)).toEqual({ key: "2026-11-02", dueAtMs: at("2026-11-02T06:30:00Z") });
  });

  it("never gives a date twice, even when the clock is set back over it", () => {
    const schedule = { minuteOfDay: 480, weekdays: EVERY_DAY, timeZone: "UTC" };
    expect(nextSlot(schedule, "2026-05-05", at("2026-05-01T00:00:00Z")).key).toBe("2026-05-06");
  });

  it("keeps to the weekdays", () => {
    const schedule = { minuteOfDay: 480, weekdays: [1, 5], timeZone: "Asia/Tokyo" };
    expect(nextSlot(schedule, null, at("2026-11-23T12:00:00Z")).key).toBe("2026-11-27");
    expect(nextSlot(schedule, "2026-11-27", at("2026-11-27T00:00:00Z")).key).toBe("2026-11-30");
  });

  it("is after both the date and the instant that it follows, and none lies between", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    fc.assert(
      fc.property(
        fc.record({
          timeZone: fc.constantFrom(...zones),
          minuteOfDay: fc.integer({ min: 0, max: 1439 }),
          weekdays: fc.subarray(EVERY_DAY, { minLength: 1 }),
        }),
        fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
        (schedule, now) => {
          const { timeZone, minuteOfDay } = schedule;
          const first = nextSlot(schedule, null, now.getTime());
          const second = nextSlot(schedule, first.key, first.dueAtMs);
          expect(first.dueAtMs).toBeGreaterThan(now.getTime());
          expect(second.dueAtMs).toBeGreaterThan(first.dueAtMs);
          expect(second.key > first.key).toBe(true);
          expect(slotsBetween(schedule, first.key, second.key)).toBeNull();
          // The clock on the wall shows the time that was asked for, but for the hour that a day lacks.
          const wall = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
          const [hour = 0, minute = 0] = wall.format(first.dueAtMs).split(":").map(Number);
          const shift = (hour * 60 + minute - minuteOfDay + 1440) % 1440;
          expect([0, 30, 60]).toContain(shift);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("slotsBetween", () => {
  it("counts the slots that lie between two, and gives the last", () => {
    const schedule = { minuteOfDay: 0, weekdays: [1, 2, 3, 4, 5], timeZone: "UTC" };
    expect(slotsBetween(schedule, "2026-11-20", "2026-11-26")).toEqual({
      last: { key: "2026-11-25", dueAtMs: dueAtMs(schedule, "2026-11-25") },
      count: 3,
    });
  });
});

describe("isTimeZone", () => {
  it("knows zones from words", () => {
    expect([isTimeZone("Asia/Tokyo"), isTimeZone("Mars/Olympus"), isTimeZone("")]).toEqual([true, false, false]);
  });
});
