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

  it.each(["at 25:00", "at 8 on fooday", "at 08:61", "at 13pm", "Mars/Olympus", "x ".repeat(60), "at 8 & 9"])(
    "names what it does not understand in %j",
    (typed) => {
      expect(() => readSchedule(typed, null)).toThrow(AppError);
    },
  );
});
