import type { MonthDay } from "../../domain/digests/digest.ts";

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = [1, 2, 3, 4, 5];
const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const LONGEST_MONTH = 31;

/** "sunset" and "month" are no days. */
const A_DAY = "(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:days?)?";
const DAY = new RegExp(`^${A_DAY}$`, "i");
const DAYS_FROM_TO = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[-–](mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i;
const WORKING = "(?:weekdays?|workdays?|working days?|business days?)";
const OF_THE_MONTH = "(?: (?:of|in) (?:the|each|every|a) month)";
const ORDINAL = "(first|1st|second|2nd|third|3rd|fourth|4th|last)";
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  last: -1,
};
const NUMBERS: Readonly<Record<string, number>> = {
  other: 2,
  second: 2,
  "2nd": 2,
  two: 2,
  third: 3,
  three: 3,
  fourth: 4,
  four: 4,
};

/** On which days, as far as it was read. */
export interface ReadDays {
  weekdays: Set<number>;
  monthDays: MonthDay[];
  everyWeeks: number | null;
  isMonthly: boolean;
}

type Phrase = [RegExp, (found: RegExpExecArray, days: ReadDays) => void];

const PHRASES: Phrase[] = [
  [
    new RegExp(`^every (?:other|second|2nd) (${A_DAY})(?!${OF_THE_MONTH})(?= |$)`, "i"),
    ([, day = ""], days) => {
      days.everyWeeks = 2;
      days.weekdays.add(dayOf(day));
    },
  ],
  [
    /^(?:fortnightly|(?:every|each) fortnight|every (other|second|2nd|third|fourth|two|three|four|[2-4]) weeks?)(?= |$)/i,
    ([, count = "2"], days) => {
      days.everyWeeks = NUMBERS[count.toLowerCase()] ?? Number(count);
    },
  ],
  [
    new RegExp(`^(?:the )?${ORDINAL}(?:,? and (?:the )?${ORDINAL})? (${A_DAY}|${WORKING}|days?)${OF_THE_MONTH}?(?= |$)`, "i"),
    ([, first = "", second, day = ""], days) => {
      const weekdays = /^days?$/i.test(day) ? EVERY_DAY : new RegExp(`^${WORKING}$`, "i").test(day) ? WEEKDAYS : [dayOf(day)];
      for (const each of [first, ...(second === undefined ? [] : [second])])
        days.monthDays.push({ nth: ORDINALS[each.toLowerCase()] ?? 1, weekdays });
    },
  ],
  [
    new RegExp(`^(?:the )?(first|last)${OF_THE_MONTH}(?= |$)`, "i"),
    ([, which = ""], days) => days.monthDays.push({ nth: ORDINALS[which.toLowerCase()] ?? 1, weekdays: EVERY_DAY }),
  ],
  [
    new RegExp(`^(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: day)?${OF_THE_MONTH}?(?= |$)`, "i"),
    ([, day], days) => days.monthDays.push({ nth: Number(day), weekdays: EVERY_DAY }),
  ],
  [
    new RegExp(`^${WORKING}(?= |$)`, "i"),
    (_, { weekdays }) => {
      for (const day of WEEKDAYS) weekdays.add(day);
    },
  ],
  [
    /^(?:monthly|(?:once )?(?:every|each|a|per) month|(?:of|in) (?:the|each|every|a) month)(?= |$)/i,
    (_, days) => {
      days.isMonthly = true;
    },
  ],
];

/** How many characters at the head of the words say on which days; 0 where they say nothing of days, or a day that no month has. */
export function takeDays(words: string, days: ReadDays): number {
  for (const [pattern, read] of PHRASES) {
    const found = pattern.exec(words);
    if (found === null) continue;
    read(found, days);
    return days.monthDays.every(({ nth }) => nth !== 0 && nth <= LONGEST_MONTH) ? found[0].length : 0;
  }
  const [word = ""] = words.split(" ", 1);
  const named = daysOf(word);
  if (named === null) return 0;
  for (const day of named) days.weekdays.add(day);
  return word.length;
}

/** ISO weekdays that one word names, null where it is none. */
export function daysOf(word: string): number[] | null {
  if (/^(?:daily|days?|everyday)$/i.test(word)) return EVERY_DAY;
  if (/^(?:weekdays?|workdays?)$/i.test(word)) return WEEKDAYS;
  if (/^weekends?$/i.test(word)) return [6, 7];
  if (/^weekly$/i.test(word)) return [1];
  const span = DAYS_FROM_TO.exec(word);
  if (span !== null) return daysFromTo(dayOf(span[1] ?? ""), dayOf(span[2] ?? ""));
  return DAY.test(word) ? [dayOf(word)] : null;
}

function dayOf(name: string): number {
  return NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function daysFromTo(from: number, to: number): number[] {
  const days = [from];
  for (let day = from; day !== to; ) {
    day = (day % 7) + 1;
    days.push(day);
  }
  return days;
}
