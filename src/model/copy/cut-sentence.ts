import type { Range } from "../../domain/evidence/span.ts";
import type { WordRange } from "../../domain/model/language-model.ts";
import { predicateOf } from "../../extract/clauses/clause-roles.ts";
import { UNCUTTABLE } from "../../extract/en/alignment/cutting-words.ts";
import { isCalendarWord } from "../../extract/en/calendar.ts";
import { english } from "../../extract/en/english.ts";
import { isReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { readText } from "../../extract/read-text.ts";
import { limitsRest, mayBeLeftOut } from "../alignment/is-shortened.ts";
import { type Line, lowerOf, placesOf, readSaid, textOf } from "../alignment/line.ts";
import { isBareMark } from "../alignment/phrase.ts";
import { LONG_WORDS, wordRanges } from "./number-words.ts";

/** Whole clauses and circumstances; what describes a noun within its phrase stays, because it says which one is meant. */
const MAY_GO = ["advcl", "acl", "appos", "obl", "parataxis", "conj"];
const DASH = /^[–—-]$/;
const QUOTE_MARK = /["“”„«»]/;
const END = /^[.!?;…]$/;

/**
 * A sentence with as much left out of it as a model wants and its grammar allows: whole branches that commas, dashes or brackets set off,
 * without anything in them that limits, denies, doubts or attributes the rest. A cut that would take more is undone, the others stand.
 * `keep` counts words from 1, both ends included. Every word of the result stands in the sentence, in its order; the first may get a capital.
 */
export function cutSentence(text: string, keep: readonly WordRange[]): string {
  const words = wordRanges(text);
  if (keep.length === 0 || words.length < LONG_WORDS) return text;
  if (!keep.every(({ from, to }) => from >= 1 && from <= to && to <= words.length)) return text;
  const kept = keep.map(({ from, to }) => ({ start: words[from - 1]?.start ?? 0, end: words[to - 1]?.end ?? 0 }));
  const model = readText(text, english);
  const [sentence] = model.sentences;
  if (sentence === undefined || model.sentences.length > 1) return text;
  const line = readSaid(model, sentence);
  const isKept = (at: number) => {
    const token = model.tokens[at];
    return token !== undefined && kept.some((each) => each.start < token.end && token.start < each.end);
  };
  const cuts = placesOf(line).flatMap((top) => cutOf(line, top, isKept) ?? []);
  return withoutCuts(text, cuts);
}

/** The characters that go with a branch, its marks with it; null where it may not go. */
function cutOf(line: Line, top: number, isKept: (at: number) => boolean): Range | null {
  const { clauses } = line;
  if (!clauses.isOf(top, ...MAY_GO) || clauses.isOf(top, "obl:agent")) return null;
  const branch = wordsUnder(line, top);
  const [first, last] = [branch[0], branch.at(-1)];
  if (first === undefined || last === undefined || branch.length !== wordsBetween(line, first, last)) return null;
  if (branch.some((at) => isKept(at) || limits(line, at)) || !mayBeLeftOut(line, top)) return null;
  if (clauses.isOf(top, "obl", "appos") && branch.some((at) => isDated(line, at))) return null;
  if (clauses.isOf(top, "appos") && clauses.tagOf(top).startsWith("NNP")) return null;
  if (clauses.isOf(top, "conj") && !(predicateOf(clauses, top) === top && lowerOf(line, first) === "and")) return null;
  const cut = borderedCut(line, top, { first, last });
  return cut === null || breaksQuote(line, cut) ? null : cut;
}

/** Whether a word is of a date or an amount, which are what a reader looks for. */
function isDated(line: Line, at: number): boolean {
  const lower = lowerOf(line, at);
  return /\d/.test(lower) || isCalendarWord(lower);
}

function wordsUnder(line: Line, top: number): number[] {
  const span = line.clauses.spanOf(top);
  const places = placesOf(line).filter((at) => at >= span.start && at < span.end && !isBareMark(line, at));
  return places.filter((at) => at === top || line.clauses.isUnder(at, top));
}

function wordsBetween(line: Line, first: number, last: number): number {
  return placesOf(line).filter((at) => at >= first && at <= last && !isBareMark(line, at)).length;
}

function limits(line: Line, at: number): boolean {
  const lower = lowerOf(line, at);
  return (
    UNCUTTABLE.has(lower) ||
    isReportingVerb(lower) ||
    line.clauses.hasNegation(at) ||
    (limitsRest(line, at) && !line.clauses.isOf(at, "case"))
  );
}

/** What goes with a branch of the marks around it; null where they do not set it off. */
function borderedCut(line: Line, top: number, { first, last }: { first: number; last: number }): Range | null {
  const { sentence, model, clauses } = line;
  const [before, after] = [first - 1, last + 1];
  const [start, end] = [model.tokens[first]?.start ?? 0, model.tokens[last]?.end ?? 0];
  const [opens, closes] = [textOf(line, before), textOf(line, after)];
  const upTo = (at: number) => model.tokens[at]?.end ?? end;
  const from = (at: number) => model.tokens[at]?.start ?? start;
  const isLast = after >= sentence.lastToken || END.test(closes);
  if (first === sentence.firstToken) return closes === "," ? { start, end: upTo(after) } : null;
  if (opens === "(" && closes === ")") return { start: from(before), end: upTo(after) };
  if (DASH.test(opens))
    return isLast ? { start: from(before), end } : DASH.test(closes) ? { start: from(before), end: upTo(after) } : null;
  if (clauses.isOf(top, "conj") && isLast) return { start: opens === "," ? from(before) : start, end };
  if (opens !== ",") return null;
  if (isLast) return { start: from(before), end };
  if (closes !== ",") return null;
  const head = clauses.headOf(top);
  const isListed = clauses.isOf(head, "conj") || clauses.childrenOf(head, "conj").length > 0;
  return { start: from(before), end: isListed ? end : upTo(after) };
}

/** Whether a cut has a quotation mark in it, or stands in a quotation: what is quoted stays whole. */
function breaksQuote({ model, sentence }: Line, { start, end }: Range): boolean {
  const before = model.text.slice(sentence.start, start);
  const isOpen = (before.match(/"/g) ?? []).length % 2 === 1 || before.lastIndexOf("“") > before.lastIndexOf("”");
  return isOpen || QUOTE_MARK.test(model.text.slice(start, end));
}

function withoutCuts(text: string, cuts: Range[]): string {
  if (cuts.length === 0) return text;
  let left = "";
  let from = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start > from) left += text.slice(from, start);
    from = Math.max(from, end);
  }
  const flat = `${left}${text.slice(from)}`
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;!?])/g, "")
    .trim();
  return flat.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
