import type { Range } from "../../domain/evidence/span.ts";
import { Clauses } from "../clauses/clauses.ts";
import { type GrammarWords, splitWords } from "../clauses/split-words.ts";
import { firstIndex } from "../first-index.ts";
import type { People } from "../people/found-people.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { findAsides } from "./asides.ts";
import type { MarkedSpan } from "./find-spans.ts";
import type { Aside } from "./link.ts";

/** A text with its quotations, its people, and the grammar of its reporter's sentences, parsed where asked for. */
export interface Reading {
  model: TextModel;
  people: People;
  spans: MarkedSpan[];
  /** Of a sentence without its whole quotations: what a quotation says is no part of the reporter's sentence. */
  clausesOf(sentence: Sentence): Clauses;
  /** The attributions between marks of a sentence: of no other part of it. */
  asidesOf(sentence: Sentence): Aside[];
  /** Whether a token stands inside of a quotation. */
  isQuoted(token: number): boolean;
}

/** A longer quotation is never a part of the reporter's sentence. */
const MAX_FRAGMENT_TOKENS = 40;
const MARK = /^(?:["“”„‟«»]|''|``)$/;
const SINGLE_MARK = /^['‘’]$/;

export function readQuotations(model: TextModel, people: People, spans: MarkedSpan[]): Reading {
  const known = new Map<number, Clauses>();
  function clausesOf(sentence: Sentence): Clauses {
    const before = known.get(sentence.index);
    if (before !== undefined) return before;
    const words = reporterWords(model, sentence, { people, spans, asides: asidesOf(sentence) });
    const clauses = new Clauses(sentence, words, model.language.grammar().parse(words.words));
    known.set(sentence.index, clauses);
    return clauses;
  }
  const asides = new Map<number, Aside[]>();
  function asidesOf(sentence: Sentence): Aside[] {
    const found = asides.get(sentence.index) ?? findAsides(model.tokens, sentence, isQuoted);
    asides.set(sentence.index, found);
    return found;
  }
  function isQuoted(token: number): boolean {
    const offset = model.tokens[token]?.start ?? 0;
    const near = spans[firstIndex(spans, (each) => each.end > offset)];
    return near !== undefined && near.start <= offset;
  }
  return { model, people, spans, clausesOf, asidesOf, isQuoted };
}

/** The words of the sentence without whole quotations, marks and the comma that these leave at its end. */
function reporterWords(
  model: TextModel,
  sentence: Sentence,
  context: { people: People; spans: MarkedSpan[]; asides: Aside[] },
): GrammarWords {
  const split = splitWords(model.tokens, sentence);
  const words: string[] = [];
  const tokens: number[] = [];
  let next = firstIndex(context.spans, (span) => span.end > sentence.start);
  for (const [at, word] of split.words.entries()) {
    const token = split.tokens[at] ?? 0;
    const { start, end } = model.tokens[token] ?? { start: 0, end: 0 };
    while ((context.spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = context.spans[next];
    const inside = span !== undefined && span.start <= start;
    if (context.asides.some((aside) => aside.start <= token && token < aside.end)) continue;
    if (inside && (isMarkOf({ start, end, text: word }, span) || isWholeQuotation(model, span))) continue;
    words.push(word);
    tokens.push(token);
  }
  while (words.length > 1 && /^[,:–—-]$/.test(words.at(-1) ?? "")) {
    words.pop();
    tokens.pop();
  }
  maskNames(model, { words, tokens }, context.people);
  return { words, tokens: Int32Array.from(tokens) };
}

/** A name that the grammar has never seen is read as one that it has. */
function maskNames(model: TextModel, { words, tokens }: { words: string[]; tokens: number[] }, people: People): void {
  const first = model.tokens[tokens[0] ?? -1];
  const last = model.tokens[tokens.at(-1) ?? -1];
  if (first === undefined || last === undefined) return;
  const inside = people.within({ start: first.start, end: last.end });
  let next = 0;
  for (const [at, word] of words.entries()) {
    const token = model.tokens[tokens[at] ?? -1];
    if (token === undefined) continue;
    while ((inside[next]?.mention.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    const mention = inside[next]?.mention;
    if (mention === undefined || mention.start > token.start || !/^\p{L}/u.test(word) || word.startsWith("@")) continue;
    words[at] = mention.end > token.end || (mention.start === token.start && mention.end > token.end) ? "John" : "Smith";
  }
}

function isMarkOf(token: Range & { text: string }, span: MarkedSpan): boolean {
  return MARK.test(token.text) || (SINGLE_MARK.test(token.text) && (token.start === span.start || token.end === span.end));
}

/** Whole sentences, or what begins as one: no constituent of the sentence around it. */
export function isWholeQuotation({ text, tokens, sentences }: TextModel, span: MarkedSpan): boolean {
  if (span.open || span.end - span.start > 600) return true;
  const inner = text.slice(span.start + 1, span.end - 1).trim();
  const first = firstIndex(tokens, (token) => token.start > span.start);
  const last = firstIndex(tokens, (token) => token.start >= span.end);
  if (last - first > MAX_FRAGMENT_TOKENS || /[.!?]["'”’]?\s+["'“‘]?\p{Lu}/u.test(inner)) return true;
  const before = text.slice(Math.max(0, span.start - 2), span.start);
  const opens = /^["'“‘]?\p{Lu}/u.test(inner);
  if (/:\s?$/.test(before) || (/,\s?$/.test(before) && last - first > 4)) return true;
  const starts = sentenceAt({ text, tokens, sentences } as TextModel, span.start)?.start === span.start;
  return (
    opens &&
    (starts || /[.!?,…]["'”’]?$/.test(inner)) &&
    last - first > 2 &&
    !(starts && !/[.!?,…]["'”’]?$/.test(inner) && /^\s\p{Ll}/u.test(text.slice(span.end, span.end + 2)))
  );
}
