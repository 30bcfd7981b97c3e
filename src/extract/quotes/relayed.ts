import { THEIR_POSSESSIVES } from "../en/function-words.ts";
import {
  AFTER_WORDS,
  AS_FOR_OVER,
  BE_FORMS,
  BEFORE_IS_HOW,
  BEFORE_PARTICIPLE,
  BEHIND_WORDS,
  CONTRACTED_IS,
  IS_OR_WAS,
  JUDGING,
  QUOTES_OR_CITES,
  QUOTING_FORMS,
  TOLD_OR_CALLED,
  VERB_FORM_ENDING,
  WORD_OR_WORDS,
  WORDS_ABOUT,
  WORDS_FROM,
} from "../en/quotes/relayed-words.ts";
import { isParticiple, isPlainReportingVerb, isReportingVerb } from "../en/reporting-verbs.ts";
import { isSpeechNoun } from "../en/speech-nouns.ts";
import type { Token } from "../tokens.ts";
import { rangeOf } from "./cues.ts";
import type { Link } from "./link.ts";
import { type Phrase, phraseAfter, phraseBefore } from "./noun-phrase.ts";
import { mainSubject } from "./source-before.ts";
import type { Surroundings } from "./surroundings.ts";

const REACH = 30;
const BESIDE = 3;
/** "his call for “…”": so far from the quotation the noun may stand. */
const LINKED_REACH = 5;

/** Whose words a sentence passes on before a quotation: "quoted Smith as saying", "mocked Smith for saying", "told by Smith", "Smith's claim that". */
export function relayedBefore(around: Surroundings): Link | null {
  const { tokens, beforeFirst, beforeLast, isQuoted, isAside } = around;
  for (let at = beforeLast - 1; at >= Math.max(beforeFirst, beforeLast - REACH); at--) {
    const token = tokens[at];
    if (isAside(at) && beforeLast - at <= BESIDE) return null;
    if (token === undefined || token.kind !== "word" || isQuoted(at) || isAside(at)) continue;
    const link = asSaying(around, at) ?? toldBy(around, at) ?? wordsOf(around, at) ?? quotedObject(around, at);
    if (link !== null) return link;
    // A verb of speech of somebody's own stands nearer than what lies before it.
    if (isPlainReportingVerb(token.lower) && !isParticiple(token.lower) && !BE_FORMS.has(tokens[at - 1]?.lower ?? ""))
      return null;
  }
  return null;
}

/** "quoted Smith as saying", "mocked Smith for calling", "was quoted as saying". */
function asSaying({ tokens, beforeFirst }: Surroundings, at: number): Link | null {
  const having = BEFORE_PARTICIPLE.has(tokens[at - 1]?.lower ?? "");
  const mark = having ? at - 2 : at - 1;
  if (
    !(isParticiple(tokens[at]?.lower ?? "") || (having && isReportingVerb(tokens[at]?.lower ?? ""))) ||
    !AS_FOR_OVER.has(tokens[mark]?.lower ?? "")
  )
    return null;
  for (let verb = mark - 1; verb >= Math.max(beforeFirst, at - 14); verb--) {
    const lower = tokens[verb]?.lower ?? "";
    if (tokens[verb]?.kind === "mark" && tokens[verb]?.text !== ".") break;
    if (!VERB_FORM_ENDING.test(lower) || !isReportingVerb(lower) || tokens[verb]?.capital === true) continue;
    const passive = BE_FORMS.has(tokens[verb - 1]?.lower ?? "") || (tokens[verb - 1]?.lower ?? "").endsWith("ly");
    const source = passive ? phraseBefore(tokens, verb, beforeFirst) : phraseAfter(tokens, verb + 1, mark);
    return source === null ? null : linkTo(tokens, source, at);
  }
  return null;
}

/** "was told by Smith that". */
function toldBy({ tokens, beforeLast }: Surroundings, at: number): Link | null {
  if (!TOLD_OR_CALLED.has(tokens[at]?.lower ?? "") || !BE_FORMS.has(tokens[at - 1]?.lower ?? "")) return null;
  if (tokens[at + 1]?.lower !== "by") return null;
  const source = phraseAfter(tokens, at + 2, beforeLast);
  return source === null ? null : linkTo(tokens, source, at);
}

/** "Smith's claim that", "the words of his predecessor, Ada Smith:". */
function wordsOf(around: Surroundings, at: number): Link | null {
  const { tokens, beforeFirst, beforeLast } = around;
  const noun = tokens[at];
  const next = at + 1 < beforeLast ? (tokens[at + 1]?.lower ?? "") : "";
  if (noun === undefined || noun.capital || !isSpeechNoun(noun.lower)) return null;
  if (!AFTER_WORDS.has(next) && !BEHIND_WORDS.has(next)) return null;
  if (WORDS_ABOUT.has(next) && beforeLast - at > LINKED_REACH && !WORD_OR_WORDS.has(noun.lower)) return null;
  if (next === "of" && WORD_OR_WORDS.has(noun.lower)) {
    const owner = phraseAfter(tokens, at + 2, beforeLast);
    return owner === null ? null : { rule: "words of somebody's", source: owner, cue: rangeOf(tokens, at, at + 1) };
  }
  if (WORDS_FROM.has(next)) {
    const giver = phraseAfter(tokens, at + 2, beforeLast);
    return giver !== null && beforeLast - giver.last <= 1
      ? { rule: "words of somebody's", source: giver, cue: rangeOf(tokens, at, at + 1) }
      : null;
  }
  if (next === "as" && hasJudgement(tokens, beforeFirst, at)) return null;
  let first = at - 1;
  while (first >= beforeFirst && at - first < 4 && tokens[first]?.kind === "word" && !isOwner(tokens[first])) first--;
  const owner = tokens[first];
  if (owner === undefined || first < beforeFirst || !isOwner(owner)) return null;
  const own = THEIR_POSSESSIVES.has(owner.lower) && !hasJudgement(tokens, beforeFirst, at) ? mainSubject(around, first) : null;
  const source =
    own ?? (THEIR_POSSESSIVES.has(owner.lower) ? { first, last: first + 1 } : phraseBefore(tokens, first + 1, beforeFirst));
  return source === null ? null : { rule: "words of somebody's", source, cue: rangeOf(tokens, at, at + 1) };
}

/** "quoted Smith: “…”". */
function quotedObject({ tokens, beforeLast }: Surroundings, at: number): Link | null {
  if (!QUOTING_FORMS.has(tokens[at]?.lower ?? "") || BE_FORMS.has(tokens[at - 1]?.lower ?? "")) return null;
  const source = phraseAfter(tokens, at + 1, beforeLast);
  const ends =
    source !== null &&
    (source.last === beforeLast || (source.last === beforeLast - 1 && /^[:,]$/.test(tokens[source.last]?.text ?? "")));
  // "quoted Smith", "quoted the poet Ada Smith": a name.
  const names = source !== null && tokens[source.first]?.capital === true;
  const endsInName =
    source !== null && source.last - source.first > 2 && [1, 2].every((back) => tokens[source.last - back]?.capital);
  return source !== null && ends && source.first === at + 1 && (names || endsInName) ? linkTo(tokens, source, at) : null;
}

/** "…," the paper quoted Smith as saying.": who is quoted, behind the words. */
export function relayedBehind({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  for (let at = afterFirst; at < Math.min(afterLast - 3, afterFirst + 14); at++) {
    if (!QUOTES_OR_CITES.has(tokens[at]?.lower ?? "")) continue;
    if (BE_FORMS.has(tokens[at - 1]?.lower ?? "")) return null;
    const source = phraseAfter(tokens, at + 1, afterLast);
    if (source === null || tokens[source.last]?.lower !== "as" || !isParticiple(tokens[source.last + 1]?.lower ?? ""))
      return null;
    return linkTo(tokens, source, source.last + 1);
  }
  return null;
}

/** "“…” is how Smith put it": behind the words. */
export function howBehind({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  let at = afterFirst;
  while (at < afterLast && (tokens[at]?.kind === "mark" || BEFORE_IS_HOW.has(tokens[at]?.lower ?? ""))) at++;
  if (!IS_OR_WAS.has(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "how") return null;
  const source = phraseAfter(tokens, at + 2, afterLast);
  if (source === null) return null;
  const verb = firstVerb(tokens, at + 3, Math.min(afterLast, at + 14));
  return verb < 0
    ? null
    : {
        rule: "how somebody puts it",
        source: phraseBefore(tokens, verb, at + 2) ?? source,
        cue: rangeOf(tokens, verb, verb + 1),
      };
}

function hasJudgement(tokens: Token[], first: number, at: number): boolean {
  for (let verb = first; verb < at; verb++) if (JUDGING.test(tokens[verb]?.lower ?? "")) return true;
  return false;
}

function isOwner(token: Token | undefined): boolean {
  return (
    token !== undefined && (/['’]s$/.test(token.text) || THEIR_POSSESSIVES.has(token.lower)) && !CONTRACTED_IS.test(token.lower)
  );
}

function linkTo(tokens: Token[], source: Phrase, verb: number): Link {
  return { rule: "relayed by another", source, cue: rangeOf(tokens, verb, verb + 1) };
}

function firstVerb(tokens: Token[], from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (tokens[at]?.capital === false && isReportingVerb(tokens[at]?.lower ?? "")) return at;
  return -1;
}
