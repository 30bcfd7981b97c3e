import type { Which } from "../../dates/date-expression.ts";
import {
  type DateRule,
  isCapital,
  isNumber,
  joinsDays,
  lowerAt,
  type Match,
  readDay,
  readFurtherDay,
  readMonth,
  readYear,
  touchesBefore,
  type Word,
} from "./date-scan.ts";
import { isFullMonth, isPartOfDay, weekdayOfName, weekdayOfShort } from "./date-words.ts";

const BEFORE_MONTH = new Set(
  "in of last this next since early late mid during until till from by past previous before after through between".split(" "),
);
/** May is a name, too: only these tell the month. */
const BEFORE_MAY = new Set("in last this next since early late mid during past previous".split(" "));
const BEFORE_YEAR = new Set("in of during since from until till early late by before after mid".split(" "));
const DETERMINERS = new Set("the a an that this his her its their our s".split(" "));
const WHICH: ReadonlyMap<string, Which> = new Map([
  ["last", "last"],
  ["past", "last"],
  ["previous", "last"],
  ["this", "this"],
  ["next", "next"],
  ["coming", "next"],
]);

export function whichOf(word: string): Which {
  return WHICH.get(word) ?? null;
}

/** "2022-09-08", and "09/08/2022", "13.08.2022", "13-08-2022". */
export const numbersRule: DateRule = (words, at) => {
  const parts = [words[at], words[at + 2], words[at + 4]].map((word) => word?.text ?? "");
  const marks = [lowerAt(words, at + 1), lowerAt(words, at + 3)];
  const joined = [1, 2, 3, 4].every((step) => touchesBefore(words, at + step));
  if (!joined || marks[0] !== marks[1] || !/^[-/.]$/.test(marks[0] ?? "") || isJoined(words, at, at + 5)) return null;
  const [first = "", second = "", third = ""] = parts;
  if (/^\d{4}$/.test(first) && /^\d\d$/.test(second) && /^\d\d$/.test(third)) return isoMatch(parts.map(Number), at + 5);
  if (!/^\d{1,2}$/.test(first) || !/^\d{1,2}$/.test(second) || !/^(?:19|20)\d\d$/.test(third)) return null;
  return {
    expression: { kind: "numbers", first: Number(first), second: Number(second), year: Number(third) },
    next: at + 5,
  };
};

/** Whether the numbers are part of a longer chain, such as an address of four numbers. */
function isJoined(words: Word[], first: number, next: number): boolean {
  const before = touchesBefore(words, first) && /^[-/.\d]/.test(lowerAt(words, first - 1));
  const mark = touchesBefore(words, next) && /^[-/.]$/.test(lowerAt(words, next));
  return before || (mark && touchesBefore(words, next + 1) && isNumber(words[next + 1]));
}

function isoMatch([year = 0, month = 0, day = 0]: number[], next: number): Match | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { expression: { kind: "day", month: month - 1, day, last: null, year: { year }, weekday: null }, next };
}

/** "Friday, September 9", "Friday 9 September", or the day and month alone. */
export const datedDayRule: DateRule = (words, at) => {
  const weekday = weekdayOfName(lowerAt(words, at)) ?? weekdayOfShort(lowerAt(words, at));
  if (weekday === null) return dayMonthRule(words, at) ?? monthDayRule(words, at);
  let next = at + 1;
  while (/^[.,(]$/.test(lowerAt(words, next)) || lowerAt(words, next) === "the" || isPartOfDay(lowerAt(words, next))) {
    next++;
    if (next > at + 4) return null;
  }
  const match = dayMonthRule(words, next) ?? monthDayRule(words, next);
  if (match === null || match.expression.kind !== "day") return null;
  return { ...match, expression: { ...match.expression, weekday } };
};

/** "9 September 2022", "9-10 September", "30 June to 2 July", "the 3rd of June". */
function dayMonthRule(words: Word[], at: number): Match | null {
  const first = readDay(words, at);
  if (first === null || (touchesBefore(words, at) && /^[-–/]$/.test(lowerAt(words, at - 1)))) return null;
  const second = readFurtherDay(words, first.next);
  if (second !== null && second.value <= first.value) return null;
  const days = second ?? first;
  const month = readMonth(words, lowerAt(words, days.next) === "of" ? days.next + 1 : days.next);
  if (month === null) return null;
  if (second !== null) {
    const year = readYear(words, month.next);
    const last = { month: month.value, day: second.value };
    return dayMatch({ month: month.value, day: first.value, last, year }, month.next);
  }
  const beyond = joinsDays(words, month.next) ? readDay(words, month.next + 1) : null;
  const beyondMonth = beyond === null ? null : readMonth(words, beyond.next);
  if (beyond === null || beyondMonth === null)
    return dayMatch({ month: month.value, day: first.value, last: null, year: readYear(words, month.next) }, month.next);
  const last = { month: beyondMonth.value, day: beyond.value };
  return dayMatch({ month: month.value, day: first.value, last, year: readYear(words, beyondMonth.next) }, beyondMonth.next);
}

/** "September 9, 2022", "September 8-9", "June 30 to July 2". */
function monthDayRule(words: Word[], at: number): Match | null {
  const month = readMonth(words, at);
  const first = month === null ? null : readDay(words, lowerAt(words, month.next) === "the" ? month.next + 1 : month.next);
  if (month === null || first === null) return null;
  const start = { month: month.value, day: first.value };
  const second = readFurtherDay(words, first.next);
  // "between May 3 and 10 June": the second day has a month of its own.
  if (second !== null && second.value > first.value && readMonth(words, second.next) === null)
    return dayMatch(
      { ...start, last: { month: month.value, day: second.value }, year: readYear(words, second.next) },
      second.next,
    );
  const beyondMonth = joinsDays(words, first.next) ? readMonth(words, first.next + 1) : null;
  const beyond = beyondMonth === null ? null : readDay(words, beyondMonth.next);
  if (beyondMonth === null || beyond === null)
    return dayMatch({ ...start, last: null, year: readYear(words, first.next) }, first.next);
  const last = { month: beyondMonth.value, day: beyond.value };
  return dayMatch({ ...start, last, year: readYear(words, beyond.next) }, beyond.next);
}

interface DayParts {
  month: number;
  day: number;
  last: { month: number; day: number } | null;
  year: ReturnType<typeof readYear>;
}

function dayMatch({ year, ...parts }: DayParts, next: number): Match {
  return { expression: { kind: "day", ...parts, year: year?.value ?? null, weekday: null }, next: year?.next ?? next };
}

/** "November 2019", "last November", "in March", "late May", "February this year", "a June summit". */
export const monthRule: DateRule = (words, at) => {
  const lead = lowerAt(words, at);
  const which = whichOf(lead);
  const part = /^(?:early|late|mid)$/.test(lead);
  const from = which !== null ? at + 1 : part ? (lowerAt(words, at + 1) === "-" ? at + 2 : at + 1) : at;
  const month = readMonth(words, from);
  if (month === null) return null;
  const year = readYear(words, month.next);
  if (year === null && which === null && !part && !isMonthHere(words, from, month.next)) return null;
  if (year === null && !isCapital(words[from]) && which === null) return null;
  return { expression: { kind: "month", month: month.value, year: year?.value ?? null, which }, next: year?.next ?? month.next };
};

/** Whether a bare name means the month: behind "in", or as "the November summit". */
function isMonthHere(words: Word[], at: number, next: number): boolean {
  const before = lowerAt(words, at - 1) === "-" ? lowerAt(words, at - 2) : lowerAt(words, at - 1);
  const name = lowerAt(words, at);
  if (!isFullMonth(name) && !lowerAt(words, next - 1).startsWith(".")) return false;
  if (name === "may" ? BEFORE_MAY.has(before) : BEFORE_MONTH.has(before)) return !isCapital(words[next]) || name !== "may";
  return DETERMINERS.has(before) && (/^\p{Ll}/u.test(words[next]?.text ?? "") || isBeforeGathering(words, next));
}

const MAX_NAME = 8;

/** "the June Summit of the Americas", "the December U.S.-Africa Leaders Summit": a name of capitals behind a month that ends in a gathering. */
function isBeforeGathering(words: Word[], from: number): boolean {
  for (const { text } of words.slice(from, from + MAX_NAME)) {
    if (/^(?:Summit|Conference|Meeting|Forum|Dialogue)$/.test(text)) return true;
    if (!/^(?:\p{Lu}|[-–.’'\d])/u.test(text)) return false;
  }
  return false;
}

/** "on Friday", "next Tuesday and Wednesday", "Friday evening", "Monday of next week". */
export const weekdayRule: DateRule = (words, at) => {
  let from = at;
  if (lowerAt(words, from) === "this" && whichOf(lowerAt(words, from + 1)) !== null) from++;
  const which = whichOf(lowerAt(words, from));
  if (which !== null) from++;
  const first = weekdayAt(words, from, which !== null);
  if (first === null) return null;
  let next = behindPart(words, first.next);
  let last: number | null = null;
  if (joinsDays(words, next)) {
    const second = weekdayAt(words, whichOf(lowerAt(words, next + 1)) === null ? next + 1 : next + 2, true);
    if (second !== null && !isPossessive(words, first.next)) {
      last = second.value;
      next = behindPart(words, second.next);
    }
  }
  const week = weekAfter(words, next);
  return {
    expression: { kind: "weekday", weekday: first.value, last, which, week: week?.value ?? null },
    next: week?.next ?? next,
  };
};

function behindPart(words: Word[], at: number): number {
  return isPartOfDay(lowerAt(words, at)) ? at + 1 : at;
}

function isPossessive(words: Word[], at: number): boolean {
  return /^[’']$/.test(lowerAt(words, at)) && touchesBefore(words, at);
}

function weekdayAt(words: Word[], at: number, sure: boolean): { value: number; next: number } | null {
  const word = words[at];
  const full = weekdayOfName(word?.lower ?? "");
  if (full !== null) return { value: full, next: at + 1 };
  const short = weekdayOfShort(word?.lower ?? "");
  if (short === null || !isCapital(word)) return null;
  const dotted = lowerAt(words, at + 1) === "." && touchesBefore(words, at + 1);
  if (!sure && lowerAt(words, at - 1) !== "on" && (!dotted || short === 0 || short === 6)) return null;
  return { value: short, next: dotted ? at + 2 : at + 1 };
}

/** "last week", "of next week", "this week" behind a weekday. */
function weekAfter(words: Word[], at: number): { value: number; next: number } | null {
  const from = lowerAt(words, at) === "of" ? at + 1 : at;
  const away = ["last", "this", "next"].indexOf(lowerAt(words, from)) - 1;
  return away >= -1 && lowerAt(words, from + 1) === "week" ? { value: away, next: from + 2 } : null;
}

/** "in 2019", "late 2000", "the 2014 summit". */
export const yearRule: DateRule = (words, at) => {
  const word = words[at];
  if (word === undefined || !/^(?:19|20)\d\d$/.test(word.text)) return null;
  if (touchesBefore(words, at) && /^[-/.,$€£:]$/.test(lowerAt(words, at - 1))) return null;
  if (touchesBefore(words, at + 1) && /^[-/%:]$/.test(lowerAt(words, at + 1))) return null;
  if (touchesBefore(words, at + 1) && /^[.,]$/.test(lowerAt(words, at + 1)) && touchesBefore(words, at + 2)) return null;
  const before = lowerAt(words, at - 1);
  const named = DETERMINERS.has(before) && /^\p{L}/u.test(words[at + 1]?.text ?? "");
  return BEFORE_YEAR.has(before) || named ? { expression: { kind: "year", year: Number(word.text) }, next: at + 1 } : null;
};
