import { type Clock, isCalendarDate, isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { Period } from "./bounds.ts";
import { readDate } from "./read-date.ts";
import { wordOf } from "./split-tokens.ts";

/** The time of an intent: a button that was stored long ago, and a program that asks, may hold other dates than the grammar's. */
export function checkedPeriod({ clock }: { clock: Clock }, { since, until }: AskedPeriod): Period {
  const now = clock.now();
  const first = readTypedDate(since, "since", now);
  const last = readTypedDate(until, "until", now);
  if (first !== undefined && last !== undefined && first > last)
    throw new AppError("usage", `${first} is after ${last}: write the earlier day first.`);
  return { ...(first === undefined ? {} : { since: first }), ...(last === undefined ? {} : { until: last }) };
}

interface AskedPeriod {
  since?: string | undefined;
  until?: string | undefined;
}

/**
 * The day on which a time begins, as an ISO date: YYYY-MM-DD, or words such as "monday", "yesterday" or "last week", as of `nowMs`.
 * Undefined stays so. Throws an AppError ("usage") that names the option and a good example.
 */
export function readTypedDate(typed: string | undefined, option: string, nowMs: number): string | undefined {
  if (typed === undefined) return undefined;
  const text = typed.trim();
  if (isCalendarDate(text)) return text;
  const words = text.split(/\s+/).slice(0, 20).map(wordOf);
  const date = readDate({ words, at: 0, todayMs: Date.parse(`${isoDate(nowMs)}T00:00:00Z`) });
  if (date?.length === words.length) return isoDate(date.first);
  throw new AppError(
    "usage",
    `${JSON.stringify(text.slice(0, 40))} is not a date. Write ${option} as YYYY-MM-DD, for example 2022-09-08.`,
  );
}
