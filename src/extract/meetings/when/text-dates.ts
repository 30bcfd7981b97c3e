import type { DateSpan } from "../../../domain/evidence/extraction.ts";
import { DAY_MS, dayOfIso, daysSpan } from "../../dates/calendar.ts";
import { type Anchor, type DateOrder, type Direction, resolveExpression } from "../../dates/resolve-expression.ts";
import { findDateExpressions } from "../../en/dates/find-date-expressions.ts";
import { TO_COME } from "../../en/dates/when-words.ts";
import type { TextModel } from "../../read-text.ts";
import type { Sentence } from "../../tokens.ts";
import { dateOrderOf } from "./date-order.ts";

/** What an article's dates are read by. */
export interface TextDates {
  model: TextModel;
  /** Midnight UTC of the publication date, in milliseconds; NaN where nobody says. */
  day: number;
  /** The day that the article is of; null where nobody says when it was published. */
  news: DateSpan | null;
  order: DateOrder | null;
}

/** How many sentences from the top the day of the news is looked for in. */
const LEAD_SENTENCES = 4;
const MAX_DAYS_BACK = 2;
/** How many sentences back "the same day" may refer. */
const SPOKEN_REACH = 4;

export function readTextDates(
  model: TextModel,
  { publishedAt, url }: { publishedAt: string | null; url: string | null },
): TextDates {
  const dates: TextDates = { model, day: dayOfIso(publishedAt), news: null, order: dateOrderOf(model.text, url) };
  return { ...dates, news: newsDay(dates) };
}

/** What the dates of a passage are resolved by. */
export function anchorOf({ day, order }: TextDates, direction: Direction): Anchor {
  return { day, direction, slack: true, previous: null, order };
}

/** The first recent day that the lead names, else the day of publication. */
function newsDay(dates: TextDates): DateSpan | null {
  const { model, day } = dates;
  if (Number.isNaN(day)) return null;
  const anchor = anchorOf(dates, "past");
  for (const sentence of model.sentences.slice(0, LEAD_SENTENCES)) {
    const text = model.text.slice(sentence.start, sentence.end);
    for (const { expression } of findDateExpressions(text)) {
      const span = oneDay(resolveExpression(expression, anchor));
      const days = span === null ? Number.NaN : (dayOfIso(span.start) - day) / DAY_MS;
      // A day ahead is past only where the text does not look ahead.
      if (span !== null && days >= -MAX_DAYS_BACK && (days <= 0 || !TO_COME.test(text))) return span;
    }
  }
  return daysSpan(day);
}

/** "Monday, March 20", "yesterday": one day, however it is said. */
function oneDay(span: DateSpan | null): DateSpan | null {
  return span?.precision === "day" && span.start === span.end ? span : null;
}

/**
 * The day that the text spoke of last before a sentence, for "the day before" and "later that day"; null where there is none near. What is
 * told as past goes on from no day to come.
 */
export function spokenBefore(dates: TextDates, { index }: Sentence, direction: Direction): DateSpan | null {
  const { model } = dates;
  for (let i = index - 1; i >= Math.max(0, index - SPOKEN_REACH); i--) {
    const sentence = model.sentences[i];
    if (sentence === undefined) return null;
    const anchor = anchorOf(dates, "past");
    for (const { expression } of findDateExpressions(model.text.slice(sentence.start, sentence.end))) {
      const span = resolveExpression(expression, anchor);
      if (span?.precision !== "day" || span.start !== span.end || (direction === "past" && dayOfIso(span.start) > dates.day))
        continue;
      anchor.previous = span;
    }
    if (anchor.previous !== null) return anchor.previous;
  }
  return null;
}
