import { foldName } from "../../domain/evidence/fold-name.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { TextModel } from "../read-text.ts";
import type { Token } from "../tokens.ts";

/** One form of a word: no accents, no possessive, no full stops and dashes in acronyms ("U.N.", "G-20"). */
function wordForm(text: string): string {
  const folded = foldName(text).replace(/(?:'s|s')$/, (end) => (end === "s'" ? "s" : ""));
  return /^(?:\p{L}\.)+\p{L}?\.?$/u.test(folded) || /^\p{L}-\d+$/u.test(folded)
    ? folded.replace(/[.-]/g, "")
    : folded.replace(/\.$/, "");
}

/** The words of a phrase in one form each; marks are none. */
export function wordForms(text: string): string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&+-]*/gu) ?? []).map(wordForm).filter((form) => form !== "");
}

/** Where words stand in a range of the text, each time, in order; marks between them do not count. */
export function findWords(model: TextModel, forms: readonly string[], range: Range): Range[] {
  const tokens = model.tokens.slice(firstTokenAt(model, range.start), firstTokenAt(model, range.end)).filter(isWord);
  const found: Range[] = [];
  for (let at = 0; at + 1 <= tokens.length; at++) {
    const last = matchEnd(tokens, at, forms);
    const [start, end] = [tokens[at], tokens[last - 1]];
    if (last > at && start !== undefined && end !== undefined) found.push({ start: start.start, end: end.end });
  }
  return found;
}

/** The token behind a match; `at` where there is none. A token of two words ("Franco-German") is compared with both. */
function matchEnd(tokens: readonly Token[], at: number, forms: readonly string[]): number {
  let next = at;
  let matched = 0;
  while (matched < forms.length) {
    const token = tokens[next];
    if (token === undefined) return at;
    const form = wordForm(token.text);
    if (form === forms[matched]) matched++;
    else {
      const parts = wordForms(token.text.replaceAll("-", " "));
      if (parts.length < 2 || !parts.every((part, i) => part === forms[matched + i])) return at;
      matched += parts.length;
    }
    next++;
  }
  return forms.length === 0 ? at : next;
}

function isWord(token: Token): boolean {
  return token.kind !== "mark" && !/^['’]s?$/u.test(token.text);
}

/** The place of the first token that ends behind an offset. */
export function firstTokenAt({ tokens }: TextModel, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
