import { THEIR_POSSESSIVES } from "../en/function-words.ts";
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
const BE = /^(?:was|were|is|are|been|being|be|['’]s)$/;
/** "told by": whoever is told, asked or warned says nothing. */
const TOLD =
  /^(?:told|informed|warned|advised|asked|assured|reminded|instructed|urged|called|described|labelled|labeled|branded|dubbed|dismissed|denounced|condemned|hailed|praised|criticised|criticized|slammed|accused|quoted)$/;
/** A verb that judges words: "as" behind it is its own, not the words'. */
const JUDGING =
  /^(?:describ|dismiss|denounc|condemn|characteri|reject|brand|label|blast|hail|portray|derid|regard|slam|criticis|criticiz|ridicul|see|saw|view|decr|deplor|mock|refer|interpret|paint|cast|praise|welcom)/;
const AFTER_WORDS = /^(?:that|was|were|is|are|as|:)$/;
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
    if (isPlainReportingVerb(token.lower) && !isParticiple(token.lower) && !BE.test(tokens[at - 1]?.lower ?? "")) return null;
  }
  return null;
}

/** "quoted Smith as saying", "mocked Smith for calling", "was quoted as saying". */
function asSaying({ tokens, beforeFirst }: Surroundings, at: number): Link | null {
  const having = /^(?:having|being)$/.test(tokens[at - 1]?.lower ?? "");
  const mark = having ? at - 2 : at - 1;
  if (
    !(isParticiple(tokens[at]?.lower ?? "") || (having && isReportingVerb(tokens[at]?.lower ?? ""))) ||
    !/^(?:as|for|over)$/.test(tokens[mark]?.lower ?? "")
  )
    return null;
  for (let verb = mark - 1; verb >= Math.max(beforeFirst, at - 14); verb--) {
    const lower = tokens[verb]?.lower ?? "";
    if (tokens[verb]?.kind === "mark" && tokens[verb]?.text !== ".") break;
    if (!/(?:ed|ing|s)$/.test(lower) || !isReportingVerb(lower) || tokens[verb]?.capital === true) continue;
    const passive = BE.test(tokens[verb - 1]?.lower ?? "") || (tokens[verb - 1]?.lower ?? "").endsWith("ly");
    const source = passive ? phraseBefore(tokens, verb, beforeFirst) : phraseAfter(tokens, verb + 1, mark);
    return source === null ? null : linkTo(tokens, source, at);
  }
  return null;
}

/** "was told by Smith that". */
function toldBy({ tokens, beforeLast }: Surroundings, at: number): Link | null {
  if (!TOLD.test(tokens[at]?.lower ?? "") || !BE.test(tokens[at - 1]?.lower ?? "")) return null;
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
  if (!AFTER_WORDS.test(next) && !/^(?:of|about|for|to|from|by)$/.test(next)) return null;
  if (/^(?:of|about|for|to)$/.test(next) && beforeLast - at > LINKED_REACH && !/^words?$/.test(noun.lower)) return null;
  if (next === "of" && /^words?$/.test(noun.lower)) {
    const owner = phraseAfter(tokens, at + 2, beforeLast);
    return owner === null ? null : { rule: "words of somebody's", source: owner, cue: rangeOf(tokens, at, at + 1) };
  }
  if (/^(?:from|by)$/.test(next)) {
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
  if (!/^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$/.test(tokens[at]?.lower ?? "") || BE.test(tokens[at - 1]?.lower ?? ""))
    return null;
  const source = phraseAfter(tokens, at + 1, beforeLast);
  const ends =
    source !== null &&
    (source.last === beforeLast || (source.last === beforeLast - 1 && /^[:,]$/.test(tokens[source.last]?.text ?? "")));
  return source !== null && ends && source.first === at + 1 && tokens[source.first]?.capital === true
    ? linkTo(tokens, source, at)
    : null;
}

/** "…," the paper quoted Smith as saying.": who is quoted, behind the words. */
export function relayedBehind({ tokens, afterFirst, afterLast }: Surroundings): Link | null {
  for (let at = afterFirst; at < Math.min(afterLast - 3, afterFirst + 14); at++) {
    if (!/^(?:quot(?:ed|es)|cit(?:ed|es))$/.test(tokens[at]?.lower ?? "")) continue;
    if (BE.test(tokens[at - 1]?.lower ?? "")) return null;
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
  while (at < afterLast && (tokens[at]?.kind === "mark" || /^(?:that|this|and)$/.test(tokens[at]?.lower ?? ""))) at++;
  if (!/^(?:is|was|['’]s)$/.test(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "how") return null;
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
    token !== undefined &&
    (/['’]s$/.test(token.text) || THEIR_POSSESSIVES.has(token.lower)) &&
    !/^(?:it|that|there|he|she|what|who)['’]s$/.test(token.lower)
  );
}

function linkTo(tokens: Token[], source: Phrase, verb: number): Link {
  return { rule: "relayed by another", source, cue: rangeOf(tokens, verb, verb + 1) };
}

function firstVerb(tokens: Token[], from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (tokens[at]?.capital === false && isReportingVerb(tokens[at]?.lower ?? "")) return at;
  return -1;
}
