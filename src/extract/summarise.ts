import { foldName } from "../domain/evidence/fold-name.ts";
import { type Span, spanOf } from "../domain/evidence/span.ts";
import type { TextModel } from "./read-text.ts";
import type { Sentence } from "./tokens.ts";

/** What a summary may hold, in words; a human one of a news article has about sixty. */
const MAX_WORDS = 62;
const MIN_SENTENCE_WORDS = 5;
/** Only so many sentences from the start are looked at: news says what is new at its head. */
const MAX_CANDIDATES = 9;

/**
 * Whole sentences, in order, about sixty words in all. Position is the strongest sign in news (Nenkova 2005); a later sentence takes
 * the place of an earlier one only where it holds more of the article's words and fits the space that is left.
 */
export function summarise(model: TextModel, title: string | null): Span[] {
  const candidates = candidatesOf(model, title);
  const best = chooseSentences(candidates);
  return best.map(({ sentence }) => spanOf(model.text, sentence.start, sentence.end));
}

interface Scored {
  sentence: Sentence;
  words: number;
  terms: Set<string>;
  score: number;
}

function candidatesOf(model: TextModel, title: string | null): Scored[] {
  const counts = termCounts(model);
  const titleKey =
    title === null
      ? ""
      : foldName(title)
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
  const scored: Scored[] = [];
  for (const sentence of model.sentences) {
    if (scored.length >= MAX_CANDIDATES) break;
    const text = model.text.slice(sentence.start, sentence.end);
    const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
    if (words.length < MIN_SENTENCE_WORDS || model.language.boilerplate.test(text) || isTitle(text, titleKey)) continue;
    const terms = new Set(words.map(foldName).filter((word) => word.length > 3));
    const weight = [...terms].reduce((sum, term) => sum + Math.log(1 + (counts.get(term) ?? 0)), 0) / Math.sqrt(terms.size + 1);
    scored.push({ sentence, words: words.length, terms, score: weight });
  }
  return scored;
}

function termCounts(model: TextModel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of model.tokens)
    if (token.kind === "word" && token.text.length > 3) counts.set(token.lower, (counts.get(token.lower) ?? 0) + 1);
  return counts;
}

function isTitle(text: string, titleKey: string): boolean {
  return (
    titleKey !== "" &&
    foldName(text)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim() === titleKey
  );
}

/** The lead, then the sentences that add most for their length while there is room. */
function chooseSentences(candidates: Scored[]): Scored[] {
  const lead = candidates[0];
  if (lead === undefined) return [];
  const chosen = [lead];
  let room = MAX_WORDS - lead.words;
  const rest = candidates
    .slice(1)
    .map((each, at) => ({ each, value: (each.score * (1 - overlap(each, lead))) / (1 + 0.35 * at) }));
  rest.sort((a, b) => b.value - a.value);
  for (const { each } of rest) {
    if (room < MIN_SENTENCE_WORDS) break;
    if (each.words > room + 12) continue;
    chosen.push(each);
    room -= each.words;
  }
  return chosen.sort((a, b) => a.sentence.start - b.sentence.start);
}

function overlap(a: Scored, b: Scored): number {
  let shared = 0;
  for (const term of a.terms) if (b.terms.has(term)) shared++;
  return a.terms.size === 0 ? 1 : shared / a.terms.size;
}
