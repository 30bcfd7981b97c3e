import { isPlainMonth, monthOf } from "./calendar-words.ts";
import { type At, type ReadDate, readRelativeDate } from "./read-relative-date.ts";

const DAY_MS = 86_400_000;
const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(2099, 11, 31);

/** The longest date that begins at a word; null where none does. */
export function readDate(from: At): ReadDate | null {
  const { words, at } = from;
  if (words[at] === "the") {
    const behind = readDate({ ...from, at: at + 1 });
    return behind === null ? null : { ...behind, length: behind.length + 1 };
  }
  const found = [inFigures(from), inMonth(from), bareYear(from), quarter(from), readRelativeDate(from), part(from)];
  let best: ReadDate | null = null;
  for (const date of found) {
    if (date !== null && date.length > (best?.length ?? 0) && date.first >= EARLIEST_MS && date.last <= LATEST_MS) best = date;
  }
  return best;
}

/** "2026-01-31", "2026/1/31", "2026-01", "31.1.2026", "31.01.26", "31.1.", and "31/1/2026", where 31 can be no month. */
function inFigures({ words, at, todayMs }: At): ReadDate | null {
  const word = words[at] ?? "";
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t[\d:.z+-]*)?$/.exec(word);
  if (iso !== null) return dayIn(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const yearFirst = /^(\d{4})-(\d{2})$/.exec(word);
  if (yearFirst !== null) return monthIn(Number(yearFirst[1]), Number(yearFirst[2]) - 1);
  const yearLast = /^(\d{1,2})[./](\d{4})$/.exec(word);
  if (yearLast !== null) return monthIn(Number(yearLast[2]), Number(yearLast[1]) - 1);
  const local = /^(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(word);
  if (local === null || isAmbiguousDate(word) || (local[2] === "/" && local[4] === undefined)) return null;
  const [one, other] = [Number(local[1]), Number(local[3])];
  const [date, month] = local[2] === "/" && other > 12 ? [other, one] : [one, other];
  if (local[4] !== undefined) return dayIn(fullYear(local[4]), month, date);
  if (!word.endsWith(".")) return null;
  const found = latestBegun((year) => dayIn(year, month, date), todayMs);
  return found === null ? null : { ...found, hasYear: false };
}

/** Whether both readings of "01/06/2026" are days: the sixth of January, the first of June. */
export function isAmbiguousDate(word: string): boolean {
  const [, one, other] = /^(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})$/.exec(word) ?? [];
  return one !== undefined && Number(one) !== Number(other) && Number(one) <= 12 && Number(other) <= 12;
}

export function fullYear(figures: string): number {
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
}

/** "5 June 2026", "5th of June", "June 5, 2026", "June 2026", "June last year", "June". */
function inMonth(from: At): ReadDate | null {
  const { words, at } = from;
  const date = dateAt(words[at]);
  if (date !== null) {
    const behind = at + (words[at + 1] === "of" ? 2 : 1);
    return withYear(from, { month: monthOf(words[behind]), date, behind: behind + 1 });
  }
  const month = monthOf(words[at]);
  const second = dateAt(words[at + 1]);
  if (month === undefined || second === null) return withYear(from, { month, date: null, behind: at + 1 });
  return withYear(from, { month, date: second, behind: at + 2 });
}

function dateAt(word: string | undefined): number | null {
  const [, figures] = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(word ?? "") ?? [];
  return figures === undefined ? null : Number(figures);
}

interface InMonth {
  month: number | undefined;
  /** Null for the whole month. */
  date: number | null;
  /** Where the year stands, if it does. */
  behind: number;
}

function withYear(from: At, { month, date, behind }: InMonth): ReadDate | null {
  if (month === undefined) return null;
  const make = (year: number) => (date === null ? monthIn(year, month) : dayIn(year, month + 1, date));
  const year = yearAt({ ...from, at: behind });
  const found = year === null ? latestBegun(make, from.todayMs) : make(year.year);
  if (found === null) return null;
  const isNamed = year !== null || date !== null || isPlainMonth(from.words[from.at]);
  const length = behind - from.at + (year?.length ?? 0);
  return { ...found, length, kind: isNamed ? "named" : "bare", hasYear: year !== null };
}

/** "2026", "'26", "last year", "this year". */
function yearAt({ words, at, todayMs }: At): { year: number; length: number } | null {
  const word = words[at] ?? "";
  if (/^(?:19|20)\d\d$/.test(word)) return { year: Number(word), length: 1 };
  if (/^'\d\d$/.test(word)) return { year: fullYear(word.slice(1)), length: 1 };
  if (words[at + 1] !== "year" || (word !== "last" && word !== "this")) return null;
  return { year: new Date(todayMs).getUTCFullYear() - (word === "last" ? 1 : 0), length: 2 };
}

/** Of a date without its year, the latest that has begun. A leap day comes every four years, or eight. */
function latestBegun(make: (year: number) => ReadDate | null, todayMs: number): ReadDate | null {
  const year = new Date(todayMs).getUTCFullYear();
  for (let back = 0; back <= 8; back++) {
    const found = make(year - back);
    if (found !== null && found.first <= todayMs) return found;
  }
  return null;
}

function bareYear({ words, at }: At): ReadDate | null {
  const word = words[at] ?? "";
  if (!/^(?:19|20)\d\d$/.test(word)) return null;
  return { first: Date.UTC(Number(word), 0, 1), last: Date.UTC(Number(word), 11, 31), length: 1, kind: "bare", hasYear: true };
}

/** "Q2 2026", "q3". */
function quarter(from: At): ReadDate | null {
  const [, number] = /^q([1-4])$/.exec(from.words[from.at] ?? "") ?? [];
  if (number === undefined) return null;
  const make = (year: number): ReadDate => {
    const month = (Number(number) - 1) * 3;
    const [first, last] = [Date.UTC(year, month, 1), Date.UTC(year, month + 3, 0)];
    return { first, last, length: 1, kind: "named", hasYear: false };
  };
  const year = yearAt({ ...from, at: from.at + 1 });
  if (year === null) return latestBegun(make, from.todayMs);
  return { ...make(year.year), length: 1 + year.length, hasYear: true };
}

/** "start of the year", "beginning of June", "mid-May", "end of 2025". */
function part(from: At): ReadDate | null {
  const { words, at } = from;
  const [, glued] = /^mid-(\w+)$/.exec(words[at] ?? "") ?? [];
  const skipped = glued !== undefined ? 0 : words[at + 1] === "of" ? 2 : 1;
  const [, name = ""] = /^(start|beginning|early|mid|middle|end)$/.exec(glued === undefined ? (words[at] ?? "") : "mid") ?? [];
  if (name === "") return null;
  const rest = glued === undefined ? words : [...words.slice(0, at), glued, ...words.slice(at + 1)];
  const whole = readDate({ ...from, words: rest, at: at + skipped });
  if (whole === null || whole.first === whole.last) return null;
  const days = (whole.last - whole.first) / DAY_MS;
  const ahead = name === "end" ? days : name.startsWith("mid") ? Math.floor(days / 2) : 0;
  const ms = whole.first + ahead * DAY_MS;
  return { ...whole, first: ms, last: ms, length: whole.length + skipped, kind: "relative" };
}

function monthIn(year: number, month: number): ReadDate | null {
  if (month < 0 || month > 11) return null;
  return { first: Date.UTC(year, month, 1), last: Date.UTC(year, month + 1, 0), length: 1, kind: "day", hasYear: true };
}

/** A day that the calendar has, else null. */
function dayIn(year: number, month: number, date: number): ReadDate | null {
  const ms = Date.UTC(year, month - 1, date);
  const made = new Date(ms);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date) return null;
  return { first: ms, last: ms, length: 1, kind: "day", hasYear: true };
}
