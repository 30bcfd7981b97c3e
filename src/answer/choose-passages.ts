import { isStatement } from "../evidence/is-statement.ts";
import { contentWords } from "../evidence/words.ts";
import type { RankedPassage } from "./rank-passages.ts";

const MAX_WORDS = 79;
const MAX_PASSAGES = 6;
/** What a passage loses that says only what a chosen one says (maximal marginal relevance, Carbonell and Goldstein 1998). */
const SAMENESS = 1;
/** A passage so far behind the best, or with so little of the question around it, is about something else. */
const MAX_BEHIND = 5;
const MIN_NEAR = 0.3;
const MIN_WORDS = 4;
/** What a sentence that holds all that is asked, without the names, gains in the order. */
const TELLS = 5;

/** The best passages that fit into a short answer and don't say the same; at least one. `first` are taken in any case, and come first. */
export function choosePassages(passages: RankedPassage[], first: RankedPassage[] = []): RankedPassage[] {
  const least = (passages[0]?.rank ?? 0) - MAX_BEHIND;
  const worthy = passages.filter((each) => each.rank >= least && each.near >= MIN_NEAR && isTelling(each.text));
  const pool = worthy.map((passage) => ({
    passage,
    words: new Set(contentWords(passage.text)),
    length: (passage.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).length,
  }));
  const chosen = pool.filter(({ passage }) => first.includes(passage));
  chosen.sort((a, b) => first.indexOf(a.passage) - first.indexOf(b.passage));
  let room = MAX_WORDS - chosen.reduce((sum, each) => sum + each.length, 0);
  while (chosen.length < MAX_PASSAGES) {
    const fitting = pool.filter((each) => !chosen.includes(each) && each.length <= room);
    const values = fitting.map(
      (each) => each.passage.rank - SAMENESS * Math.max(0, ...chosen.map((other) => sameness(each.words, other.words))),
    );
    const next = fitting[values.indexOf(Math.max(...values))];
    if (next === undefined) break;
    chosen.push(next);
    room -= next.length;
  }
  return chosen.length > 0
    ? mostTellingFirst(
        chosen.map((each) => each.passage),
        first,
      )
    : passages.slice(0, 1);
}

/** What leads an article helps to find it; what says most of the matter itself is read first. */
function mostTellingFirst(chosen: RankedPassage[], first: RankedPassage[]): RankedPassage[] {
  const value = (passage: RankedPassage) => passage.rank + TELLS * passage.tells;
  const rest = chosen.filter((passage) => !first.includes(passage)).sort((a, b) => value(b) - value(a));
  return [...chosen.filter((passage) => first.includes(passage)), ...rest];
}

function sameness(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / Math.max(1, words.size);
}

/** A sentence that says something by itself: no numbering, heading or half of a quotation. */
function isTelling(text: string): boolean {
  return isStatement(text) && (text.match(/\p{L}+/gu) ?? []).length >= MIN_WORDS;
}
