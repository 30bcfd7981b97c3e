import { SPEECH_TITLES } from "../en/quotes/relayed-words.ts";
import { isReportingVerb, isWeakReportingVerb } from "../en/reporting-verbs.ts";
import { isTitleHead } from "../en/titles.ts";
import { sentenceAt } from "../read-text.ts";
import type { Sentence, Token } from "../tokens.ts";
import type { MarkedSpan } from "./find-spans.ts";
import type { Link } from "./link.ts";
import { isPronoun } from "./noun-phrase.ts";
import type { Reading } from "./reporter-clauses.ts";
import { mainSubject } from "./source-before.ts";
import { surroundingsOf } from "./surroundings.ts";

/**
 * A quotation that fills its sentence, behind a sentence of the reporter's that says who spoke: "Lee praised the plan. "It will work.""
 */
export function announcedBefore(reading: Reading, span: MarkedSpan): Link | null {
  const { model, spans } = reading;
  const own = sentenceAt(model, span.start);
  if (own === null || span.start - own.start > 1) return null;
  const before = model.sentences[own.index - 1];
  if (before === undefined || own.paragraph - before.paragraph > 1) return null;
  if (spans.some((each) => each.start < before.end && each.end > before.start)) return null;
  const verb = speechIn(model.tokens, before);
  if (verb === null) return null;
  const around = surroundingsOf(reading, before);
  const source = mainSubject(around, verb);
  return source === null || !isSomebody(model.tokens.slice(source.first, source.last))
    ? null
    : { rule: "announced by the sentence before", source, cue: null };
}

/** A name, a pronoun or an office: not "an undercurrent of intrigue". */
function isSomebody(words: Token[]): boolean {
  return words.some((word) => word.capital || isPronoun(word) || isTitleHead(word.text));
}

/** Behind the first verb or noun of speech in a sentence, where a subject must stand before it. */
function speechIn(tokens: Token[], sentence: Sentence): number | null {
  for (let at = sentence.firstToken + 1; at < sentence.lastToken; at++) {
    const word = tokens[at]?.lower ?? "";
    if (SPEECH_TITLES.has(word) || (isReportingVerb(word) && !isWeakReportingVerb(word))) return at + 1;
  }
  return null;
}
