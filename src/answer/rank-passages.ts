import { CAME_BEFORE, REASON } from "../extract/en/questions/asking-words.ts";
import type { Question } from "./asked/read-question.ts";
import { answerWords, countPeople, offersKind } from "./offers-kind.ts";
import type { Passage } from "./score-passages.ts";

/** A passage with what is likely to be the answer in it. */
export interface RankedPassage extends Passage {
  rank: number;
}

/** So many are compared at all. */
const COMPARED = 300;
const VOTERS = 30;
/** Sentences further down are no answer. */
const KEPT = 40;
/** A sentence's own score, its article's part of all probability, its likeliest answer word and its likeliest three. */
const COUNTS = { score: 0.6, article: 0.8, best: 1.9, mean: 1.9, whole: 2, measured: 2, listed: 0.6 };
/** A sentence that holds all that is asked, where that is so many words, says it. */
const WHOLE = 0.99;
const MIN_ASKED = 3;
const MAX_LISTED = 4;
/** What a sentence that gives a reason gains where one is asked for, and one that tells what came before. */
const REASONED = { outright: 2, after: 1 };

/**
 * Ranks sentences by what they have in common: a word that many likely sentences hold and unlikely ones do not is likely the answer (the
 * redundancy of Brill, Dumais and Banko 2002, as a relevance model: Lavrenko and Croft 2001). Best first.
 */
export function rankPassages(passages: Passage[], question: Question): RankedPassage[] {
  const sorted = [...passages].sort((a, b) => b.score - a.score).slice(0, COMPARED);
  const likelihood = probabilities(sorted.map((passage) => passage.score));
  const words = sorted.map((passage) => answerWords(passage.text, question));
  const frequencies = new Map<string, number>();
  for (const each of words) for (const word of each) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  const votes = new Map<string, number>();
  const articles = new Map<string, number>();
  for (const [at, passage] of sorted.entries()) {
    const part = likelihood[at] ?? 0;
    articles.set(passage.article.id, (articles.get(passage.article.id) ?? 0) + part);
    if (at >= VOTERS) continue;
    for (const word of words[at] ?? [])
      votes.set(word, (votes.get(word) ?? 0) + part * Math.log(1 + sorted.length / (frequencies.get(word) ?? 1)));
  }
  const most = Math.max(...votes.values(), Number.MIN_VALUE);
  const ranked = sorted.map((passage, at): RankedPassage => {
    const own = (words[at] ?? []).map((word) => (votes.get(word) ?? 0) / most).sort((a, b) => b - a);
    const [best = 0, second = 0, third = 0] = own;
    const rank =
      COUNTS.score * passage.score +
      COUNTS.article * Math.sqrt(articles.get(passage.article.id) ?? 0) +
      COUNTS.best * best +
      COUNTS.mean * ((best + second + third) / 3) +
      answersOutright(passage, question);
    return { ...passage, rank };
  });
  return ranked.sort((a, b) => b.rank - a.rank).slice(0, KEPT);
}

/** What speaks for a sentence as an answer by itself: a reason, the measure or the count that is asked for, several names, all that is asked. */
function answersOutright(passage: Passage, question: Question): number {
  const { text, told } = passage;
  const offers = offersKind(text, question);
  const whole = told >= WHOLE && question.asking.size >= MIN_ASKED && offers ? COUNTS.whole : 0;
  switch (question.kind) {
    case "reason":
      return whole + reasonIn(text);
    case "number":
      return whole + (question.counted?.test(text) === true || (question.measure !== null && offers) ? COUNTS.measured : 0);
    case "people":
      return whole + COUNTS.listed * Math.min(MAX_LISTED, countPeople(text, question));
    default:
      return whole;
  }
}

function reasonIn(text: string): number {
  if (REASON.test(text)) return REASONED.outright;
  return CAME_BEFORE.test(text) ? REASONED.after : 0;
}

/** Softmax. */
function probabilities(scores: number[]): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}
