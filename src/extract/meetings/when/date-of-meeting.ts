import type { DateSpan, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { Heads } from "../../clauses/relations-of.ts";
import { DAY_MS, dayOfIso, daysSpan } from "../../dates/calendar.ts";
import { type Direction, resolveExpression } from "../../dates/resolve-expression.ts";
import { findDateExpressions } from "../../en/dates/find-date-expressions.ts";
import {
  ADVERB_LEAD,
  BE_NOW,
  BEHIND_WIDER,
  DURING,
  GATHERING,
  GOES_ON_BEHIND,
  NO_PRESENT,
  NOUN_LEAD,
  OPENS,
  OWN_CLAUSE,
  PRESENT_OR_NOUN,
  PRESENT_REPORT,
  PRONOUN_SUBJECT,
  RIGHT_BEHIND,
  VERB_LEAD,
  WHEN_BETWEEN,
  WHEN_CLAUSE,
  WHERE_BETWEEN,
  WHO_BETWEEN,
} from "../../en/dates/when-words.ts";
import type { Sentence, Token } from "../../tokens.ts";
import { clauseEnd, clauseStart } from "../clause.ts";
import { type CountedFrom, countedFrom } from "./counted-from.ts";
import { type EventAt, tieOf } from "./date-host.ts";
import { type Candidate, isCountedOn, isOver, isWhen, type Reading } from "./read-dates.ts";
import { surely } from "./sure-date.ts";
import { anchorOf, spokenBefore, type TextDates } from "./text-dates.ts";

/** A report of a meeting whose date is asked for. */
export interface DatedReport {
  sentence: Sentence;
  /** The sentence's tokens; every place below is one of these. */
  tokens: Token[];
  grammar: Heads | null;
  event: EventAt;
  /** Where what belongs to the report ends at least: behind its object. */
  reach?: number;
  /** The sentence's other reports. */
  others: readonly EventAt[];
  direction: Direction;
}

/** The words that date a meeting; `span` is null where they say a day that cannot be told, such as 09/08/2022. */
export interface MeetingDate {
  span: DateSpan | null;
  words: Range;
}

/** A date before its verb must be this much nearer, in characters. */
const BEFORE_COST = 20;

/**
 * The date that a sentence gives one of its meetings: one that describes it ("the June 12 summit"), one that hangs on its verb, the nearest
 * in its clause, one that opens the sentence, one behind. Null where the sentence has none for it.
 */
export function dateOfMeeting(dates: TextDates, report: DatedReport): MeetingDate | null {
  const reading = readSentence(dates, report);
  const described = reading.dates.find((date) => date.nounEnd !== null && isOver(date, reading));
  const adverbs = reading.dates.filter((date) => date.nounEnd === null);
  const tied = adverbs.filter((date) => date.tie === "own" || isRightBehind(date, reading));
  const near = adverbs.filter((date) => date.tie === "governor" || date.tie === "open");
  const loose = adverbs.filter((date) => date.tie === "loose");
  const chosen =
    described ??
    nearest(tied, reading) ??
    inClause(near, reading) ??
    inClause(loose, reading) ??
    ofGathering(reading) ??
    whenOrWhere(adverbs, reading) ??
    opening(adverbs, reading) ??
    inWhenClause(adverbs, reading) ??
    behind(near, reading) ??
    adverbs.find(isToday);
  const { start } = report.sentence;
  const counted = countedFrom(report.event, report.tokens, report.grammar);
  const isBefore = chosen === undefined || start + chosen.start <= (report.tokens[counted?.first ?? 0]?.start ?? start);
  if (counted !== null && isBefore && chosen?.tie !== "own" && chosen?.nounEnd == null)
    return dateCountedFrom(counted, reading, report);
  if (chosen === undefined) return null;
  const exact = inApposition(chosen, reading);
  return { span: (exact ?? chosen).span, words: { start: start + chosen.start, end: start + chosen.end } };
}

/** "a week ago, on March 2", "this year, in Oslo in May": the day or the month itself stands beside the wider words. */
function inApposition({ end, span }: Candidate, { text, dates }: Reading): Candidate | undefined {
  if (span === null || span.start === span.end) return undefined;
  return dates.find(
    (date) =>
      date.start > end &&
      BEHIND_WIDER.test(text.slice(end, date.start)) &&
      date.span !== null &&
      (date.span.start === date.span.end || (span.precision === "year" && date.span.precision === "month")) &&
      date.span.start >= span.start &&
      date.span.end <= span.end,
  );
}

/** "arrived on Saturday, two days after meeting": from the sentence's other day, where it has but one. */
function dateCountedFrom({ days, first, last }: CountedFrom, { dates }: Reading, { sentence, tokens }: DatedReport): MeetingDate {
  const said = dates.filter(({ span }) => span !== null && span.precision === "day" && span.start === span.end);
  const [only] = said;
  const span =
    days === null || only?.span == null || said.length > 1 ? null : daysSpan(dayOfIso(only.span.start) + days * DAY_MS);
  return { span, words: { start: tokens[first]?.start ?? sentence.start, end: tokens[last - 1]?.end ?? sentence.end } };
}

/** Where a report's date lies, by its status and its tense; `null` where the words leave the status open. */
export function directionOf(status: MeetingStatus | null, tokens: readonly Token[], event: EventAt): Direction {
  if (status === "planned") return "future";
  return status === "held" && !isPresent(tokens, event) ? "past" : "near";
}

/** Whether the words of a report are in the present: "meets", "is hosting". What they report may lie a day back or ahead. */
function isPresent(tokens: readonly Token[], { first, last }: EventAt): boolean {
  const token = tokens[first];
  const before = tokens[first - 1];
  const isVerb = token !== undefined && !token.capital && PRESENT_REPORT.test(token.lower);
  // "talks", "visits" and "calls" are verbs only right behind their subject.
  if (isVerb && (PRESENT_OR_NOUN.test(token.lower) ? isSubject(before) : !NO_PRESENT.has(before?.lower ?? ""))) return true;
  for (let i = first; i < last; i++) {
    const near = [tokens[i - 1]?.lower ?? "", tokens[i - 2]?.lower ?? ""];
    if (tokens[i]?.lower.endsWith("ing") === true && near.some((word) => BE_NOW.has(word))) return true;
  }
  return false;
}

function isSubject(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || VERB_LEAD.test(token.lower));
}

function readSentence(dates: TextDates, report: DatedReport): Reading {
  const { sentence, tokens, event } = report;
  const from = (token: number): number => (tokens[token]?.start ?? sentence.end) - sentence.start;
  const until = (token: number): number => (tokens[token - 1]?.end ?? sentence.start) - sentence.start;
  const next = report.others.filter((other) => other.first >= event.last).map((other) => from(other.first));
  const reading: Reading = {
    text: dates.model.text.slice(sentence.start, sentence.end),
    dates: [],
    trigger: { start: from(event.first), end: until(event.last) },
    clause: {
      start: from(clauseStart(tokens, event.first)),
      end: until(Math.max(clauseEnd(tokens, event.last - 1), report.reach ?? 0)),
    },
    next: Math.min(sentence.end - sentence.start, ...next),
  };
  reading.dates = candidatesIn(reading, dates, report).filter(
    (date, at, all) => isWhen(date, reading) && !isCountedOn(date, all[at - 1], reading),
  );
  return reading;
}

/** Each date of a sentence, resolved; the ones before it are what "the same day" means. */
function candidatesIn({ text }: Reading, dates: TextDates, report: DatedReport): Candidate[] {
  const { sentence, tokens, grammar } = report;
  const found = findDateExpressions(text);
  const anchor = anchorOf(dates, report.direction);
  if (found.some(({ expression }) => expression.kind === "from-spoken"))
    anchor.previous = spokenBefore(dates, sentence, report.direction);
  return found.map((date) => {
    const span = surely(resolveExpression(date.expression, anchor), {
      expression: date.expression,
      dates,
      direction: report.direction,
    });
    anchor.previous = span ?? anchor.previous;
    const token = tokens.findIndex((one) => one.end > sentence.start + date.start);
    const tie = grammar === null ? "open" : tieOf(token, { ...report, grammar });
    return { ...date, span, tie, nounEnd: nounEndOf(text, date) };
  });
}

function nounEndOf(text: string, date: Range): number | null {
  const behind = text.slice(date.end, date.end + 60);
  const possessive = /^[’']s?\s+/.exec(behind)?.[0].length;
  const space = possessive ?? /^\s+/.exec(behind)?.[0].length;
  const word = space === undefined ? undefined : /^[\p{L}.-]+/u.exec(behind.slice(space))?.[0];
  if (space === undefined || word === undefined) return null;
  const end = date.end + space + word.length;
  if (possessive !== undefined) return end;
  if (GOES_ON_BEHIND.has(word.toLowerCase()) || word.endsWith("ly")) return null;
  const before = text.slice(Math.max(0, date.start - 14), date.start);
  return !ADVERB_LEAD.test(before) && NOUN_LEAD.test(before) ? end : null;
}

/** "spoke today", "met on Monday": nothing but a preposition stands between. */
function isRightBehind(date: Range, { text, trigger }: Reading): boolean {
  return date.start >= trigger.end && date.start - trigger.end < 20 && RIGHT_BEHIND.test(text.slice(trigger.end, date.start));
}

function nearest(dates: Candidate[], { trigger }: Reading): Candidate | undefined {
  const cost = (date: Candidate): number =>
    date.start >= trigger.start ? date.start - trigger.start : trigger.start - date.end + BEFORE_COST;
  return [...dates].sort((a, b) => cost(a) - cost(b))[0];
}

/** "today", "this evening": the day is the same, whatever of the news it says. */
function isToday({ expression, tie }: Candidate): boolean {
  return expression.kind === "away" && expression.unit === "day" && expression.count === 0 && tie !== "speech";
}

function inClause(dates: Candidate[], reading: Reading): Candidate | undefined {
  const { start, end } = reading.clause;
  return nearest(
    dates.filter((date) => date.start >= start && date.end <= end),
    reading,
  );
}

/** "will speak with him during a Thursday meeting": the date describes another word for the same thing. */
function ofGathering({ text, dates, clause, trigger, next }: Reading): Candidate | undefined {
  return dates.find(({ start, end, nounEnd }) => {
    if (nounEnd === null || start < trigger.end || end > Math.min(clause.end, next)) return false;
    return GATHERING.test(text.slice(end, nounEnd)) && DURING.test(text.slice(Math.max(0, start - 20), start));
  });
}

/** "in late 2000, when he hosted", "on Friday in Oslo, where she met": the clause says more of what the date is of. */
function whenOrWhere(dates: Candidate[], { text, clause }: Reading): Candidate | undefined {
  const before = dates.filter((date) => date.end <= clause.start);
  const last = before.at(-1);
  if (last === undefined || clause.start - last.end > 80) return undefined;
  const between = text.slice(last.end, clause.start).trimEnd();
  if (WHEN_BETWEEN.test(between) || (WHO_BETWEEN.test(between) && before.length === 1)) return last;
  const goesOn = WHERE_BETWEEN.test(between) && PRONOUN_SUBJECT.test(text.slice(clause.start, clause.start + 20));
  return goesOn && before.length === 1 ? last : undefined;
}

/** "plans to consult with Falk when he visits Lisbon on May 22": the other clause says when. */
function inWhenClause(dates: Candidate[], { text, trigger }: Reading): Candidate | undefined {
  return dates.find(({ start }) => start > trigger.end && WHEN_CLAUSE.test(text.slice(trigger.end, start)));
}

function opening(dates: Candidate[], { text, trigger }: Reading): Candidate | undefined {
  return dates.find(
    (date) => date.end < trigger.start && date.start < 30 && date.tie !== "speech" && OPENS.test(text.slice(0, date.start)),
  );
}

function behind(dates: Candidate[], { text, clause, next }: Reading): Candidate | undefined {
  return dates.find(
    (date) => date.start > clause.end && date.start < next && !OWN_CLAUSE.test(text.slice(clause.end, date.start)),
  );
}
