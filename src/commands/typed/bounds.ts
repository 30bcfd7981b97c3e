import { isoDate } from "../../domain/clock.ts";
import { dateFormat } from "../../domain/date-format.ts";
import type { ReadDate } from "./read-relative-date.ts";
import { quoted, Unclear } from "./unclear.ts";

/** When somebody types: the clock's instant and the zone whose calendar they go by; null stands for UTC. */
export interface Moment {
  nowMs: number;
  timeZone: string | null;
}

/** The midnight, as UTC counts it, of the calendar's day in a zone. */
export function todayOf({ nowMs, timeZone }: Moment): number {
  try {
    const format = dateFormat("en-CA", { timeZone: timeZone ?? "UTC", dateStyle: "short" });
    return Date.parse(`${format.format(nowMs)}T00:00:00Z`);
  } catch {
    // A platform may name a zone that this version's tables lack.
    return Date.parse(`${isoDate(nowMs)}T00:00:00Z`);
  }
}

/** One end of the time that is asked for. */
interface Bound {
  ms: number;
  typed: string;
  /** Where no year was said, a range may move it. */
  hasYear: boolean;
}

export interface Bounds {
  since: Bound | null;
  until: Bound | null;
}

/** How the word before a date has it meant. */
export type How = "since" | "after" | "until" | "before" | "within";

const DAY_MS = 86_400_000;

const AHEAD = /^(?:the )?(?:next|coming|upcoming)\b/i;

/** Sets what a date says. Two beginnings or two ends are one too many. */
export function setBound(bounds: Bounds, how: How, { date, typed }: { date: ReadDate; typed: string }): void {
  const { hasYear } = date;
  if (how === "since" || how === "within") setEnd(bounds, "since", { ms: date.first, typed, hasYear });
  if (how === "after") setEnd(bounds, "since", { ms: date.last + DAY_MS, typed, hasYear });
  if (how === "before") setEnd(bounds, "until", { ms: date.first - DAY_MS, typed, hasYear });
  // What counts back from today has no end.
  if (how === "until" || (how === "within" && date.kind !== "age")) setEnd(bounds, "until", { ms: date.last, typed, hasYear });
}

function setEnd(bounds: Bounds, end: "since" | "until", bound: Bound): void {
  const other = bounds[end];
  if (other !== null && other.ms !== bound.ms) {
    const what = end === "since" ? "where the time begins" : "where it ends";
    throw new Unclear(`${quoted(other.typed)} and ${quoted(bound.typed)} both say ${what}: write one of them.`);
  }
  bounds[end] = bound;
}

/** A time that is asked for, as ISO dates, both inclusive. */
export interface Period {
  since?: string;
  until?: string;
}

interface Asked {
  todayMs: number;
  /** Of what articles say, none is newer than today. */
  isPast: boolean;
  /** The topic, for what may have been meant. */
  about: string;
}

/**
 * The time between the bounds. A date without a year moves by one where the range asks for it: in November, "from November to January"
 * began last year.
 */
export function periodOf(bounds: Bounds, asked: Asked): Period {
  const { todayMs, isPast, about } = asked;
  const { since, until } = inOrder(bounds, asked);
  if (isPast && since !== null && (since.ms > todayMs || AHEAD.test(since.typed))) {
    throw new Unclear(`${quoted(since.typed)} is in the future: no article is newer than today.`);
  }
  if (since !== null && until !== null && since.ms > until.ms) {
    const [first, last] = [isoDate(until.ms), isoDate(since.ms)];
    throw new Unclear(`${quoted(since.typed)} is after ${quoted(until.typed)}: write the earlier day first.`, [
      `${about} since ${first} until ${last}`.trim(),
    ]);
  }
  return {
    ...(since === null ? {} : { since: isoDate(since.ms) }),
    // An end that is not over yet is none, where nothing lies ahead.
    ...(until === null || (isPast && since !== null && until.ms >= todayMs) ? {} : { until: isoDate(until.ms) }),
  };
}

function inOrder({ since, until }: Bounds, { todayMs, isPast }: Asked): Bounds {
  if (since === null || until === null || since.ms <= until.ms) return { since, until };
  // "from November 2025 to March" ends in the March that follows.
  if (!until.hasYear) {
    const later = yearsOn(until, 1);
    if (later.ms >= since.ms && (since.hasYear || !isPast || later.ms <= todayMs)) return { since, until: later };
  }
  if (!since.hasYear) {
    const earlier = yearsOn(since, -1);
    if (earlier.ms <= until.ms) return { since: earlier, until };
  }
  return { since, until };
}

function yearsOn(bound: Bound, years: number): Bound {
  const day = new Date(bound.ms);
  const [year, month] = [day.getUTCFullYear() + years, day.getUTCMonth()];
  const isMonthsEnd = new Date(bound.ms + DAY_MS).getUTCDate() === 1;
  return { ...bound, ms: isMonthsEnd ? Date.UTC(year, month + 1, 0) : Date.UTC(year, month, day.getUTCDate()) };
}
