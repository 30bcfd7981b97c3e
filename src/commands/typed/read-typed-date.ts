import { isCalendarDate, isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import { resolveDates } from "../../extract/dates/resolve-dates.ts";

/**
 * A date as typed, as an ISO date: YYYY-MM-DD, or words that tell a past day, such as "monday", "yesterday" or "last week", as of `nowMs`.
 * Undefined stays so. Throws an AppError ("usage") that names the option and a good example.
 */
export function readTypedDate(typed: string | undefined, option: string, nowMs: number): string | undefined {
  if (typed === undefined) return undefined;
  const text = typed.trim();
  if (isCalendarDate(text)) return text;
  // What looks like an ISO date and is none is a mistake, not the year that it begins with.
  const [found, ...others] = /^\d+-[\d-]*$|^\d{5,}$/.test(text)
    ? []
    : resolveDates(text, { publishedAt: isoDate(nowMs), direction: "past", isToday: true });
  if (found !== undefined && others.length === 0 && found.start === 0 && found.end === text.length) return found.span.start;
  throw new AppError(
    "usage",
    `${JSON.stringify(text.slice(0, 40))} is no date: write ${option} as YYYY-MM-DD, for instance 2022-09-08.`,
  );
}
