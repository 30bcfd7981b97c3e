import { together, words } from "../words.ts";

/** The English calendar, in lower case: the one place where its months, weekdays and relative days stand. */

/** In order, from January. */
const MONTH_NAMES = "january february march april may june july august september october november december".split(" ");
/** In order, from Sunday, as `Date` counts. */
const WEEKDAY_NAMES = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

export const MONTHS = words(MONTH_NAMES.join(" "));
export const WEEKDAYS = words(WEEKDAY_NAMES.join(" "));
/** As datelines and tables write them, without their full stop. */
export const SHORT_MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec");
export const SHORT_WEEKDAYS = words("mon tue tues wed thu thur thurs fri sat sun");

const SEASONS = words("spring summer autumn winter");

export const RELATIVE_DAYS = words("today yesterday tomorrow tonight");
export const PARTS_OF_DAY = words("morning afternoon evening night");

/** Months and weekdays, in full. */
export const CALENDAR_NAMES = together(MONTHS, WEEKDAYS);

/** As sentences write them, with a capital. */
export const WRITTEN_CALENDAR_NAMES = words(
  [...CALENDAR_NAMES].map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(" "),
);

/** "March", "Friday", "Sept.", "Friday's": a month or a weekday, in full or short, as a token writes it in lower case. "May's" is a name's. */
export function isCalendarWord(word: string): boolean {
  if (/[’']s$/u.test(word)) return WEEKDAYS.has(word.slice(0, -2));
  const bare = word.endsWith(".") ? word.slice(0, -1) : word;
  return CALENDAR_NAMES.has(bare) || SHORT_MONTHS.has(bare);
}
/** Months and seasons. */
export const TIMES_OF_YEAR = together(MONTHS, SEASONS);
