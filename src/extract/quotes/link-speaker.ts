import type { Range } from "../../domain/span.ts";
import { firstIndex } from "../first-index.ts";
import { isParticiple, isPlainReportingVerb, isReportingVerb, isWeakReportingVerb } from "../lexicon/reporting-verbs.ts";
import { sentenceAt, type TextModel, type Token } from "../read-text.ts";
import type { MarkedSpan } from "./find-spans.ts";
import { type Phrase, phraseAfter, phraseBefore } from "./noun-phrase.ts";

/** Who speaks, by the words that stand at the quotation, and the rule that says so. */
export interface Link {
  rule: string;
  /** Token indices of the source phrase in the whole model, last exclusive; null where the cue's subject is understood ("and added"). */
  source: Phrase | null;
  cue: Range | null;
}

/** The words before and after a quotation that may attribute it: token indices in the model, last exclusive. */
interface Surroundings {
  beforeFirst: number;
  beforeLast: number;
  afterFirst: number;
  afterLast: number;
}

const MAX_AFTER = 45;

/** The rules in order of their precision; the first that holds decides. */
export function linkSpeaker(model: TextModel, span: MarkedSpan, spans: MarkedSpan[]): Link | null {
  const around = surroundings(model, span, spans);
  return (
    accordingAfter(model.tokens, around) ??
    verbAfter(model.tokens, around) ??
    verbBefore(model.tokens, around) ??
    accordingBefore(model.tokens, around) ??
    colonBefore(model, around) ??
    colonSentenceBefore(model, span)
  );
}

function surroundings(model: TextModel, span: MarkedSpan, spans: MarkedSpan[]): Surroundings {
  const first = sentenceAt(model, span.start);
  const last = sentenceAt(model, span.end - 1) ?? first;
  const startToken = tokenIndexAt(model, span.start);
  const endToken = tokenIndexAt(model, span.end);
  const following = spans[firstIndex(spans, (each) => each.start >= span.end)];
  const nextSpan = following?.paragraph === span.paragraph ? following : undefined;
  const limit = nextSpan === undefined ? Number.POSITIVE_INFINITY : tokenIndexAt(model, nextSpan.start);
  return {
    beforeFirst: first?.firstToken ?? startToken,
    beforeLast: startToken,
    afterFirst: endToken,
    afterLast: Math.min(last?.lastToken ?? endToken, limit, endToken + MAX_AFTER),
  };
}

/** The index of the first token that begins at or after an offset. */
function tokenIndexAt(model: TextModel, offset: number): number {
  return firstIndex(model.tokens, (token) => token.start >= offset);
}

function isCueAt(tokens: Token[], at: number, beside: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word" || !isReportingVerb(token.lower)) return false;
  if (
    /^(?:the|a|an|his|her|their|its|our|of|this|that|no|any|to)$/.test(tokens[at - 1]?.lower ?? "") &&
    !isPlainReportingVerb(token.lower)
  )
    return false;
  return beside || !isWeakReportingVerb(token.lower);
}

/** `"…," according to the ministry.` */
function accordingAfter(tokens: Token[], { afterFirst, afterLast }: Surroundings): Link | null {
  const at = skipMarks(tokens, afterFirst, afterLast);
  const per = tokens[at]?.lower === "per" ? 1 : 0;
  const according = tokens[at]?.lower === "according" && tokens[at + 1]?.lower === "to" ? 2 : per;
  if (according === 0) return null;
  return {
    rule: "according to",
    source: phraseAfter(tokens, at + according, afterLast),
    cue: rangeOf(tokens, at, at + according),
  };
}

function skipMarks(tokens: Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit && tokens[at]?.kind === "mark" && !/["“”‘’«»(]/.test(tokens[at]?.text ?? "")) at++;
  return at;
}

/** `"…," Smith said`, `"…," said Smith`, `"…," Smith, a lawyer, told reporters`. */
function verbAfter(tokens: Token[], around: Surroundings): Link | null {
  const { afterFirst, afterLast } = around;
  const at = skipMarks(tokens, afterFirst, afterLast);
  if (at >= afterLast) return null;
  if (isCueAt(tokens, at, true) && !isParticiple(tokens[at]?.lower ?? "")) {
    const source = phraseAfter(tokens, at + 1, afterLast);
    if (source !== null && isSourceLike(tokens, source))
      return { rule: "verb then subject", source, cue: rangeOf(tokens, at, at + 1) };
  }
  for (let verb = at + 1; verb < afterLast; verb++) {
    if (!isCueAt(tokens, verb, verb - at < 8)) continue;
    if (isParticiple(tokens[verb]?.lower ?? "") && tokens[verb - 1]?.lower !== "was") continue;
    if (hasClauseBreak(tokens, at, verb)) return null;
    const source = phraseBefore(tokens, verb, at);
    if (source !== null && startsNear(tokens, source, at))
      return { rule: "subject then verb", source, cue: rangeOf(tokens, verb, verb + 1) };
    return null;
  }
  return null;
}

/** The subject must begin where the words after the quotation begin, but for "and", "but", "as". */
function startsNear(tokens: Token[], source: Phrase, at: number): boolean {
  const between = tokens.slice(at, source.first);
  return between.every((token) => /^(?:and|but|as|,|—|–|-|then|the|later|so|yet)$/.test(token.lower)) || between.length <= 1;
}

function hasClauseBreak(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^[;:?!]$/.test(tokens[at]?.text ?? "")) return true;
  return false;
}

function isSourceLike(tokens: Token[], source: Phrase): boolean {
  const first = tokens[source.first];
  return (
    first !== undefined &&
    (/^\p{L}/u.test(first.text) || first.kind === "number") &&
    !/^(?:that|to|this|in|on|at|about|it)$/.test(first.lower)
  );
}

/** `Smith said: "…"`, `He called the plan "…"`, `Smith, who said "…", left`. */
function verbBefore(tokens: Token[], around: Surroundings): Link | null {
  const { beforeFirst, beforeLast } = around;
  let verb = -1;
  for (let at = beforeLast - 1; at >= beforeFirst; at--) {
    if (!isCueAt(tokens, at, beforeLast - at <= 7)) continue;
    verb = at;
    break;
  }
  if (verb < 0) return null;
  const cue = rangeOf(tokens, verb, verb + 1);
  const word = tokens[verb]?.lower ?? "";
  if (isParticiple(word) || /^(?:and|but|then)$/.test(tokens[verb - 1]?.lower ?? "")) {
    return { rule: "subject of the main clause", source: mainSubject(tokens, { beforeFirst, verb }), cue };
  }
  const source = phraseBefore(tokens, verb, beforeFirst);
  if (source === null || !isSourceLike(tokens, source))
    return { rule: "subject of the main clause", source: mainSubject(tokens, { beforeFirst, verb }), cue };
  return { rule: "subject then verb before", source, cue };
}

/** The first subject of the sentence: the phrase before its first finite verb. */
function mainSubject(tokens: Token[], clause: { beforeFirst: number; verb: number }): Phrase | null {
  const { beforeFirst, verb } = clause;
  for (let at = beforeFirst + 1; at < verb; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || token.capital) continue;
    const finite =
      /^(?:is|was|are|were|has|had|have|will|would|could|should|did|does)$/.test(token.lower) ||
      (/(?:ed)$/.test(token.lower) && token.lower.length > 3) ||
      (isReportingVerb(token.lower) && !isWeakReportingVerb(token.lower)) ||
      IRREGULAR_PAST.has(token.lower);
    if (!finite) continue;
    const phrase = phraseBefore(tokens, at, beforeFirst);
    if (phrase !== null && isSourceLike(tokens, phrase)) return phrase;
  }
  return null;
}

const IRREGULAR_PAST = new Set(
  "went took gave came made spoke met got ran drew stood sat began left kept led held put set brought thought won lost rose fell shot sent built paid hit struck goes takes gives comes makes speaks stands".split(
    " ",
  ),
);

function accordingBefore(tokens: Token[], { beforeFirst, beforeLast }: Surroundings): Link | null {
  for (let at = beforeLast - 2; at >= beforeFirst; at--) {
    if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") continue;
    return { rule: "according to", source: phraseAfter(tokens, at + 2, beforeLast), cue: rangeOf(tokens, at, at + 2) };
  }
  return null;
}

/** `Trump: "…"`: a short phrase and a colon before the mark. */
function colonBefore({ tokens }: TextModel, { beforeFirst, beforeLast }: Surroundings): Link | null {
  if (tokens[beforeLast - 1]?.text !== ":" || beforeLast - beforeFirst < 2) return null;
  const source = phraseBefore(tokens, beforeLast - 1, beforeFirst);
  const named = source !== null && tokens[source.first]?.capital === true && source.first - beforeFirst <= 1;
  return named
    ? { rule: "colon", source, cue: null }
    : { rule: "subject of the main clause", source: mainSubject(tokens, { beforeFirst, verb: beforeLast - 1 }), cue: null };
}

/** The sentence before ends in a colon, or says that somebody said, and this one is all quotation. */
function colonSentenceBefore(model: TextModel, span: MarkedSpan): Link | null {
  const own = sentenceAt(model, span.start);
  const before = own === null || span.start > own.start ? null : model.sentences[own.index - 1];
  if (before == null || model.tokens[before.lastToken - 1]?.text !== ":") return null;
  const around = { beforeFirst: before.firstToken, beforeLast: before.lastToken, afterFirst: 0, afterLast: 0 };
  return verbBefore(model.tokens, around) ?? accordingBefore(model.tokens, around) ?? colonBefore(model, around);
}

function rangeOf(tokens: Token[], first: number, last: number): Range | null {
  const start = tokens[first];
  const end = tokens[last - 1];
  return start === undefined || end === undefined ? null : { start: start.start, end: end.end };
}
