import type { Range } from "../../../domain/evidence/span.ts";
import type { DateExpression } from "../../dates/date-expression.ts";
import { countOf, isFullMonth, monthOf } from "./date-words.ts";

/** A run of letters, a run of digits, or a mark. */
export interface Word extends Range {
  text: string;
  lower: string;
}

/** What a rule read from a word on; `next` is the word behind it. */
export interface Match {
  expression: DateExpression;
  next: number;
}

export type DateRule = (words: Word[], at: number) => Match | null;

const WORD = /\d+|[\p{L}\p{M}]+|[^\s\d\p{L}\p{M}]/gu;
const ORDINALS = new Set("st nd rd th".split(" "));
const JOINS_DAYS = new Set("to and through until till - – — & /".split(" "));
/** Lower-case months that are more often other words. */
const UNSURE_IN_LOWER_CASE = new Set("may march mar".split(" "));
/** Behind these a number counts something: no day. */
const COUNTED = new Set("million billion trillion percent per people percentage".split(" "));

export function scanWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function lowerAt(words: Word[], at: number): string {
  return words[at]?.lower ?? "";
}

/** Whether a word stands right at the one before it. */
export function touchesBefore(words: Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && at > 0 && words[at - 1]?.end === word.start;
}

export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text);
}

export function isNumber(word: Word | undefined): boolean {
  return word !== undefined && /^\d/.test(word.text);
}

interface Read<T> {
  value: T;
  next: number;
}

/** "9", "9th": a day of a month. */
export function readDay(words: Word[], at: number): Read<number> | null {
  const word = words[at];
  if (word === undefined || !/^\d{1,2}$/.test(word.text)) return null;
  const day = Number(word.text);
  if (day < 1 || day > 31 || isInNumber(words, at)) return null;
  const suffixed = touchesBefore(words, at + 1) && ORDINALS.has(lowerAt(words, at + 1));
  const next = suffixed ? at + 2 : at + 1;
  if (!suffixed && touchesBefore(words, next) && /^\p{L}/u.test(words[next]?.text ?? "")) return null;
  return COUNTED.has(lowerAt(words, next)) ? null : { value: day, next };
}

/** Part of "1.9", "9:30", "9,000", "$9" or "9%". */
function isInNumber(words: Word[], at: number): boolean {
  const before = touchesBefore(words, at) ? lowerAt(words, at - 1) : "";
  const after = touchesBefore(words, at + 1) ? lowerAt(words, at + 1) : "";
  if (/^[$€£¥#]$/.test(before) || after === "%") return true;
  if (/^[.,:]$/.test(before) && touchesBefore(words, at - 1) && isNumber(words[at - 2])) return true;
  return /^[.,:]$/.test(after) && touchesBefore(words, at + 2) && isNumber(words[at + 2]);
}

/** A month's name, or its short form with or without a full stop. */
export function readMonth(words: Word[], at: number): Read<number> | null {
  const word = words[at];
  const month = monthOf(word?.lower ?? "");
  if (word === undefined || month === null) return null;
  if (!isCapital(word) && UNSURE_IN_LOWER_CASE.has(word.lower)) return null;
  const dotted = lowerAt(words, at + 1) === "." && touchesBefore(words, at + 1) && !isFullMonth(word.lower);
  return { value: month, next: dotted ? at + 2 : at + 1 };
}

/** The day behind "to", "and" or a dash. */
export function readFurtherDay(words: Word[], at: number): Read<number> | null {
  return JOINS_DAYS.has(lowerAt(words, at)) ? readDay(words, at + 1) : null;
}

export function joinsDays(words: Word[], at: number): boolean {
  return JOINS_DAYS.has(lowerAt(words, at));
}

/** The year of a day or month: "2022", ", 2022", "of 2022", "last year", "of last year". */
export function readYear(words: Word[], at: number): Read<{ year: number } | { yearsAway: number }> | null {
  const from = lowerAt(words, at) === "," || lowerAt(words, at) === "of" ? at + 1 : at;
  const word = words[from];
  if (word === undefined) return null;
  if (/^(?:1[5-9]|20)\d\d$/.test(word.text) && !isInNumber(words, from))
    return { value: { year: Number(word.text) }, next: from + 1 };
  if (lowerAt(words, from + 1) !== "year" || lowerAt(words, at) === ",") return null;
  const away = ["last", "this", "next"].indexOf(word.lower) - 1;
  return away < -1 ? null : { value: { yearsAway: away }, next: from + 2 };
}

/** "two days", "a week": how many of which unit. */
export function readCount(words: Word[], at: number): number | null {
  return countOf(lowerAt(words, at));
}
