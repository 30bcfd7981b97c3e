import type { Quote, QuoteKind } from "../domain/evidence/extraction.ts";
import { type Range, spanOf } from "../domain/evidence/span.ts";
import { BEHIND_BODY_HEAD, IN_A_STATEMENT, PEOPLE_HEADS } from "./en/quotes/speaker-words.ts";
import { BODY_WORDS, DOCUMENT_WORDS, SOCIAL_WORDS } from "./en/reporting-verbs.ts";
import { isTitleHead } from "./en/titles.ts";
import { parseName } from "./names.ts";
import type { People } from "./people/found-people.ts";
import { announcedBefore } from "./quotes/announced-before.ts";
import { carryOver } from "./quotes/carry-over.ts";
import type { Draft } from "./quotes/draft.ts";
import { findMarkedSpans, type MarkedSpan } from "./quotes/find-spans.ts";
import { linkSpeaker } from "./quotes/link-speaker.ts";
import { readQuotations } from "./quotes/reporter-clauses.ts";
import { isQuotation } from "./quotes/select-spans.ts";
import { createPersonFacts } from "./quotes/speaker/person-facts.ts";
import type { EarlierSpeaker, Resolution } from "./quotes/speaker/resolution.ts";
import { resolveSpeaker } from "./quotes/speaker/resolve-speaker.ts";
import { findUnmarkedPosts } from "./quotes/unmarked-posts.ts";
import { sentenceAt, type TextModel } from "./read-text.ts";
import type { Sentence } from "./tokens.ts";

/** Nobody's "he" means whoever spoke more quotations before. */
const SPEAKERS_REMEMBERED = 60;

/**
 * The quotations of a text, in order, each exactly the article's characters with its marks. Content is linked to its cue, then the cue
 * to its source, by rules in order of precision (after the content-cue-source scheme of attribution corpora: Pareti 2012, PolNeAR).
 */
export function findQuotes(model: TextModel, people: People): Quote[] {
  const spans = findMarkedSpans(model);
  const drafts: Draft[] = [];
  const earlier: EarlierSpeaker[] = [];
  const reading = readQuotations(model, people, spans);
  const facts = createPersonFacts(model, people, spans);
  const context: Resolution = {
    model,
    people,
    reading,
    facts,
    earlier,
    spans,
    resolve: (phrase) => resolveSpeaker(phrase, context),
  };
  for (const span of spans) {
    const link = linkSpeaker(reading, span) ?? announcedBefore(reading, span);
    const resolved = link?.source == null ? null : context.resolve(link.source);
    const draft: Draft = {
      span,
      link,
      speaker: resolved?.speaker ?? null,
      person: resolved?.person ?? null,
      rule: link?.rule ?? "no cue",
    };
    drafts.push(draft);
    if (draft.speaker !== null)
      earlier.push({ name: draft.speaker.name, person: draft.person, at: span.start, words: draft.speaker.mention.text });
    if (earlier.length > SPEAKERS_REMEMBERED) earlier.shift();
  }
  const kept = carryOver(model, drafts, people).filter((draft) => isQuotation(model, draft));
  // "Lund said", of two Lunds: either, and so nobody.
  const isEither = ({ person, speaker }: Draft) => {
    const words = parseName(speaker?.name ?? "").words;
    return person === null && words.length === 1 && facts.bearersOf(words[0] ?? "").length > 1;
  };
  const quotes = kept.map((draft) => toQuote(model, isEither(draft) ? { ...draft, speaker: null } : draft));
  return [...quotes, ...findUnmarkedPosts(model, quotes)].sort((a, b) => a.start - b.start);
}

function toQuote(model: TextModel, draft: Draft): Quote {
  const { span, link, speaker } = draft;
  const cue = link?.cue ?? null;
  return {
    ...spanOf(model.text, span.start, span.end),
    kind: kindOf(model, draft),
    speaker,
    cue: cue === null ? null : spanOf(model.text, cue.start, cue.end),
    rule: draft.rule,
  };
}

function kindOf(model: TextModel, draft: Draft): QuoteKind {
  const frame = frameOf(model, draft.span);
  if (SOCIAL_WORDS.test(frame)) return "social";
  if (isDocument(draft, frame)) return "statement";
  return isWhole(model.text, draft.span) || opensSentence(model, draft.span) ? "direct" : "partial";
}

/** The words around the quotation, in its own sentences, without those of other quotations. */
function frameOf(model: TextModel, span: Range): string {
  const first = sentenceAt(model, span.start);
  const last = sentenceAt(model, span.end - 1) ?? first;
  const before = model.text.slice(announcement(model, first, span)?.start ?? span.start, span.start);
  const after = model.text.slice(span.end, last?.end ?? span.end);
  return `${before} … ${after}`.replace(/["“][^"“”]*["”]/g, " ");
}

/** The sentence that holds the quotation; the one before it too where that ends in a colon: "In a post she wrote:". */
function announcement(model: TextModel, own: Sentence | null, span: Range): Sentence | null {
  const before = own === null || span.start > own.start ? undefined : model.sentences[own.index - 1];
  return before !== undefined && model.text.charAt(before.end - 1) === ":" ? before : own;
}

function isDocument(draft: Draft, frame: string): boolean {
  if (draft.speaker === null) return false;
  if (draft.person !== null) return false;
  const name = draft.speaker.name;
  if (isPersonDescribed(name)) return false;
  return DOCUMENT_WORDS.test(name) || BODY_WORDS.test(name) || (IN_A_STATEMENT.test(frame) && /^\p{Lu}/u.test(name));
}

/** "a senior Foreign Office official", "a spokesman for the ministry": a person, though a body is named. */
function isPersonDescribed(name: string): boolean {
  const head = name.split(BEHIND_BODY_HEAD)[0]?.split(" ").at(-1) ?? "";
  return isTitleHead(head) || PEOPLE_HEADS.test(head);
}

/** `« Nous partons », he said`: it opens the sentence, and its comma stands behind the mark. */
function opensSentence(model: TextModel, span: MarkedSpan): boolean {
  const inner = model.text.slice(span.start + 1, span.end).trim();
  return sentenceAt(model, span.start)?.start === span.start && /^\p{Lu}/u.test(inner) && model.text.charAt(span.end) === ",";
}

/** Whole sentences: it begins with a capital letter and ends where a sentence, or its attribution, ends. */
function isWhole(text: string, span: MarkedSpan): boolean {
  const inner = text.slice(span.start + 1, span.end - (span.open ? 0 : 1)).trim();
  return /^["'‘“[(]*\p{Lu}/u.test(inner) && (/[.!?…,;—–-]['’"”]?$/.test(inner) || inner.length > 60);
}
