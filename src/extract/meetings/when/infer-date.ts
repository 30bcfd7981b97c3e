import type { DateSpan, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import { dayOfIso, monthSpan } from "../../dates/calendar.ts";
import { resolveExpression } from "../../dates/resolve-expression.ts";
import { findDateExpressions } from "../../en/dates/find-date-expressions.ts";
import { BACKGROUND, INNER_CLAUSE, NOW, PART_OF_DAY, SPAN_OF_TIME, SUBJECT_GOES_ON } from "../../en/dates/when-words.ts";
import type { TextModel } from "../../read-text.ts";
import type { Sentence } from "../../tokens.ts";
import { surely } from "./sure-date.ts";
import { anchorOf, type TextDates } from "./text-dates.ts";

/** A meeting to which no report gives a date. */
export interface UndatedMeeting {
  status: MeetingStatus;
  /** The sentences that report it. */
  sentences: readonly Sentence[];
  /** The names of those who take part. */
  names: readonly string[];
}

/** So far down a text still tells its own news. */
const LEAD_SENTENCES = 6;
const LEAD_CHARACTERS = 900;
/** Only from this day of its month on is the news of late surely of that month. */
const FIRST_SURE_DAY = 8;
const CARRY_REACH = 2;

/**
 * The date of a meeting that no sentence dates, where the text's own day is plain: that of the sentence before, whose subject goes on; the
 * day of the news, for its lead and for what goes on now; else the month, for what the text tells as news. Null for what lies behind it.
 */
export function inferDate(dates: TextDates, { status, sentences, names }: UndatedMeeting): DateSpan | null {
  const { model, news } = dates;
  const [first] = sentences;
  if (news === null || first === undefined || status !== "held") return null;
  const texts = sentences.map((sentence) => model.text.slice(sentence.start, sentence.end));
  const [text = ""] = texts;
  if (texts.some((one) => NOW.test(one))) return news;
  if (texts.every((one) => BACKGROUND.test(one.replace(SPAN_OF_TIME, "")))) return null;
  const goesOn = SUBJECT_GOES_ON.test(text);
  const carried = goesOn ? carriedDate(dates, first) : null;
  if (carried !== null) return carried;
  if (first.index < LEAD_SENTENCES || PART_OF_DAY.test(text)) return news;
  if (isBesideThePast(dates, first)) return null;
  return goesOn || isOfNews(model, names) ? monthOf(news) : null;
}

/** "Lask arrived on Friday. He met …": the day of the sentence before, where it is its only one and stands in its first clause. */
function carriedDate(dates: TextDates, { index, paragraph }: Sentence): DateSpan | null {
  const { model } = dates;
  for (let i = index - 1; i >= Math.max(0, index - CARRY_REACH); i--) {
    const before = model.sentences[i];
    if (before === undefined || paragraph - before.paragraph > 1) return null;
    const text = model.text.slice(before.start, before.end);
    const [only, ...others] = findDateExpressions(text);
    if (only === undefined) continue;
    if (others.length > 0 || INNER_CLAUSE.test(text.slice(0, only.end))) return null;
    const span = surely(resolveExpression(only.expression, anchorOf(dates, "past")), { ...only, dates, direction: "past" });
    return span?.precision === "day" && span.start === span.end ? span : null;
  }
  return null;
}

/** Whether the sentences just before speak of a month or a year gone by. */
function isBesideThePast(dates: TextDates, { index }: Sentence): boolean {
  const { model, news } = dates;
  return model.sentences.slice(Math.max(0, index - CARRY_REACH), index).some((before) =>
    findDateExpressions(model.text.slice(before.start, before.end)).some(({ expression }) => {
      const span = resolveExpression(expression, anchorOf(dates, "past"));
      return span !== null && news !== null && span.end < news.start.slice(0, 7);
    }),
  );
}

function isOfNews({ text, sentences }: TextModel, names: readonly string[]): boolean {
  const from = sentences[0]?.start ?? 0;
  const lead = text.slice(from, from + LEAD_CHARACTERS);
  return names.some((name) => lead.includes(name.slice(name.lastIndexOf(" ") + 1)));
}

function monthOf(news: DateSpan): DateSpan | null {
  const day = new Date(dayOfIso(news.start));
  return day.getUTCDate() < FIRST_SURE_DAY ? null : monthSpan(day.getUTCFullYear(), day.getUTCMonth());
}
