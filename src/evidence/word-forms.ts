import { countryForms, countryWord } from "../extract/countries.ts";
import { stemOf } from "./words.ts";

/** Verbs whose past does not look like their present: stemming leaves them apart. Grammar, those that news uses. */
const IRREGULAR =
  "meet met|say said|hold held|go went gone|tell told|speak spoke spoken|make made|give gave given|take took taken|come came|leave left|lead led|win won|lose lost|" +
  "send sent|buy bought|bring brought|pay paid|sell sold|build built|spend spent|fall fell fallen|rise rose risen|begin began begun|become became|write wrote written|" +
  "die died dead death|fly flew flown|drive drove driven|find found|get got|grow grew grown|hit|keep kept|know knew known|see saw seen|shoot shot|sing sang sung|" +
  "steal stole stolen|strike struck|swear swore sworn|teach taught|think thought|throw threw thrown|wear wore worn|choose chose chosen|break broke broken|fight fought|catch caught";

const forms = new Map<string, string[]>();
for (const group of IRREGULAR.split("|")) {
  const words = group.split(" ");
  for (const word of words) forms.set(word, words);
}

/** A word with the others that say the same: other forms of an irregular verb, the names and the people of a country. The word itself first. */
export function wordForms(word: string): string[] {
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
