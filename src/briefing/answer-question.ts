import type { ConversationContext } from "../domain/intent.ts";
import type { ArticleReader } from "../domain/readers.ts";
import type { Citation } from "../domain/records.ts";
import { dateOf } from "./find-sources.ts";
import { isStatement } from "./is-statement.ts";
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
  conversation?: ConversationContext | undefined;
}

const CANDIDATES = 40;
const MAX_ANSWER_WORDS = 76;
const MAX_SENTENCES = 4;
/** The share of the question's weight that the best passage must hold, and that its article must. Set on one half of the public questions, checked on the other. */
const MIN_COVERAGE = 0.42;
const MIN_NAMES = 0.5;

/**
 * Answers out of stored articles, in their own sentences, or says that they don't hold the answer. Candidates come by full text; passages
 * are weighed by the rare words of the question that they hold (BM25's idf, Robertson 2009), by whether they name the kind of thing
 * asked for, and by how fresh they are.
 */
export async function answerQuestion(articles: ArticleReader, workspaceId: string, request: AnswerRequest): Promise<Answer> {
  const question = readQuestion(inContext(request));
  if (question.words.length === 0) return { answer: null, citations: [], nearest: null };
  const { weights, terms } = await weigh(articles, workspaceId, question);
  const query = { terms, match: "any" as const, limit: CANDIDATES };
  const heads = await articles.find(
    workspaceId,
    request.askedAt === undefined ? query : { ...query, until: request.askedAt.slice(0, 10) },
  );
  const bodies = await articles.load(
    workspaceId,
    heads.map((head) => head.id),
  );
  const passages = scorePassages(bodies, { question, weights, askedAt: request.askedAt?.slice(0, 10) ?? null });
  const best = passages[0];
  if (best === undefined) return { answer: null, citations: [], nearest: null };
  if (!holdsAnswer(best))
    return { answer: null, citations: [], nearest: { citation: toCitation(best), date: dateOf(best.article) } };
  const chosen = fillAnswer(passages);
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

function holdsAnswer(passage: Passage): boolean {
  return passage.coverage >= MIN_COVERAGE && passage.names >= MIN_NAMES && passage.offers;
}

/** The best passages while there is room, each article's at most twice. */
function fillAnswer(passages: Passage[]): Passage[] {
  const best = passages[0];
  const chosen: Passage[] = [];
  let words = 0;
  for (const passage of passages) {
    if (best === undefined || chosen.length >= MAX_SENTENCES || passage.score < best.score * 0.5) break;
    const count = passage.text.split(/\s+/).length;
    if (chosen.length > 0 && words + count > MAX_ANSWER_WORDS) continue;
    if (chosen.some((each) => each.text === passage.text) || (chosen.length > 0 && !isStatement(passage.text))) continue;
    chosen.push(passage);
    words += count;
  }
  return chosen;
}

function toCitation({ article, range, text }: Passage): Citation {
  return { articleId: article.id, start: range.start, end: range.end, text };
}
