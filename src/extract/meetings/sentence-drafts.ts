import type { DateSpan, Participant } from "../../domain/evidence/extraction.ts";
import { type FoundDate, resolveDates } from "../resolve-dates.ts";
import type { Sentence } from "../tokens.ts";
import { clauseEnd, clauseStart } from "./clause.ts";
import type { Draft } from "./draft.ts";
import { findPlace } from "./find-place.ts";
import { topicsOf } from "./find-topics.ts";
import { findBareNouns, findTriggers } from "./find-triggers.ts";
import type { Cast } from "./parties/actors.ts";
import { participantsOf, partiesOf } from "./parties/participants.ts";
import { eventName, titleOf } from "./title.ts";
import type { SentenceView, Trigger } from "./trigger.ts";

export interface SentenceContext {
  sentence: Sentence;
  cast: Cast;
  publishedAt: string | null;
  /** The date of the meeting reported last, for "on the same day". */
  previous: DateSpan | null;
  /** The next report in the same sentence: a date behind it is not this one's. */
  next?: Trigger | null;
  /** The meetings that the article has reported so far. */
  drafts: Draft[];
}

/** How far from a bare noun its date may stand, in characters. */
const NOUN_DATE_BEFORE = 30;
const NOUN_DATE_AFTER = 60;
const NOT_WHEN = /\b(?:since|until|till|after|before|following|ahead of|from|prior to|by)(?: the| last| late| early)?\s*$/i;
const REPORTED_WHEN =
  /\b(?:said|says|told|reported|announced|added|wrote|tweeted|confirmed|stated|statement|according to)\b[^,;:.]{0,40}$/i;

/** The meetings that one sentence reports. */
export function draftsOfSentence(view: SentenceView, context: SentenceContext): Draft[] {
  const triggers = findTriggers(view);
  const drafts: Draft[] = [];
  for (const [i, trigger] of triggers.entries()) {
    const draft = draftOf(view, trigger, { ...context, next: triggers[i + 1] ?? null });
    if (draft !== null) drafts.push(draft);
  }
  for (const noun of findBareNouns(view, triggers)) {
    const draft = draftOfNoun(view, noun, context);
    if (draft !== null && !drafts.some((other) => other.date?.start === draft.date?.start)) drafts.push(draft);
  }
  return drafts;
}

function datesOf(view: SentenceView, trigger: Trigger, { sentence, publishedAt, previous }: SentenceContext): FoundDate[] {
  const direction = trigger.status === "held" ? "past" : "future";
  return resolveDates(view.text.slice(sentence.start, sentence.end), { publishedAt, direction, previous });
}

function draftOf(view: SentenceView, trigger: Trigger, context: SentenceContext): Draft | null {
  const { sentence, cast } = context;
  const parties = partiesOf(view, trigger);
  const participants = participantsOf(view, parties, cast.countries);
  const date = dateFor(view, trigger, context);
  const place = findPlace(view, trigger);
  const text = view.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
  return {
    kind: trigger.kind,
    status: trigger.status,
    date,
    place,
    participants,
    countries: participants.filter((participant) => participant.kind === "country").map((participant) => participant.name),
    topics: topicsOf(text).map((topic) => withoutPlace(topic, place)),
    title: titleOf(view, trigger, { parties, participants }),
    event: eventName(view, trigger),
    evidence: [{ start: sentence.start, end: sentence.end }],
    firstSentence: sentence.index,
    lastSentence: sentence.index,
    paragraph: sentence.paragraph,
    rules: [trigger.rule],
  };
}

/** "natural gas in Alexandria": the place of the talks is no part of their subject. */
function withoutPlace(topic: string, place: string | null): string {
  const tail = ` in ${place}`;
  return place !== null && topic.endsWith(tail) ? topic.slice(0, -tail.length) : topic;
}

/** The date that belongs to a trigger: in its clause and nearest to it, else one that opens the sentence. */
function dateFor(view: SentenceView, trigger: Trigger, context: SentenceContext): DateSpan | null {
  const { sentence, next } = context;
  const text = view.text.slice(sentence.start, sentence.end);
  const until = next == null ? text.length : offsetOf(view, next.first) - sentence.start;
  const dates = datesOf(view, trigger, context).filter((date) => {
    const before = text.slice(Math.max(0, date.start - 60), date.start);
    const describes = /\bthe\s+$/i.test(before) && /^\s+\p{Ll}/u.test(text.slice(date.end, date.end + 2));
    return (
      !describes && !NOT_WHEN.test(before) && !REPORTED_WHEN.test(before.slice(triggerCut(view, trigger, { sentence, date })))
    );
  });
  const first = offsetOf(view, clauseStart(view.tokens, trigger.first)) - sentence.start;
  const last = endOf(view, Math.max(clauseEnd(view.tokens, trigger.last - 1), trigger.object?.last ?? 0)) - sentence.start;
  const at = offsetOf(view, trigger.first) - sentence.start;
  const distance = (date: FoundDate): number => (date.start >= at ? date.start - at : at - date.end + 20);
  const inside = dates.filter((date) => date.start >= first && date.end <= last).sort((a, b) => distance(a) - distance(b));
  const opening = dates.find(
    (date) => date.end < at && /^(?:(?:on|in|late|early|later|earlier|just)\s+)*$/i.test(`${text.slice(0, date.start).trim()} `),
  );
  const after = dates.find(
    (date) =>
      date.start > last &&
      date.start < until &&
      !/\b(?:who|which|that|since|when|where|after|before|because|as|while|will|is|was|were|are|has|had)\b/.test(
        text.slice(last, date.start),
      ),
  );
  return (inside[0] ?? opening ?? after)?.span ?? null;
}

/** A reporting verb before the trigger does not take the trigger's date: only what stands between trigger and date counts. */
function triggerCut(view: SentenceView, trigger: Trigger, { sentence, date }: { sentence: Sentence; date: FoundDate }): number {
  const windowStart = Math.max(0, date.start - 60);
  const triggerEnd = endOf(view, trigger.last) - sentence.start;
  return triggerEnd <= date.start ? Math.max(0, triggerEnd - windowStart) : 0;
}

function offsetOf(view: SentenceView, token: number): number {
  return view.tokens[token]?.start ?? view.tokens.at(-1)?.end ?? 0;
}

function endOf(view: SentenceView, token: number): number {
  return view.tokens[token - 1]?.end ?? 0;
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
  return { ...draft, date: date.span, participants, topics: [], countries: countriesIn(participants) };
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
