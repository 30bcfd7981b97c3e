import { showDateSpan } from "../domain/chat/show-date.ts";
import { dateOf } from "../domain/evidence/article-date.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { Citation } from "../domain/evidence/records.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { findNamed, type Named, namesOf } from "../evidence/find-named.ts";
import { stemOf, wordsOf } from "../evidence/words.ts";
import { countryForms } from "../extract/countries.ts";
import { resolveDates } from "../extract/dates/resolve-dates.ts";
import { ANNOUNCED } from "../extract/en/questions/asking-words.ts";
import { DAY_IN_TEXT } from "../extract/en/questions/follow-up-words.ts";
import {
  MET_TOGETHER,
  SPOKE_APART,
  TO_COME_ASKED,
  TO_COME_SAID,
  TOOK_PLACE_ASKED,
} from "../extract/en/questions/meeting-words.ts";
import { answerLength } from "./answer-length.ts";
import { answerMatter } from "./answer-matter.ts";
import { answerMeeting, type MeetingAnswer } from "./answer-meeting.ts";
import { answerOffice } from "./answer-office.ts";
import { answerSaying, type Saying } from "./answer-saying.ts";
import type { AnswerSentence } from "./answer-sentence.ts";
import { readMatter } from "./asked/matter-asked.ts";
import { readPeriod, type TimedQuestion } from "./asked/read-period.ts";
import { type Question, readQuestion } from "./asked/read-question.ts";
import { choosePassages } from "./choose-passages.ts";
import { dropGivenNames } from "./drop-given-names.ts";
import { findDifference } from "./find-difference.ts";
import { findPassages } from "./find-passages.ts";
import type { StandaloneQuestion } from "./follow-up/read-follow-up.ts";
import { lackingOf } from "./lacking.ts";
import { asksWhatIsToCome } from "./order-meetings.ts";
import type { Passage } from "./score-passages.ts";

/** What is found to a question. */
export interface Found {
  /** Null where the articles do not hold the answer. */
  answer: string | null;
  /** Of each sentence, in order. */
  citations: Citation[];
  sentences: AnswerSentence[];
  /** Where there is no answer: the nearest passage and its date, for people who want to look themselves. */
  nearest: { citation: Citation; date: string } | null;
  /** Where articles give different figures: what each says, newest first. */
  differing: { articleId: string; value: string }[];
  /** What an answer leaves open of what was asked, in the asker's words: "where", "who chaired it". */
  lacking: string[];
}

/** What shares fewer words with a question is nothing near it. */
const SHARED_WORDS = 2;
/** So many passages may be what the question demands. */
const LOOKED_AT = 3;

export const NOTHING: Found = { answer: null, citations: [], sentences: [], nearest: null, differing: [], lacking: [] };
export type Readers = Pick<StoreReaders, "articles" | "people" | "quotes" | "meetings">;

/**
 * What is found to one question. Who said what and who met when come from the quotes and the meetings that the articles were read for; all
 * else from the passages likest to the question.
 */
export async function findAnswer(
  store: Readers,
  workspaceId: string,
  { question, today, until }: { question: StandaloneQuestion; today: string; until: string | null },
): Promise<Found> {
  const timed = readPeriod(question.text, until ?? today);
  const office = await answerOffice(store, workspaceId, { ...timed, until });
  if (office !== null) return answered(office);
  const saying = await answerSaying(store, workspaceId, { question: question.text, until, around: question.around });
  if (saying !== null && saying.sentences.length > 0) return answered(saying.sentences);
  const ofMeeting = { question, period: timed.period, today, until };
  const length = await answerLength(store, workspaceId, ofMeeting);
  if (length !== null) return answered(length);
  const matter = await answerMatter(store, workspaceId, ofMeeting);
  if (matter !== null) return answered(matter);
  const meeting = await answerMeeting(store, workspaceId, ofMeeting);
  if (meeting !== null && meeting.sentences.length > 0)
    return { ...answered(meeting.sentences), lacking: lackingOf(question.text, meeting.sentences) };
  if (meeting !== null && meeting.calls.length > 0) return callsOnly(meeting.calls);
  const must = await mustHold(store, workspaceId, { question, saying, meeting });
  return answerByPassages(store, workspaceId, {
    question,
    timed,
    until,
    today,
    must,
    ofItsTime: meeting !== null,
  });
}

/** They are not known to have met; that they spoke is the nearest. */
function callsOnly([call]: AnswerSentence[]): Found {
  const date = call?.meeting?.date?.start;
  return call === undefined || date === undefined ? NOTHING : { ...NOTHING, nearest: { citation: call.citation, date } };
}

/** What a passage must be like where quotes and meetings gave nothing: of a person who said nothing on the matter, nothing else will do. */
type Must = (passage: Passage) => boolean;

/** Nothing else will do, either, for the time before or after one that is no meeting's: the likest passage tells of the same. */
async function mustHold(
  store: Readers,
  workspaceId: string,
  { question, saying, meeting }: { question: StandaloneQuestion; saying: Saying | null; meeting: MeetingAnswer | null },
): Promise<Must | null> {
  const { text, beside } = question;
  if ((saying !== null && !ANNOUNCED.test(text)) || beside !== null) return () => false;
  if (meeting !== null) return mustOf(meeting.named, question);
  const matter = readMatter(text);
  if (matter === null) return null;
  const named = mustOf(await findNamed(store.people, workspaceId, text), question);
  return (passage) => (named === null || named(passage)) && matter.words.some((said) => said.test(passage.text));
}

/** Everybody whom the question names, and every country, in one sentence: whoever met nobody is not in it. */
function mustOf({ people, countries }: Named, question: StandaloneQuestion): Must | null {
  if (asksWhatIsToCome(question.text)) return () => false;
  if (people.length + countries.length === 0) return null;
  const names = people.map(({ person }) => namesOf(person));
  const isPast = TOOK_PLACE_ASKED.test(question.text) && !TO_COME_ASKED.test(question.text);
  return ({ text, named }) => {
    const words = wordsOf(text);
    const said = text.toLowerCase();
    return (
      named === "here" &&
      !SPOKE_APART.test(text) &&
      (!isPast || !TO_COME_SAID.test(text) || MET_TOGETHER.test(text)) &&
      names.every((each) => words.some((word) => each.has(word))) &&
      countries.every((code) => countryForms(code).some((form) => said.includes(form)))
    );
  };
}

interface PassagesAsked {
  question: StandaloneQuestion;
  /** The question without the time that it names, where it names one. */
  timed: TimedQuestion;
  until: string | null;
  today: string;
  must: Must | null;
  /** Whether another time's articles cannot answer: those who met in May did not meet in June. */
  ofItsTime: boolean;
}

/**
 * Of the time that is asked about, articles of that time are asked first, and all of them where those hold no answer. What two agreed on when
 * they last met is in the articles of those days or nowhere.
 */
async function answerByPassages(store: Readers, workspaceId: string, request: PassagesAsked): Promise<Found> {
  const { question, timed } = request;
  if (question.around !== null) {
    const period: DateSpan = { start: question.around, end: question.around, precision: "day" };
    return readPassages(store, workspaceId, { ...request, text: question.text.replace(DAY_IN_TEXT, ""), period });
  }
  if (timed.period !== null) {
    const found = await readPassages(store, workspaceId, { ...request, text: timed.text, period: timed.period });
    if (found.answer !== null) return found;
    if (request.ofItsTime)
      return readPassages(store, workspaceId, { ...request, text: question.text, period: null, must: () => false });
  }
  return readPassages(store, workspaceId, { ...request, text: question.text, period: null });
}

async function readPassages(
  store: Readers,
  workspaceId: string,
  request: Omit<PassagesAsked, "timed"> & { text: string; period: TimedQuestion["period"] },
): Promise<Found> {
  const { text, period, must } = request;
  const { context } = request.question;
  const read = readQuestion(context === "" ? text : `${context}. ${text}`);
  // Of a day that a thread goes on about, the articles are known: "the White House" there is one of the two countries.
  const question =
    request.question.around === null
      ? await dropGivenNames(store.people, workspaceId, read)
      : { ...read, mustName: new Set<string>() };
  if (question.words.length === 0) return NOTHING;
  const askedAt = request.until ?? (question.recent ? request.today : null);
  const { passages, sure } = await findPassages(store.articles, workspaceId, { question, askedAt, period });
  if (passages.length === 0) return NOTHING;
  if (!sure || (must !== null && !passages.slice(0, LOOKED_AT).some(must))) {
    const near = passages.find(({ named }) => named === "here" || (must === null && named === "around"));
    return { ...NOTHING, nearest: nearestOf(near, question) };
  }
  const difference = findDifference(passages, question);
  const chosen = choosePassages(passages, difference?.passages ?? []);
  const sentences = chosen.map((passage) => ({
    fact: question.kind === "date" ? dayIn(passage) : null,
    citation: toCitation(question.kind === "place" ? withDateline(passage) : passage),
    meeting: null,
  }));
  return { ...answered(sentences), differing: difference?.says ?? [] };
}

export function answered(sentences: AnswerSentence[]): Found {
  const texts = sentences.map(({ fact, citation }) => (fact === null ? citation.text : `${fact}: ${citation.text}`));
  return {
    answer: texts.join(" "),
    citations: sentences.map((each) => each.citation),
    sentences,
    nearest: null,
    differing: [],
    lacking: [],
  };
}

/** Of whom the question names, or nothing: what shares other words alone is about something else. */
function nearestOf(best: Passage | undefined, { stems }: Question): Found["nearest"] {
  if (best === undefined) return null;
  const shared = new Set(wordsOf(best.text).flatMap((word) => stems.get(stemOf(word)) ?? []));
  return shared.size < SHARED_WORDS ? null : { citation: toCitation(best), date: dateOf(best.article) };
}

/** "On Thursday" by its date, where a passage speaks of one day alone. */
function dayIn({ article, text }: Passage): string | null {
  const found = resolveDates(text, { publishedAt: dateOf(article), direction: "past" });
  const [day, ...others] = found.filter(({ span }) => span.precision === "day" && span.start === span.end);
  return day === undefined || others.length > 0 ? null : showDateSpan(day.span);
}

/** Where something happened often stands in nothing but the dateline. */
function withDateline(passage: Passage): Passage {
  const { article, range } = passage;
  const sentence = article.sentences.find(({ start, end }) => start <= range.start && end >= range.end);
  return sentence === undefined
    ? passage
    : { ...passage, range: sentence, text: article.text.slice(sentence.start, sentence.end) };
}

function toCitation({ article, range, text }: Passage): Citation {
  return { articleId: article.id, start: range.start, end: range.end, text };
}
