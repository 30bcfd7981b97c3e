import type { DateSpan } from "../../domain/evidence/extraction.ts";
import { DAY_MS, dayAt, dayOfIso, daysSpan, isoDay, mondayOf, monthSpan, weekdayOf, yearSpan } from "./calendar.ts";
import type { DateExpression, YearWords } from "./date-expression.ts";

/** Where an undated year or a weekday lies: before the publication, after it, or whichever is nearer ("holds talks on Friday"). */
export type Direction = "past" | "future" | "near";

/** Which of "09/08/2022" is the day. */
export type DateOrder = "day-first" | "month-first";

export interface Anchor {
  /** Midnight UTC of the publication date, in milliseconds; NaN where it is unknown. */
  day: number;
  direction: Direction;
  /** Whether the publisher's day may be one behind the event's: true of articles, false of what somebody types now. */
  slack: boolean;
  /** The date spoken of last. */
  previous: DateSpan | null;
  order: DateOrder | null;
}

type OfKind<K extends DateExpression["kind"]> = Extract<DateExpression, { kind: K }>;

/** A year away is not said without its year, unless the tense was misread: then the near one is meant. */
const FAR_BACK_MS = 300 * DAY_MS;
const NEAR_AHEAD_MS = 60 * DAY_MS;

/** The days that an expression stands for; null where that cannot be told. */
export function resolveExpression(expression: DateExpression, anchor: Anchor): DateSpan | null {
  switch (expression.kind) {
    case "day":
      return daySpanOf(expression, anchor);
    case "numbers":
      return numbersSpan(expression, anchor);
    case "year":
      return yearSpan(expression.year);
    case "from-spoken":
      return fromSpoken(expression.days, anchor.previous);
    case "unknown":
      return null;
    case "month":
      return expression.year !== null && "year" in expression.year
        ? monthSpan(expression.year.year, expression.month)
        : anchored(anchor, () => openMonthSpan(expression, anchor));
    case "weekday":
      return anchored(anchor, () => weekdaySpan(expression, anchor));
    case "weekend":
      return anchored(anchor, () => weekendSpan(expression, anchor));
    case "away":
      return anchored(anchor, () => awaySpan(expression, anchor));
    case "past-days":
      return anchored(anchor, () => daysSpan(anchor.day - expression.days * DAY_MS, anchor.day));
  }
}

function anchored(anchor: Anchor, resolve: () => DateSpan | null): DateSpan | null {
  return Number.isNaN(anchor.day) ? null : resolve();
}

function daySpanOf({ month, day, last, year, weekday }: OfKind<"day">, anchor: Anchor): DateSpan | null {
  const first = dayInYear({ month, day }, { year, weekday }, anchor);
  if (first === null) return null;
  const start = new Date(first);
  const end = last === null ? first : dayAt(start.getUTCFullYear() + (last.month < month ? 1 : 0), last.month, last.day);
  return end === null || end < first ? null : daysSpan(first, end);
}

interface OpenYear {
  year: YearWords;
  weekday: number | null;
}

function dayInYear({ month, day }: { month: number; day: number }, { year, weekday }: OpenYear, anchor: Anchor): number | null {
  if (year !== null && "year" in year) return dayAt(year.year, month, day);
  if (Number.isNaN(anchor.day)) return null;
  const now = new Date(anchor.day).getUTCFullYear();
  if (year !== null) return dayAt(now + year.yearsAway, month, day);
  const all = [now - 1, now, now + 1].flatMap((candidate) => dayAt(candidate, month, day) ?? []);
  const fitting = weekday === null ? all : all.filter((at) => weekdayOf(at) === weekday);
  return chooseDay(fitting.length > 0 ? fitting : all, anchor);
}

/** Of one day in several years the one that the direction asks for. */
function chooseDay(candidates: number[], { day, direction }: Anchor): number | null {
  const past = candidates.findLast((at) => at <= day + DAY_MS);
  const future = candidates.find((at) => at >= day - DAY_MS);
  if (past === undefined || future === undefined) return past ?? future ?? null;
  if (direction === "future") return future;
  if (direction === "past") return day - past > FAR_BACK_MS && future - day < NEAR_AHEAD_MS ? future : past;
  return day - past < future - day ? past : future;
}

/** "09/08/2022": by what cannot be, by what has not been yet, else by the order that the text or its publisher uses. */
function numbersSpan({ first, second, year }: OfKind<"numbers">, anchor: Anchor): DateSpan | null {
  const dayFirst = dayAt(year, second - 1, first);
  const monthFirst = dayAt(year, first - 1, second);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst;
    return only === null ? null : daysSpan(only);
  }
  if (anchor.order !== null) return daysSpan(anchor.order === "day-first" ? dayFirst : monthFirst);
  if (anchor.direction !== "past" || Number.isNaN(anchor.day)) return null;
  const possible = [dayFirst, monthFirst].filter((at) => at <= anchor.day + DAY_MS);
  return possible.length === 1 && possible[0] !== undefined ? daysSpan(possible[0]) : null;
}

/** "in March", "last November", "June last year". */
function openMonthSpan({ month, year, which }: OfKind<"month">, { day, direction }: Anchor): DateSpan {
  const now = new Date(day);
  const thisYear = now.getUTCFullYear();
  const thisMonth = now.getUTCMonth();
  if (year !== null && "yearsAway" in year) return monthSpan(thisYear + year.yearsAway, month);
  if (which === "last") return monthSpan(month >= thisMonth ? thisYear - 1 : thisYear, month);
  if (which === "next") return monthSpan(month <= thisMonth ? thisYear + 1 : thisYear, month);
  const distance = (month - thisMonth + 12) % 12;
  const ahead = direction === "future" || (direction === "near" && distance <= 6);
  if (ahead) return monthSpan(month < thisMonth ? thisYear + 1 : thisYear, month);
  return monthSpan(month > thisMonth ? thisYear - 1 : thisYear, month);
}

function weekdaySpan({ weekday, last, which, week }: OfKind<"weekday">, anchor: Anchor): DateSpan {
  const first =
    week === null ? weekdayDay(weekday, which, anchor) : mondayOf(anchor.day) + week * 7 * DAY_MS + ((weekday + 6) % 7) * DAY_MS;
  return daysSpan(first, last === null ? first : first + ((last - weekday + 7) % 7) * DAY_MS);
}

function weekdayDay(weekday: number, which: "last" | "this" | "next" | null, { day, direction, slack }: Anchor): number {
  const today = weekdayOf(day);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  const inNextWeek = mondayOf(day) + (7 + ((weekday + 6) % 7)) * DAY_MS;
  if (which === "next") return inNextWeek;
  if (which === "last") {
    // Of the day before one says "yesterday" or its bare name: "last Saturday", on a Sunday, is a week older.
    const daysBack = back === 0 ? 7 : back;
    return day - (daysBack === 1 ? 8 : daysBack) * DAY_MS;
  }
  // Somewhere it is tomorrow already, or still yesterday: nobody calls a day six days off by its bare name.
  if (direction === "past") return slack && back === 6 && which === null ? day + DAY_MS : day - back * DAY_MS;
  if (direction === "near" && slack && ahead === 6) return day - DAY_MS;
  return day + ahead * DAY_MS;
}

function weekendSpan({ which }: OfKind<"weekend">, { day, direction }: Anchor): DateSpan {
  const monday = mondayOf(day);
  const saturday = monday + 5 * DAY_MS;
  const back = which === "last" || (direction === "past" && saturday > day);
  const first = saturday + (back ? -7 : which === "next" && day >= saturday ? 7 : 0) * DAY_MS;
  return daysSpan(first, first + DAY_MS);
}

function awaySpan({ unit, count, open }: OfKind<"away">, { day, direction }: Anchor): DateSpan | null {
  if (open === true && direction !== "future") return null;
  const now = new Date(day);
  if (unit === "year") return yearSpan(now.getUTCFullYear() + count);
  if (unit === "month") return monthSpan(now.getUTCFullYear(), now.getUTCMonth() + count);
  if (unit === "day") return daysSpan(day + count * DAY_MS);
  // On a Sunday "this week" is the one that begins, where it is still to come.
  const shift = count === 0 && direction !== "past" && weekdayOf(day) === 0 ? 1 : count;
  const monday = mondayOf(day) + shift * 7 * DAY_MS;
  return daysSpan(monday, monday + 6 * DAY_MS);
}

function fromSpoken(days: number, previous: DateSpan | null): DateSpan | null {
  if (previous === null || previous.precision !== "day") return days === 0 ? previous : null;
  if (days === 0) return previous;
  const from = days < 0 ? previous.start : previous.end;
  const at = dayOfIso(from) + days * DAY_MS;
  return { start: isoDay(at), end: isoDay(at), precision: "day" };
}
