import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimeZone, nextSlot, slotsBetween } from "../../src/digest/next-slot.ts";
import { dueAtMs } from "../../src/digest/schedule/digest-days.ts";
import type { Schedule, ScheduleRule } from "../../src/domain/digests/digest.ts";

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

const RULE: ScheduleRule = { laterMinutes: [], everyWeeks: null, monthDays: [] };

/** The keys of the next slots, each after the one before. */
function keysFrom(schedule: Schedule, now: string, count: number): string[] {
  const keys: string[] = [];
  let [key, atMs]: [string | null, number] = [null, at(now)];
  for (let found = 0; found < count; found++) {
    const next = nextSlot(schedule, key, atMs);
    [key, atMs] = [next.key, next.dueAtMs];
    keys.push(next.key);
  }
  return keys;
}

describe("nextSlot by a rule", () => {
  const base = { minuteOfDay: 480, weekdays: EVERY_DAY, timeZone: "Europe/Berlin" };

  it("comes several times a day, the first of a date under the date alone", () => {
    const twice = { ...base, rule: { ...RULE, laterMinutes: [1080] } };
    expect(keysFrom(twice, "2026-03-02T12:00:00Z", 3)).toEqual(["2026-03-02T18:00", "2026-03-03", "2026-03-03T18:00"]);
    expect(dueAtMs(twice, "2026-03-02T18:00")).toBe(at("2026-03-02T17:00:00Z"));
    expect(slotsBetween(twice, "2026-03-02", "2026-03-04")).toEqual({
      last: { key: "2026-03-03T18:00", dueAtMs: at("2026-03-03T17:00:00Z") },
      count: 3,
    });
  });

  it("brings no second first digest where one time of a date is followed by two", () => {
    const twice = { ...base, rule: { ...RULE, laterMinutes: [1080] } };
    expect(nextSlot(twice, "2026-03-02", at("2026-03-02T09:00:00Z")).key).toBe("2026-03-02T18:00");
    expect(nextSlot({ ...base, minuteOfDay: 1200 }, "2026-03-02T18:00", at("2026-03-02T18:30:00Z")).key).toBe("2026-03-03");
  });

  it("makes one of two times that a change of the clock brings together", () => {
    const night = { ...base, minuteOfDay: 120, rule: { ...RULE, laterMinutes: [180, 240] } };
    expect(keysFrom(night, "2026-03-28T12:00:00Z", 3)).toEqual(["2026-03-29", "2026-03-29T04:00", "2026-03-30"]);
  });

  it("counts weeks from the one that it began in", () => {
    const fortnight = { ...base, weekdays: [1], rule: { ...RULE, everyWeeks: { count: 2, from: "2026-03-02" } } };
    expect(keysFrom(fortnight, "2026-03-01T12:00:00Z", 3)).toEqual(["2026-03-02", "2026-03-16", "2026-03-30"]);
    expect(keysFrom(fortnight, "2025-12-20T12:00:00Z", 2)).toEqual(["2025-12-22", "2026-01-05"]);
  });

  it.each([
    ["the first Monday", { nth: 1, weekdays: [1] }, ["2026-01-05", "2026-02-02", "2026-03-02"]],
    ["the last Friday", { nth: -1, weekdays: [5] }, ["2026-01-30", "2026-02-27", "2026-03-27"]],
    ["the 15th", { nth: 15, weekdays: EVERY_DAY }, ["2026-01-15", "2026-02-15", "2026-03-15"]],
    [
      "the 31st, or the last day of a shorter month",
      { nth: 31, weekdays: EVERY_DAY },
      ["2026-01-31", "2026-02-28", "2026-03-31"],
    ],
    ["the last working day", { nth: -1, weekdays: [1, 2, 3, 4, 5] }, ["2026-01-30", "2026-02-27", "2026-03-31"]],
  ])("comes on %s of a month", (_, day, keys) => {
    expect(keysFrom({ ...base, rule: { ...RULE, monthDays: [day] } }, "2026-01-01T00:00:00Z", 3)).toEqual(keys);
  });

  it("gives slots whose keys and times rise together, in every zone, and none twice", () => {
    const days = fc.record({ nth: fc.constantFrom(-1, 1, 2, 15, 31), weekdays: fc.subarray(EVERY_DAY, { minLength: 1 }) });
    const schedules = fc.record({
      timeZone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
      minuteOfDay: fc.integer({ min: 0, max: 180 }),
      weekdays: fc.subarray(EVERY_DAY, { minLength: 1 }),
      rule: fc.record({
        laterMinutes: fc.subarray([240, 300, 480, 1080], {}),
        everyWeeks: fc.option(fc.record({ count: fc.integer({ min: 2, max: 4 }), from: fc.constant("2026-03-02") })),
        monthDays: fc.array(days, { maxLength: 2 }),
      }),
    });
    const dates = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(schedules, dates, (schedule, now) => {
        const first = nextSlot(schedule, null, now.getTime());
        const second = nextSlot(schedule, first.key, first.dueAtMs);
        expect(first.dueAtMs).toBeGreaterThan(now.getTime());
        expect(second.dueAtMs).toBeGreaterThan(first.dueAtMs);
        expect(second.key > first.key).toBe(true);
        expect(slotsBetween(schedule, first.key, second.key)).toBeNull();
      }),
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
