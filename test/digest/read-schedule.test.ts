import { describe, expect, it } from "vitest";
import { readSchedule } from "../../src/digest/read-schedule.ts";
import { AppError } from "../../src/domain/errors.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7];

describe("readSchedule", () => {
  it.each([
    [undefined, 480, ALL, "Asia/Tokyo"],
    ["at 08:00 on weekdays Asia/Tokyo", 480, [1, 2, 3, 4, 5], "Asia/Tokyo"],
    ["every Monday at 7pm", 1140, [1], "Asia/Tokyo"],
    ["every Monday and Thursday at 7 pm Europe/Berlin", 1140, [1, 4], "Europe/Berlin"],
    ["daily at 6.30", 390, ALL, "Asia/Tokyo"],
    ["at 12am utc", 0, ALL, "UTC"],
    ["at noon on weekends", 720, [6, 7], "Asia/Tokyo"],
    ["at 9 fri-mon", 540, [1, 5, 6, 7], "Asia/Tokyo"],
    ["at midnight", 0, ALL, "Asia/Tokyo"],
    ["at 8 america/new_york", 480, ALL, "America/New_York"],
  ])("reads %j", (...[typed, minuteOfDay, weekdays, timeZone]) => {
    expect(readSchedule(typed, "Asia/Tokyo")).toEqual({ minuteOfDay, weekdays, timeZone, whenEmpty: "line", language: "en" });
  });

  it.each([
    ["at 8 in German", "de"],
    ["daily in français at 8", "fr"],
    ["at 8 english", "en"],
  ])("reads the language of the frame in %j", (typed, language) => {
    expect(readSchedule(typed, null).language).toBe(language);
  });

  it("takes UTC where nobody tells a zone", () => {
    expect(readSchedule(undefined, null).timeZone).toBe("UTC");
  });

  it("says nothing on empty days where that is asked for", () => {
    expect(readSchedule("at 8 silent", null).whenEmpty).toBe("silence");
  });

  it.each(["at 25:00", "at 8 on fooday", "at 08:61", "at 13pm", "Mars/Olympus", "x ".repeat(60), "at 8 / 9"])(
    "names what it does not understand in %j",
    (typed) => {
      expect(() => readSchedule(typed, null)).toThrow(AppError);
    },
  );

  const days = (nth: number, ...weekdays: number[]) => ({ nth, weekdays: weekdays.length === 0 ? ALL : weekdays });

  it.each([
    ["at 8 and 18:00", [480, 1080], {}],
    ["at 8, 12.30 and 6pm on weekdays", [480, 750, 1080], { weekdays: [1, 2, 3, 4, 5] }],
    ["at 8 & 20", [480, 1200], {}],
    ["twice a day", [480, 1080], {}],
    ["every 4 hours", [0, 240, 480, 720, 960, 1200], {}],
    ["every six hours at 7", [60, 420, 780, 1140], {}],
    ["every 5 hours from 8 to 18 on weekdays", [480, 780, 1080], { weekdays: [1, 2, 3, 4, 5] }],
    ["every hour between 9am and noon", [540, 600, 660, 720], {}],
    ["every other Monday", [480], { weekdays: [1], everyWeeks: 2 }],
    ["every second Tuesday and Friday at 9", [540], { weekdays: [2, 5], everyWeeks: 2 }],
    ["fortnightly on Thursday at noon", [720], { weekdays: [4], everyWeeks: 2 }],
    ["fortnightly", [480], { weekdays: [1], everyWeeks: 2 }],
    ["every 3 weeks on Wednesday", [480], { weekdays: [3], everyWeeks: 3 }],
    ["first Monday", [480], { monthDays: [days(1, 1)] }],
    ["every first Monday of the month at 9", [540], { monthDays: [days(1, 1)] }],
    ["every second Monday of the month", [480], { monthDays: [days(2, 1)] }],
    ["on the first and third Tuesday", [480], { monthDays: [days(1, 2), days(3, 2)] }],
    ["last Friday of the month at 17:00", [1020], { monthDays: [days(-1, 5)] }],
    ["on the last day of the month", [480], { monthDays: [days(-1)] }],
    ["last working day of each month", [480], { monthDays: [days(-1, 1, 2, 3, 4, 5)] }],
    ["on the 1st", [480], { monthDays: [days(1)] }],
    ["on the 1st and 15th at 7:30", [450], { monthDays: [days(1), days(15)] }],
    ["monthly", [480], { monthDays: [days(1)] }],
    ["monthly on the 31st", [480], { monthDays: [days(31)] }],
    ["weekdays 7:30", [450], { weekdays: [1, 2, 3, 4, 5] }],
    ["once a day at 9 p.m.", [1260], {}],
  ])("reads how often and on which days: %j", (typed, times, expected) => {
    const read = readSchedule(typed, "Asia/Tokyo");
    expect([read.minuteOfDay, ...(read.rule?.laterMinutes ?? [])]).toEqual(times);
    const { weekdays, rule } = read;
    const given = { weekdays, everyWeeks: rule?.everyWeeks?.count, monthDays: rule?.monthDays ?? [] };
    expect(given).toEqual({ weekdays: ALL, everyWeeks: undefined, monthDays: [], ...expected });
  });

  it.each([
    ["hourly", "hourly"],
    ["every 2 hours at 8 and 9:30", "Name one time"],
    ["every 30 minutes", "every 30 minutes"],
    ["every 5 hours", "other times each day"],
    ["at 8 and 8:30", "hour apart"],
    ["at 23:30 and 0:15", "hour apart"],
    ["every other day", "every other day"],
    ["every third Monday", "third Monday of the month"],
    ["every 6 weeks", "every 6 weeks"],
    ["biweekly", "every other Monday"],
    ["quarterly", "quarterly"],
    ["every 2 months", "every 2 months"],
    ["tomorrow at 8", "tomorrow"],
    ["fifth Friday of the month", "fifth Friday"],
    ["on the 32nd", "32nd"],
    ["on the 45th", "45th"],
    ["on 15", "on the 15th"],
    ["monthly on Mondays", "first Monday of the month"],
    ["weekdays and on the 1st", "not on both"],
    ["every 0 hours", "every hour"],
  ])("refuses what cannot be by its name: %j", (typed, named) => {
    expect(() => readSchedule(typed, null)).toThrow(named);
  });
});
