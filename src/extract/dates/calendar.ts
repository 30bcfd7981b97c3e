import type { DateSpan } from "../../domain/evidence/extraction.ts";

export const DAY_MS = 86_400_000;

/** Midnight UTC of an ISO date, in milliseconds; NaN where there is none. */
export function dayOfIso(iso: string | null): number {
  return Date.parse((iso ?? "").slice(0, 10));
}

export function isoDay(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** Midnight UTC of a day; null where the month has no such day. `month` is 0 to 11. */
export function dayAt(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month, day));
  return at.getUTCMonth() === month && at.getUTCDate() === day ? at.getTime() : null;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: number): number {
  return new Date(day).getUTCDay();
}

/** The Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - ((weekdayOf(day) + 6) % 7) * DAY_MS;
}

export function daysSpan(first: number, last = first): DateSpan {
  return { start: isoDay(first), end: isoDay(Math.max(first, last)), precision: "day" };
}

/** `month` may lie outside of 0 to 11: then it is one of a year before or after. */
export function monthSpan(year: number, month: number): DateSpan {
  return { start: isoDay(Date.UTC(year, month, 1)), end: isoDay(Date.UTC(year, month + 1, 0)), precision: "month" };
}

export function yearSpan(year: number): DateSpan {
  return { start: `${year}-01-01`, end: `${year}-12-31`, precision: "year" };
}
