import type { Range } from "../domain/evidence/span.ts";
import { withoutBoilerplate } from "./boilerplate.ts";
import type { Clauses } from "./clauses/clauses.ts";
import type { Language } from "./language.ts";
import type { Sentence, Token } from "./tokens.ts";

export interface Paragraph extends Range {
  index: number;
  firstSentence: number;
  lastSentence: number;
}

/** An article's text, cut once for all rules. Every offset is into `text`, in UTF-16 code units. */
export interface TextModel {
  text: string;
  /** The language whose rules read it. */
  language: Language;
  tokens: Token[];
  sentences: Sentence[];
  paragraphs: Paragraph[];
  /** The grammar of the sentences whose grammar was asked for, by their index. */
  clauses: Map<number, Clauses>;
}

const WORD =
  /@\p{L}[\p{L}\p{N}_]*|#[\p{L}\p{N}_]+|(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-’'+&./]|(?<=\p{N})[,:](?=\p{N}))[\p{L}\p{N}]+\p{M}*)*|\S/gu;
const STARTS_WITH_DIGIT = /^\d/;
const STARTS_WITH_LETTER = /^[@#]?\p{L}/u;
const UPPER = /^[@#]?\p{Lu}/u;
const HARD_WRAP_COLUMN = 100;
/** A longer sentence is cut: rules look through the whole sentence at each of its words, and nobody ever wrote one as long. */
const MAX_SENTENCE_TOKENS = 1000;
const CLOSING_MARK = /^["”’»')\].!?…]$/u;
const OPENING_MARK = /^["“‘«„('[]$/u;

/** Cuts a text into paragraphs, sentences and tokens. Linear in its length; never throws. */
export function readText(text: string, language: Language, from = 0): TextModel {
  const model: TextModel = { text, language, tokens: [], sentences: [], paragraphs: [], clauses: new Map() };
  for (const range of withoutBoilerplate(text, paragraphRanges(text, from))) {
    const paragraph = { index: model.paragraphs.length, ...range, firstSentence: model.sentences.length, lastSentence: 0 };
    readParagraph(model, paragraph);
    paragraph.lastSentence = model.sentences.length;
    if (paragraph.lastSentence > paragraph.firstSentence) model.paragraphs.push(paragraph);
  }
  return model;
}

/** A blank line ends a paragraph; so does a single line break, unless the text is wrapped at a fixed column as e-mail is. */
function paragraphRanges(text: string, from: number): Range[] {
  const breaks = isHardWrapped(text) ? /\r?\n[^\S\n]*\n\s*/g : /\r?\n\s*/g;
  const ranges: Range[] = [];
  let start = from;
  breaks.lastIndex = from;
  for (const match of text.matchAll(breaks)) {
    if (match.index < from) continue;
    addTrimmed(ranges, text, { start, end: match.index });
    start = match.index + match[0].length;
  }
  addTrimmed(ranges, text, { start, end: text.length });
  return ranges;
}

function addTrimmed(ranges: Range[], text: string, { start, end }: Range): void {
  let first = start;
  let last = end;
  while (first < last && isSpace(text, first)) first++;
  while (last > first && isSpace(text, last - 1)) last--;
  if (last > first) ranges.push({ start: first, end: last });
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** True where most line breaks come inside a sentence and no line runs past a terminal's width. */
function isHardWrapped(text: string): boolean {
  let lines = 0;
  let inside = 0;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    const line = text.slice(start, end).trim();
    start = end + 1;
    // A link cannot be wrapped: its line runs on in a wrapped text as well.
    if (line.length > HARD_WRAP_COLUMN && !line.includes("://")) return false;
    if (line === "") continue;
    lines++;
    if (/[\p{L}\p{N},;-]$/u.test(line) && line.length > 40) inside++;
  }
  return lines >= 2 && inside / lines > 0.5;
}

function readParagraph(model: TextModel, paragraph: Paragraph): void {
  const { text, tokens } = model;
  const first = tokens.length;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(WORD)) {
    tokens.push(tokenOf(match[0], paragraph.start + match.index));
  }
  let sentenceStart = first;
  let marksEnd = first;
  for (let at = first; at < tokens.length; at++) {
    marksEnd = closingMarksEnd(tokens, Math.max(at + 1, marksEnd));
    const end = sentenceEndAt(model, at, marksEnd) ?? (at + 1 - sentenceStart >= MAX_SENTENCE_TOKENS ? at + 1 : null);
    if (end === null) continue;
    addSentence(model, paragraph, { start: sentenceStart, end });
    sentenceStart = end;
    at = end - 1;
  }
  addSentence(model, paragraph, { start: sentenceStart, end: tokens.length });
}

function tokenOf(raw: string, start: number): Token {
  const kind = STARTS_WITH_DIGIT.test(raw) ? "number" : STARTS_WITH_LETTER.test(raw) ? "word" : "mark";
  return {
    text: raw,
    lower: raw.toLowerCase(),
    start,
    end: start + raw.length,
    kind,
    capital: kind === "word" && UPPER.test(raw),
  };
}

function addSentence(model: TextModel, paragraph: Paragraph, tokenRange: Range): void {
  const first = model.tokens[tokenRange.start];
  const last = model.tokens[tokenRange.end - 1];
  if (tokenRange.end <= tokenRange.start || first === undefined || last === undefined) return;
  model.sentences.push({
    index: model.sentences.length,
    paragraph: paragraph.index,
    start: first.start,
    end: last.end,
    firstToken: tokenRange.start,
    lastToken: tokenRange.end,
  });
}

/** The index after the marks that stand right at each other and at the token before `from`. In a run of marks each is looked at once. */
function closingMarksEnd(tokens: Token[], from: number): number {
  let next = from;
  while (touches(tokens, next) && CLOSING_MARK.test(tokens[next]?.text ?? "")) next++;
  return next;
}

/** The index after the last token of the sentence that ends at `at`, or null where none ends there. `next` stands behind its marks. */
function sentenceEndAt({ tokens, language }: TextModel, at: number, next: number): number | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const stop = /^[.!?…。！？]$/u.test(token.text);
  const dotted = token.kind === "word" && token.text.endsWith(".");
  if (!stop && !dotted) return null;
  const following = tokens[next];
  if (following === undefined) return next;
  if (touches(tokens, next) && !CLOSING_MARK.test(tokens[next - 1]?.text ?? "")) return null;
  const starter = OPENING_MARK.test(following.text) ? tokens[next + 1] : following;
  if (starter === undefined || !(starter.capital || starter.kind === "number" || following !== starter)) return null;
  if (dotted) return language.sentences.starters.has(starter.text) ? next : null;
  if (token.text === "." && next === at + 1 && isAbbreviated({ tokens, language }, at, starter)) return null;
  return next;
}

function touches(tokens: Token[], at: number): boolean {
  return tokens[at] !== undefined && tokens[at]?.start === tokens[at - 1]?.end;
}

/** Whether the full stop at `at` belongs to the word before it: a title, a month, an initial. */
function isAbbreviated({ tokens, language }: Pick<TextModel, "tokens" | "language">, at: number, starter: Token): boolean {
  const { titleAbbreviations, otherAbbreviations, starters, beforeNetwork } = language.sentences;
  const before = tokens[at - 1];
  if (before === undefined || !touches(tokens, at) || before.kind !== "word") return false;
  if (titleAbbreviations.has(before.lower)) return true;
  // "wrote on X. The minister": the network's name, not an initial.
  if (before.text === "X" && beforeNetwork.has(tokens[at - 2]?.lower ?? "")) return false;
  if (/^\p{Lu}$/u.test(before.text)) return !starters.has(starter.text);
  return otherAbbreviations.has(before.lower) && !starters.has(starter.text);
}

/** The sentence that holds an offset, by binary search; null between sentences. */
export function sentenceAt(model: TextModel, offset: number): Sentence | null {
  let low = 0;
  let high = model.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = model.sentences[middle];
    if (sentence === undefined) return null;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return null;
}

/** The tokens of a sentence. */
export function tokensOf(model: TextModel, sentence: Sentence): Token[] {
  return model.tokens.slice(sentence.firstToken, sentence.lastToken);
}
