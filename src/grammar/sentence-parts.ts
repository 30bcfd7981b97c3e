import { RELATIONS } from "./labels.ts";
import type { Parse } from "./parse.ts";

/** Real sentences are hardly ever longer; longer ones are mostly lists or tables. */
const MAX_WORDS = 120;
const STRONG = /^(?:[;:.!?…]|--|[—–])$/;
const PARATAXIS = RELATIONS.indexOf("parataxis");

/** Cuts a sentence of too many words, where a mark allows it. */
export function sentenceParts(words: readonly string[]): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (let start = 0; start < words.length; ) {
    const end = words.length - start <= MAX_WORDS ? words.length : cutAfter(words, start);
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** The best place to cut, in the second half of the longest allowed part. */
function cutAfter(words: readonly string[], start: number): number {
  let comma = start + MAX_WORDS;
  for (let at = start + MAX_WORDS - 1; at > start + MAX_WORDS / 2; at--) {
    if (STRONG.test(words[at] ?? "")) return at + 1;
    if (words[at] === "," && comma === start + MAX_WORDS) comma = at + 1;
  }
  return comma;
}

/** Hangs the heads of the later parts on the head of the first. */
export function joinParts({ heads, relations }: Parse): void {
  const first = heads.indexOf(-1);
  for (let at = first + 1; at < heads.length && first >= 0; at++) {
    if (heads[at] !== -1) continue;
    heads[at] = first;
    relations[at] = PARATAXIS;
  }
}
