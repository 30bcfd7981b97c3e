import { countryForms, countryWord } from "../extract/countries.ts";
import { IRREGULAR_VERBS } from "../extract/en/irregular-verbs.ts";
import { SAME_MEANING } from "../extract/en/questions/same-meaning.ts";
import { findBloc } from "./blocs.ts";
import { stemOf } from "./words.ts";

const forms = new Map<string, string[]>();
for (const group of IRREGULAR_VERBS.split("|")) {
  const words = group.split(" ");
  for (const word of words) forms.set(word, words);
}

const alike = new Map<string, readonly string[]>();
for (const [asked, others] of SAME_MEANING) for (const form of wordForms(asked)) alike.set(stemOf(form), others);

/** A word with the others that say the same: other forms of an irregular verb, the names and the people of a country, the names of a bloc. The word itself first. */
export function wordForms(word: string): string[] {
  const bloc = findBloc(word);
  if (bloc !== null) return [...new Set([word, ...bloc.forms])];
  const country = countryWord(word);
  const others = country === null ? (forms.get(word) ?? []) : countryForms(country.code).filter((form) => /^\p{L}+$/u.test(form));
  return [...new Set([word, ...others])];
}

/** The same, and what news writes for a word that people ask with: "resign" for "quit". */
export function askedForms(word: string): string[] {
  const others = alike.get(stemOf(word)) ?? [];
  return [...new Set([...wordForms(word), ...others.flatMap(wordForms)])];
}

/** The stems of all that may answer the words of a question, each with the stem of the word that it stands for: its own forms first. What is in `literal` stands for nothing but itself. */
export function stemsOfForms(words: string[], literal: ReadonlySet<string> = new Set()): Map<string, string> {
  const canonical = new Map<string, string>();
  for (const word of words) {
    const own = canonical.get(stemOf(word)) ?? stemOf(word);
    for (const form of literal.has(word) ? [word] : wordForms(word))
      if (!canonical.has(stemOf(form))) canonical.set(stemOf(form), own);
  }
  for (const word of words)
    for (const form of literal.has(word) ? [word] : askedForms(word))
      if (!canonical.has(stemOf(form))) canonical.set(stemOf(form), canonical.get(stemOf(word)) ?? stemOf(word));
  return canonical;
}
