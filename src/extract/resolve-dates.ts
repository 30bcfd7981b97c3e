import * as chrono from "chrono-node";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { Range } from "../domain/evidence/span.ts";
import { MONTHS, PARTS_OF_DAY, RELATIVE_DAYS, SHORT_MONTHS, SHORT_WEEKDAYS } from "./en/calendar.ts";
import { either, words } from "./words.ts";

/** Where an undated year or a weekday lies: before the publication, or after it. */
export type Direction = "past" | "future";

export interface DateContext {
  /** ISO date (a time after it is ignored), or null: then only dates that name their own year are resolved. */
  publishedAt: string | null;
  direction: Direction;
  /** The date spoken of last, for "on the same day"; null where there is none. */
  previous?: DateSpan | null;
}

/** A date expression in a text, and the days it stands for. */
export interface FoundDate extends Range {
  text: string;
  span: DateSpan;
}

interface Anchor extends DateContext {
  /** Midnight UTC of the publication date, milliseconds; NaN where it is unknown. */
  day: number;
}

const DAY_MS = 86_400_000;
/** A publisher's day may begin after the event's: a date this far ahead of the publication can still be past. */
const TIME_ZONE_SLACK_MS = DAY_MS;
const HINT = new RegExp(
  [
    String.raw`\b(?:19|20)\d\d\b`,
    String.raw`\b(?:${either(SHORT_MONTHS, MONTHS)})`,
    String.raw`day\b`,
    String.raw`\b(?:${either(RELATIVE_DAYS, PARTS_OF_DAY, SHORT_WEEKDAYS, words("week weekend month year ago earlier later"))})\b`,
  ].join("|"),
  "i",
);
const BARE_YEAR = /\b(?:in|of|during|since|from|until|early|late)\s+((?:19|20)\d\d)\b(?![-/.]\d)/gi;
const SAME_DAY =
  /\b(?:on |later )?(?:the|that) same (?:day|morning|afternoon|evening)\b|\bthe same day\b|\b(?:earlier|later) (?:in|on) the day\b|\b(?:earlier|later) that day\b/gi;
const MONTH_LEAD = /(?:\b(?:in|of|last|this|next|since|early|late|mid|during|until|from|by|past|previous)|mid-)\s*$/i;
const PART_OF_MONTH = /\b(?:end|beginning|start|middle|mid|early|late)\b/i;
/** "he sat down", "the sun": words, not days. */
const LOWER_CASE_DAY = new RegExp(String.raw`\b(?:${either(SHORT_WEEKDAYS)})\b`);
const RELATIVE_TODAY = /^(?:this|earlier this|later this) (?:morning|afternoon|evening|night)$|^(?:today|tonight)\b/i;

/**
 * The dates in a passage, resolved against the publication date and never against the clock. chrono-node finds the words; the
 * direction (from the verb's tense) decides the year of "September 9" and the week of "on Friday". A span of several days, such as
 * "last week", has `precision` "day" and its first and last day.
 */
export function resolveDates(text: string, context: DateContext): FoundDate[] {
  if (!HINT.test(text)) return [];
  const anchor: Anchor = { ...context, day: Date.parse((context.publishedAt ?? "").slice(0, 10)) };
  const found = [...chronoDates(text, anchor), ...sameDays(text, anchor), ...weeks(text, anchor), ...nights(text, anchor)];
  for (const match of text.matchAll(BARE_YEAR)) {
    const year = Number(match[1]);
    found.push(foundAt(text, match.index + match[0].length - 4, { length: 4, span: yearSpan(year) }));
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((date, i) => !found.some((other, j) => j !== i && covers(other, date, j < i)));
}

function covers(outer: FoundDate, inner: FoundDate, earlier: boolean): boolean {
  if (outer.start > inner.start || outer.end < inner.end) return false;
  return outer.end - outer.start > inner.end - inner.start || earlier;
}

function foundAt(text: string, start: number, { length, span }: { length: number; span: DateSpan }): FoundDate {
  return { start, end: start + length, text: text.slice(start, start + length), span };
}

function chronoDates(text: string, anchor: Anchor): FoundDate[] {
  const instant = new Date((Number.isNaN(anchor.day) ? 0 : anchor.day) + DAY_MS / 2);
  const found: FoundDate[] = [];
  for (const result of chrono.casual.parse(text, { instant, timezone: 0 })) {
    const lead = text.slice(Math.max(0, result.index - 12), result.index);
    const span = spanOfResult(result, lead, anchor);
    if (span === null) continue;
    const one = foundAt(text, result.index, { length: result.text.replace(/[\s,;]+$/, "").length, span });
    found.push(withDayBefore(text, one));
  }
  return found;
}

/** "9 and 10 September": the first of two days stands outside of what chrono-node finds. */
function withDayBefore(text: string, found: FoundDate): FoundDate {
  const lead = text.slice(Math.max(0, found.start - 10), found.start);
  const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (?:and|to) (?:the )?$/.exec(lead);
  const own = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?\p{L}/u.exec(found.text);
  const days = Number(own?.[1]) - Number(before?.[1]);
  if (before === null || !(days > 0) || found.span.precision !== "day" || found.span.start !== found.span.end) return found;
  const span: DateSpan = { ...found.span, start: iso(Date.parse(found.span.start) - days * DAY_MS) };
  return foundAt(text, found.start - (lead.length - before.index), {
    length: found.text.length + lead.length - before.index,
    span,
  });
}

function spanOfResult(result: chrono.ParsedResult, lead: string, anchor: Anchor): DateSpan | null {
  const { start, end } = result;
  const words = result.text;
  const within = /^(?:in|on) the (day|month|year)$/i.exec(words)?.[1]?.toLowerCase();
  if (within !== undefined) return spanWithin(within, lead, anchor);
  if (RELATIVE_TODAY.test(words)) return Number.isNaN(anchor.day) ? null : daySpan(anchor.day);
  if (start.isCertain("millisecond") || (/^[\d:.\s]+(?:am|pm)?$/i.test(words) && !/\d{4}-\d/.test(words))) return null;
  if (
    /\bweek(?:end)?\b|^(?:for|within|every|over)\b|\b(?:few|several|couple|some|many)\b|\b(?:later|after|before|earlier|prior|hence)$/i.test(
      words,
    )
  )
    return null;
  if (start.isCertain("weekday") && LOWER_CASE_DAY.test(words)) return null;
  const needsAnchor = !start.isCertain("year") || !/\b\d{4}\b/.test(words);
  if (needsAnchor && Number.isNaN(anchor.day)) return null;
  if (start.isCertain("month") && !/\d/.test(words.replace(/\b\d{4}\b/, ""))) return monthResult(start, { words, lead }, anchor);
  if (start.isCertain("day")) {
    const first = dayOf(start, anchor);
    const last = end === undefined || end === null ? first : first + Math.max(0, dayNumber(end) - dayNumber(start));
    return { start: iso(first), end: iso(last), precision: "day" };
  }
  if (start.isCertain("weekday")) return weekdaySpan(start.get("weekday") ?? 0, { words, lead }, anchor);
  if (start.isCertain("year")) return yearSpan(start.get("year") ?? 0);
  return null;
}

/** "later in the year": of the publication's year or month. */
function spanWithin(unit: string, lead: string, anchor: Anchor): DateSpan | null {
  if (unit === "day" || !/\b(?:later|earlier)\s*$/i.test(lead) || Number.isNaN(anchor.day)) return null;
  const now = new Date(anchor.day);
  return unit === "year" ? yearSpan(now.getUTCFullYear()) : monthSpan(now.getUTCFullYear(), now.getUTCMonth());
}

function dayNumber(components: chrono.ParsedComponents): number {
  return Date.UTC(components.get("year") ?? 0, (components.get("month") ?? 1) - 1, components.get("day") ?? 1);
}

/** The day of "September 9": in the year that the direction asks for, where the text names none. */
function dayOf(components: chrono.ParsedComponents, anchor: Anchor): number {
  const day = dayNumber(components);
  if (components.isCertain("year")) return day;
  const year = new Date(anchor.day).getUTCFullYear();
  const month = (components.get("month") ?? 1) - 1;
  const candidates = [year - 1, year, year + 1].map((y) => Date.UTC(y, month, components.get("day") ?? 1));
  if (anchor.direction === "past") return candidates.findLast((at) => at <= anchor.day + TIME_ZONE_SLACK_MS) ?? day;
  return candidates.find((at) => at >= anchor.day - TIME_ZONE_SLACK_MS) ?? day;
}

interface Wording {
  words: string;
  /** The few characters before the expression. */
  lead: string;
}

/** "November 2019", "last November", "in March", "last month"; "May" and "March" alone are often no months. */
function monthResult(start: chrono.ParsedComponents, { words, lead }: Wording, anchor: Anchor): DateSpan | null {
  const month = (start.get("month") ?? 1) - 1;
  if (start.isCertain("year") || start.isCertain("day")) {
    return start.isCertain("day") && !PART_OF_MONTH.test(words)
      ? daySpan(dayOf(start, anchor))
      : monthSpan(start.get("year") ?? 0, month);
  }
  if (!MONTH_LEAD.test(lead) && !/\s/.test(words)) return null;
  const now = new Date(anchor.day);
  const year = now.getUTCFullYear();
  const thisMonth = now.getUTCMonth();
  const strictly = /\b(?:last|next)\s*$/i.test(lead) || /^(?:last|next)\b/i.test(words);
  if (anchor.direction === "past" && !/\bnext\s*$/i.test(lead))
    return monthSpan(month > thisMonth || (strictly && month === thisMonth) ? year - 1 : year, month);
  return monthSpan(month < thisMonth || (strictly && month === thisMonth) ? year + 1 : year, month);
}

function weekdaySpan(weekday: number, { words, lead }: Wording, anchor: Anchor): DateSpan {
  const today = new Date(anchor.day).getUTCDay();
  const asked = `${lead.slice(-6)} ${words}`;
  if (/\blast\b/i.test(asked)) return daySpan(anchor.day - (((today - weekday + 6) % 7) + 1) * DAY_MS);
  if (/\bnext\b/i.test(asked)) return daySpan(anchor.day + (((weekday - today + 6) % 7) + 1) * DAY_MS);
  if (anchor.direction === "past") return daySpan(anchor.day - ((today - weekday + 7) % 7) * DAY_MS);
  return daySpan(anchor.day + ((weekday - today + 7) % 7) * DAY_MS);
}

function sameDays(text: string, anchor: Anchor): FoundDate[] {
  const previous = anchor.previous ?? null;
  if (previous === null) return [];
  return Array.from(text.matchAll(SAME_DAY), (match) => foundAt(text, match.index, { length: match[0].length, span: previous }));
}

/** "last week", "this week", "over the weekend": from a Monday to its Sunday. */
function weeks(text: string, anchor: Anchor): FoundDate[] {
  if (Number.isNaN(anchor.day)) return [];
  const found: FoundDate[] = [];
  for (const match of text.matchAll(/\b(last|past|this|next|coming)\s+(week|weekend)\b|\b(?:over|at|during) the (weekend)\b/gi)) {
    const word = (match[1] ?? "").toLowerCase();
    const monday = anchor.day - ((new Date(anchor.day).getUTCDay() + 6) % 7) * DAY_MS;
    const weekend = (match[2] ?? match[3] ?? "").toLowerCase() === "weekend";
    const back =
      word === "last" || word === "past" || (weekend && anchor.direction === "past" && monday + 5 * DAY_MS > anchor.day);
    const first = monday + (back ? -7 : word === "next" || word === "coming" ? 7 : 0) * DAY_MS + (weekend ? 5 : 0) * DAY_MS;
    const span: DateSpan = { start: iso(first), end: iso(first + (weekend ? 1 : 6) * DAY_MS), precision: "day" };
    found.push(foundAt(text, match.index, { length: match[0].length, span }));
  }
  return found;
}

/** "last night": it began on the day before. */
function nights(text: string, anchor: Anchor): FoundDate[] {
  if (Number.isNaN(anchor.day)) return [];
  return Array.from(text.matchAll(/\blast (?:night|evening)\b/gi), (match) =>
    foundAt(text, match.index, { length: match[0].length, span: daySpan(anchor.day - DAY_MS) }),
  );
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function daySpan(ms: number): DateSpan {
  return { start: iso(ms), end: iso(ms), precision: "day" };
}

function monthSpan(year: number, month: number): DateSpan {
  return { start: iso(Date.UTC(year, month, 1)), end: iso(Date.UTC(year, month + 1, 0)), precision: "month" };
}

function yearSpan(year: number): DateSpan {
  return { start: `${year}-01-01`, end: `${year}-12-31`, precision: "year" };
}
