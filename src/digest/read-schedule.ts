import type { Language, Schedule, WhenEmpty } from "../domain/digests/digest.ts";
import { AppError } from "../domain/errors.ts";
import { isTimeZone } from "./next-slot.ts";
import { plainSchedule } from "./schedule/plain-schedule.ts";
import { daysOf, EVERY_DAY, type ReadDays, takeDays } from "./schedule/read-days.ts";
import { takeHolidays } from "./schedule/read-holidays.ts";
import { type HourSpan, minutesOf, TIME, timesOfDay } from "./schedule/read-times.ts";
import { refuseWhatCannotBe } from "./schedule/refuse-schedule.ts";
import { zoneNamed } from "./zones/find-zones.ts";

const MAX_WORDS = 40;
const ZONE = /^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/i;
/** Words of a zone's name at most: "ho chi minh city". */
const ZONE_WORDS = 4;
/** Islands are named after these, and a schedule means the day. */
const IS_FEAST = /^(?:christmas|easter)$/i;
/** A Monday from which weeks are counted until `countWeeks` says better. */
const SOME_MONDAY = "1970-01-05";

export interface ReadSchedule extends Schedule {
  whenEmpty: WhenEmpty;
  language: Language;
}

/** What people call the languages of a digest's frame. */
const LANGUAGE_NAMES: [RegExp, Language][] = [
  [/^english$/i, "en"],
  [/^(?:german|deutsch)$/i, "de"],
  [/^(?:french|français|francais)$/i, "fr"],
];

interface Reading extends ReadDays {
  /** Whose holidays are left out. */
  country: string | null;
  minutes: number[];
  span: HourSpan | null;
  whenEmpty: WhenEmpty;
  language: Language;
}

/**
 * A schedule as people type it: "at 08:00 on weekdays Asia/Tokyo", "at 8 and 18:00", "every 4 hours", "every other Monday at 7pm", "first Monday",
 * "on the 1st at 6.30 silent in German". What is not said is 08:00, every day, the asker's zone, English. Throws an AppError ("usage") that names
 * what is not understood, or cannot be.
 */
export function readSchedule(typed: string | undefined, zone: string | null): ReadSchedule {
  const given = (typed ?? "").split(/[\s,]+/).filter((word) => word !== "");
  if (given.length > MAX_WORDS) throw notUnderstood(typed ?? "");
  const { words: others, country } = takeHolidays(plainSchedule(given.join(" ")));
  const { words, zone: timeZone } = takeZone(others === "" ? [] : others.split(" "));
  const reading: Reading = {
    weekdays: new Set(),
    monthDays: [],
    everyWeeks: null,
    isMonthly: false,
    country,
    minutes: [],
    span: null,
    whenEmpty: "line",
    language: "en",
  };
  let order = "";
  for (let rest = words.join(" "); rest !== ""; ) {
    const [days, times] = [countDays(reading), countTimes(reading)];
    rest = rest.slice(takePhrase(rest, reading)).trimStart();
    const kind = countDays(reading) > days ? "d" : countTimes(reading) > times ? "t" : "";
    if (!order.endsWith(kind)) order += kind;
  }
  if (order.length > 3)
    throw new AppError(
      "usage",
      "I can't post a digest at other times on other days. Name days and times that go together, such as “Monday and Friday at 8 and 16:00”.",
    );
  const chosen = timeZone ?? zone ?? "UTC";
  const { whenEmpty, language } = reading;
  return { ...scheduleOf(reading), timeZone: isTimeZone(chosen) ? chosen : "UTC", whenEmpty, language };
}

function countDays({ weekdays, monthDays }: Reading): number {
  return weekdays.size + monthDays.length;
}

function countTimes({ minutes, span }: Reading): number {
  return minutes.length + (span === null ? 0 : 1);
}

/** Reads what the words begin with; how many characters that was. */
function takePhrase(words: string, reading: Reading): number {
  const daily = ONCE_OR_MORE.exec(words);
  if (daily !== null) {
    reading.minutes.push(...(DAILY_TIMES[(daily[1] ?? "").toLowerCase()] ?? []));
    return daily[0].length;
  }
  const hours = takeHours(words, reading);
  if (hours > 0) return hours;
  refuseWhatCannotBe(words);
  const days = takeDays(words, reading);
  if (days > 0) return days;
  const [word = ""] = words.split(" ", 1);
  const time = A_TIME.exec(words);
  if (time !== null) {
    const minutes = minutesOf(time.slice(1, 5));
    if (minutes === null) throw notUnderstood(time[0]);
    reading.minutes.push(minutes);
    return time[0].length;
  }
  const named = LANGUAGE_NAMES.find(([pattern]) => pattern.test(word))?.[1];
  if (named !== undefined) reading.language = named;
  else if (/^silen(?:t|ce|tly)$/i.test(word)) reading.whenEmpty = "silence";
  else if (!isFiller(word)) throw notUnderstood(word);
  return word.length;
}

const A_TIME = new RegExp(`^${TIME}(?= |$)`, "i");
const ONCE_OR_MORE = /^(once|twice|two times|2x|three times|3x) (?:a day|per day|each day|every day|daily)(?= |$)/i;
/** When a day has several digests of which nobody named the times. */
const DAILY_TIMES: Readonly<Record<string, number[]>> = {
  twice: [480, 1080],
  "two times": [480, 1080],
  "2x": [480, 1080],
  "three times": [480, 780, 1080],
  "3x": [480, 780, 1080],
};
const HOURS = new RegExp(
  `^(?:every|each) (?:(\\d{1,2}|two|three|four|six|eight|twelve) )?hours?(?: (?:from|between) ${TIME} (?:to|and|until|till|-) ${TIME})?(?= |$)`,
  "i",
);
const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, six: 6, eight: 8, twelve: 12 };

/** "every 4 hours", "every hour from 8 to 18". */
function takeHours(words: string, reading: Reading): number {
  const found = HOURS.exec(words);
  if (found === null) return 0;
  const hours = NUMBERS[(found[1] ?? "").toLowerCase()] ?? Number(found[1] ?? 1);
  const [from, to] = [found.slice(2, 6), found.slice(6, 10)].map((parts) =>
    parts.every((part) => part === undefined) ? null : minutesOf(parts),
  );
  if (found[0].includes(" from ") || found[0].includes(" between ")) {
    if (from == null || to == null) throw notUnderstood(found[0]);
    reading.span = { hours, fromTo: { from, to } };
  } else if (hours === 1) return 0;
  else reading.span = { hours, fromTo: null };
  return found[0].length;
}

/** What was read as a schedule. Throws an AppError ("usage") where its parts do not go together. */
function scheduleOf({ minutes, span, weekdays, monthDays, everyWeeks, isMonthly, country }: Reading): Omit<Schedule, "timeZone"> {
  const [minuteOfDay = 0, ...laterMinutes] = timesOfDay(minutes, span);
  if (isMonthly && monthDays.length === 0 && weekdays.size > 0)
    throw new AppError("usage", "Say which one of the month, such as “first Monday of the month” or “last Friday”.");
  const days = isMonthly && monthDays.length === 0 ? [{ nth: 1, weekdays: EVERY_DAY }] : monthDays;
  if (days.length > 0 && (weekdays.size > 0 || everyWeeks !== null))
    throw new AppError("usage", "A digest comes on weekdays or on days of a month, not on both. Name one of them.");
  const isBeyond = laterMinutes.length > 0 || days.length > 0 || everyWeeks !== null || country !== null;
  const named = [...weekdays].sort((a, b) => a - b);
  const weeks = everyWeeks === null ? null : { count: everyWeeks, from: SOME_MONDAY };
  const skipped = country === null ? {} : { skipsHolidaysOf: country };
  return {
    minuteOfDay,
    weekdays: named.length > 0 ? named : everyWeeks === null ? [...EVERY_DAY] : [1],
    ...(isBeyond ? { rule: { laterMinutes, everyWeeks: weeks, monthDays: days, ...skipped } } : {}),
  };
}

function isFiller(word: string): boolean {
  return /^(?:at|on|in|the|and|&|every|each|o'clock|am|pm|time|only|if|when|nothing|new|empty)$/i.test(word);
}

/** Takes the last zone that is named out of the words: "EST", "UTC+5", "New York", "Asia/Tokyo". */
function takeZone(words: string[]): { words: string[]; zone: string | null } {
  for (let at = words.length - 1; at >= 0; at--) {
    for (let count = Math.min(ZONE_WORDS, words.length - at); count > 0; count--) {
      const named = words.slice(at, at + count).join(" ");
      if (daysOf(named) !== null || isFiller(named) || IS_FEAST.test(named)) continue;
      const zone = zoneNamed(named);
      if (zone !== null) return { words: [...words.slice(0, at), ...words.slice(at + count)], zone };
    }
    const word = words[at] ?? "";
    if (ZONE.test(word))
      throw new AppError(
        "usage",
        `I don't know the time zone “${word.slice(0, 60)}”. Name one such as Asia/Tokyo or Europe/Berlin.`,
      );
  }
  return { words, zone: null };
}

/** What is no schedule, where others are one that cannot be. */
export class NotUnderstood extends AppError {}

function notUnderstood(word: string): AppError {
  return new NotUnderstood(
    "usage",
    `I don't understand “${word.slice(0, 60)}” in the schedule. Write it like “at 08:00 on weekdays Asia/Tokyo”, “at 8 and 18:00”, “every other Monday” or “on the 1st”. Add “silent” to skip days without news, and “in German” or “in French” for headings in that language.`,
  );
}
