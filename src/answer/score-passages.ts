import { dateOf } from "../domain/evidence/article-date.ts";
import { foldName } from "../domain/evidence/fold-name.ts";
import type { ArticleBody } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { shortenBlocs } from "../evidence/blocs.ts";
import { hasPronoun } from "../evidence/has-pronoun.ts";
import { isStatement } from "../evidence/is-statement.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { stemOf } from "../evidence/words.ts";
import { inOneWord, type Question } from "./asked/read-question.ts";
import { countNewNames, offersKind } from "./offers-kind.ts";

export type Weights = ReadonlyMap<string, number>;

/** One sentence with what speaks for it. */
export interface Passage {
  article: ArticleBody;
  range: Range;
  text: string;
  score: number;
  /** What the article's age brings to the score. */
  aged: number;
  /** The share of the question's weight that the sentence and its three neighbours on either side hold. */
  near: number;
  /** The share of the weight of what is asked that the sentence itself holds. */
  told: number;
  /** The same without the names. */
  tells: number;
  /** Where all that the question names stands: in the sentence (or in those before it, which a pronoun takes up), around it, or nowhere. */
  named: "here" | "around" | "nowhere";
}

export interface Wanted {
  question: Question;
  weights: Weights;
  /** How well the index found each article, by its id. */
  found: ReadonlyMap<string, number>;
  askedAt: string | null;
}

/**
 * What each thing that speaks for a sentence counts for. Fitted as a log-linear ranker on either half of the public questions, each asked
 * on its day, forty days later and without a date; these are the means of the two halves, rounded.
 */
const COUNTS = {
  own: 2,
  beside: 1.5,
  further: 1.9,
  whole: 2,
  names: 0.3,
  offers: 1.6,
  fresh: 1.2,
  stale: -2.5,
  lead: 1.9,
  askingOwn: 2.8,
  askingBeside: 0.6,
  pairs: 1.2,
  statement: 0.9,
  found: 2.8,
  newNames: 0.55,
};
/** News says first what it is about: so many sentences lead an article. */
const LEAD = 2;
const MAX_NEW_NAMES = 3;
const FRESH_DAYS = 10;
const STALE_DAYS = 300;
const DAY_MS = 86_400_000;
const MAX_SENTENCE_CHARACTERS = 700;
/** Two words of the question are close together where so few stand between them. */
const CLOSE = 3;

interface Terms {
  stems: ReadonlyMap<string, string>;
  openings: ReadonlySet<string>;
  inTwo: Question["inTwo"];
  /** Stems of words seen before: the same few thousand come again and again. */
  known: Map<string, string | null>;
}

interface Read {
  sequence: (string | null)[];
  stems: ReadonlySet<string>;
}

/** The sentences of the articles that may answer, in the order of the articles. Pure. */
export function scorePassages(articles: ArticleBody[], wanted: Wanted): Passage[] {
  const { stems } = wanted.question;
  const openings = new Set([...stems.keys()].map((stem) => stem.slice(0, SURE_LETTERS)));
  const terms = { stems, openings, inTwo: wanted.question.inTwo, known: new Map<string, string | null>() };
  const most = Math.max(...wanted.found.values(), Number.MIN_VALUE);
  return articles.flatMap((article) => passagesOf(article, { wanted, terms, found: (wanted.found.get(article.id) ?? 0) / most }));
}

function passagesOf(article: ArticleBody, context: { wanted: Wanted; terms: Terms; found: number }): Passage[] {
  const { question, weights } = context.wanted;
  const share = shareOf(weights, [...weights.keys()]);
  const askingShare = shareOf(weights, question.asking);
  const tellingShare = shareOf(weights, new Set([...question.asking].filter((stem) => !question.mustName.has(stem))));
  const read = article.sentences.map((range) => readText(article.text.slice(range.start, range.end), context.terms));
  const titled = readText(article.title ?? "", context.terms).stems;
  const held = new Set([...read.flatMap((each) => [...each.stems]), ...titled]);
  const names = question.names.length === 0 ? 1 : question.names.filter((name) => held.has(name)).length / question.names.length;
  const aged = ageCount(article, context.wanted.askedAt);
  const base = COUNTS.whole * share(held) + COUNTS.names * names + COUNTS.found * context.found + aged;
  return article.sentences.flatMap((sentence, at): Passage[] => {
    const range = skipDateline(article.text, sentence);
    const { stems, sequence } = read[at] ?? { stems: new Set<string>(), sequence: [] };
    const beside = stemsAt(read, [at - 1, at + 1], stems);
    if (stems.size + beside.size === 0 || range.end - range.start > MAX_SENTENCE_CHARACTERS) return [];
    const further = stemsAt(read, [at - 3, at - 2, at + 2, at + 3], new Set([...stems, ...beside]));
    const text = article.text.slice(range.start, range.end);
    const score =
      base +
      COUNTS.own * share(stems) +
      COUNTS.beside * share(beside) +
      COUNTS.further * share(further) +
      COUNTS.askingOwn * askingShare(stems) +
      COUNTS.askingBeside * askingShare(beside) +
      COUNTS.pairs * pairsIn(sequence, question.pairs) +
      (at < LEAD ? COUNTS.lead : 0) +
      (offersKind(text, question) ? COUNTS.offers : 0) +
      (isStatement(text) ? COUNTS.statement : 0) +
      COUNTS.newNames * Math.min(MAX_NEW_NAMES, countNewNames(text, question));
    const near = share(stems) + share(beside) + share(further);
    const before = stems.size > 0 && hasPronoun(text) ? stemsAt(read, [at - 3, at - 2, at - 1], stems) : new Set<string>();
    const named = whereNamed(question.mustName, { here: [stems, before], around: [beside, further, titled] });
    return [{ article, range, text, score, aged, near, told: askingShare(stems), tells: tellingShare(stems), named }];
  });
}

function whereNamed(
  names: ReadonlySet<string>,
  { here, around }: { here: ReadonlySet<string>[]; around: ReadonlySet<string>[] },
): Passage["named"] {
  const isIn = (places: ReadonlySet<string>[]) => [...names].every((name) => places.some((place) => place.has(name)));
  return isIn(here) ? "here" : isIn([...here, ...around]) ? "around" : "nowhere";
}

/** So many letters of a word survive its stemming: a word that begins otherwise than every stem need not be stemmed. */
const SURE_LETTERS = 2;

function readText(text: string, { stems, openings, inTwo, known }: Terms): Read {
  const sequence: (string | null)[] = [];
  const held = new Set<string>();
  for (const [word] of foldName(inOneWord(shortenBlocs(text), inTwo)).matchAll(/[\p{L}\p{N}]+/gu)) {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = openings.has(word.slice(0, SURE_LETTERS)) ? (stems.get(stemOf(word)) ?? null) : null;
      known.set(word, stem);
    }
    sequence.push(stem);
    if (stem !== null) held.add(stem);
  }
  return { sequence, stems: held };
}

function stemsAt(read: Read[], places: number[], except: ReadonlySet<string>): Set<string> {
  const held = new Set<string>();
  for (const place of places) for (const stem of read[place]?.stems ?? []) if (!except.has(stem)) held.add(stem);
  return held;
}

/** Measures stems by the share that they have of the weight of `all`. */
function shareOf(weights: Weights, all: Iterable<string>): (stems: Iterable<string>) => number {
  const counted = new Set(all);
  let total = 0;
  for (const stem of counted) total += weights.get(stem) ?? 0;
  return (stems) => {
    let value = 0;
    for (const stem of stems) if (counted.has(stem)) value += weights.get(stem) ?? 0;
    return total === 0 ? 0 : value / total;
  };
}

function pairsIn(sequence: (string | null)[], pairs: [string, string][]): number {
  if (pairs.length === 0) return 0;
  const close = pairs.filter(([one, other]) =>
    sequence.some((stem, at) => stem === one && sequence.slice(Math.max(0, at - CLOSE), at + CLOSE + 1).includes(other)),
  );
  return close.length / pairs.length;
}

/** What was published in the days before the question counts for more, what is far older for less. */
function ageCount(article: ArticleBody, askedAt: string | null): number {
  if (askedAt === null) return 0;
  const days = (Date.parse(askedAt) - Date.parse(dateOf(article))) / DAY_MS;
  const fresh = days >= 0 && days <= FRESH_DAYS ? COUNTS.fresh : 0;
  return fresh + COUNTS.stale * Math.min(1, Math.max(0, days) / STALE_DAYS);
}
