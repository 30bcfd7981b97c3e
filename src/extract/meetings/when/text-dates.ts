import type { DateSpan } from "../../../domain/evidence/extraction.ts";
import { DAY_MS, dayOfIso, daysSpan } from "../../dates/calendar.ts";
import type { DateExpression } from "../../dates/date-expression.ts";
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
  /** Whether the text was likely written after the day that it is dated. */
  isRewritten: boolean;
}

/** From so many days back on a bare weekday may as well be the coming one: texts are rewritten after the day that they are dated. */
export const DOUBTFUL_DAYS_BACK = 5;

/** How many sentences from the top the day of the news is looked for in. */
const LEAD_SENTENCES = 4;
/** A text's own events stand in these; further down it looks back. */
const NEWS_SENTENCES = 12;
const MAX_DAYS_BACK = 2;
/** How many sentences back "the same day" may refer. */
const SPOKEN_REACH = 4;

export function readTextDates(
  model: TextModel,
  { publishedAt, url }: { publishedAt: string | null; url: string | null },
): TextDates {
  const order = dateOrderOf(model.text, url);
  const dates: TextDates = { model, day: dayOfIso(publishedAt), news: null, order, isRewritten: false };
  return { ...dates, news: newsDay(dates), isRewritten: isRewritten(dates) };
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

/** Whether a text tells as past what happened on a weekday too far back to be called by its bare name. */
function isRewritten(dates: TextDates): boolean {
  const { model, day } = dates;
  if (Number.isNaN(day)) return false;
  const anchor = anchorOf(dates, "past");
  return model.sentences.slice(0, NEWS_SENTENCES).some(({ start, end }) => {
    const text = model.text.slice(start, end);
    if (TO_COME.test(text)) return false;
    return findDateExpressions(text).some(({ expression }) => {
      const span = isBareWeekday(expression) ? resolveExpression(expression, anchor) : null;
      return span !== null && day - dayOfIso(span.start) >= DOUBTFUL_DAYS_BACK * DAY_MS;
    });
  });
}

/** "on Friday", which may be said of the last or the coming one. */
export function isBareWeekday(expression: DateExpression): boolean {
  return expression.kind === "weekday" && expression.which === null && expression.week === null;
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
    const text = model.text.slice(sentence.start, sentence.end);
    const anchor = anchorOf(dates, direction === "future" && TO_COME.test(text) ? "future" : "past");
    for (const { expression } of findDateExpressions(text)) {
      const span = resolveExpression(expression, anchor);
      if (span?.precision !== "day" || span.start !== span.end || (direction === "past" && dayOfIso(span.start) > dates.day))
        continue;
      anchor.previous = span;
    }
    if (anchor.previous !== null) return anchor.previous;
  }
  return null;
}
