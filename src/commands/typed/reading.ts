import { stripEnd } from "../../domain/strip-end.ts";
import type { Bounds } from "./bounds.ts";
import { isDateWord } from "./calendar-words.ts";
import { readDate } from "./read-date.ts";
import type { ReadDate } from "./read-relative-date.ts";
import { joinTokens, splitTokens, type Token } from "./split-tokens.ts";

/** A line under reading: what is understood of it is taken, and what is left at the end is the topic. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** The tokens in small letters; a quotation is empty, because it is never an option. */
  readonly words: readonly string[];
  readonly taken: boolean[];
  readonly todayMs: number;
  /** Whether no time may lie ahead. */
  readonly isPast: boolean;
  readonly bounds: Bounds;
}

export function beginReading(line: string, when: { todayMs: number; isPast: boolean }): Reading {
  const tokens = splitTokens(line, isDateWord);
  const words = tokens.map(({ word, isQuoted }) => (isQuoted ? "" : word));
  return { tokens, words, taken: tokens.map(() => false), ...when, bounds: { since: null, until: null } };
}

export function take(reading: Reading, from: number, end: number): void {
  for (let at = from; at < end; at++) reading.taken[at] = true;
}

/** What is left. */
export function restOf({ tokens, taken }: Reading): string {
  return joinTokens(tokens.filter((_, at) => taken[at] !== true));
}

/** The line with other words in the place of some. */
export function withWords({ tokens }: Reading, from: number, { end, words }: { end: number; words: string }): string {
  const said = (part: readonly Token[]) =>
    part.map(({ raw, isQuoted }) => (isQuoted ? `"${raw}"` : raw)).filter((raw) => raw !== "");
  return [...said(tokens.slice(0, from)), words, ...said(tokens.slice(end))].join(" ");
}

/** The words as they were typed. */
export function typedAt({ tokens }: Reading, from: number, end: number): string {
  return stripEnd(joinTokens(tokens.slice(from, end)), /[.,;:!?]/);
}

/** A date that begins at a word and lies in what is not taken yet. */
export function dateAt(reading: Reading, at: number): ReadDate | null {
  const { words, taken, todayMs } = reading;
  const date = readDate({ words, at, todayMs });
  return date === null || taken.slice(at, at + date.length).includes(true) ? null : date;
}

export interface ReadRange {
  first: ReadDate;
  last: ReadDate;
  /** Where the first date ends and the second begins. */
  cut: number;
  second: number;
  end: number;
}

const BETWEEN_DATES = /^(?:to|until|till|til|through|thru|and|-|–|—)$/;

/** "march to may", "1 to 5 June 2026", "2025 - 2026": two dates and a word between them. */
export function rangeAt(reading: Reading, at: number): ReadRange | null {
  const { words } = reading;
  const date = dateAt(reading, at);
  const isBareDay = /^\d{1,2}(?:st|nd|rd|th|\.)?$/.test(words[at] ?? "") && BETWEEN_DATES.test(words[at + 1] ?? "");
  const cut = isBareDay ? at + 1 : at + (date?.length ?? 0);
  if ((date === null && !isBareDay) || !BETWEEN_DATES.test(words[cut] ?? "")) return null;
  const last = dateAt(reading, cut + 1);
  if (last === null) return null;
  const first = isBareDay ? dayBefore(Number.parseInt(words[at] ?? "", 10), last) : date;
  return first === null ? null : { first: likeYear(first, last), last, cut, second: cut + 1, end: cut + 1 + last.length };
}

/** The day of "1" in "1 to 5 June": of the same month. */
function dayBefore(day: number, last: ReadDate): ReadDate | null {
  const month = new Date(last.last);
  if (last.first !== last.last || day < 1 || day > month.getUTCDate()) return null;
  const ms = Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), day);
  return { ...last, first: ms, last: ms };
}

/** "march to may 2025": the year behind the second is the first one's as well. */
function likeYear(first: ReadDate, last: ReadDate): ReadDate {
  if (first.hasYear || !last.hasYear || last.kind === "relative" || last.kind === "age") return first;
  const inYear = (ms: number) => {
    const day = new Date(ms);
    const year = new Date(last.first).getUTCFullYear();
    const isMonthsEnd = new Date(ms + 86_400_000).getUTCDate() === 1;
    return isMonthsEnd ? Date.UTC(year, day.getUTCMonth() + 1, 0) : Date.UTC(year, day.getUTCMonth(), day.getUTCDate());
  };
  const moved = { ...first, first: inYear(first.first), last: inYear(first.last) };
  // "november to january 2026" begins in the year before; that it may still move is left to the range.
  return { ...moved, hasYear: false };
}
