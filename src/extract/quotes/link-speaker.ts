import { isPlainReportingVerb } from "../en/reporting-verbs.ts";
import { firstIndex } from "../first-index.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { type Link, type Surroundings, surroundingsOf, tokenIndexAt } from "./cues.ts";
import type { MarkedSpan } from "./find-spans.ts";
import { accordingAfter, accordingAtEnd, reportTail, signature, verbAfter } from "./source-after.ts";
import { accordingBefore, colonBefore, invertedBefore, verbBefore } from "./source-before.ts";

const MAX_AFTER = 45;

/** The rules in order of their precision; the first that holds decides. */
export function linkSpeaker(model: TextModel, span: MarkedSpan, spans: MarkedSpan[]): Link | null {
  const sentence = sentenceAt(model, span.start);
  if (sentence === null) return null;
  const around = surroundings(model, { span, sentence }, spans);
  return (
    accordingAfter(around) ??
    verbAfter(around) ??
    signature(around) ??
    invertedBefore(around) ??
    speechThenTail(around) ??
    accordingBefore(around) ??
    colonBefore(around) ??
    colonSentenceBefore(model, span, around)
  );
}

/** A verb of speech before the quotation, else the attribution that its sentence ends in, else any other verb before it. */
function speechThenTail(around: Surroundings): Link | null {
  const before = verbBefore(around);
  const word = before?.cue == null ? "" : (around.tokens[tokenIndexAt(around.tokens, before.cue.start)]?.lower ?? "");
  return isPlainReportingVerb(word) ? before : (reportTail(around) ?? accordingAtEnd(around) ?? before);
}

function surroundings(
  model: TextModel,
  { span, sentence }: { span: MarkedSpan; sentence: Sentence },
  spans: MarkedSpan[],
): Surroundings {
  const own = sentenceAt(model, span.end - 1) ?? sentence;
  const startToken = tokenIndexAt(model.tokens, span.start);
  const endToken = tokenIndexAt(model.tokens, span.end);
  const following = spans[firstIndex(spans, (each) => each.start >= span.end)];
  const nextSpan = following?.paragraph === span.paragraph ? following : undefined;
  const limit = nextSpan === undefined ? Number.POSITIVE_INFINITY : tokenIndexAt(model.tokens, nextSpan.start);
  const asked = sentenceBehindQuestion(model, span, own);
  return {
    ...surroundingsOf(model, spans, sentence),
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
  return invertedBefore(earlier) ?? verbBefore(earlier) ?? accordingBefore(earlier) ?? colonBefore(earlier);
}
