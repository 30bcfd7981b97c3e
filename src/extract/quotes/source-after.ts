import { BEFORE_INVERTED, BEHIND_VERB, OPENS_CLAUSE } from "../en/quotes/cue-words.ts";
import { ED, ING, WEEKDAY_ENDING } from "../en/quotes/phrase-words.ts";
import { isParticiple, isPlainReportingVerb } from "../en/reporting-verbs.ts";
import type { Token } from "../tokens.ts";
import { isCueAt, isSourceLike, rangeOf } from "./cues.ts";
import type { Link } from "./link.ts";
import { isPersonNoun, type Phrase, phraseAfter, phraseBefore } from "./noun-phrase.ts";
import type { Surroundings } from "./surroundings.ts";

const DASH = /^[-–—―]$/;
const MAX_SIGNATURE_TOKENS = 16;
const MAX_TAIL_TOKENS = 8;

/** `"…," according to the ministry.` */
export function accordingAfter({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  const at = skipMarks(tokens, afterFirst, afterLast);
  const length = isAccording(tokens, at) ? 2 : tokens[at]?.lower === "per" ? 1 : 0;
  return length === 0 ? null : according(tokens, at, { length, limit: afterLast });
}

/** `"…" in the north, according to the ministry.` */
export function accordingAtEnd({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  for (let at = afterFirst + 1; at < afterLast - 2; at++)
    if (tokens[at]?.text === "," && isAccording(tokens, at + 1))
      return according(tokens, at + 1, { length: 2, limit: afterLast });
  return null;
}

function isAccording(tokens: Token[], at: number): boolean {
  return tokens[at]?.lower === "according" && tokens[at + 1]?.lower === "to";
}

function according(tokens: Token[], at: number, { length, limit }: { length: number; limit: number }): Link {
  return { rule: "according to", source: phraseAfter(tokens, at + length, limit), cue: rangeOf(tokens, at, at + length) };
}

function skipMarks(tokens: Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit && tokens[at]?.kind === "mark" && !/["“”‘’«»(]/.test(tokens[at]?.text ?? "")) at++;
  return at;
}

/** `"…," Smith said`, `"…," said Smith`, `"…," Smith, a lawyer, told reporters`. */
export function verbAfter(around: Surroundings): Link | null {
  const { tokens, afterFirst, afterLast } = around;
  const at = skipMarks(tokens, afterFirst, afterLast);
  if (at >= afterLast) return null;
  const inverted = around.ownSentence ? null : verbThenSubject(around, at);
  if (inverted !== null) return inverted;
  for (let verb = at + 1; verb < afterLast; verb++) {
    if (!isCueAt(tokens, verb, verb - at < 8)) continue;
    if (isParticiple(tokens[verb]?.lower ?? "") && tokens[verb - 1]?.lower !== "was") continue;
    if (hasClauseBreak(tokens, at, verb)) return null;
    if (around.ownSentence && takesObject(tokens, verb, afterLast)) return null;
    const source = subjectAt(tokens, verb, at);
    return source === null ? null : { rule: "subject then verb", source, cue: rangeOf(tokens, verb, verb + 1) };
  }
  return null;
}

function verbThenSubject({ tokens, afterFirst, afterLast }: Surroundings, at: number): Link | null {
  const known = isCueAt(tokens, at, true) && !isParticiple(tokens[at]?.lower ?? "");
  if (!known && !(at === afterFirst && bringsName(tokens, at))) return null;
  const source = phraseAfter(tokens, at + 1, afterLast);
  if (source === null || !isSourceLike(tokens, source)) return null;
  return { rule: "verb then subject", source, cue: rangeOf(tokens, at, at + 1) };
}

/** `"…!" beamed Ada Smith`: any verb in the past, right behind the quotation, with a name behind it. */
function bringsName(tokens: Token[], at: number): boolean {
  return ED.test(tokens[at]?.text ?? "") && /^[?!,…]/.test(endOfQuotation(tokens, at)) && tokens[at + 1]?.capital === true;
}

/** The mark of punctuation inside the quotation that ends before `at`. */
function endOfQuotation(tokens: Token[], at: number): string {
  return /^["”’']$/.test(tokens[at - 1]?.text ?? "") ? (tokens[at - 2]?.text ?? "") : "";
}

/** The verb's subject, where it begins right behind the quotation, over all that hangs on it: "Lee, head of the bank, one of four, said". */
function subjectAt(tokens: Token[], verb: number, at: number): Phrase | null {
  const source = phraseBefore(tokens, verb, at);
  if (source !== null && startsNear(tokens, source, at)) return source;
  const head = phraseAfter(tokens, at, verb);
  if (head === null || !isPlainReportingVerb(tokens[verb]?.lower ?? "")) return null;
  const reduced = reducedClause(tokens, head);
  if (reduced !== null && !hasMark(tokens, at, verb)) return reduced;
  const behind = tokens[head.last];
  const apposed =
    tokens[head.first]?.capital === true && /^[,(]$/.test(behind?.text ?? "") && /^[,)]$/.test(tokens[verb - 1]?.text ?? "");
  const attached = BEHIND_VERB.has(behind?.lower ?? "") && isSourceLike(tokens, head) && !hasMark(tokens, at, verb);
  return apposed || attached ? head : null;
}

/** "a senior official previewing the summit": the noun before the participle. */
function reducedClause(tokens: Token[], { first, last }: Phrase): Phrase | null {
  for (let at = first + 2; at < last; at++)
    if (ING.test(tokens[at]?.text ?? "") && isPersonNoun(tokens[at - 1] ?? ({} as Token))) return { first, last: at };
  return null;
}

function hasMark(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.kind === "mark") return true;
  return false;
}

/** The subject must begin where the words after the quotation begin, but for "as" and the like. */
function startsNear(tokens: Token[], source: Phrase, at: number): boolean {
  const between = tokens.slice(at, source.first);
  return between.every((token) => BEFORE_INVERTED.has(token.lower));
}

function hasClauseBreak(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^[;:?!]$/.test(tokens[at]?.text ?? "")) return true;
  return false;
}

/** `"Why now?" Smith said the plan was late.`: the verb has an object of its own, and the quotation is none. */
function takesObject(tokens: Token[], verb: number, limit: number): boolean {
  const next = tokens[verb + 1];
  if (next === undefined || verb + 1 >= limit || next.kind === "mark") return false;
  return next.capital ? !WEEKDAY_ENDING.test(next.lower) : OPENS_CLAUSE.has(next.lower);
}

/** `… "a setback" for the region, Smith said.`: the sentence ends in its attribution. */
export function reportTail({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  for (let comma = afterLast - 3; comma >= afterFirst; comma--) {
    if (tokens[comma]?.text !== ",") continue;
    const source = phraseAfter(tokens, comma + 1, afterLast);
    const verb = source?.last ?? afterLast;
    if (source === null || !isSourceLike(tokens, source) || afterLast - verb > MAX_TAIL_TOKENS) continue;
    if (!isPlainReportingVerb(tokens[verb]?.lower ?? "") || takesObject(tokens, verb, afterLast)) continue;
    return { rule: "attribution at the end", source, cue: rangeOf(tokens, verb, verb + 1) };
  }
  return null;
}

/** `"…" — Ada Smith, teacher`: a dash and a name sign a quotation that fills its paragraph. */
export function signature({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  if (!DASH.test(tokens[afterFirst]?.text ?? "") || afterLast - afterFirst > MAX_SIGNATURE_TOKENS) return null;
  const source = phraseAfter(tokens, afterFirst + 1, afterLast);
  if (source === null || source.first !== afterFirst + 1 || tokens[source.first]?.capital !== true) return null;
  const end = tokens[source.last];
  const ends = source.last >= afterLast || end === undefined || /^[,.(]$/.test(end.text);
  return ends ? { rule: "signed", source, cue: null } : null;
}
