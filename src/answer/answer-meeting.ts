import { showDateSpan } from "../domain/chat/show-date.ts";
import { dateOf } from "../domain/evidence/article-date.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { Citation, MeetingRecord } from "../domain/evidence/records.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { findNamed, type Named, namesOf } from "../evidence/find-named.ts";
import { hasPronoun } from "../evidence/has-pronoun.ts";
import { citeWithoutDateline } from "../evidence/skip-dateline.ts";
import { wordForms } from "../evidence/word-forms.ts";
import { contentWords, wordsOf } from "../evidence/words.ts";
import { countryForms, countryName } from "../extract/countries.ts";
import { resolveDates } from "../extract/dates/resolve-dates.ts";
import { DECIDES, ELSE, OFFICE_ASKED } from "../extract/en/questions/asking-words.ts";
import {
  ALL_OF_THEM,
  BEFORE_NAME_OF_TIME,
  BEFORE_WANTED,
  BEHIND_PLANNED,
  COUNTED,
  HOSTED_ASKED,
  IN_PERSON,
  MEETING_ASKED,
  MET_REMOTELY,
  MET_SAID,
  REMOTE,
  SPOKE_APART,
  SPOKEN,
  VISIT,
  WHEN_OR_WHERE,
  WHERE,
} from "../extract/en/questions/meeting-words.ts";
import type { AnswerSentence } from "./answer-sentence.ts";
import { asksOfMeeting, choiceOf, eventWords, isInCountriesAsked, othersAsked } from "./asked/meeting-asked.ts";
import { capitalsIn } from "./asked/read-question.ts";
import { evidenceOfDay } from "./evidence-of-day.ts";
import type { StandaloneQuestion } from "./follow-up/read-follow-up.ts";
import { namesOther } from "./lacking.ts";
import { orderMeetings } from "./order-meetings.ts";
import { tellsOf } from "./tells-of.ts";
import { isNamesakes, tookPart } from "./took-part.ts";

const LOOKED_AT = 200;
const ARTICLES = 20;
const MAX_MEETINGS = 3;
const MAX_SUBJECTS = 3;
const MAX_COUNTED = 6;
/** So many meetings are told at most, counted ones among them. */
const MOST_TOLD = 60;
/** News of a meeting comes within so many days of it. */
const TOLD_WITHIN_DAYS = 45;
const DAY_MS = 86_400_000;
/** A passage that says the place or the other person who is asked for is worth more than half a name. */
const WANTED = 0.8;
const OUTRIGHT = 0.5;
const DAY_SAID = 0.3;
const CALLS = new Set(["call", "video"]);

export interface MeetingRequest {
  question: StandaloneQuestion;
  /** The month or year that the question names, or null. */
  period: DateSpan | null;
  /** ISO date; meetings after it are still to come. */
  today: string;
  until: string | null;
}

/** What is known of the meetings that were asked for. `named` are those who must have been there. */
export interface MeetingAnswer {
  sentences: AnswerSentence[];
  /** Where they are asked for having met, and only calls are known: those. */
  calls: AnswerSentence[];
  named: Named;
}

/**
 * "When did they last meet?": the meetings of those whom the question names, newest first, each as an article tells it and with its day
 * and place in front; empty where the store knows none. Null where the question is none of that kind.
 */
export async function answerMeeting(
  store: Pick<StoreReaders, "people" | "meetings" | "articles">,
  workspaceId: string,
  request: MeetingRequest,
): Promise<MeetingAnswer | null> {
  const { text, beside } = request.question;
  const isHosted = HOSTED_ASKED.test(text) && WHEN_OR_WHERE.test(text);
  if (!MEETING_ASKED.test(text) && !isHosted) return null;
  const named = await findNamed(store.people, workspaceId, text);
  if (!MEETING_ASKED.test(text) && named.people.length < 2) return null;
  const decides = DECIDES.test(text) && named.people.length > 0 && named.people.length + named.countries.length > 1;
  if (!decides && !asksOfMeeting(text)) return null;
  const asked = { text, named, choice: choiceOf(text, named) };
  const subjects = await subjectsOf(store, workspaceId, asked);
  if (subjects.length === 0) return null;
  const { period } = request;
  const dates = period === null ? {} : { from: period.start, to: period.end };
  const queries = subjects.map((subject) => ({ ...subject, ...dates, limit: LOOKED_AT, offset: 0 }));
  const found = await Promise.all(queries.map((query) => store.meetings.find(workspaceId, query)));
  const { until, today } = request;
  const all = [...new Map(found.flat().map((meeting) => [meeting.id, meeting])).values()]
    .filter((meeting) => fits(meeting, asked))
    .filter((meeting) => until === null || meeting.date === null || meeting.date.start <= until);
  const inPerson = IN_PERSON.test(text) && !REMOTE.test(text) && !SPOKEN.test(text);
  const inOrder = { text, today, beside };
  const told = (meetings: MeetingRecord[]) =>
    borneOut(store.articles, workspaceId, once(meetings.slice(0, MOST_TOLD).flatMap((meeting) => sentenceOf(meeting, asked))));
  const met = await told(orderMeetings(toldOutright(inPerson ? all.filter(isMet) : all, asked), inOrder));
  const calls = met.length > 0 || !inPerson ? [] : (await told(orderMeetings(toldOutright(all, asked), inOrder))).slice(0, 1);
  const byPlace = WHERE.test(text) ? [...met].sort((a, b) => placesIn(b) - placesIn(a)) : met;
  const withOthers = ELSE.test(text) ? met.filter((each) => namesOther(each, text)) : [];
  const sentences = withOthers.length > 0 ? withOthers : byPlace;
  return { sentences: COUNTED.test(text) ? counted(sentences) : sentences.slice(0, MAX_MEETINGS), calls, named };
}

/** They sat together, or an article says that they met, if only over a line. */
function isMet({ kind, evidence }: MeetingRecord): boolean {
  return !CALLS.has(kind) || evidence.some(({ text }) => MET_REMOTELY.test(text));
}

/**
 * Without sentences that stand for a day which neither they nor their article's date give: an article that looks back at a meeting of last
 * year may be quoted on another one.
 */
async function borneOut(
  articles: StoreReaders["articles"],
  workspaceId: string,
  sentences: AnswerSentence[],
): Promise<AnswerSentence[]> {
  const bodies = await articles.load(workspaceId, [...new Set(sentences.map(({ citation }) => citation.articleId))]);
  const published = new Map(bodies.map((article) => [article.id, dateOf(article)]));
  return sentences.filter(({ citation, meeting }) => {
    const date = meeting?.reportedDates.find((each) => each.articleId === citation.articleId)?.date ?? meeting?.date ?? null;
    const day = published.get(citation.articleId);
    return date === null || day === undefined || daysApart(day, date) <= TOLD_WITHIN_DAYS || saysDay(citation, date, day);
  });
}

function daysApart(day: string, { start, end }: DateSpan): number {
  const [at, from, to] = [day, start, end].map((each) => Date.parse(each)) as [number, number, number];
  return Math.max(0, from - at, at - to) / DAY_MS;
}

/** How closely the place is told: 2 for "Samarkand, Uzbekistan", 0 for none. */
function placesIn({ fact, meeting }: AnswerSentence): number {
  const place = meeting?.place ?? "";
  return place !== "" && fact?.includes(place) === true ? place.split(",").length : 0;
}

/**
 * What is told in the same words is one meeting to whoever asks: of two records with one sentence, the one whose day the sentence says, or
 * else the first.
 */
function once(sentences: AnswerSentence[]): AnswerSentence[] {
  const told = sentences.map(({ citation }) => wordsOf(citation.text).join(" "));
  return sentences.filter((sentence, at) => {
    const same = sentences.filter((_, other) => told[other] === told[at]);
    return sentence === (same.find(({ citation, meeting }) => saysDay(citation, meeting?.date ?? null)) ?? same[0]);
  });
}

/** How many there are, and of them the newest. */
function counted(sentences: AnswerSentence[]): AnswerSentence[] {
  return sentences.slice(0, MAX_COUNTED).map((sentence, at) => {
    const place = `${at + 1} of ${sentences.length} that are reported`;
    return { ...sentence, fact: sentence.fact === null ? place : `${place}: ${sentence.fact}` };
  });
}

interface Asked {
  text: string;
  named: Named;
  /** Ids of people of whom one is enough: "Lund or Solberg". */
  choice: ReadonlySet<string>;
}

/** Where the store is asked: by the people, by two countries, else by the articles that name the event. */
async function subjectsOf(
  store: Pick<StoreReaders, "articles">,
  workspaceId: string,
  { text, named, choice }: Asked,
): Promise<({ personId: string } | { allCountries: string[] } | { articleIds: string[] })[]> {
  if (choice.size > 0) return [...choice].map((personId) => ({ personId }));
  if (named.people.length > 0) return named.people.slice(0, MAX_SUBJECTS).map(({ person }) => ({ personId: person.id }));
  if (named.countries.length > 1) return [{ allCountries: named.countries }];
  const event = eventWords(text);
  if (event.length === 0 || !WHEN_OR_WHERE.test(text)) return [];
  const heads = await store.articles.find(workspaceId, { terms: event, match: "all", limit: ARTICLES });
  return heads.length === 0 ? [] : [{ articleIds: heads.map((head) => head.id) }];
}

function fits(meeting: MeetingRecord, { text, named, choice }: Asked): boolean {
  const told = `${meeting.title} ${meeting.place ?? ""} ${meeting.evidence.map((each) => each.text).join(" ")}`.toLowerCase();
  const must = named.people.filter(({ person }) => !choice.has(person.id));
  const names = must.map(({ person }) => namesOf(person));
  const says = (said: string) => tellsOf(said, names) || (ELSE.test(text) && namesAll(said, names));
  if (must.some(({ person }) => isNamesakes(meeting, person))) return false;
  if (!must.every(({ person }) => tookPart(meeting, person)) && !meeting.evidence.some((each) => says(each.text))) return false;
  const meansCountry = (code: string) =>
    meeting.countries.includes(code) ||
    meeting.participants.some((each) => each.name === countryName(code)) ||
    countryForms(code).some((form) => told.includes(form));
  if (!named.countries.every(meansCountry)) return false;
  if (!capitalsIn(text).every((place) => told.includes(place)) || !isInCountriesAsked(text, meeting)) return false;
  const people = new Set(named.people.flatMap(({ words }) => words.map((word) => word.toLowerCase())));
  const event = eventWords(text).filter((word) => !people.has(word) && !wordsOf(word).some((each) => people.has(each)));
  const countries = new Set(named.countries.flatMap(countryForms).flatMap(wordsOf));
  const others = event.filter((word) => !countries.has(word) && !OFFICE_ASKED.test(word));
  if (!others.every((word) => wordForms(word).some((form) => isTold(told, form)))) return false;
  if (REMOTE.test(text)) return CALLS.has(meeting.kind);
  if (VISIT.test(text)) return meeting.kind === "visit" || told.includes("visit");
  return true;
}

function namesAll(text: string, names: ReadonlySet<string>[]): boolean {
  const words = wordsOf(text);
  return names.every((each) => words.some((word) => each.has(word)));
}

/**
 * Of those who all took part, only these records, and of those whom sentences tell to have met, only these: others may join two who met
 * somebody else, or tell of their meeting beside another.
 */
function toldOutright(all: MeetingRecord[], { text, named, choice }: Asked): MeetingRecord[] {
  // Who else was there stands in the report of another part of it.
  if (ELSE.test(text)) return all;
  const must = named.people.flatMap(({ person }) => (choice.has(person.id) ? [] : [person]));
  const names = must.map(namesOf);
  const own = all.filter((meeting) => must.every((person) => tookPart(meeting, person)));
  const meetings = names.length > 1 && own.length > 0 ? own : all;
  const told = meetings.filter(({ evidence }) => evidence.some((each) => tellsOf(each.text, names)));
  return told.length > 0 ? told : meetings;
}

/**
 * Whether a report has the word, other than as what its meeting came after or before, or what was only wanted there: "a call after the 2+2
 * meeting", "had asked for the 2+2".
 */
function isTold(told: string, word: string): boolean {
  for (let at = told.indexOf(word); at >= 0; at = told.indexOf(word, at + 1)) {
    const before = told.slice(Math.max(0, at - 40), at);
    const behind = told.slice(at + word.length, at + word.length + 60);
    if (!BEFORE_NAME_OF_TIME.test(before) && !BEFORE_WANTED.test(before) && !BEHIND_PLANNED.test(behind)) return true;
  }
  return false;
}

/** Whether a passage itself says the day: "on Thursday" of a meeting on a Thursday. It was written on that day, unless another is given. */
function saysDay({ text }: Citation, date: DateSpan | null, written = date?.end): boolean {
  if (date === null || written === undefined) return false;
  const said = resolveDates(text, { publishedAt: written, direction: "past", isToday: true });
  return said.some(({ span }) => span.start <= date.end && span.end >= date.start);
}

/** Whether a sentence names all, or one of them and somebody by a pronoun: "Xi met Biden" says nothing of Putin. */
function mayMean(text: string, names: ReadonlySet<string>[], isChoice: boolean): boolean {
  const words = wordsOf(text);
  const there = names.filter((each) => words.some((word) => each.has(word))).length;
  return there === names.length || isChoice || hasPronoun(text) || ALL_OF_THEM.test(text);
}

/**
 * The passage that names most of those asked for, with the day that its article gives, and the place where a passage says it: a record that
 * several articles tell may have the place of another day.
 */
function sentenceOf(meeting: MeetingRecord, { named, text, choice }: Asked): AnswerSentence[] {
  const names = named.people.map(({ person }) => namesOf(person));
  const event = eventWords(text);
  const place = meeting.place === null ? [] : contentWords(meeting.place);
  const placed = (citation: Citation) => place.length > 0 && place.some((word) => wordsOf(citation.text).includes(word));
  const where = WHERE.test(text);
  const others = othersAsked(text, meeting, names);
  const held = (citation: Citation) => {
    const words = wordsOf(citation.text);
    const said = citation.text.toLowerCase();
    return (
      names.filter((each) => words.some((word) => each.has(word))).length +
      event.filter((word) => isTold(said, word)).length / (event.length + 1) +
      ((where && placed(citation)) || others.some((word) => words.includes(word)) ? WANTED : 0) +
      (tellsOf(said, names) ? OUTRIGHT : 0) +
      (saysDay(citation, meeting.date) ? DAY_SAID : 0)
    );
  };
  const [best] = evidenceOfDay(meeting).sort((a, b) => held(b) - held(a));
  if (best === undefined || SPOKE_APART.test(best.text) || !mayMean(best.text, names, choice.size > 0)) return [];
  // Of whom somebody met, a sentence tells that names another one, or says that they met.
  const tellsWhom = others.length === 0 || others.some((word) => wordsOf(best.text).includes(word)) || MET_SAID.test(best.text);
  if (!tellsWhom) return [];
  const date = meeting.reportedDates.find((each) => each.articleId === best.articleId)?.date ?? meeting.date;
  const shown = placed(best) ? meeting.place : null;
  const said = [date === null ? null : showDateSpan(date), shown].filter((part) => part !== null).join(", ");
  const fact = said === "" || meeting.status === "held" ? said : `${said} (${meeting.status})`;
  return [{ fact: fact === "" ? null : fact, citation: citeWithoutDateline(best), meeting }];
}
