import type { DateSpan, Meeting } from "../domain/evidence/extraction.ts";
import { relationsOf } from "./clauses/relations-of.ts";
import type { CountryMention } from "./find-countries.ts";
import { type Draft, finishDraft, isSameMeeting, mergeDrafts } from "./meetings/draft.ts";
import { mayReport } from "./meetings/find-triggers.ts";
import { addFollowingTopics } from "./meetings/follow-topics.ts";
import { type Cast, findActors } from "./meetings/parties/actors.ts";
import { castOf, type KnownPeople } from "./meetings/parties/cast.ts";
import { draftsOfSentence } from "./meetings/sentence-drafts.ts";
import { inferDate } from "./meetings/when/infer-date.ts";
import { readTextDates, type TextDates } from "./meetings/when/text-dates.ts";
import { sentenceAt, type TextModel, tokensOf } from "./read-text.ts";
import type { Sentence, Token } from "./tokens.ts";

export interface MeetingContext {
  people: KnownPeople;
  countries: CountryMention[];
  /** ISO date of publication, or null where nobody says: then only dates with their year are resolved. */
  publishedAt: string | null;
  /** The article's address: its publisher's country tells how it writes dates. */
  url: string | null;
}

/** More meetings than this in one article are background, not news. */
const MAX_MEETINGS = 8;
/** A text that reports more is an archive, not an article: it is read no further. */
const MAX_DRAFTS = 300;
/** How many meetings back a further report of the same one is looked for. */
const MAX_LOOK_BACK = 40;
/** How many sentences after a report a meeting without names still means it. */
const UNNAMED_REACH = 6;
/** A sentence longer than this is no sentence: a table, a list of names, a text without full stops. */
const MAX_SENTENCE_TOKENS = 250;

/**
 * The meetings, calls, visits and talks that an article reports, in the order of the text, each with the sentences it rests on. Pure,
 * linear in the text's length; never throws.
 */
export function findMeetings(model: TextModel, context: MeetingContext): Meeting[] {
  const drafts: Draft[] = [];
  const castAt = castOf(model, context);
  const dates = readTextDates(model, context);
  let previous: DateSpan | null = null;
  for (const sentence of model.sentences) {
    if (drafts.length >= MAX_DRAFTS) break;
    if (sentence.lastToken - sentence.firstToken > MAX_SENTENCE_TOKENS || isQuestion(model, sentence)) continue;
    const found = readSentence(model, sentence, { castAt, context, dates, previous, drafts });
    for (const draft of found) {
      previous = draft.date ?? previous;
      addDraft(drafts, draft);
    }
    if (found.length === 0) addFollowingTopics(model, sentence, drafts);
  }
  return strongest(drafts).map((draft) => finishDraft({ ...draft, date: draft.date ?? inferredDate(dates, draft) }));
}

function inferredDate(dates: TextDates, { isDateSaid, status, evidence, participants }: Draft): DateSpan | null {
  if (isDateSaid) return null;
  const sentences = evidence.flatMap(({ start }) => sentenceAt(dates.model, start) ?? []);
  return inferDate(dates, { status, sentences, names: participants.map(({ name }) => name) });
}

/** A question reports nothing: "Will the Secretary meet the minister?" */
function isQuestion(model: TextModel, sentence: Sentence): boolean {
  return /\?["”’)]*$/.test(model.text.slice(Math.max(sentence.start, sentence.end - 4), sentence.end));
}

interface Reading {
  castAt: (sentence: Sentence, tokens: Token[]) => Cast;
  context: MeetingContext;
  dates: TextDates;
  previous: DateSpan | null;
  drafts: Draft[];
}

function readSentence(model: TextModel, sentence: Sentence, { castAt, context, dates, previous, drafts }: Reading): Draft[] {
  const tokens = tokensOf(model, sentence);
  if (!mayReport(tokens)) return [];
  const cast = castAt(sentence, tokens);
  const view = { text: model.text, tokens, actors: findActors(tokens, cast), grammar: relationsOf(model, sentence) };
  return draftsOfSentence(view, { dates, sentence, cast, publishedAt: context.publishedAt, previous, drafts });
}

/** Joins a draft to the meeting that it reports once more, or adds it. Only the latest meetings are looked through. */
function addDraft(drafts: Draft[], draft: Draft): void {
  if (draft.participants.length === 0) {
    addUnnamed(drafts, draft);
    return;
  }
  for (let i = drafts.length - 1; i >= Math.max(0, drafts.length - MAX_LOOK_BACK); i--) {
    const older = drafts[i];
    if (older === undefined || !isSameMeeting(older, draft)) continue;
    drafts[i] = mergeDrafts(older, draft);
    return;
  }
  drafts.push(draft);
}

/** Where nobody is named, it is the meeting just spoken of ("The ministers held a frank discussion"), or nothing that helps a reader. */
function addUnnamed(drafts: Draft[], draft: Draft): void {
  const at = drafts.findLastIndex(
    (older) => older.participants.length >= 2 && draft.firstSentence - older.lastSentence <= UNNAMED_REACH,
  );
  const current = drafts[at];
  if (current === undefined) {
    if (draft.date !== null && draft.place !== null) drafts.push(draft);
  } else if (isSameMeeting(current, { ...draft, participants: current.participants })) {
    drafts[at] = mergeDrafts(current, draft);
  }
}

/** The few that say most, in the order of the text: a date and two participants weigh more than an early place. */
function strongest(drafts: Draft[]): Draft[] {
  if (drafts.length <= MAX_MEETINGS) return drafts;
  const weight = (draft: Draft): number =>
    (draft.date === null ? 0 : 2) + Math.min(2, draft.participants.length) + Math.min(2, draft.evidence.length);
  const kept = new Set([...drafts].sort((a, b) => weight(b) - weight(a)).slice(0, MAX_MEETINGS));
  return drafts.filter((draft) => kept.has(draft));
}
