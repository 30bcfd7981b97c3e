import { stemmer } from "stemmer";
import { foldName } from "../domain/evidence/fold-name.ts";
import { STOP_WORDS } from "../extract/en/stop-words.ts";

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** The content words of a text, folded, without duplicates, in order. */
export function contentWords(text: string): string[] {
  return [...new Set(wordsOf(text).filter((word) => !STOP_WORDS.has(word) && (word.length > 1 || /\d/.test(word))))];
}

/** A word as in the full-text index: folded and stemmed (Porter 1980). */
export function stemOf(word: string): string {
  return stemmer(foldName(word));
}
