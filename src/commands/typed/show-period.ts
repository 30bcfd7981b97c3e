import { showDay } from "../../documents/frame.ts";
import { LOCALES } from "../../documents/show-instant.ts";
import { dateFormat } from "../../domain/date-format.ts";
import type { Language } from "../../domain/digests/digest.ts";
import type { Period } from "./bounds.ts";

interface Words {
  since(day: string): string;
  until(day: string): string;
  between(first: string, last: string): string;
  on(day: string): string;
  inMonth(month: string): string;
  inYear(year: string): string;
}

const WORDS: Record<Language, Words> = {
  en: {
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    between: (first, last) => `from ${first} to ${last}`,
    on: (day) => `on ${day}`,
    inMonth: (month) => `in ${month}`,
    inYear: (year) => `in ${year}`,
  },
  de: {
    since: (day) => `seit dem ${day}`,
    until: (day) => `bis zum ${day}`,
    between: (first, last) => `vom ${first} bis zum ${last}`,
    on: (day) => `am ${day}`,
    inMonth: (month) => `im ${month}`,
    inYear: (year) => `im Jahr ${year}`,
  },
  fr: {
    since: (day) => `depuis le ${ordinal(day)}`,
    until: (day) => `jusqu’au ${ordinal(day)}`,
    between: (first, last) => `du ${ordinal(first)} au ${ordinal(last)}`,
    on: (day) => `le ${ordinal(day)}`,
    inMonth: (month) => `en ${month}`,
    inYear: (year) => `en ${year}`,
  },
};

/** French counts the first of a month, and no other day: "1er mai". */
function ordinal(day: string): string {
  return day.replace(/^1 /, "1er ");
}

/** The time that was understood: "since 22 November 2026", "im Juli 2026"; null where none was asked for. */
export function showPeriod({ since, until }: Period, language: Language = "en"): string | null {
  const words = WORDS[language];
  if (since === undefined) return until === undefined ? null : words.until(showDay(until, language));
  if (until === undefined) return words.since(showDay(since, language));
  if (since === until) return words.on(showDay(since, language));
  if (since.endsWith("-01-01") && until === `${since.slice(0, 4)}-12-31`) return words.inYear(since.slice(0, 4));
  if (since.endsWith("-01") && isMonthsLast(until) && since.slice(0, 7) === until.slice(0, 7)) {
    const format = dateFormat(LOCALES[language], { month: "long", year: "numeric", timeZone: "UTC" });
    return words.inMonth(format.format(Date.parse(since)));
  }
  return words.between(showDay(since, language), showDay(until, language));
}

function isMonthsLast(day: string): boolean {
  return new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;
}

/** "NATO, since 22 November 2026": what is asked for, and the time that was understood. */
export function withPeriod(label: string, period: Period, language: Language = "en"): string {
  const shown = showPeriod(period, language);
  return shown === null ? label : `${label}, ${shown}`;
}

/** What is put in behind a word, where it is there at all. */
export function spaced(words: string | null): string {
  return words === null ? "" : ` ${words}`;
}
