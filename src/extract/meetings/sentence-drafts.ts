import type { DateSpan, Participant } from "../../domain/evidence/extraction.ts";
import { type FoundDate, resolveDates } from "../dates/resolve-dates.ts";
import type { Sentence } from "../tokens.ts";
import type { Draft } from "./draft.ts";
import { findBareNouns, findTriggers } from "./find-triggers.ts";
import type { Cast } from "./parties/actors.ts";
import { participantsOf, partiesOf } from "./parties/participants.ts";
import { eventName, titleOf } from "./title.ts";
import type { SentenceView, Trigger } from "./trigger.ts";
import { topicsOfSentence } from "./what/topics-of-sentence.ts";
import type { EventAt } from "./when/date-host.ts";
import { dateOfMeeting, directionOf, type MeetingDate } from "./when/date-of-meeting.ts";
import type { TextDates } from "./when/text-dates.ts";
import { placeOfMeeting } from "./where/place-of-meeting.ts";

export interface SentenceContext {
  sentence: Sentence;
  cast: Cast;
  publishedAt: string | null;
  /** The date of the meeting reported last, for "on the same day". */
  previous: DateSpan | null;
  /** What the article's dates are read by. */
  dates: TextDates;
  /** The other reports in the same sentence: their dates are not this one's. */
  others?: EventAt[];
  /** The meetings that the article has reported so far. */
  drafts: Draft[];
}

/** How far from a bare noun its date may stand, in characters. */
const NOUN_DATE_BEFORE = 30;
const NOUN_DATE_AFTER = 60;
const NOT_WHEN = /\b(?:since|until|till|after|before|following|ahead of|from|prior to|by)(?: the| last| late| early)?\s*$/i;

/** The meetings that one sentence reports. */
export function draftsOfSentence(view: SentenceView, context: SentenceContext): Draft[] {
  const triggers = findTriggers(view);
  const drafts: Draft[] = [];
  for (const trigger of triggers) {
    const draft = draftOf(view, trigger, { ...context, others: triggers.filter((other) => other !== trigger) });
    if (draft !== null) drafts.push(draft);
  }
  for (const noun of findBareNouns(view, triggers)) {
    const draft = draftOfNoun(view, noun, context);
    if (draft !== null && !drafts.some((other) => other.date?.start === draft.date?.start)) drafts.push(draft);
  }
  return drafts;
}

function datesOf(view: SentenceView, trigger: Trigger, { sentence, publishedAt, previous }: SentenceContext): FoundDate[] {
  const direction = directionOf(trigger.status, view.tokens, trigger);
  return resolveDates(view.text.slice(sentence.start, sentence.end), { publishedAt, direction, previous });
}

function draftOf(view: SentenceView, trigger: Trigger, context: SentenceContext): Draft | null {
  const { sentence, cast } = context;
  const parties = partiesOf(view, trigger);
  const participants = participantsOf(view, parties, cast.countries);
  const date = dateFor(view, trigger, context);
  const place = placeFor(view, trigger, context);
  return {
    kind: trigger.kind,
    status: trigger.status,
    date: date?.span ?? null,
    isDateSaid: date !== null,
    place,
    participants,
    countries: participants.filter((participant) => participant.kind === "country").map((participant) => participant.name),
    topics: topicsFor(view, trigger, { ...context, place }),
    title: titleOf(view, trigger, { parties, participants }),
    event: eventName(view, trigger),
    evidence: [{ start: sentence.start, end: sentence.end }],
    firstSentence: sentence.index,
    lastSentence: sentence.index,
    paragraph: sentence.paragraph,
    rules: [trigger.rule],
  };
}

/** The words that date a trigger, by what they hang on. */
function dateFor(view: SentenceView, trigger: Trigger, context: SentenceContext): MeetingDate | null {
  return dateOfMeeting(context.dates, {
    sentence: context.sentence,
    tokens: view.tokens,
    grammar: view.grammar,
    event: trigger,
    reach: trigger.object?.last ?? 0,
    others: context.others ?? [],
    direction: directionOf(trigger.status, view.tokens, trigger),
  });
}

function placeFor(view: SentenceView, trigger: Trigger, { others = [] }: SentenceContext): string | null {
  const people = view.actors.filter((actor) => actor.kind === "person");
  return placeOfMeeting({
    tokens: view.tokens,
    grammar: view.grammar,
    event: trigger,
    others,
    kind: trigger.kind,
    isPerson: (token) => people.some((actor) => actor.first <= token && token < actor.last),
  });
}

function topicsFor(
  view: SentenceView,
  trigger: Trigger,
  { others = [], place }: { others?: EventAt[]; place: string | null },
): string[] {
  const people = view.actors.filter((actor) => actor.kind === "person");
  return topicsOfSentence({
    tokens: view.tokens,
    grammar: view.grammar,
    event: trigger,
    others,
    isPerson: (token) => people.some((actor) => actor.first <= token && token < actor.last),
    place,
  });
}

function offsetOf(view: SentenceView, token: number): number {
  return view.tokens[token]?.start ?? view.tokens.at(-1)?.end ?? 0;
}

/** A noun alone reports a meeting only with its own date beside it: "their last meeting in November 2019". */
function draftOfNoun(view: SentenceView, trigger: Trigger, context: SentenceContext): Draft | null {
  const { sentence } = context;
  const at = offsetOf(view, trigger.at) - sentence.start;
  const text = view.text.slice(sentence.start, sentence.end);
  const date = datesOf(view, trigger, context).find((found) => {
    if (found.end <= at)
      return at - found.end <= NOUN_DATE_BEFORE && !/[,;:]/.test(text.slice(found.end, at)) && trigger.rule === "their-meeting";
    const between = text.slice(at, found.start);
    return between.length <= NOUN_DATE_AFTER && !/[,;:]|\b(?:said|that|which|to)\b/.test(between) && !NOT_WHEN.test(between);
  });
  if (date === undefined) return null;
  const draft = draftOf(view, trigger, context);
  if (draft === null) return null;
  const participants = trigger.rule === "their-meeting" ? theirs(draft, context) : draft.participants;
  if (participants.length === 0) return null;
  return { ...draft, date: date.span, isDateSaid: true, participants, topics: [], countries: countriesIn(participants) };
}

/** "their last meeting": of the two people just spoken of; of their countries where several stood for each. */
function theirs(draft: Draft, { drafts }: SentenceContext): Participant[] {
  const current = drafts.findLast((candidate) => candidate.participants.length >= 2);
  if (current === undefined) return draft.participants;
  const people = current.participants.filter((participant) => participant.kind === "person");
  if (people.length === 2) return people;
  if (current.countries.length >= 2) return current.countries.map((name) => ({ name, kind: "country" }));
  return [];
}

function countriesIn(participants: Participant[]): string[] {
  return participants.filter((participant) => participant.kind === "country").map((participant) => participant.name);
}
