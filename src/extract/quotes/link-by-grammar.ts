import { nounPhraseOf } from "../clauses/noun-phrase.ts";
import { sentenceAt } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { rangeOf, tokenIndexAt } from "./cues.ts";
import type { MarkedSpan } from "./find-spans.ts";
import { type Governor, governorBefore, governorOfFragment } from "./governor.ts";
import type { Link } from "./link.ts";
import { NAMES_SOMEBODY } from "./may-speak.ts";
import { isWholeQuotation, type Reading } from "./reporter-clauses.ts";
import type { Scene } from "./speaking-noun.ts";

const MAX_PHRASE_TOKENS = 12;

/** The verb or noun that governs a quotation, as far as the grammar of its sentence tells. */
export function linkByGrammar(reading: Reading, span: MarkedSpan): Link | null {
  const { model } = reading;
  const sentence = sentenceAt(model, span.start);
  if (sentence === null) return null;
  const quotation = { start: tokenIndexAt(model.tokens, span.start), end: tokenIndexAt(model.tokens, span.end) };
  const isWhole = isWholeQuotation(model, span);
  return toLink(reading, sentence, (scene) =>
    isWhole ? governorBefore(scene, sentence.firstToken, quotation.start) : governorOfFragment(scene, quotation),
  );
}

function toLink(reading: Reading, sentence: Sentence, find: (scene: Scene) => Governor | null): Link | null {
  const { model, isQuoted } = reading;
  const clauses = reading.clausesOf(sentence);
  const governor = find({ clauses, tokens: model.tokens, isQuoted });
  if (governor === null) return null;
  const { rule, cue, speaker } = governor;
  if (speaker === null) return { rule, source: null, cue: rangeOf(model.tokens, cue, cue + 1) };
  if (!NAMES_SOMEBODY.has(clauses.tagOf(speaker))) return null;
  const { start, end } = nounPhraseOf(clauses, speaker);
  const source = { first: start, last: Math.min(end, Math.max(start + MAX_PHRASE_TOKENS, speaker + 1)), head: speaker };
  return { rule, source, cue: rangeOf(model.tokens, cue, cue + 1) };
}
