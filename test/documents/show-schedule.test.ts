import { describe, expect, it } from "vitest";
import { readSchedule } from "../../src/digest/read-schedule.ts";
import { showSchedule } from "../../src/documents/show-schedule.ts";

describe("showSchedule", () => {
  it.each([
    ["at 8 on weekdays", "at 08:00 on weekdays", "um 08:00 Uhr montags bis freitags", "à 08:00 du lundi au vendredi"],
    ["at 8 and 18:00", "at 08:00 and 18:00 every day", "um 08:00 und 18:00 Uhr täglich", "à 08:00 et 18:00 tous les jours"],
    ["Monday, Friday", "at 08:00 on Monday, Friday", "um 08:00 Uhr montags, freitags", "à 08:00 le lundi, le vendredi"],
    [
      "every other Monday",
      "at 08:00 every second week on Monday",
      "um 08:00 Uhr jede zweite Woche montags",
      "à 08:00 une semaine sur deux, le lundi",
    ],
    [
      "first and third Tuesday",
      "at 08:00 on the first Tuesday and the third Tuesday of each month",
      "um 08:00 Uhr am ersten Dienstag und am dritten Dienstag jedes Monats",
      "à 08:00 le premier mardi et le troisième mardi de chaque mois",
    ],
    [
      "last Friday of the month",
      "at 08:00 on the last Friday of each month",
      "um 08:00 Uhr am letzten Freitag jedes Monats",
      "à 08:00 le dernier vendredi de chaque mois",
    ],
    ["on the 1st", "at 08:00 on the 1st of each month", "um 08:00 Uhr am 1. jedes Monats", "à 08:00 le 1er de chaque mois"],
    ["on the 22nd", "at 08:00 on the 22nd of each month", "um 08:00 Uhr am 22. jedes Monats", "à 08:00 le 22 de chaque mois"],
    [
      "last day of the month",
      "at 08:00 on the last day of each month",
      "um 08:00 Uhr am letzten Tag jedes Monats",
      "à 08:00 le dernier jour de chaque mois",
    ],
    [
      "last working day of the month",
      "at 08:00 on the last weekday of each month",
      "um 08:00 Uhr am letzten Werktag (Montag bis Freitag) jedes Monats",
      "à 08:00 le dernier jour ouvré (lundi à vendredi) de chaque mois",
    ],
  ])("says %j in three languages", (...[typed, english, german, french]) => {
    const schedule = readSchedule(typed, "Asia/Tokyo");
    expect(showSchedule(schedule)).toBe(`${english}, Asia/Tokyo`);
    expect(showSchedule(schedule, "de")).toBe(`${german}, Asia/Tokyo`);
    expect(showSchedule(schedule, "fr")).toBe(`${french}, Asia/Tokyo`);
  });

  it("says in English what reads back as the same", () => {
    for (const typed of ["at 8 and 18:00 on weekdays", "every other Monday", "last Friday", "on the 1st and 15th"]) {
      const schedule = readSchedule(typed, "UTC");
      expect(readSchedule(showSchedule(schedule), null)).toEqual(schedule);
    }
  });
});
