import { foldName } from "../../domain/evidence/fold-name.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { TextModel } from "../../extract/read-text.ts";
import type { Token } from "../../extract/tokens.ts";

const ENDS = /^[.!?…:;"”’')\]—–-]$/u;

/**
 * Where a sentence stands word for word in a text, from one sentence's or line's beginning to its end; null where it does not. With `cites`
 * it stands in sentences that these touch, each of them.
 */
export function findWhole(text: TextModel, sentence: TextModel, cites: readonly Range[] | null): Range | null {
  const wanted = withoutLastMarks(sentence.tokens).map(folded);
  if (wanted.length === 0) return null;
  const { tokens } = text;
  for (let at = 0; at + wanted.length <= tokens.length; at++) {
    if (!isBorder(tokens[at - 1]) || !wanted.every((word, next) => word === folded(tokens[at + next]))) continue;
    const last = tokens[at + wanted.length - 1];
    const begins = tokens[at];
    if (begins === undefined || last === undefined || !endsAt(text, at + wanted.length)) continue;
    const found = { start: begins.start, end: last.end };
    if (cites === null || isCited(text, found, cites)) return found;
  }
  return null;
}

function isCited({ sentences }: TextModel, found: Range, cites: readonly Range[]): boolean {
  const held = sentences.filter((each) => touches(each, found));
  return held.length > 0 && held.every((each) => cites.some((cite) => touches(each, cite)));
}

/** Whether two ranges share a character. */
export function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function withoutLastMarks(tokens: Token[]): Token[] {
  return tokens.slice(0, tokens.findLastIndex((token) => token.kind !== "mark") + 1);
}

function folded(token: Token | undefined): string {
  return foldName(token?.text ?? "");
}

function isBorder(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" || token.text.endsWith(".");
}

function endsAt({ tokens, sentences }: TextModel, at: number): boolean {
  const next = tokens[at];
  return next === undefined || ENDS.test(next.text) || sentences.some((each) => each.firstToken === at);
}
