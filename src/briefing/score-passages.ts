import type { ArticleBody } from "../domain/records.ts";
import type { Range } from "../domain/span.ts";
import { foldName } from "../extract/names.ts";
import { dateOf } from "./find-sources.ts";
import type { Question } from "./read-question.ts";
import { stemOf } from "./words.ts";

export type Weights = ReadonlyMap<string, number>;

/** One sentence with what speaks for it. */
export interface Passage {
  article: ArticleBody;
  range: Range;
  text: string;
  score: number;
  /** The share of the question's weight that the sentence, its neighbours and its article's title hold: 0 to 1. */
  coverage: number;
  /** The share of the question's names that the article's passage holds: 1 where it has none. */
  names: number;
  /** Whether the sentence names anything of the kind asked for that the question does not hold itself. */
  offers: boolean;
}

export interface Wanted {
  question: Question;
  weights: Weights;
  askedAt: string | null;
}

/** What a neighbouring sentence, and the title, count for beside the sentence itself. */
const NEIGHBOUR = 0.45;
const TITLE = 0.5;
const PASSAGES_KEPT = 12;
const FRESH_DAYS = 10;
const DAY_MS = 86_400_000;
const MAX_SENTENCE_CHARACTERS = 700;

interface Terms {
  stems: ReadonlyMap<string, string>;
  openings: ReadonlySet<string>;
}

/** The sentences of the articles that may answer, best first. Pure. */
export function scorePassages(articles: ArticleBody[], wanted: Wanted): Passage[] {
  const { stems } = wanted.question;
  const openings = new Set([...stems.keys()].map((stem) => stem.slice(0, SURE_LETTERS)));
  const passages = articles.flatMap((article) => passagesOf(article, wanted, { stems, openings }));
  return passages.sort((a, b) => b.score - a.score).slice(0, PASSAGES_KEPT);
}

function passagesOf(article: ArticleBody, wanted: Wanted, terms: Terms): Passage[] {
  const total = sum(wanted.weights.values());
  if (total === 0) return [];
  const hits = article.sentences.map((range) => hitsOf(article.text.slice(range.start, range.end), terms));
  const titleHits = hitsOf(article.title ?? "", terms);
  const whole = new Set([...hits.flatMap((each) => [...each]), ...titleHits]);
  const names = wanted.question.names;
  const namesHeld = names.length === 0 ? 1 : names.filter((name) => whole.has(name)).length / names.length;
  const fresh = freshness(article, wanted.askedAt);
  const articleShare = weightOf(whole, wanted.weights) / total;
  return article.sentences.flatMap((range, at) => {
    const own = hits[at] ?? new Set<string>();
    if (own.size === 0 || range.end - range.start > MAX_SENTENCE_CHARACTERS) return [];
    const coverage =
      covered({ own, near: [...(hits[at - 1] ?? []), ...(hits[at + 1] ?? [])], titleHits }, wanted.weights) / total;
    const text = article.text.slice(range.start, range.end);
    const offers = offersKind(text, wanted.question);
    const score = (coverage + 0.35 * articleShare + 0.25 * namesHeld) * fresh * (offers ? 1 : 0.7) * (1 + 0.06 / (1 + at));
    return [{ article, range, text, score, coverage, names: namesHeld, offers }];
  });
}

/** So many letters of a word survive its stemming: a word that begins otherwise than every stem need not be stemmed. */
const SURE_LETTERS = 2;

function hitsOf(text: string, { stems, openings }: Terms): Set<string> {
  const found = new Set<string>();
  for (const [word] of foldName(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!openings.has(word.slice(0, SURE_LETTERS))) continue;
    const stem = stems.get(stemOf(word));
    if (stem !== undefined) found.add(stem);
  }
  return found;
}

function covered(hits: { own: Set<string>; near: string[]; titleHits: Set<string> }, weights: Weights): number {
  let value = weightOf(hits.own, weights);
  const near = new Set(hits.near);
  for (const [stem, weight] of weights) {
    if (hits.own.has(stem)) continue;
    if (hits.titleHits.has(stem)) value += weight * TITLE;
    else if (near.has(stem)) value += weight * NEIGHBOUR;
  }
  return value;
}

function weightOf(stems: Iterable<string>, weights: Weights): number {
  let value = 0;
  for (const stem of stems) value += weights.get(stem) ?? 0;
  return value;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** What was published in the days before the question counts in full, older articles for less. */
function freshness(article: ArticleBody, askedAt: string | null): number {
  if (askedAt === null) return 1;
  const days = (Date.parse(askedAt) - Date.parse(dateOf(article))) / DAY_MS;
  if (!(days >= 0)) return 0.8;
  return days <= FRESH_DAYS ? 1 : Math.max(0.7, 1 - (days - FRESH_DAYS) / 200);
}

const DATE =
  /\b(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|week|month|year|\d{1,2}(?:st|nd|rd|th))\b/i;
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|trillion|half|third|quarter|twice)\b/i;

function offersKind(text: string, question: Question): boolean {
  switch (question.kind) {
    case "number":
      return NUMBER.test(text);
    case "date":
      return DATE.test(text);
    case "person":
    case "place":
      return newNames(text, question) > 0;
    case "name":
    case "anything":
      return true;
  }
}

/** Capitalised words that the question does not hold. */
function newNames(text: string, question: Question): number {
  const held = question.stems;
  const names = text.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  return names.filter((name) => !held.has(stemOf(name.replace(/['’]s$/, "")))).length;
}
