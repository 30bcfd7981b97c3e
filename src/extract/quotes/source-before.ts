import { AUXILIARIES, BE, RELATIVE_SUBJECTS } from "../en/function-words.ts";
import {
  AND_BUT,
  AND_BUT_COMMA,
  BEFORE_VERB,
  BEGINS_SIDE_SENTENCE,
  ED_ENDING,
  GOES_ON,
  IRREGULAR_PAST,
  MEDIUM,
  NOT_WHO_SPEAKS,
  ON_A_MEDIUM,
  SENTENCE_COORDINATORS,
} from "../en/quotes/cue-words.ts";
import { WORDS_FROM } from "../en/quotes/relayed-words.ts";
import {
  isCognitionVerb,
  isParticiple,
  isPlainReportingVerb,
  isReportingVerb,
  isWeakReportingVerb,
  OPENS_SPEECH,
} from "../en/reporting-verbs.ts";
import type { Token } from "../tokens.ts";
import { isCueAt, isSourceLike, rangeOf } from "./cues.ts";
import type { Link } from "./link.ts";
import { isPronoun, type Phrase, phraseAfter, phraseBefore } from "./noun-phrase.ts";
import type { Surroundings } from "./surroundings.ts";

/** A verb of a relative clause further off than this governs words of its own: "anybody who complains about a microphone". */
const RELATIVE_REACH = 3;
const BESIDE = 7;
/** `…, Smith said, “…”`: an attribution between marks brings the quotation right behind it. */
const BESIDE_ASIDE = 3;

/** `Smith said: "…"`, `He called the plan "…"`, `Smith, who said "…", left`. */
export function verbBefore(around: Surroundings): Link | null {
  const { tokens } = around;
  const verb = lastCue(around);
  if (verb < 0) return null;
  const cue = rangeOf(tokens, verb, verb + 1);
  const word = tokens[verb]?.lower ?? "";
  const main = (): Link => ({
    rule: "subject of the main clause",
    source: asideBefore(around, verb) ?? mainSubject(around, verb) ?? subjectBehind(around, verb),
    cue,
  });
  if (isParticiple(word) || isCoordinated(tokens, verb)) return main();
  const source = phraseBefore(tokens, verb, around.beforeFirst);
  if (source === null || !isSourceLike(tokens, source)) return main();
  const direct = { rule: "subject then verb before", source, cue };
  return isCognitionVerb(word) ? (embedding(around, source) ?? direct) : direct;
}

/** "the plan is dear, she argued, adding that": who argues adds. */
function asideBefore({ asides }: Surroundings, verb: number): Phrase | null {
  return asides.find((aside) => verb - aside.end <= 2 && aside.end <= verb)?.link.source ?? null;
}

/** `Calling the plan "…", Smith left`: the subject follows the clause that the sentence begins with. */
function subjectBehind({ tokens, beforeFirst, afterFirst, afterLast }: Surroundings, verb: number): Phrase | null {
  if (verb - beforeFirst > 2 || !isParticiple(tokens[verb]?.lower ?? "")) return null;
  const comma =
    tokens[afterFirst]?.text === "," ? afterFirst : /^[,]$/.test(tokens[afterFirst - 2]?.text ?? "") ? afterFirst - 1 : -1;
  const source = comma < 0 ? null : phraseAfter(tokens, comma + 1, afterLast);
  return source !== null && isSourceLike(tokens, source) ? source : null;
}

function lastCue(around: Surroundings): number {
  const { tokens, beforeFirst, beforeLast, isQuoted, isAside } = around;
  for (let at = beforeLast - 1; at >= beforeFirst; at--) {
    if (!isCueAt(tokens, at, beforeLast - at <= BESIDE) || isQuoted(at)) continue;
    if (isSuffered(tokens, at) || goesNowhere(tokens, { at, beforeLast })) continue;
    if (isAside(at) && beforeLast - at > BESIDE_ASIDE) continue;
    if (RELATIVE_SUBJECTS.has(tokens[at - 1]?.lower ?? "") && beforeLast - at > RELATIVE_REACH) continue;
    if (MEDIUM.has(tokens[at - 1]?.lower ?? "") && ON_A_MEDIUM.has(tokens[at + 1]?.lower ?? "")) continue;
    if (isWeakReportingVerb(tokens[at]?.lower ?? "")) return speechAround(tokens, at, beforeFirst) ?? at;
    return isServed(around, at) ? (plainBefore(around, at) ?? at) : at;
  }
  return -1;
}

/** "Smith said Lund saw it as “a gesture”, but “…”": a verb that is no plain one has its words in a quotation before this one. */
function isServed({ tokens, beforeLast, isQuoted }: Surroundings, verb: number): boolean {
  if (isPlainReportingVerb(tokens[verb]?.lower ?? "") || isParticiple(tokens[verb]?.lower ?? "")) return false;
  for (let at = verb + 1; at < beforeLast; at++) if (isQuoted(at)) return true;
  return false;
}

function plainBefore({ tokens, beforeFirst, isQuoted, isAside }: Surroundings, verb: number): number | null {
  for (let at = verb - 1; at > beforeFirst; at--) {
    const lower = tokens[at]?.lower ?? "";
    if (isPlainReportingVerb(lower) && !isParticiple(lower) && !isQuoted(at) && !isAside(at) && isCueAt(tokens, at, false))
      return at;
  }
  return null;
}

/** "noting that he has put together": the verb of speech with "that" around one that brings words only at times. */
function speechAround(tokens: Token[], weak: number, first: number): number | null {
  for (let at = weak - 2; at >= Math.max(first, weak - BESIDE); at--) {
    const lower = tokens[at]?.lower ?? "";
    if (tokens[at]?.kind === "mark") return null;
    if (isReportingVerb(lower) && !isWeakReportingVerb(lower) && tokens[at + 1]?.lower === "that") return at;
  }
  return null;
}

/** "what was said", "he was asked": the subject of a passive says nothing. */
function isSuffered(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? "";
  if (isParticiple(word) || NOT_WHO_SPEAKS.has(word)) return false;
  const before = tokens[BEFORE_VERB.test(tokens[at - 1]?.lower ?? "") ? at - 2 : at - 1]?.lower ?? "";
  return BE.has(before);
}

/** "will go “if he has the time”": the verb brings whole words only, behind a mark: "it goes: “…”". */
function goesNowhere(tokens: Token[], { at, beforeLast }: { at: number; beforeLast: number }): boolean {
  return GOES_ON.has(tokens[at]?.lower ?? "") && tokens[beforeLast + 1]?.capital !== true;
}

/** "and added", "but then said": the subject stands before the verb that it is joined to. */
function isCoordinated(tokens: Token[], verb: number): boolean {
  const before = tokens[verb - 1]?.lower ?? "";
  return AND_BUT.has(before) || (before === "then" && AND_BUT_COMMA.has(tokens[verb - 2]?.lower ?? ""));
}

/** "Smith said she thought the plan was "…"": who speaks is the subject of the verb of speech around the thought. */
function embedding(around: Surroundings, source: Phrase): Link | null {
  const { tokens, beforeFirst, isQuoted } = around;
  if (source.last - source.first !== 1 || !isPronoun(tokens[source.first])) return null;
  for (let at = source.first - 1; at > beforeFirst; at--) {
    if (!isPlainReportingVerb(tokens[at]?.lower ?? "") || isParticiple(tokens[at]?.lower ?? "") || isQuoted(at)) continue;
    const outer = isCoordinated(tokens, at) ? mainSubject(around, at) : phraseBefore(tokens, at, beforeFirst);
    if (outer === null || !isSourceLike(tokens, outer)) return null;
    return { rule: "subject of the speech around a thought", source: outer, cue: rangeOf(tokens, at, at + 1) };
  }
  return null;
}

/** The first subject of the sentence: the phrase before its first finite verb, outside of quotations. */
export function mainSubject({ tokens, beforeFirst, isQuoted }: Surroundings, verb: number): Phrase | null {
  for (let at = mainClauseFrom(tokens, beforeFirst, verb); at < verb; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || isQuoted(at)) continue;
    // "He's claiming": subject and verb in one word.
    if (isPronoun(token) && /['’]/.test(token.text)) return { first: at, last: at + 1 };
    if (at === beforeFirst || token.capital || !isFiniteVerb(token)) continue;
    const phrase = phraseBefore(tokens, at, beforeFirst);
    if (phrase !== null && isSourceLike(tokens, phrase) && !isQuoted(phrase.first)) return phrase;
  }
  return null;
}

/** Behind the comma of a clause that a sentence begins with: "While the others wait, Smith …". */
function mainClauseFrom(tokens: Token[], first: number, verb: number): number {
  const opening = SENTENCE_COORDINATORS.has(tokens[first]?.lower ?? "") ? first + 1 : first;
  if (!BEGINS_SIDE_SENTENCE.has(tokens[opening]?.lower ?? "")) return first;
  for (let at = opening; at < verb - 1; at++) if (tokens[at]?.text === ",") return at + 1;
  return first;
}

function isFiniteVerb({ lower }: Token): boolean {
  return (
    AUXILIARIES.has(lower) ||
    (ED_ENDING.test(lower) && lower.length > 3) ||
    (isReportingVerb(lower) && !isWeakReportingVerb(lower)) ||
    IRREGULAR_PAST.has(lower)
  );
}

/** "And from Chairwoman Ada Smith:" */
export function fromBefore({ tokens, beforeFirst, beforeLast }: Surroundings): Link | null {
  const from = SENTENCE_COORDINATORS.has(tokens[beforeFirst]?.lower ?? "") ? beforeFirst + 1 : beforeFirst;
  if (!WORDS_FROM.has(tokens[from]?.lower ?? "")) return null;
  const source = phraseAfter(tokens, from + 1, beforeLast);
  return source !== null && source.last === beforeLast - 1 && tokens[source.last]?.text === ":"
    ? { rule: "words from somebody", source, cue: rangeOf(tokens, from, from + 1) }
    : null;
}

export function accordingBefore({ tokens, beforeFirst, beforeLast }: Surroundings): Link | null {
  for (let at = beforeLast - 2; at >= beforeFirst; at--) {
    if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") continue;
    return { rule: "according to", source: phraseAfter(tokens, at + 2, beforeLast), cue: rangeOf(tokens, at, at + 2) };
  }
  return null;
}

/** `Said Ada Smith, who lives there, "…"`, `Stated Smith: "…"`. */
export function invertedBefore({ tokens, beforeFirst, beforeLast }: Surroundings): Link | null {
  if (!OPENS_SPEECH.has(tokens[beforeFirst]?.lower ?? "")) return null;
  const source = phraseAfter(tokens, beforeFirst + 1, beforeLast);
  if (source === null || !isSourceLike(tokens, source)) return null;
  return { rule: "verb then subject", source, cue: rangeOf(tokens, beforeFirst, beforeFirst + 1) };
}

/** `Trump: "…"`: a short phrase and a colon before the mark. */
export function colonBefore(around: Surroundings): Link | null {
  const { tokens, beforeFirst, beforeLast } = around;
  if (tokens[beforeLast - 1]?.text !== ":" || beforeLast - beforeFirst < 2) return null;
  const source = phraseBefore(tokens, beforeLast - 1, beforeFirst);
  const named = source !== null && tokens[source.first]?.capital === true && source.first - beforeFirst <= 1;
  return named
    ? { rule: "colon", source, cue: null }
    : { rule: "subject of the main clause", source: mainSubject(around, beforeLast - 1), cue: null };
}
