import { JOINS_CLAUSE } from "../en/quotes/cue-words.ts";
import { isPlainReportingVerb } from "../en/reporting-verbs.ts";
import { firstIndex } from "../first-index.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { tokenIndexAt } from "./cues.ts";
import type { MarkedSpan } from "./find-spans.ts";
import type { Link } from "./link.ts";
import { linkByGrammar } from "./link-by-grammar.ts";
import { maySpeak } from "./may-speak.ts";
import { howBehind, relayedBefore, relayedBehind } from "./relayed.ts";
import type { Reading } from "./reporter-clauses.ts";
import { accordingAfter, accordingAtEnd, reportTail, signature, verbAfter } from "./source-after.ts";
import { accordingBefore, colonBefore, fromBefore, invertedBefore, verbBefore } from "./source-before.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";

const MAX_AFTER = 45;

/** Who brings a quotation by the words beside it; where these leave it open, by the grammar of their sentence. */
export function linkSpeaker(reading: Reading, span: MarkedSpan): Link | null {
  const sentence = sentenceAt(reading.model, span.start);
  if (sentence === null) return null;
  const beside = speaking(reading, linkByWords(reading, span, surroundings(reading, { span, sentence })));
  if (beside?.source != null) return beside;
  const governed = speaking(reading, linkByGrammar(reading, span));
  return governed?.source == null ? beside : governed;
}

/** Without a source that cannot speak. */
function speaking(reading: Reading, link: Link | null): Link | null {
  return link?.source == null || maySpeak(reading, link.source) ? link : { ...link, source: null };
}

/** The rules in order of their precision; the first that holds decides. */
function linkByWords(reading: Reading, span: MarkedSpan, around: Surroundings): Link | null {
  return (
    relayedBefore(around) ??
    speechRightBefore(around) ??
    howBehind(around) ??
    relayedBehind(around) ??
    accordingAfter(around) ??
    verbAfter(around) ??
    signature(around) ??
    invertedBefore(around) ??
    speechThenAside(reading, span, around) ??
    accordingBefore(around) ??
    colonBefore(around) ??
    colonSentenceBefore(reading.model, span, around)
  );
}

/** `Smith told the house that “…”, state radio reported`: who says it stands before it, who passes it on behind. */
function speechRightBefore(around: Surroundings): Link | null {
  const { tokens, beforeLast } = around;
  const last = tokens[beforeLast - 1]?.lower ?? "";
  const plain = isPartOfSentence(around) ? verbBefore(around) : null;
  if (plain?.source != null && isPlainCue(around, plain) && !hasNewClause(around, plain)) return plain;
  const before =
    last === "that" || isPlainReportingVerb(last) || (last === "," && isPlainReportingVerb(tokens[beforeLast - 2]?.lower ?? ""))
      ? verbBefore(around)
      : null;
  return before?.source == null ? null : before;
}

/** The words go on a sentence of the reporter's: they begin with a small letter, and another word stands before them. */
function isPartOfSentence({ tokens, beforeFirst, beforeLast }: Surroundings): boolean {
  const first = tokens[beforeLast + 1];
  return beforeLast > beforeFirst && tokens[beforeLast - 1]?.kind !== "mark" && first?.capital === false;
}

function isPlainCue({ tokens }: Surroundings, { cue }: Link): boolean {
  return cue !== null && isPlainReportingVerb(tokens[tokenIndexAt(tokens, cue.start)]?.lower ?? "");
}

/** Between the verb and the quotation another clause begins: "Smith said he was ill, and the plan was “dead”". */
function hasNewClause({ tokens, beforeLast }: Surroundings, { cue }: Link): boolean {
  for (let at = beforeLast - 1; at > 0 && (tokens[at]?.start ?? 0) > (cue?.end ?? 0); at--) {
    if (/^[;:]$/.test(tokens[at]?.text ?? "")) return true;
    if (tokens[at]?.text === "," && JOINS_CLAUSE.has(tokens[at + 1]?.lower ?? "")) return true;
  }
  return false;
}

/** A verb of speech before the quotation, else an attribution between marks of its sentence, else any other verb before it. */
function speechThenAside(reading: Reading, span: MarkedSpan, around: Surroundings): Link | null {
  const before = verbBefore(around);
  if (before !== null && isPlainCue(around, before)) return before;
  return asideAround(reading, span, around) ?? reportTail(around) ?? accordingAtEnd(around) ?? before;
}

/** The attribution between marks that stands behind the quotation, else the last before it. */
function asideAround(reading: Reading, span: MarkedSpan, around: Surroundings): Link | null {
  const sentence = sentenceAt(reading.model, span.start);
  if (sentence === null) return null;
  const asides = reading.asidesOf(sentence);
  if (sentenceAt(reading.model, span.end - 1) !== sentence)
    return asides.findLast((aside) => aside.end <= around.beforeLast)?.link ?? null;
  return (
    (asides.find((aside) => aside.start >= around.afterFirst) ?? asides.findLast((aside) => aside.end <= around.beforeLast))
      ?.link ?? null
  );
}

function surroundings(reading: Reading, { span, sentence }: { span: MarkedSpan; sentence: Sentence }): Surroundings {
  const { model, spans } = reading;
  const own = sentenceAt(model, span.end - 1) ?? sentence;
  const startToken = tokenIndexAt(model.tokens, span.start);
  const endToken = tokenIndexAt(model.tokens, span.end);
  const following = spans[firstIndex(spans, (each) => each.start >= span.end)];
  const nextSpan = following?.paragraph === span.paragraph ? following : undefined;
  const limit = nextSpan === undefined ? Number.POSITIVE_INFINITY : tokenIndexAt(model.tokens, nextSpan.start);
  const asked = sentenceBehindQuestion(model, span, own);
  return {
    ...surroundingsOf(reading, sentence),
    beforeLast: startToken,
    afterFirst: endToken,
    afterLast: Math.min((asked ?? own).lastToken, limit, endToken + MAX_AFTER),
    ownSentence: asked !== null,
  };
}

/** `"Why now?" Smith asked.`: the question's mark ends a sentence before the attribution. */
function sentenceBehindQuestion(model: TextModel, span: MarkedSpan, own: Sentence): Sentence | null {
  if (own.end !== span.end || !/[?!…]["'”’]+$/.test(model.text.slice(span.end - 4, span.end))) return null;
  const next = model.sentences[own.index + 1];
  return next?.paragraph === own.paragraph ? next : null;
}

/** The sentence before ends in a colon, or says that somebody said, and this one is all quotation. */
function colonSentenceBefore(model: TextModel, span: MarkedSpan, around: Surroundings): Link | null {
  const own = sentenceAt(model, span.start);
  const before = own === null || span.start > own.start ? null : model.sentences[own.index - 1];
  if (before == null || model.tokens[before.lastToken - 1]?.text !== ":") return null;
  const earlier = { ...around, beforeFirst: before.firstToken, beforeLast: before.lastToken, afterFirst: 0, afterLast: 0 };
  return (
    fromBefore(earlier) ?? invertedBefore(earlier) ?? verbBefore(earlier) ?? accordingBefore(earlier) ?? colonBefore(earlier)
  );
}
