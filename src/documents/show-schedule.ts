import { dateFormat } from "../domain/date-format.ts";
import type { Language, MonthDay, Schedule } from "../domain/digests/digest.ts";
import { countryName } from "../extract/countries.ts";
import { LOCALES, showZone } from "./show-instant.ts";

/** A Monday: the names of the weekdays are those of the days from it on. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const EVERY_DAY = "1234567";
const WORKING_DAYS = "12345";

/** How a language says when a digest comes. */
interface ScheduleWords {
  and: string;
  at(times: string): string;
  everyDay: string;
  workingDays: string;
  on(days: string[]): string;
  everyWeeks(count: number, days: string[]): string;
  /** "the first Monday", "the 15th", "the last day"; `kind` is null for any day, and a weekday or what a working day is called. */
  monthDay(nth: number, kind: string | null): string;
  ofMonth(days: string): string;
  workingDay: string;
  /** `place` is a country's name or the code of a part of one. */
  exceptHolidays(place: string): string;
}

const ENGLISH_ORDINALS = ["", "first", "second", "third", "fourth"];
const GERMAN_ORDINALS = ["", "ersten", "zweiten", "dritten", "vierten"];
const FRENCH_ORDINALS = ["", "premier", "deuxième", "troisième", "quatrième"];

const WORDS: Record<Language, ScheduleWords> = {
  en: {
    and: "and",
    at: (times) => `at ${times}`,
    everyDay: "every day",
    workingDays: "on weekdays",
    on: (days) => `on ${days.join(", ")}`,
    everyWeeks: (count, days) => `every ${ENGLISH_ORDINALS[count]} week on ${days.join(", ")}`,
    monthDay: (nth, kind) =>
      kind === null && nth > 0 ? `the ${ordinal(nth)}` : `the ${nth < 0 ? "last" : ENGLISH_ORDINALS[nth]} ${kind ?? "day"}`,
    ofMonth: (days) => `on ${days} of each month`,
    workingDay: "weekday",
    exceptHolidays: (place) => `except public holidays in ${place}`,
  },
  de: {
    and: "und",
    at: (times) => `um ${times} Uhr`,
    everyDay: "täglich",
    workingDays: "montags bis freitags",
    on: (days) => days.map((day) => `${day.toLowerCase()}s`).join(", "),
    everyWeeks: (count, days) =>
      `jede ${GERMAN_ORDINALS[count]?.slice(0, -1)} Woche ${days.map((day) => `${day.toLowerCase()}s`).join(", ")}`,
    monthDay: (nth, kind) =>
      kind === null && nth > 0 ? `am ${nth}.` : `am ${nth < 0 ? "letzten" : GERMAN_ORDINALS[nth]} ${kind ?? "Tag"}`,
    ofMonth: (days) => `${days} jedes Monats`,
    workingDay: "Werktag (Montag bis Freitag)",
    exceptHolidays: (place) => `außer an Feiertagen (${place})`,
  },
  fr: {
    and: "et",
    at: (times) => `à ${times}`,
    everyDay: "tous les jours",
    workingDays: "du lundi au vendredi",
    on: (days) => days.map((day) => `le ${day}`).join(", "),
    everyWeeks: (count, days) =>
      `une semaine sur ${["", "", "deux", "trois", "quatre"][count]}, ${days.map((day) => `le ${day}`).join(", ")}`,
    monthDay: (nth, kind) =>
      kind === null && nth > 0
        ? `le ${nth === 1 ? "1er" : nth}`
        : `le ${nth < 0 && kind === null ? "dernier jour" : `${nth < 0 ? "dernier" : FRENCH_ORDINALS[nth]} ${kind}`}`,
    ofMonth: (days) => `${days} de chaque mois`,
    workingDay: "jour ouvré (lundi à vendredi)",
    exceptHolidays: (place) => `sauf les jours fériés (${place})`,
  },
};

/** "at 08:00 on weekdays, Asia/Tokyo"; "at 08:00 and 18:00 every second week on Monday, UTC"; "um 08:00 Uhr am letzten Freitag jedes Monats, UTC". */
export function showSchedule(schedule: Schedule, language: Language = "en"): string {
  const words = WORDS[language];
  const times = [schedule.minuteOfDay, ...(schedule.rule?.laterMinutes ?? [])].map(clockOf);
  const place = schedule.rule?.skipsHolidaysOf;
  const except = place === undefined ? "" : ` ${words.exceptHolidays(placeName(place, language))}`;
  return `${words.at(listed(times, words.and))} ${showDays(schedule, language)}${except}, ${showZone(schedule.timeZone)}`;
}

function placeName(place: string, language: Language): string {
  if (place.includes("-")) return place;
  return language === "en"
    ? (countryName(place) ?? place)
    : (new Intl.DisplayNames(LOCALES[language], { type: "region" }).of(place) ?? place);
}

function showDays({ weekdays, rule }: Schedule, language: Language): string {
  const words = WORDS[language];
  if (rule !== undefined && rule.monthDays.length > 0)
    return words.ofMonth(
      listed(
        rule.monthDays.map((day) => showMonthDay(day, language)),
        words.and,
      ),
    );
  const days = weekdays.map((day) => nameOf(day, language));
  if (rule?.everyWeeks != null) return words.everyWeeks(rule.everyWeeks.count, days);
  const key = weekdays.join("");
  if (key === EVERY_DAY) return words.everyDay;
  return key === WORKING_DAYS ? words.workingDays : words.on(days);
}

function showMonthDay({ nth, weekdays }: MonthDay, language: Language): string {
  const key = weekdays.join("");
  const kind = key === EVERY_DAY ? null : key === WORKING_DAYS ? WORDS[language].workingDay : nameOf(weekdays[0] ?? 1, language);
  return WORDS[language].monthDay(nth, kind);
}

function nameOf(weekday: number, language: Language): string {
  const format = dateFormat(LOCALES[language], { weekday: "long", timeZone: "UTC" });
  return format.format(MONDAY_MS + (weekday - 1) * DAY_MS);
}

function listed(items: string[], and: string): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}

function clockOf(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}

/** "1st", "22nd", "13th". */
function ordinal(number: number): string {
  const suffix = /1[1-3]$/.test(String(number)) ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${suffix}`;
}
