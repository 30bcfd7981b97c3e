import type { Range } from "../../domain/evidence/span.ts";

/** How "last", "this" or "next" narrows a weekday, week, month or year. */
export type Which = "last" | "this" | "next" | null;

/** The year of a day or month: a number, the years away of "last year", or null where the text leaves it open. */
export type YearWords = { year: number } | { yearsAway: number } | null;

/** A date as a text says it, before anybody knows when the text was written. Months are 0 to 11, weekdays 0 (Sunday) to 6. */
export type DateExpression =
  | {
      kind: "day";
      month: number;
      day: number;
      last: { month: number; day: number } | null;
      year: YearWords;
      weekday: number | null;
    }
  /** Three numbers of which the first may be the day or the month. */
  | { kind: "numbers"; first: number; second: number; year: number }
  | { kind: "month"; month: number; year: YearWords; which: Which }
  | { kind: "year"; year: number }
  /** `week`: the weeks away of "on Friday last week". */
  | { kind: "weekday"; weekday: number; last: number | null; which: Which; week: number | null }
  | { kind: "weekend"; which: Which }
  /** Units away from the publication: "yesterday", "last week", "two years ago". `open`: "in two weeks" may also be a duration. */
  | { kind: "away"; unit: "day" | "week" | "month" | "year"; count: number; open?: true }
  /** "in the last week": the seven days up to the publication. */
  | { kind: "past-days"; days: number }
  /** Days away from the date spoken of before: "the same day", "two days earlier". */
  | { kind: "from-spoken"; days: number }
  /** "the day after the summit": a day that other words fix. */
  | { kind: "unknown" };

export interface FoundExpression extends Range {
  expression: DateExpression;
}
