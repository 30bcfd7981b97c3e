import { stemmer } from "stemmer";
import { foldName } from "../domain/evidence/fold-name.ts";

const STOP_WORDS = new Set(
  (
    "a an the of to in on at by for with from as and or but if then than so nor not no yes is are was were be been being am do does did done doing have has had " +
    "having will would shall should can could may might must this that these those it its he she they we you i his her their our my your him them us me who whom " +
    "whose which what when where why how there here about into over under between during after before since until while also just only very more most much many any " +
    "some such own same other another each every both few all out up down off again further once too ever s t re ve ll d m"
  ).split(" "),
);

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** The words of a text that carry its meaning, folded, each once, in order. */
export function contentWords(text: string): string[] {
  return [...new Set(wordsOf(text).filter((word) => !STOP_WORDS.has(word) && (word.length > 1 || /\d/.test(word))))];
}

/** A word as the full-text index keeps it: folded and stemmed (Porter 1980). */
export function stemOf(word: string): string {
  return stemmer(foldName(word));
}
