import type { ConversationContext } from "../domain/intent.ts";
import type { ArticleReader } from "../domain/readers.ts";
import type { Citation } from "../domain/records.ts";
import { choosePassages } from "./choose-passages.ts";
import { dateOf } from "./find-sources.ts";
import { type RankedPassage, rankPassages } from "./rank-passages.ts";
import { type Question, readQuestion } from "./read-question.ts";
import { type Passage, scorePassages, type Weights } from "./score-passages.ts";
import { wordForms } from "./word-forms.ts";
import { stemOf } from "./words.ts";

export interface Answer {
  /** Null where the articles do not hold the answer. */
  answer: string | null;
  citations: Citation[];
  /** Where there is no answer: the nearest passage and its date, for people who want to look themselves. */
  nearest: { citation: Citation; date: string } | null;
}

export interface AnswerRequest {
  question: string;
  /** ISO date; articles published later are not looked at, and fresh ones count more. */
  askedAt?: string | undefined;
  /** ISO date: what "this week" means where `askedAt` is not given. */
  today: string;
  conversation?: ConversationContext | undefined;
}

const CANDIDATES = 40;
/** What the likeliest passages must score for an answer. Set on one half of the public questions, checked on the other. */
const SURE_ENOUGH = { dated: 8.7, undated: 7.3 };
/** The first few passages speak for the answer. */
const JUDGED = 3;
/** What a passage of sixty days ago has by its age. */
const MIN_AGED = -0.2;

/**
 * Answers out of stored articles, in their own sentences, or says that they don't hold the answer. Candidates come by full text; passages
 * are weighed by the rare words of the question that they hold (BM25's idf, Robertson 2009), by whether they name the kind of thing
 * asked for, and by how fresh they are.
 */
export async function answerQuestion(articles: ArticleReader, workspaceId: string, request: AnswerRequest): Promise<Answer> {
  const question = readQuestion(inContext(request));
  if (question.words.length === 0) return { answer: null, citations: [], nearest: null };
  const { weights, terms } = await weigh(articles, workspaceId, question);
  const askedAt = request.askedAt?.slice(0, 10) ?? (question.recent ? request.today : null);
  const query = { terms, match: "any" as const, limit: CANDIDATES };
  const heads = await articles.find(workspaceId, askedAt === null ? query : { ...query, until: askedAt });
  const bodies = await articles.load(
    workspaceId,
    heads.map((head) => head.id),
  );
  const found = new Map(heads.map((head) => [head.id, head.score]));
  const scored = scorePassages(bodies, { question, weights, found, askedAt });
  const passages = rankPassages(scored, question);
  const best = passages[0];
  if (best === undefined) return { answer: null, citations: [], nearest: null };
  if (!holdsAnswer(passages, { question, askedAt }))
    return { answer: null, citations: [], nearest: { citation: toCitation(best), date: dateOf(best.article) } };
  const chosen = choosePassages(passages);
  return { answer: chosen.map((passage) => passage.text).join(" "), citations: chosen.map(toCitation), nearest: null };
}

/** A follow-up is read with what the thread is about: a question of few words, or one with a pronoun, borrows the topic and the last question. */
function inContext({ question, conversation }: AnswerRequest): string {
  if (conversation === undefined) return question;
  const last = conversation.turns.at(-1)?.question ?? "";
  const leans = /\b(?:he|she|they|it|his|her|their|that|this|those|these|there|then|one|before|after)\b/i.test(question);
  const words = readQuestion(question).words.length;
  const context = leans || words < 4 ? [conversation.topic ?? "", leans ? last : ""] : [];
  return [question, ...context.map((text) => text.replace(/[-–]/g, " "))].filter((text) => text !== "").join(" ");
}

/** Words in more than this share of all articles find nothing: they are weighed, but not searched for, unless all are so common. */
const COMMON_SHARE = 0.1;
const MIN_SEARCHED = 3;
const MAX_SEARCHED = 12;

async function weigh(
  articles: ArticleReader,
  workspaceId: string,
  question: Question,
): Promise<{ weights: Weights; terms: string[] }> {
  const { total, holding } = await articles.frequencies(workspaceId, [...question.stems.keys()]);
  const held = new Map<string, number>();
  for (const [form, stem] of question.stems) held.set(stem, Math.min(total, (held.get(stem) ?? 0) + (holding.get(form) ?? 0)));
  const weights = new Map([...held].map(([stem, count]) => [stem, Math.log(1 + (total - count + 0.5) / (count + 0.5))]));
  const heldBy = (word: string) => held.get(question.stems.get(stemOf(word)) ?? "") ?? 0;
  const rarest = [...question.words].sort((a, b) => heldBy(a) - heldBy(b));
  const searched = rarest.filter((word, at) => at < MIN_SEARCHED || heldBy(word) <= total * COMMON_SHARE).slice(0, MAX_SEARCHED);
  return { weights, terms: [...new Set(searched.flatMap(wordForms))] };
}

/**
 * Whether the articles hold the answer at all. A question with a date is about the news of the days before it, so the age of what was
 * found counts, and "this week" is not last year; without a date, only what it says.
 */
function holdsAnswer(passages: RankedPassage[], { question, askedAt }: { question: Question; askedAt: string | null }): boolean {
  const judged = passages.slice(0, JUDGED);
  if (askedAt === null) return judged.some((passage) => passage.score - passage.aged >= SURE_ENOUGH.undated);
  const near = question.recent ? judged.filter((passage) => passage.aged > MIN_AGED) : judged;
  return near.some((passage) => passage.score >= SURE_ENOUGH.dated);
}

function toCitation({ article, range, text }: Passage): Citation {
  return { articleId: article.id, start: range.start, end: range.end, text };
}
