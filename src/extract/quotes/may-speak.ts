import { ARTICLES } from "../en/function-words.ts";
import { NEVER_SPEAKS, NO_SPEAKERS_NOUN } from "../en/quotes/cue-words.ts";
import { BEHIND_HEAD, SOURCE_PRONOUNS, STANDS_FOR_A_NOUN } from "../en/quotes/phrase-words.ts";
import { sentenceAt } from "../read-text.ts";
import { words } from "../words.ts";
import { isPersonNoun, isPronoun, type Phrase } from "./noun-phrase.ts";
import type { Reading } from "./reporter-clauses.ts";

/** Tags of words that head the phrase of a speaker, in the Penn Treebank's tag set: nouns, numbers, determiners and pronouns. */
export const NAMES_SOMEBODY = words("NN NNS NNP NNPS CD DT PRP WP");

/**
 * Whether a phrase that stands where a speaker stands can be one: not "on Saturday", nor "rallying" of "her rallying cry", nor a thing that
 * has no words ("the streets").
 */
export function maySpeak(reading: Reading, source: Phrase): boolean {
  const { tokens } = reading.model;
  const at = source.head ?? headOf(reading, source);
  const head = tokens[at];
  if (head === undefined || isPronoun(head) || SOURCE_PRONOUNS.has(tokens[source.first]?.lower ?? "")) return true;
  if (NEVER_SPEAKS.has(head.lower)) return false;
  if (head.capital || head.kind !== "word" || head.text.startsWith("@") || isPersonNoun(head)) return true;
  if (NO_SPEAKERS_NOUN.has(head.lower)) return false;
  const sentence = sentenceAt(reading.model, head.start);
  if (sentence === null || STANDS_FOR_A_NOUN.test(head.lower)) return true;
  const tag = reading.clausesOf(sentence).tagOf(at);
  // What stands between marks is left out of the sentence's grammar.
  if (!/^[A-Z]/.test(tag) || NAMES_SOMEBODY.has(tag)) return true;
  // "a source involved", "the team's right back": the noun stands before the participle or the adverb, or the word is a noun after all.
  return (
    (tag.startsWith("VB") || tag.startsWith("RB")) && ARTICLES.has(tokens[source.first]?.lower ?? "") && at - source.first > 1
  );
}

/** The last word before what hangs on the phrase: "spokesman" of "a spokesman for the ministry". */
function headOf({ model: { tokens } }: Reading, { first, last }: Phrase): number {
  for (let at = first + 1; at < last; at++) if (BEHIND_HEAD.has(tokens[at]?.lower ?? "")) return at - 1;
  return last - 1;
}
