import { countOf, monthOf, type Unit, unitOf, weekdayOf } from "./calendar-words.ts";

const DAY_MS = 86_400_000;

/**
 * How a date is written, which says where it may stand with no word such as "since" before it: a `day` in figures, an `age` such as
 * "6 months" and a `relative` one such as "last week" on either side of the topic, a `named` one such as "5 June" behind it,
 * a `bare` one such as "May" or "2026" nowhere.
 */
type DateKind = "day" | "age" | "relative" | "named" | "bare";

/** The days that a phrase stands for: midnights in milliseconds, UTC. */
export interface ReadDate {
  first: number;
  last: number;
  /** How many words it has. */
  length: number;
  kind: DateKind;
  /** Whether its year is said; else it is the latest that has begun, and a range may move it. */
  hasYear: boolean;
}

/** The words in small letters, from where on to read, and the midnight of the day on which they are typed. */
export interface At {
  words: readonly string[];
  at: number;
  todayMs: number;
}

const DAY_WORDS: Readonly<Record<string, number>> = { today: 0, now: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
export const BACK: ReadonlySet<string> = new Set(["last", "past", "previous", "prev"]);
const AHEAD: ReadonlySet<string> = new Set(["next", "coming", "upcoming"]);
const HERE: ReadonlySet<string> = new Set(["this", "current"]);

/** A date that is told from today: "yesterday", "last week", "next June", "7d", "the last 6 months", "a month ago", "monday". */
export function readRelativeDate(from: At): ReadDate | null {
  return counted(from) ?? ledUnit(from) ?? weekday(from) ?? dayWord(from) ?? theUnit(from);
}

function dayWord({ words, at, todayMs }: At): ReadDate | null {
  const isBefore = words.slice(at, at + 3).join(" ") === "day before yesterday";
  const apart = isBefore ? -2 : DAY_WORDS[words[at] ?? ""];
  if (apart === undefined) return null;
  const ms = todayMs + apart * DAY_MS;
  return { first: ms, last: ms, length: isBefore ? 3 : 1, kind: "relative", hasYear: true };
}

/** "monday" is the latest one, today included; "last monday" is never today. */
function weekday({ words, at, todayMs }: At): ReadDate | null {
  const lead = words[at] ?? "";
  const steps = stepsOf(lead);
  const wanted = weekdayOf(words[steps === null ? at : at + 1]);
  if (wanted === undefined) return null;
  const ahead = (wanted - new Date(todayMs).getUTCDay() + 7) % 7;
  const days = steps === 1 ? ahead || 7 : steps === 0 ? ahead : ahead - (ahead === 0 && steps === null ? 0 : 7);
  const ms = todayMs + days * DAY_MS;
  return { first: ms, last: ms, length: steps === null ? 1 : 2, kind: steps === null ? "bare" : "relative", hasYear: true };
}

function stepsOf(lead: string): -1 | 0 | 1 | null {
  return BACK.has(lead) ? -1 : AHEAD.has(lead) ? 1 : HERE.has(lead) ? 0 : null;
}

/** "last week", "this month", "next year", "last June"; "the last week" and "past week" are the seven days up to today. */
function ledUnit(from: At): ReadDate | null {
  const { words, at, todayMs } = from;
  const [lead = "", word] = [words[at], words[at + 1]];
  const steps = stepsOf(lead);
  if (steps === null) return null;
  const month = monthOf(word);
  if (month !== undefined) return ledMonth(from, steps, month);
  const unit = unitOf(word);
  if (unit === undefined || unit === "hour" || word !== unit) return null;
  const isRolling = lead === "past" || (lead === "last" && words[at - 1] === "the");
  if (isRolling && unit !== "weekend") return age(from, { count: 1, unit, length: 2 });
  return { ...spanOf(unit, steps, todayMs), length: 2, kind: "relative", hasYear: true };
}

/** "last June" is the latest June that is over, "this June" this year's, "next June" the first that begins after today. */
function ledMonth({ todayMs }: At, steps: number, month: number): ReadDate {
  const now = new Date(todayMs);
  const thisMonth = now.getUTCMonth();
  const years = steps < 0 && month >= thisMonth ? -1 : steps > 0 && month <= thisMonth ? 1 : 0;
  const year = now.getUTCFullYear() + years;
  const [first, last] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)];
  return { first, last, length: 2, kind: "relative", hasYear: true };
}

/** "since the weekend", "start of the year": the weekend is the latest that has begun, everything else is today's. */
function theUnit({ words, at, todayMs }: At): ReadDate | null {
  const unit = unitOf(words[at]);
  if (unit === undefined || unit !== words[at] || words[at - 1] !== "the" || unit === "hour" || unit === "day") return null;
  const own = spanOf(unit, 0, todayMs);
  const span = own.first > todayMs ? spanOf(unit, -1, todayMs) : own;
  return { ...span, length: 1, kind: "bare", hasYear: true };
}

/** The week, month … that is so many of them away from today's: weeks begin on Monday. */
function spanOf(unit: Unit, steps: number, todayMs: number): { first: number; last: number } {
  const now = new Date(todayMs);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const monday = todayMs - ((now.getUTCDay() + 6) % 7) * DAY_MS + steps * 7 * DAY_MS;
  switch (unit) {
    case "hour":
    case "day":
      return { first: todayMs + steps * DAY_MS, last: todayMs + steps * DAY_MS };
    case "week":
      return { first: monday, last: monday + 6 * DAY_MS };
    case "weekend":
      return { first: monday + 5 * DAY_MS, last: monday + 6 * DAY_MS };
    case "fortnight":
      return { first: monday + steps * 7 * DAY_MS, last: monday + steps * 7 * DAY_MS + 13 * DAY_MS };
    case "month":
      return { first: Date.UTC(year, month + steps, 1), last: Date.UTC(year, month + steps + 1, 0) };
    case "quarter": {
      const start = Math.floor(month / 3) * 3 + steps * 3;
      return { first: Date.UTC(year, start, 1), last: Date.UTC(year, start + 3, 0) };
    }
    case "year":
      return { first: Date.UTC(year + steps, 0, 1), last: Date.UTC(year + steps, 11, 31) };
  }
}

/** "7d", "6 months", "last 3 weeks", "a month ago", "next 2 weeks". "6 day" is no time, as in "six day war". */
function counted(from: At): ReadDate | null {
  const { words, at, todayMs } = from;
  const steps = stepsOf(words[at] ?? "");
  if (steps === 0) return null;
  const start = steps === null ? at : at + 1;
  const [, glued, gluedUnit] = /^(\d{1,4})-?([a-z]+)$/.exec(words[start] ?? "") ?? [];
  const count = countOf(glued ?? words[start]);
  const word = glued === undefined ? words[start + 1] : gluedUnit;
  const unit = unitOf(word, true);
  if (count === undefined || count === 0 || unit === undefined || unit === "weekend") return null;
  if (glued === undefined && count > 1 && word === unit) return null;
  const length = start - at + (glued === undefined ? 2 : 1);
  if (steps === 1) return { first: todayMs, last: shift(todayMs, count, unit), length, kind: "relative", hasYear: true };
  const found = age(from, { count, unit, length });
  if (words[at + length] !== "ago") return found;
  return { ...found, last: found.first, length: length + 1, kind: "relative" };
}

/** So long before today, up to today. */
function age({ todayMs }: At, { count, unit, length }: { count: number; unit: Unit; length: number }): ReadDate {
  return { first: shift(todayMs, -count, unit), last: todayMs, length, kind: "age", hasYear: true };
}

const MONTHS_IN: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12 };
const DAYS_IN: Readonly<Partial<Record<Unit, number>>> = { week: 7, fortnight: 14 };

function shift(fromMs: number, count: number, unit: Unit): number {
  if (unit === "hour") return fromMs + Math.sign(count) * Math.ceil(Math.abs(count) / 24) * DAY_MS;
  const months = MONTHS_IN[unit];
  if (months === undefined) return fromMs + count * (DAYS_IN[unit] ?? 1) * DAY_MS;
  const from = new Date(fromMs);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months * count];
  // A month before 31 March is the last of February.
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), lastDate));
}
