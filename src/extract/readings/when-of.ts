import type { DateSpan, MeetingStatus } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { RefusalReason } from "../../domain/model/model-reading.ts";
import { type Direction, resolveExpression } from "../dates/resolve-expression.ts";
import { findDateExpressions } from "../en/dates/find-date-expressions.ts";
import { DATE_LEAD } from "../en/readings/reading-words.ts";
import { tieOf } from "../meetings/when/date-host.ts";
import { surely } from "../meetings/when/sure-date.ts";
import { anchorOf, spokenBefore } from "../meetings/when/text-dates.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import { type Facts, overlap } from "./facts.ts";
import { tokenAt } from "./who.ts";
import { findWords, wordForms } from "./words.ts";

interface Asked {
  own: ToldEvent[];
  /** All that the sentences tell. */
  events: readonly ToldEvent[];
  sentences: Sentence[];
  status: MeetingStatus;
}

/** The days that the words of a model's date stand for, resolved by the program; else why they date no such meeting. */
export function whenOf(facts: Facts, words: string, asked: Asked): { span: DateSpan } | { reason: RefusalReason } {
  const forms = wordForms(words.trim().replace(DATE_LEAD, ""));
  const places = asked.sentences.flatMap((sentence) =>
    findWords(facts.model, forms, sentence).map((place) => ({ sentence, place })),
  );
  if (forms.length === 0 || places.length === 0) return { reason: "not-in-the-sentence" };
  let reason: RefusalReason = "not-a-date";
  for (const { sentence, place } of places) {
    const found = datesAt(facts, sentence, place);
    if (found.length === 0) continue;
    const told = asked.own.filter((each) => each.sentence === sentence);
    if (told.length === 0 && isOfAnother(facts, asked, { sentence, place })) {
      reason = "date-of-something-else";
      continue;
    }
    const event = told.find((each) => isOfEvent(facts, each, place));
    if (event === undefined && told.length > 0) {
      reason = "date-of-something-else";
      continue;
    }
    const span = spanOf(facts, { sentence, place, event, status: asked.status });
    if (span !== null) return { span };
  }
  return { reason };
}

/** The day of another event in a sentence that does not tell this one, which has a day of its own. */
function isOfAnother(
  { model }: Facts,
  { own, events }: Asked,
  { sentence, place }: { sentence: Sentence; place: Range },
): boolean {
  const text = model.text.slice(place.start, place.end);
  const others = events.filter((each) => each.sentence === sentence && each.dateWords?.includes(text) === true);
  return others.some(({ date }) => own.some((each) => each.date !== null && date !== null && each.date.start !== date.start));
}

function datesAt({ model }: Facts, sentence: Sentence, place: Range) {
  return findDateExpressions(model.text.slice(sentence.start, sentence.end)).filter((date) =>
    overlap({ start: date.start + sentence.start, end: date.end + sentence.start }, place),
  );
}

/** Whether a date is the event's: the local engine takes it for its date, or the grammar hangs it on no other one. */
function isOfEvent(facts: Facts, { scene, sentence, event, others, dateWords }: ToldEvent, place: Range): boolean {
  const text = facts.model.text.slice(place.start, place.end);
  if (dateWords !== null && (dateWords.includes(text) || text.includes(dateWords))) return true;
  const at = tokenAt(facts, sentence, place.start);
  const grammar = { tokens: scene.tokens, grammar: scene.tree };
  const tie = tieOf(at, { ...grammar, event, others });
  // The local engine found the event another day: this one must hang on the event itself.
  if (dateWords !== null) return tie === "own";
  if (tie !== "speech" && tie !== "other") return true;
  const isOnly = findDateExpressions(facts.model.text.slice(sentence.start, sentence.end)).length === 1;
  return (
    tie === "other" &&
    (isOnly ||
      others.some((other) => other.kind === "visit" && tieOf(at, { ...grammar, event: other, others: [event] }) === "own"))
  );
}

interface Placed {
  sentence: Sentence;
  place: Range;
  event: ToldEvent | undefined;
  status: MeetingStatus;
}

function spanOf(facts: Facts, { sentence, place, event, status }: Placed): DateSpan | null {
  const { dates, model } = facts;
  const text = model.text.slice(place.start, place.end);
  if (event?.date != null && event.dateWords !== null && (event.dateWords.includes(text) || text.includes(event.dateWords)))
    return event.date;
  const direction: Direction = status === "held" ? "past" : status === "planned" ? "future" : "near";
  const anchor = { ...anchorOf(dates, direction), previous: spokenBefore(dates, sentence, direction) };
  let chosen: DateSpan | null = null;
  for (const date of findDateExpressions(model.text.slice(sentence.start, sentence.end))) {
    const span = surely(resolveExpression(date.expression, anchor), { expression: date.expression, dates, direction });
    anchor.previous = span ?? anchor.previous;
    const isAsked = overlap({ start: date.start + sentence.start, end: date.end + sentence.start }, place);
    if (isAsked && span !== null && (chosen === null || width(span) < width(chosen))) chosen = span;
  }
  return chosen;
}

function width({ start, end }: DateSpan): number {
  return Date.parse(end) - Date.parse(start);
}
