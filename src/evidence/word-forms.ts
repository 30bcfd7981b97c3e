import { countryForms, countryWord } from "../extract/countries.ts";
import { IRREGULAR_VERBS } from "../extract/en/irregular-verbs.ts";
import { findBloc } from "./blocs.ts";
import { stemOf } from "./words.ts";

const forms = new Map<string, string[]>();
for (const group of IRREGULAR_VERBS.split("|")) {
  const words = group.split(" ");
  for (const word of words) forms.set(word, words);
}

/** A word with the others that say the same: other forms of an irregular verb, the names and the people of a country, the names of a bloc. The word itself first. */
export function wordForms(word: string): string[] {
  const bloc = findBloc(word);
  if (bloc !== null) return [...new Set([word, ...bloc.forms])];
  const country = countryWord(word);
  const others = country === null ? (forms.get(word) ?? []) : countryForms(country.code).filter((form) => /^\p{L}+$/u.test(form));
  return [...new Set([word, ...others])];
}

/** The stems of all forms of some words, each with the stem of the word that it stands for. */
export function stemsOfForms(words: string[]): Map<string, string> {
  const canonical = new Map<string, string>();
  for (const word of words) {
    const own = canonical.get(stemOf(word)) ?? stemOf(word);
    for (const form of wordForms(word)) if (!canonical.has(stemOf(form))) canonical.set(stemOf(form), own);
  }
  return canonical;
}
