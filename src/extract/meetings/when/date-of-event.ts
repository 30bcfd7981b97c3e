import type { DateSpan, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { Direction } from "../../dates/resolve-expression.ts";
import {
  AHEAD,
  ANNOUNCES,
  ENDS,
  FOR_DAY,
  LATER_TODAY,
  PAST_FORM,
  STANDS_AHEAD,
  TO_COME,
  UNTIL_DAY,
} from "../../en/dates/when-words.ts";
import type { Sentence } from "../../tokens.ts";
import { clauseEnd } from "../clause.ts";
import type { EventWord, Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { tagAt } from "../status/modality.ts";
import { caseOf, kidsOf } from "../tree.ts";
import { dateOfMeeting, directionOf } from "./date-of-meeting.ts";
import type { TextDates } from "./text-dates.ts";

export interface EventContext {
  sentence: Sentence;
  publishedAt: string | null;
  dates: TextDates;
  /** The sentence's other events. */
  others: readonly EventWord[];
}

interface When {
  date: DateSpan | null;
  status: MeetingStatus | null;
  isDateSaid: boolean;
  /** The words that date it, as they stand, for `--explain`; null for none. */
  words: string | null;
}

/** The event's day; with a day to come what is told in the present tense, or left open, is a plan: "on Friday holds talks". */
export function dateOfEvent(
  scene: Scene,
  event: EventWord,
  { status, context }: { status: MeetingStatus | null; context: EventContext },
): When {
  const isOpenDay = isEitherWay(scene, event, status);
  const direction = isOpenDay ? "near" : directionAt(scene, event, status);
  if (isCutShort(scene, event) || isSubjectOfEnd(scene, event)) return { date: null, status, isDateSaid: true, words: null };
  const found = isOpenDay ? nearerOf(scene, event, context) : dateInDirection(scene, event, { context, direction });
  if (found?.span?.precision === "day" && (isOfNews(scene, event, found.words) || isOfLead(scene, event, found.words)))
    return { date: null, status, isDateSaid: true, words: null };
  const date = found === null ? byTheClock(scene, context) : found.span;
  const words = found === null ? null : scene.text.slice(found.words.start, found.words.end);
  const done = status === null ? doneBefore(scene, event, context) : null;
  if (done !== null && event.form === "verb") {
    const isOver = done.end < (context.publishedAt?.slice(0, 10) ?? done.start);
    return { date: done, status: isOver ? "held" : null, isDateSaid: true, words };
  }
  if (done !== null && (date === null || daysFrom(done, context) < daysFrom(date, context)))
    return { date: done, status: "held", isDateSaid: true, words };
  if (status === "held" && date !== null && isToCome(date, context) && isPastTense(scene, event))
    return { date: null, status, isDateSaid: true, words };
  return {
    words,
    date,
    status:
      date === null
        ? status
        : agreed(date, {
            status,
            context,
            direction,
            isSimplePresent: isSimplePresent(scene, event),
            isLater: LATER_TODAY.test(words ?? ""),
          }),
    isDateSaid: found !== null || isToldByItsEnd(scene, event),
  };
}

function dateInDirection(
  scene: Scene,
  event: EventWord,
  { context, direction }: { context: EventContext; direction: Direction },
): ReturnType<typeof dateOfMeeting> {
  return dateOfMeeting(context.dates, {
    sentence: context.sentence,
    tokens: scene.tokens,
    grammar: scene.tree,
    event,
    reach: clauseEnd(scene.tokens, event.last - 1),
    others: context.others,
    direction,
  });
}

/** "was flying to Oslo on Friday", "cleared his diary for Friday's talks": told as past, and yet the day may be to come. */
function isEitherWay(scene: Scene, { at, form }: EventWord, status: MeetingStatus | null): boolean {
  if (form === "noun")
    return status === null && isToldAsPast(scene) && caseOf(scene.tree, at, (i) => lowerAt(scene, i)) === "for";
  const helpers = kidsOf(scene.tree, at, /^aux$/).map((kid) => lowerAt(scene, kid));
  return status === "held" && scene.tree.tags[at] === "VBG" && helpers.some((word) => /^(?:was|were)$/.test(word));
}

/** Of the last such day and the coming one the nearer. */
function nearerOf(scene: Scene, event: EventWord, context: EventContext): ReturnType<typeof dateOfMeeting> {
  const past = dateInDirection(scene, event, { context, direction: "past" });
  const future = dateInDirection(scene, event, { context, direction: "future" });
  if (future?.span?.precision !== "day" || past?.words.start !== future.words.start) return past;
  return past.span?.precision === "day" && daysFrom(past.span, context) <= daysFrom(future.span, context) ? past : future;
}

/** "announced the meeting Tuesday night", but not "for Tuesday": the day may be that of the announcement. */
function isOfNews({ tree, text, ...scene }: Scene, { at, form }: EventWord, { start }: Range): boolean {
  const isAnnounced = form === "noun" && tree.rels[at] === "obj" && ANNOUNCES.test(lowerAt(scene, tree.heads[at] ?? -1));
  return isAnnounced && !FOR_DAY.test(text.slice(Math.max(0, start - 20), start));
}

/** "spoke today in advance of the summit": the day is of what was done before it. */
function isOfLead({ text, tokens }: Scene, { at, form }: EventWord, { end }: Range): boolean {
  return form === "noun" && STANDS_AHEAD.test(text.slice(end, Math.max(end, tokens[at]?.start ?? 0)));
}

/** "her visit ends on Wednesday": of its first day nothing is said. */
function isSubjectOfEnd({ tree, ...scene }: Scene, { at, form }: EventWord): boolean {
  return form === "noun" && tree.rels[at] === "nsubj" && ENDS.test(lowerAt(scene, tree.heads[at] ?? -1));
}

/** "met for three days until Sunday": the same. */
function isToldByItsEnd(scene: Scene, event: EventWord): boolean {
  return isPastTense(scene, event) && UNTIL_DAY.test(scene.text.slice(scene.tokens[event.at]?.start, scene.tokens.at(-1)?.end));
}

/** "cut short a visit on Tuesday": the day is that of the cut. */
function isCutShort(scene: Scene, { at }: EventWord): boolean {
  const before = [-4, -3, -2, -1].map((step) => lowerAt(scene, at + step)).join(" ");
  return /\b(?:cut|cuts|cutting) short\b/.test(before);
}

/** "16:40 Lask and Aydin have met": an entry of a live text is of its day. */
function byTheClock(scene: Scene, { dates }: EventContext): DateSpan | null {
  return /^\d{1,2}:\d{2}$/.test(scene.tokens[0]?.text ?? "") ? dates.news : null;
}

/**
 * "Singh laid a wreath before his talks with Hamada on Thursday": where the verb is past, the nearer Thursday may be as well; in "flew
 * to Oslo on Thursday to meet Falk" it is.
 */
function doneBefore(scene: Scene, event: EventWord, context: EventContext): DateSpan | null {
  if (!hasPastAbove(scene, event.at)) return null;
  const found = dateInDirection(scene, event, { context, direction: "past" });
  return found?.span?.precision === "day" ? found.span : null;
}

const MAX_CLIMB = 4;

/** Whether the verb over a noun, at however many removes, is past: "sought to calm fears at the meeting". */
function hasPastAbove(scene: Scene, at: number): boolean {
  const { tree } = scene;
  for (let above = tree.heads[at] ?? -1, steps = 0; above >= 0 && steps < MAX_CLIMB; above = tree.heads[above] ?? -1, steps++) {
    const tag = tagAt(scene, above);
    const helpers = kidsOf(tree, above, /^aux$/).map((kid) => tree.tags[kid] ?? "");
    if (tag === "VBD" || (tag === "VBN" && helpers.length > 0 && !helpers.includes("MD"))) return true;
    if (/^(?:VB[ZP]|MD)$/.test(tag) || helpers.includes("MD")) return false;
  }
  return false;
}

function daysFrom({ start }: DateSpan, { publishedAt }: EventContext): number {
  return Math.abs(Date.parse(start) - Date.parse(publishedAt?.slice(0, 10) ?? start));
}

function isToCome(date: DateSpan, { publishedAt }: EventContext): boolean {
  return publishedAt !== null && date.start > nextDay(publishedAt.slice(0, 10));
}

/** "They met": what was done lies on no day to come, so that the day found is another event's. */
function isPastTense({ tree }: Scene, event: EventWord): boolean {
  const verb = event.form === "verb" ? event.at : (tree.heads[event.at] ?? -1);
  return tree.tags[verb] === "VBD";
}

/** What the date makes of a status: a day to come is a plan; what nothing else says to be one lies behind. */
function agreed(date: DateSpan, { status, context, direction, isSimplePresent, isLater }: Dated): MeetingStatus | null {
  const today = context.publishedAt?.slice(0, 10) ?? null;
  if (today === null) return status;
  const isOpen = status === null || (status === "held" && direction === "near");
  if (isOpen && date.start > today) return "planned";
  if (isOpen && (date.end < today || (date.end === today && date.start < today))) return "held";
  // "arrives this week", "meets tonight": not yet, or one would say so.
  if (status === "held" && isSimplePresent && (isLater || (date.start < date.end && date.end > today))) return "planned";
  return status === "held" && date.precision === "day" && date.start > nextDay(today) ? "planned" : status;
}

interface Dated {
  status: MeetingStatus | null;
  context: EventContext;
  direction: Direction;
  isSimplePresent: boolean;
  /** Whether the words of the date are of the rest of the day. */
  isLater: boolean;
}

/** "arrives", "meets": not "is meeting". */
function isSimplePresent({ tree }: Scene, event: EventWord): boolean {
  return (
    event.form === "verb" && /^(?:VB[ZP]|NNS)$/.test(tree.tags[event.at] ?? "") && kidsOf(tree, event.at, /^aux$/).length === 0
  );
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Whether the event, or the verb that carries it, stands in the present tense. */
function isPresent(scene: Scene, event: EventWord): boolean {
  if (event.form === "noun" && lowerAt(scene, event.at - 1) === "held") return false;
  for (const verb of [event.at, scene.tree.heads[event.at] ?? -1]) {
    const tag = scene.tree.tags[verb] ?? "";
    if (/^(?:held|met|spoke|began|had|hosted|attended|convened|opened|ended|concluded)$/.test(lowerAt(scene, verb))) return false;
    if (tag === "VBG" && !(scene.tree.kids[verb] ?? []).some((kid) => scene.tree.rels[kid] === "aux")) return false;
    if (/^(?:VBZ|VBP|VBG)$/.test(tag))
      return !(scene.tree.kids[verb] ?? []).some((kid) => /^(?:was|were|had|have|has|been)$/.test(lowerAt(scene, kid)));
    if (/^VB/.test(tag)) return false;
  }
  return false;
}

/** "During the visit on Wednesday the president sought to …": a sentence in the past without a word that looks ahead. */
function isToldAsPast({ tokens, tree }: Scene): boolean {
  const text = tokens.map((token) => token.lower).join(" ");
  return (
    tokens.some((token, at) => tree.tags[at] === "VBD" || PAST_FORM.test(token.lower)) && !TO_COME.test(text) && !AHEAD.test(text)
  );
}

/** "underscored their dedication to achieve much at the summit in November": what is to be done there may lie ahead. */
export function isAimedAt(scene: Scene, { kind, at }: EventWord): boolean {
  const { heads, tags } = scene.tree;
  let verb = heads[at] ?? -1;
  for (let step = 0; step < MAX_CLIMB && verb >= 0 && !/^(?:VB|MD)/.test(tags[verb] ?? ""); step++) verb = heads[verb] ?? -1;
  return kind === "summit" && tags[verb] === "VB" && lowerAt(scene, verb - 1) === "to" && /^NN/.test(tags[verb - 2] ?? "");
}

/** Where the date lies: a noun has the tense of the verb that carries it. */
function directionAt(scene: Scene, event: EventWord, status: MeetingStatus | null): Direction {
  if (event.form === "noun" && status === null && isAimedAt(scene, event)) return "near";
  if (event.form === "noun" && status === null && isToldAsPast(scene)) return "past";
  if (event.form === "verb" || status !== "held") return directionOf(status, scene.tokens, event);
  return isPresent(scene, event) ? "near" : "past";
}
