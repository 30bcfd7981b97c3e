import { AppError } from "../../domain/errors.ts";

const DEFAULT_MINUTE_OF_DAY = 8 * 60;
const MINUTES_OF_A_DAY = 24 * 60;
/** Digests of a day at most, and how far apart they are: a channel that gets more reads none. */
const MOST_TIMES = 12;
const LEAST_MINUTES_APART = 60;

/** "8", "18:00", "7.30pm", "7 p.m.", "noon": a time of day, with its parts. */
export const TIME = "(?:(\\d{1,2})(?:[:.h](\\d{2}))? ?([ap]\\.?m\\.?)?|(noon|midnight))";

/** Every so many hours, from one time of the day to another, or around the clock. */
export interface HourSpan {
  hours: number;
  /** Minutes after midnight; both are times of a digest where the hours fit. */
  fromTo: { from: number; to: number } | null;
}

/** Minutes after midnight of what `TIME` found, null where there is no such time of day. */
export function minutesOf([hours, minutes, half, named]: (string | undefined)[]): number | null {
  if (named !== undefined) return named.toLowerCase() === "noon" ? 12 * 60 : 0;
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
  const isHalf = half !== undefined && half !== "";
  if (minute > 59 || (hour === 24 && minute > 0) || hour > (isHalf ? 12 : 24) || (isHalf && hour === 0)) return null;
  const of24 = isHalf ? (hour % 12) + (/^p/i.test(half) ? 12 : 0) : hour % 24;
  return of24 * 60 + minute;
}

/** The times of a day in order; 08:00 where none was named. Throws an AppError ("usage") where there are too many, or too close together. */
export function timesOfDay(named: number[], span: HourSpan | null): number[] {
  const all = span === null ? named : spread(span, named);
  const times = [...new Set(all)].sort((a, b) => a - b);
  if (times.length === 0) return [DEFAULT_MINUTE_OF_DAY];
  if (times.length > MOST_TIMES)
    throw new AppError(
      "usage",
      `A channel gets at most ${MOST_TIMES} digests a day, for example “every 2 hours”; this would be ${times.length}.`,
    );
  const close = times.some((time, at) => gapAfter(times, at) < LEAST_MINUTES_APART && time !== times[(at + 1) % times.length]);
  if (close) throw new AppError("usage", "The digests of a day are an hour apart at least. Name times that are further apart.");
  return times;
}

/** The last of a day is followed by the first of the next. */
function gapAfter(times: number[], at: number): number {
  const next = times[at + 1] ?? (times[0] ?? 0) + MINUTES_OF_A_DAY;
  return next - (times[at] ?? 0);
}

function spread({ hours, fromTo }: HourSpan, named: number[]): number[] {
  const step = hours * 60;
  if (step === 0) throw new AppError("usage", "Digests come at most every hour.");
  if (fromTo !== null) {
    const until = fromTo.to < fromTo.from ? fromTo.to + MINUTES_OF_A_DAY : fromTo.to;
    const count = Math.floor((until - fromTo.from) / step) + 1;
    return [...named, ...Array.from({ length: count }, (_, at) => (fromTo.from + at * step) % MINUTES_OF_A_DAY)];
  }
  if (named.length > 1) throw new AppError("usage", `Name one time from which “every ${hours} hours” counts, or only the times.`);
  if (24 % hours !== 0)
    throw new AppError(
      "usage",
      `“every ${hours} hours” would come at other times each day. Take 2, 3, 4, 6, 8 or 12 hours, or say from when to when: “every ${hours} hours from 8 to 20”.`,
    );
  const from = named[0] ?? DEFAULT_MINUTE_OF_DAY;
  return Array.from({ length: 24 / hours }, (_, at) => (from + at * step) % MINUTES_OF_A_DAY);
}
