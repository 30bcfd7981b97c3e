import { describe, expect, it } from "vitest";
import { readSchedule } from "../../../src/digest/read-schedule.ts";
import { showSchedule } from "../../../src/documents/show-schedule.ts";

const read = (typed: string) => showSchedule(readSchedule(typed, "UTC")).replace(/, UTC$/, "");

describe("a schedule in other words", () => {
  it.each([
    ["Mon to Thu at 8", "at 08:00 on Monday, Tuesday, Wednesday, Thursday"],
    ["from Monday through Thursday at 8am", "at 08:00 on Monday, Tuesday, Wednesday, Thursday"],
    ["Mon, Wed, Fri 9am", "at 09:00 on Monday, Wednesday, Friday"],
    ["M-F 9:15", "at 09:15 on weekdays"],
    ["0800 weekdays", "at 08:00 on weekdays"],
    ["once a month on the 15th", "at 08:00 on the 15th of each month"],
    ["weekly on Wednesday at 14h30", "at 14:30 on Wednesday"],
    ["every week on Monday", "at 08:00 on Monday"],
    ["once a week", "at 08:00 on Monday"],
    ["morning and evening", "at 08:00 and 18:00 every day"],
    ["every morning", "at 08:00 every day"],
    ["Monday mornings at 7", "at 07:00 on Monday"],
    ["every evening at 6", "at 18:00 every day"],
    ["Sunday night at 9", "at 21:00 on Sunday"],
    ["at 7 in the evening", "at 19:00 every day"],
    ["every day except Sunday at 8", "at 08:00 on Monday, Tuesday, Wednesday, Thursday, Friday, Saturday"],
    ["daily but not on weekends", "at 08:00 on weekdays"],
    ["at half past seven on weekdays", "at 07:30 on weekdays"],
    ["quarter to one every Friday", "at 12:45 on Friday"],
    ["every working day at seven o'clock", "at 07:00 on weekdays"],
    ["every business day at 9", "at 09:00 on weekdays"],
    ["at seven in the evening", "at 19:00 every day"],
    ["8 o'clock at night daily", "at 20:00 every day"],
    ["at 8 Friday evening", "at 20:00 on Friday"],
    ["12 at night", "at 00:00 every day"],
    ["2 at night", "at 02:00 every day"],
  ])("is read: %j", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    ["werktags um 7:30", "at 07:30 on weekdays"],
    ["jeden Montag um 8 Uhr", "at 08:00 on Monday"],
    ["jeden zweiten Dienstag um 9 Uhr", "at 09:00 every second week on Tuesday"],
    ["am ersten Montag im Monat", "at 08:00 on the first Monday of each month"],
    ["am 1. und 15.", "at 08:00 on the 1st and the 15th of each month"],
    ["täglich um 8 und 18 Uhr auf Deutsch", "at 08:00 and 18:00 every day"],
    ["alle vier Stunden", "at 00:00, 04:00, 08:00, 12:00, 16:00 and 20:00 every day"],
    ["tous les jours à 8h", "at 08:00 every day"],
    ["le premier lundi du mois à 9h30", "at 09:30 on the first Monday of each month"],
    ["du lundi au vendredi à 7h30", "at 07:30 on weekdays"],
    ["un mardi sur deux à 10h", "at 10:00 every second week on Tuesday"],
    ["le 1er et le 15 à midi", "at 12:00 on the 1st and the 15th of each month"],
    ["toutes les six heures", "at 02:00, 08:00, 14:00 and 20:00 every day"],
    ["tous les jours à 8h sauf les jours fériés en France", "at 08:00 every day except public holidays in France"],
    ["jeden Werktag um 7.30 Uhr", "at 07:30 on weekdays"],
    ["der erste Werktag des Monats um 9", "at 09:00 on the first weekday of each month"],
    ["am Monatsletzten um 18 Uhr", "at 18:00 on the last day of each month"],
    ["täglich um halb acht", "at 07:30 every day"],
    ["freitags um Viertel nach sieben", "at 07:15 on Friday"],
    ["jeden Freitag um Viertel vor neun abends", "at 20:45 on Friday"],
    ["um 8 Uhr abends", "at 20:00 every day"],
    ["jeden Abend um 8", "at 20:00 every day"],
    ["um 17 Uhr 30", "at 17:30 every day"],
    ["Montag Morgen um 7", "at 07:00 on Monday"],
    ["Mo, Mi, Fr um 8", "at 08:00 on Monday, Wednesday, Friday"],
    ["mo-fr 7:30", "at 07:30 on weekdays"],
    ["lun-ven 7h30", "at 07:30 on weekdays"],
    ["tous les jours ouvrables à 7h30", "at 07:30 on weekdays"],
    ["tous les jours à sept heures et demie", "at 07:30 every day"],
    ["du lundi au vendredi à 9 heures moins le quart", "at 08:45 on weekdays"],
    ["à 8 heures du soir", "at 20:00 every day"],
    ["chaque lundi à 18 heures 30", "at 18:30 on Monday"],
    ["toutes les six heures de 8h à 20h", "at 08:00, 14:00 and 20:00 every day"],
  ])("is read in German or French: %j", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    "at 08:00 on weekdays skip holidays in Germany",
    "at 8 and 18:00 Monday and Thursday",
    "every other Tuesday at 9",
    "every 3 weeks on Friday",
    "first and third Monday of the month at 7:30",
    "last working day",
    "on the 1st and 15th",
    "last day of the month",
    "last Friday at 17:00 skip holidays in Japan",
  ])("is read as the frames show it in each language: %j", (typed) => {
    const schedule = readSchedule(typed, "UTC");
    for (const language of ["en", "de", "fr"] as const)
      expect(readSchedule(showSchedule(schedule, language), "UTC"), showSchedule(schedule, language)).toEqual(schedule);
  });

  it.each([
    ["twice a week", "twice a week"],
    ["second-to-last Friday", "second-to-last"],
    ["at 24:30", "24:30"],
    ["every other weekday", "every other weekday"],
    ["every other working day", "every other working day"],
    ["every February at 9", "February"],
    ["on the 1st of January", "of January"],
    ["on Christmas", "Christmas"],
    ["weekdays at 7:30 until December", "until"],
    ["morgen um 8 Uhr", "tomorrow"],
    ["Monday to Friday at 8, Saturday at 10", "other times on other days"],
    ["at 8 on Monday and at 9 on Friday", "other times on other days"],
    ["Monday morning and Friday evening", "other times on other days"],
    ["montags um 8 und freitags um 16 Uhr", "other times on other days"],
    ["le lundi à 8h et le vendredi à 16h", "other times on other days"],
  ])("is refused by its name where it cannot be: %j", (typed, named) => {
    expect(() => readSchedule(typed, null)).toThrow(named);
  });
});
