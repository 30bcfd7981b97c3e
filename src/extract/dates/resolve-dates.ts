import type { DateSpan } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { findDateExpressions } from "../en/dates/find-date-expressions.ts";
import { dayOfIso } from "./calendar.ts";
import { type Anchor, type DateOrder, type Direction, resolveExpression } from "./resolve-expression.ts";

export type { Direction } from "./resolve-expression.ts";

export interface DateContext {
  /** ISO date (a time after it is ignored), or null: then only dates that name their own year are resolved. */
  publishedAt: string | null;
  direction: Direction;
  /** The date spoken of last, for "on the same day"; null where there is none. Dates of the passage itself come after it. */
  previous?: DateSpan | null;
  /** Which of "09/08/2022" is the day; null where the text does not tell. */
  order?: DateOrder | null;
  /** True where the passage was written at this very day, as what somebody types: no time zone lies between. */
  isToday?: boolean;
}

/** A date expression in a text, and the days it stands for. */
export interface FoundDate extends Range {
  text: string;
  span: DateSpan;
}

/**
 * The dates in a passage, resolved against the publication date and never against the clock. The direction (from the verb's tense)
 * decides the year of "September 9" and the week of "on Friday". A span of several days, such as "last week", has `precision` "day"
 * and its first and last day.
 */
export function resolveDates(text: string, context: DateContext): FoundDate[] {
  const anchor: Anchor = {
    day: dayOfIso(context.publishedAt),
    direction: context.direction,
    slack: context.isToday !== true,
    previous: context.previous ?? null,
    order: context.order ?? null,
  };
  const found: FoundDate[] = [];
  for (const { start, end, expression } of findDateExpressions(text)) {
    const span = resolveExpression(expression, anchor);
    if (span === null) continue;
    found.push({ start, end, text: text.slice(start, end), span });
    anchor.previous = span;
  }
  return found;
}
