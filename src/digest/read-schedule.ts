import type { Language, Schedule, WhenEmpty } from "../domain/digests/digest.ts";
import { AppError } from "../domain/errors.ts";
import { isTimeZone } from "./next-slot.ts";
import { zoneNamed } from "./zones/find-zones.ts";

const DEFAULT_MINUTE_OF_DAY = 8 * 60;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = [1, 2, 3, 4, 5];
const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MAX_WORDS = 40;

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/i;
/** "sunset" and "month" are no days. */
const DAY = /^(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:days?)?$/i;
const DAYS_FROM_TO = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[-–](mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i;
const ZONE = /^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/i;
/** Words of a zone's name at most: "ho chi minh city". */
const ZONE_WORDS = 4;

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

/**
 * A schedule as people type it: "at 08:00 on weekdays Asia/Tokyo", "every Monday at 7pm", "daily at 6.30 silent in German". What is not said is
 * 08:00, every day, the asker's zone, English. Throws an AppError ("usage") that names the word that is not understood.
 */
export function readSchedule(typed: string | undefined, zone: string | null): ReadSchedule {
  const given = (typed ?? "").split(/[\s,]+/).filter((word) => word !== "");
  if (given.length > MAX_WORDS) throw notUnderstood(typed ?? "");
  const { words, zone: timeZone } = takeZone(given);
  let minuteOfDay: number | null = null;
  let whenEmpty: WhenEmpty = "line";
  let language: Language = "en";
  const weekdays = new Set<number>();
  for (const [at, word] of words.entries()) {
    const days = daysOf(word);
    const minutes = minutesOf(word, words[at + 1]);
    const named = LANGUAGE_NAMES.find(([pattern]) => pattern.test(word))?.[1];
    if (days !== null) for (const day of days) weekdays.add(day);
    else if (minutes !== null && minuteOfDay === null) minuteOfDay = minutes;
    else if (named !== undefined) language = named;
    else if (/^silen(?:t|ce|tly)$/i.test(word)) whenEmpty = "silence";
    else if (!isFiller(word)) throw notUnderstood(word);
  }
  const chosen = timeZone ?? zone ?? "UTC";
  return {
    minuteOfDay: minuteOfDay ?? DEFAULT_MINUTE_OF_DAY,
    weekdays: weekdays.size === 0 ? [...EVERY_DAY] : [...weekdays].sort((a, b) => a - b),
    timeZone: isTimeZone(chosen) ? chosen : "UTC",
    whenEmpty,
    language,
  };
}

function isFiller(word: string): boolean {
  return /^(?:at|on|in|the|and|every|each|o'clock|am|pm|time|only|if|when|nothing|new|empty)$/i.test(word);
}

function daysOf(word: string): number[] | null {
  if (/^(?:daily|days?|everyday)$/i.test(word)) return EVERY_DAY;
  if (/^(?:weekdays?|workdays?)$/i.test(word)) return WEEKDAYS;
  if (/^weekends?$/i.test(word)) return [6, 7];
  if (/^weekly$/i.test(word)) return [1];
  const span = DAYS_FROM_TO.exec(word);
  if (span !== null) return daysFromTo(dayOf(span[1] ?? ""), dayOf(span[2] ?? ""));
  const day = DAY.exec(word);
  return day === null ? null : [dayOf(day[1] ?? "")];
}

function dayOf(name: string): number {
  return NAMES.indexOf(name.toLowerCase()) + 1;
}

function daysFromTo(from: number, to: number): number[] {
  const days = [from];
  for (let day = from; day !== to; ) {
    day = (day % 7) + 1;
    days.push(day);
  }
  return days;
}

/** Minutes after midnight, or null where the word is no time of day. */
function minutesOf(word: string, following: string | undefined): number | null {
  if (/^noon$/i.test(word)) return 12 * 60;
  if (/^midnight$/i.test(word)) return 0;
  const match = CLOCK.exec(word);
  if (match === null) return null;
  const half = (match[3] ?? (/^[ap]m$/i.test(following ?? "") ? following : undefined))?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half === undefined ? 24 : 12) || (half !== undefined && hour === 0)) throw notUnderstood(word);
  const of24 = half === undefined ? hour % 24 : (hour % 12) + (half === "pm" ? 12 : 0);
  return of24 * 60 + minute;
}

/** Takes the last zone that is named out of the words: "EST", "UTC+5", "New York", "Asia/Tokyo". */
function takeZone(words: string[]): { words: string[]; zone: string | null } {
  for (let at = words.length - 1; at >= 0; at--) {
    for (let count = Math.min(ZONE_WORDS, words.length - at); count > 0; count--) {
      const named = words.slice(at, at + count).join(" ");
      if (daysOf(named) !== null || isFiller(named)) continue;
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

function notUnderstood(word: string): AppError {
  return new AppError(
    "usage",
    `I don't understand “${word.slice(0, 60)}” in the schedule. Write it like “at 08:00 on weekdays Asia/Tokyo”. Add “silent” to skip days without news, and “in German” or “in French” for headings in that language.`,
  );
}
