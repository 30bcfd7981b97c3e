import { MONTHS, PARTS_OF_DAY, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from "../calendar.ts";

const MONTH_PLACES = placesOf(MONTHS, SHORT_MONTHS);
const WEEKDAY_PLACES = placesOf(WEEKDAYS, new Set());
const SHORT_WEEKDAY_PLACES = placesOf(WEEKDAYS, SHORT_WEEKDAYS);
const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  "a one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, Math.max(1, i)] as const),
);

/** Names in their order, with the short forms that begin them. */
function placesOf(names: ReadonlySet<string>, short: ReadonlySet<string>): ReadonlyMap<string, number> {
  const places = new Map([...names].map((name, place) => [name, place]));
  for (const form of short) {
    const place = [...names].findIndex((name) => name.startsWith(form));
    if (place >= 0) places.set(form, place);
  }
  return places;
}

/** Month 0 to 11 of a name or a short form, in lower case and without its full stop. */
export function monthOf(word: string): number | null {
  return MONTH_PLACES.get(word) ?? null;
}

export function isFullMonth(word: string): boolean {
  return MONTHS.has(word);
}

/** Weekday 0 (Sunday) to 6 of a full name. */
export function weekdayOfName(word: string): number | null {
  return WEEKDAY_PLACES.get(word) ?? null;
}

/** Weekday of "Tues" and the like; "Sun" and "Sat" are also other words. */
export function weekdayOfShort(word: string): number | null {
  return SHORT_WEEKDAY_PLACES.get(word) ?? null;
}

/** "two" or "12" as a number up to 31; "a" is one. */
export function countOf(word: string): number | null {
  const small = word === "an" ? 1 : SMALL_NUMBERS.get(word);
  if (small !== undefined) return small;
  return /^[1-9]\d?$/.test(word) && Number(word) <= 31 ? Number(word) : null;
}

/** "day", "weeks" as a unit. */
export function unitOf(word: string): "day" | "week" | "month" | "year" | null {
  const unit = word.endsWith("s") ? word.slice(0, -1) : word;
  return unit === "day" || unit === "week" || unit === "month" || unit === "year" ? unit : null;
}

/** Part of a day: "morning". */
export function isPartOfDay(word: string | undefined): boolean {
  return word !== undefined && (PARTS_OF_DAY.has(word) || word === "noon");
}
