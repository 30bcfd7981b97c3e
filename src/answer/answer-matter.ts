import { showDate } from "../domain/chat/show-date.ts";
import type { ArticleBody } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { findNamed, type Named, namesOf } from "../evidence/find-named.ts";
import { hasPronoun } from "../evidence/has-pronoun.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { wordForms } from "../evidence/word-forms.ts";
import { stemOf, wordsOf } from "../evidence/words.ts";
import { BOTH_OF_THEM, NAMES_A_DAY } from "../extract/en/questions/meeting-words.ts";
import { answerMeeting, type MeetingRequest } from "./answer-meeting.ts";
import type { AnswerSentence } from "./answer-sentence.ts";
import { type AskedMatter, readMatter } from "./asked/matter-asked.ts";

/** A report goes on about a meeting for so many sentences. */
const GOES_ON_FOR = 8;
/** One matter of several may stand further down. */
const ALL_OF_IT_FOR = 24;
const MAX_SENTENCES = 3;
const MAX_WORDS = 79;

/**
 * "What did Lund and Moe discuss?": what the report of their meeting says of its matter behind the sentence that tells of it, with the day
 * and place of the meeting in front. Null where the question is none of that kind, or no report says it.
 */
export async function answerMatter(
  store: Pick<StoreReaders, "people" | "meetings" | "articles">,
  workspaceId: string,
  request: MeetingRequest,
): Promise<AnswerSentence[] | null> {
  const { question } = request;
  const asked = readMatter(question.text);
  if (asked === null) return null;
  const named = await findNamed(store.people, workspaceId, asked.who);
  if (named.people.length + named.countries.length < 2) return null;
  const day = question.around === null || NAMES_A_DAY.test(asked.when) ? "" : ` on ${showDate(question.around)}`;
  const text = `${asked.when}${day}?`;
  const met = await answerMeeting(store, workspaceId, { ...request, question: { ...question, text } });
  const told = met?.sentences[0];
  if (told === undefined) return null;
  const [article] = await store.articles.load(workspaceId, [told.citation.articleId]);
  const ranges = article === undefined ? [] : matterIn(article, { from: told.citation.start, named, asked });
  if (article === undefined || ranges.length === 0) return null;
  return ranges.map((sentence, at) => {
    const { start, end } = skipDateline(article.text, sentence);
    const citation = { articleId: article.id, start, end, text: article.text.slice(start, end) };
    return { fact: at === 0 ? told.fact : null, citation, meeting: at === 0 ? told.meeting : null };
  });
}

/** The sentences from a place on that say what was talked of, those that say it outright first. */
function matterIn(
  { text, sentences }: ArticleBody,
  { from, named, asked }: { from: number; named: Named; asked: AskedMatter },
): Range[] {
  const first = sentences.findIndex(({ end }) => end > from);
  const sought = asked.about.map((word) => new Set(wordForms(word).map(stemOf)));
  const goesOnFor = sought.length > 0 ? ALL_OF_IT_FOR : GOES_ON_FOR;
  const near = first < 0 ? [] : sentences.slice(first, first + goesOnFor);
  const names = named.people.map(({ person }) => namesOf(person));
  const ofThem = near.filter(({ start, end }) => {
    const said = text.slice(start, end);
    const stems = wordsOf(said).map(stemOf);
    const isOnIt = sought.every((forms) => stems.some((stem) => forms.has(stem)));
    return isOnIt && (isOfThem(said, names) || (sought.length > 0 && hasPronoun(said)));
  });
  const talked = sought.length > 0 ? [...asked.words, /./] : asked.words;
  const holding = talked.map((said) => ofThem.filter(({ start, end }) => said.test(text.slice(start, end))));
  const answering = asked.adds ? [...new Set(holding.flat())] : (holding.find((each) => each.length > 0) ?? []);
  const chosen: Range[] = [];
  let room = MAX_WORDS;
  for (const range of answering) {
    const length = wordsOf(text.slice(range.start, range.end)).length;
    if (chosen.length === MAX_SENTENCES || (chosen.length > 0 && length > room)) continue;
    chosen.push(range);
    room -= length;
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Both are meant, or one of them is named: of somebody else it says nothing. */
function isOfThem(text: string, names: ReadonlySet<string>[]): boolean {
  const words = wordsOf(text);
  return BOTH_OF_THEM.test(text) || names.some((each) => words.some((word) => each.has(word)));
}
