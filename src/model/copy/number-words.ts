import type { Range } from "../../domain/evidence/span.ts";

/** A sentence of fewer words is copied whole. */
export const LONG_WORDS = 20;
const NUMBERED_EVERY = 5;

/** The words of a plain sentence, as blanks part them. */
export function wordRanges(text: string): Range[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A long sentence with a number before each fifth word, so that a model can point at words: "The ministers of Norway and 6|Portugal met". */
export function numberWords(text: string): string {
  const words = wordRanges(text).map(({ start, end }) => text.slice(start, end));
  if (words.length < LONG_WORDS) return text;
  return words.map((word, at) => (at > 0 && at % NUMBERED_EVERY === 0 ? `${at + 1}|${word}` : word)).join(" ");
}
