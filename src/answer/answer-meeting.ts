import { showDateSpan } from "../domain/chat/show-date.ts";
import type { Citation, MeetingRecord } from "../domain/evidence/records.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { findNamed, type Named, namesOf } from "../evidence/find-named.ts";
import { citeWithoutDateline } from "../evidence/skip-dateline.ts";
import { wordForms } from "../evidence/word-forms.ts";
import { contentWords, wordsOf } from "../evidence/words.ts";
import { countryForms, countryName } from "../extract/countries.ts";
import { TIMES_OF_YEAR } from "../extract/en/calendar.ts";
import {
  ASKS_OF_MEETING,
  BEFORE_NAME_OF_TIME,
  MEETING_ASKED,
  MEETING_FRAME,
  REMOTE,
  VISIT,
  WHEN_OR_WHERE,
} from "../extract/en/questions/meeting-words.ts";
import type { AnswerSentence } from "./answer-sentence.ts";
import { orderMeetings } from "./order-meetings.ts";
import type { StandaloneQuestion } from "./read-follow-up.ts";

const LOOKED_AT = 80;
const ARTICLES = 20;
const MAX_MEETINGS = 3;
const CALLS = new Set(["call", "video"]);

export interface MeetingRequest {
  question: StandaloneQuestion;
  /** ISO date; meetings after it are still to come. */
  today: string;
  until: string | null;
}

/** What is known of the meetings that were asked for. `named` are those who must have been there. */
export interface MeetingAnswer {
  sentences: AnswerSentence[];
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
  if (!MEETING_ASKED.test(text) || !ASKS_OF_MEETING.test(text)) return null;
  const named = await findNamed(store.people, workspaceId, text);
  const subject = await subjectOf(store, workspaceId, { text, named });
  if (subject === null) return null;
  const found = await store.meetings.find(workspaceId, { ...subject, limit: LOOKED_AT, offset: 0 });
  const { until, today } = request;
  const fitting = found
    .filter((meeting) => fits(meeting, { text, named }))
    .filter((meeting) => until === null || meeting.date === null || meeting.date.start <= until);
  const ordered = orderMeetings(fitting, { text, today, beside });
  return { sentences: ordered.slice(0, MAX_MEETINGS).flatMap((meeting) => sentenceOf(meeting, { named, text })), named };
}

/** Where the store is asked: by the first person, by two countries, else by the articles that name the event. */
async function subjectOf(
  store: Pick<StoreReaders, "articles">,
  workspaceId: string,
  { text, named }: { text: string; named: Named },
): Promise<{ personId: string } | { allCountries: string[] } | { articleIds: string[] } | null> {
  const [person] = named.people;
  if (person !== undefined) return { personId: person.person.id };
  if (named.countries.length > 1) return { allCountries: named.countries };
  const event = eventWords(text);
  if (event.length === 0 || !WHEN_OR_WHERE.test(text)) return null;
  const heads = await store.articles.find(workspaceId, { terms: event, match: "all", limit: ARTICLES });
  return heads.length === 0 ? null : { articleIds: heads.map((head) => head.id) };
}

/** What the event is called, as it is written: "2+2", "quad", "summit". */
function eventWords(text: string): string[] {
  const written = text.toLowerCase().split(/[\s?.!,;:"“”]+/);
  return written.filter(
    (word) => contentWords(word).length > 0 && !MEETING_FRAME.has(word) && !TIMES_OF_YEAR.has(word) && !/^\d{4}$/.test(word),
  );
}

function fits(meeting: MeetingRecord, { text, named }: { text: string; named: Named }): boolean {
  const told = `${meeting.title} ${meeting.place ?? ""} ${meeting.evidence.map((each) => each.text).join(" ")}`.toLowerCase();
  const participants = meeting.participants.map((each) => wordsOf(each.name));
  const isThere = (names: ReadonlySet<string>) => participants.some((words) => words.some((word) => names.has(word)));
  if (!named.people.every(({ person }) => isThere(namesOf(person)))) return false;
  const meansCountry = (code: string) =>
    meeting.countries.includes(code) ||
    meeting.participants.some((each) => each.name === countryName(code)) ||
    countryForms(code).some((form) => told.includes(form));
  if (!named.countries.every(meansCountry)) return false;
  const people = new Set(named.people.flatMap(({ words }) => words.map((word) => word.toLowerCase())));
  const event = eventWords(text).filter((word) => !people.has(word) && !wordsOf(word).some((each) => people.has(each)));
  const others = event.filter((word) => !named.countries.some((code) => countryForms(code).includes(word)));
  if (!others.every((word) => wordForms(word).some((form) => isTold(told, form)))) return false;
  if (REMOTE.test(text)) return CALLS.has(meeting.kind);
  if (VISIT.test(text)) return meeting.kind === "visit" || told.includes("visit");
  return true;
}

/** Whether a report has the word, other than as what its meeting came after or before: "a call after the 2+2 meeting". */
function isTold(told: string, word: string): boolean {
  for (let at = told.indexOf(word); at >= 0; at = told.indexOf(word, at + 1)) {
    if (!BEFORE_NAME_OF_TIME.test(told.slice(Math.max(0, at - 40), at))) return true;
  }
  return false;
}

/** The passage that names most of those asked for, with the day and the place that its article gives. */
function sentenceOf(meeting: MeetingRecord, { named, text }: { named: Named; text: string }): AnswerSentence[] {
  const names = named.people.map(({ person }) => namesOf(person));
  const event = eventWords(text);
  const held = (citation: Citation) => {
    const words = wordsOf(citation.text);
    const said = citation.text.toLowerCase();
    return (
      names.filter((each) => words.some((word) => each.has(word))).length +
      event.filter((word) => isTold(said, word)).length / (event.length + 1) +
      (/\d/.test(said) ? 0.3 : 0)
    );
  };
  const [best] = [...meeting.evidence].sort((a, b) => held(b) - held(a));
  if (best === undefined) return [];
  const date = meeting.reportedDates.find((each) => each.articleId === best.articleId)?.date ?? meeting.date;
  const fact = [date === null ? null : showDateSpan(date), meeting.place].filter((part) => part !== null).join(", ");
  return [{ fact: fact === "" ? null : fact, citation: citeWithoutDateline(best), meeting }];
}
