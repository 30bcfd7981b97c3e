const MONTH_NAMES = "january february march april may june july august september october november december".split(" ");
const SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAY_NAMES = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ["sun", 0],
  ["mon", 1],
  ["tue", 2],
  ["tues", 2],
  ["wed", 3],
  ["thu", 4],
  ["thur", 4],
  ["thurs", 4],
  ["fri", 5],
  ["sat", 6],
]);
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, i) => [name, i] as const),
  ...SHORT_MONTHS.map((name, i) => [name, i] as const),
  ["sept", 8] as const,
]);
const WEEKDAYS: ReadonlyMap<string, number> = new Map(WEEKDAY_NAMES.map((name, i) => [name, i] as const));
const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  "a one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, Math.max(1, i)] as const),
);

/** Month 0 to 11 of a name or a short form, in lower case and without its full stop. */
export function monthOf(word: string): number | null {
  return MONTHS.get(word) ?? null;
}

export function isFullMonth(word: string): boolean {
  return MONTH_NAMES.includes(word);
}

/** Weekday 0 (Sunday) to 6 of a full name. */
export function weekdayOfName(word: string): number | null {
  return WEEKDAYS.get(word) ?? null;
}

/** Weekday of "Tues" and the like; "Sun" and "Sat" are also other words. */
export function weekdayOfShort(word: string): number | null {
  return SHORT_WEEKDAYS.get(word) ?? null;
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
  return word === "morning" || word === "afternoon" || word === "evening" || word === "night" || word === "noon";
}

/** A month's or weekday's name, or a short form of it with or without a full stop. */
export function isCalendarWord(word: string): boolean {
  const bare = word.endsWith(".") ? word.slice(0, -1) : word;
  return MONTHS.has(bare) || WEEKDAYS.has(bare) || SHORT_WEEKDAYS.has(bare);
}
