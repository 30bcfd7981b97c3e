import type { DateSpan } from "../../../domain/evidence/extraction.ts";
import { DAY_MS, dayOfIso, monthSpan } from "../../dates/calendar.ts";
import type { DateExpression } from "../../dates/date-expression.ts";
import type { Direction } from "../../dates/resolve-expression.ts";
import { DOUBTFUL_DAYS_BACK, isBareWeekday, type TextDates } from "./text-dates.ts";

/** In a text that has such a day these are doubtful, too. */
const DOUBTFUL_BESIDE = 3;
const WEEK_MS = 7 * DAY_MS;

interface Said {
  expression: DateExpression;
  dates: TextDates;
  direction: Direction;
}

/** What a date surely says: of "on Friday", told as past on a Wednesday, the month where both Fridays are in one, else nothing. */
export function surely(span: DateSpan | null, { expression, dates, direction }: Said): DateSpan | null {
  if (span === null || direction !== "past" || !isBareWeekday(expression)) return span;
  const start = dayOfIso(span.start);
  if (dates.day - start < (dates.isRewritten ? DOUBTFUL_BESIDE : DOUBTFUL_DAYS_BACK) * DAY_MS) return span;
  const [last, coming] = [new Date(start), new Date(start + WEEK_MS)];
  return last.getUTCMonth() === coming.getUTCMonth() ? monthSpan(last.getUTCFullYear(), last.getUTCMonth()) : null;
}
