import { showDate } from "../domain/chat/show-date.ts";
import { dateOf } from "../domain/evidence/article-date.ts";
import type { ArticleBody, PersonRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { findNamed, namesOf } from "../evidence/find-named.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { wordForms } from "../evidence/word-forms.ts";
import { contentWords, stemOf, wordsOf } from "../evidence/words.ts";
import {
  ANNOUNCED,
  ASKS_WHAT_SAID,
  BETWEEN_NAME_AND_VERB,
  MOST_BETWEEN,
  NO_MATTER,
  SPEAKS_IN_FRONT,
  SPEAKS_ON,
} from "../extract/en/questions/asking-words.ts";
import { isPlainReportingVerb } from "../extract/en/reporting-verbs.ts";
import type { AnswerSentence } from "./answer-sentence.ts";

const ARTICLES = 24;
const QUOTES = 600;
const MAX_SPEAKERS = 2;
/** Words about a day are told within so many days of it. */
const NEAR_DAYS = 3;
const DAY_MS = 86_400_000;
const MAX_SENTENCES = 3;
const MAX_WORDS = 72;
/** So much of the matter must stand in what was said, or beside it. */
const MIN_MATTER = 0.5;
/** An announcement is told by many sentences: only those on all of the matter are it. */
const MIN_ANNOUNCED = 0.75;

export interface Saying {
  /** Newest first; empty where the speaker is known to have said nothing on the matter. */
  sentences: AnswerSentence[];
}

interface Statement {
  speaker: PersonRecord;
  article: ArticleBody;
  range: Range;
  matter: number;
  quoted: boolean;
}

/**
 * "What did she say about fisheries?": the sentences in which the stored articles let a person speak, on the matter asked for; null where
 * the question is none of that kind, or nobody in the store is meant.
 */
export async function answerSaying(
  store: Pick<StoreReaders, "articles" | "people" | "quotes">,
  workspaceId: string,
  request: { question: string; until: string | null; around: string | null },
): Promise<Saying | null> {
  const match = ASKS_WHAT_SAID.exec(request.question);
  if (match === null) return null;
  const named = await findNamed(store.people, workspaceId, match[1] ?? "");
  const speakers = named.people.slice(0, MAX_SPEAKERS).map(({ person }) => person);
  if (speakers.length === 0) return null;
  const matter = contentWords(match[2] ?? "").filter((word) => !NO_MATTER.has(word));
  const found = await Promise.all(
    speakers.map((speaker) =>
      statementsBy(store, workspaceId, { speaker, matter, until: request.until, around: request.around }),
    ),
  );
  const least = ANNOUNCED.test(request.question) ? MIN_ANNOUNCED : MIN_MATTER;
  return { sentences: toSentences(inTurn(found.map((each) => choose(each).filter((said) => said.matter >= least)))) };
}

/** What each of several says, one after the other, so that nobody fills the answer. */
function inTurn(chosen: Statement[][]): Statement[] {
  const most = Math.ceil(MAX_SENTENCES / Math.max(1, chosen.filter((each) => each.length > 0).length));
  return chosen.flatMap((each) => each.slice(0, most));
}

interface By {
  speaker: PersonRecord;
  matter: string[];
  until: string | null;
  /** ISO date: the day that is spoken of, or null. */
  around: string | null;
}

/** Where a day is spoken of, what was said about that day, if anything was. */
async function statementsBy(
  store: Pick<StoreReaders, "articles" | "quotes">,
  workspaceId: string,
  { speaker, matter, until, around }: By,
): Promise<Statement[]> {
  const heads = await store.articles.find(workspaceId, {
    personId: speaker.id,
    limit: ARTICLES,
    ...(matter.length === 0 ? {} : { terms: [...new Set(matter.flatMap(wordForms))], match: "any" as const }),
    ...(until === null ? {} : { until }),
  });
  const articleIds = heads.map((head) => head.id);
  const [articles, quotes] = await Promise.all([
    store.articles.load(workspaceId, articleIds),
    store.quotes.find(workspaceId, { articleIds, limit: QUOTES, offset: 0 }),
  ]);
  const stems = matter.map((word) => new Set(wordForms(word).map(stemOf)));
  const statements = articles.flatMap((article) => {
    const own = quotes.filter((quote) => quote.articleId === article.id);
    const quoted = own.filter((quote) => quote.speaker?.id === speaker.id);
    // Whatever the sentence says: a manager knows better.
    const others = own.filter((quote) => quote.isCorrected === true && quote.speaker?.id !== speaker.id);
    return statementsOf(article, { speaker, quoted, others, stems });
  });
  const then = around === null ? [] : statements.filter(({ article }) => isNear(dateOf(article), around));
  return choose(then).length > 0 ? then : statements;
}

function isNear(date: string, day: string): boolean {
  return Math.abs(Date.parse(date) - Date.parse(day)) <= NEAR_DAYS * DAY_MS;
}

/** The sentences of an article in which the person speaks: around a quotation of theirs, or with their name and a verb of speech. */
function statementsOf(
  article: ArticleBody,
  about: { speaker: PersonRecord; quoted: Range[]; others: Range[]; stems: ReadonlySet<string>[] },
): Statement[] {
  const texts = article.sentences.map((range) => article.text.slice(range.start, range.end));
  const held = texts.map((text) => new Set(wordsOf(text).map(stemOf)));
  const names = namesOf(about.speaker);
  let theirs = false;
  return article.sentences.flatMap((range, at): Statement[] => {
    const text = texts[at] ?? "";
    const isIn = (quote: Range) => quote.start < range.end && quote.end > range.start;
    const quoted = about.quoted.some(isIn);
    // "On trade he said that …" right behind their own words goes on with them.
    const goesOn = theirs && SPEAKS_ON.test(text) && speaks(wordsOf(text));
    theirs = quoted || ((goesOn || speaksOf(text, names)) && !about.others.some(isIn));
    if (!theirs) return [];
    const own = shareHeld(about.stems, [held[at]]);
    // What stands beside it is its matter, unless it is somebody else's word.
    const beside = [at - 1, at + 1].filter((place) => !speaks(wordsOf(texts[place] ?? "")));
    const near = shareHeld(about.stems, [held[at], ...beside.map((place) => held[place])]);
    return [{ speaker: about.speaker, article, range, quoted, matter: about.stems.length === 0 ? 1 : (own + near) / 2 }];
  });
}

function shareHeld(stems: ReadonlySet<string>[], texts: (ReadonlySet<string> | undefined)[]): number {
  if (stems.length === 0) return 1;
  return stems.filter((forms) => texts.some((text) => [...forms].some((form) => text?.has(form)))).length / stems.length;
}

function speaks(words: string[]): boolean {
  return words.some(isPlainReportingVerb);
}

/** A name of theirs with a verb of speech right behind it, or "said" right before it: whom somebody told is no speaker. */
function speaksOf(text: string, names: ReadonlySet<string>): boolean {
  const words = wordsOf(text);
  return words.some((word, at) => {
    if (!names.has(word)) return false;
    const behind = words.slice(at + 1, at + 2 + MOST_BETWEEN);
    const next = behind.find((each) => !BETWEEN_NAME_AND_VERB.has(each));
    return isPlainReportingVerb(next ?? "") || SPEAKS_IN_FRONT.has(words[at - 1] ?? "");
  });
}

/** What fits the matter, newest first, and of one day what is quoted first. */
function choose(statements: Statement[]): Statement[] {
  const most = Math.max(0, ...statements.map((each) => each.matter));
  if (most < MIN_MATTER) return [];
  const fitting = statements.filter((each) => each.matter >= Math.max(MIN_MATTER, most * 0.7));
  fitting.sort(
    (a, b) => dateOf(b.article).localeCompare(dateOf(a.article)) || b.matter - a.matter || Number(b.quoted) - Number(a.quoted),
  );
  const chosen: Statement[] = [];
  let room = MAX_WORDS;
  for (const statement of fitting) {
    const length = statement.article.text.slice(statement.range.start, statement.range.end).split(/\s+/).length;
    if (chosen.length === MAX_SENTENCES || (chosen.length > 0 && length > room)) continue;
    chosen.push(statement);
    room -= length;
  }
  return chosen;
}

function toSentences(statements: Statement[]): AnswerSentence[] {
  return statements.map(({ speaker, article, range: sentence }) => {
    const range = skipDateline(article.text, sentence);
    return {
      fact: [speaker.name, showDate(dateOf(article))].filter((part) => part !== null).join(", "),
      citation: { articleId: article.id, start: range.start, end: range.end, text: article.text.slice(range.start, range.end) },
      meeting: null,
    };
  });
}
