import type { ParticipantKind } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { countryName, countryWord } from "../countries.ts";
import { bodyKey, isOneBody } from "../en/bodies.ts";
import { LEAD } from "../en/readings/reading-words.ts";
import type { FoundPerson } from "../people/found-people.ts";
import type { Sentence } from "../tokens.ts";
import { type Facts, overlap } from "./facts.ts";
import { findWords, firstTokenAt, wordForms } from "./words.ts";

/** Whom words of a model mean. `forms` are the words themselves, one form each. */
export interface Who {
  name: string;
  kind: ParticipantKind;
  person: FoundPerson | null;
  code: string | null;
  forms: string[];
}

/** So many words a body's name may have. */
const MAX_BODY_WORDS = 6;

/** The person, state or body that words name by themselves; null for words of marks alone. */
export function whoIs({ people }: Facts, words: string): Who | null {
  const bare = words
    .trim()
    .replace(LEAD, "")
    .replace(/['’]s?$/u, "");
  const forms = wordForms(bare);
  if (forms.length === 0) return null;
  const person = personOf(people.list, forms);
  if (person !== null) return { name: person.name, kind: "person", person, code: null, forms };
  const code = countryWord(bare)?.code ?? countryWord(words.trim())?.code ?? null;
  if (code !== null) return { name: countryName(code) ?? bare, kind: "country", person: null, code, forms };
  return { name: bare, kind: "organisation", person: null, code: null, forms };
}

/** The person of this name: by a whole name, a name behind a title, or a family name; of several the one named most. */
function personOf(list: readonly FoundPerson[], forms: readonly string[]): FoundPerson | null {
  let best: { person: FoundPerson; weight: number } | null = null;
  for (const person of list) {
    const weight = Math.max(...[person.name, ...person.aliases].map((name) => likeness(wordForms(name), forms)));
    const isBetter =
      best === null || weight > best.weight || (weight === best.weight && person.mentions.length > best.person.mentions.length);
    if (weight > 0 && isBetter) best = { person, weight };
  }
  return best?.person ?? null;
}

/** 4 for the same words, 3 for a name behind a title, 2 for a longer form of it, 1 for a family name; 0 for another name. */
function likeness(name: readonly string[], forms: readonly string[]): number {
  if (name.length === 0) return 0;
  if (name.join(" ") === forms.join(" ")) return 4;
  if (name.length > 1 && endsWith(forms, name)) return 3;
  if (forms.length > 1 && name.length > 1 && name.at(-1) === forms.at(-1) && name[0] === forms[0]) return 2;
  if (forms.length > 1 && forms.every((form) => name.includes(form))) return 2;
  const single = forms.length === 1 || name.length === 1;
  return single && name.at(-1) === forms.at(-1) ? 1 : 0;
}

function endsWith(forms: readonly string[], end: readonly string[]): boolean {
  return forms.length > end.length && end.every((word, at) => word === forms[forms.length - end.length + at]);
}

/** Where somebody stands in a sentence: by name, by a word that means them ("he", "the premier"), a state also as an adjective. */
export function placesOf(facts: Facts, who: Who, sentence: Sentence): Range[] {
  const { model, people, countries } = facts;
  if (who.person !== null) {
    const named = people.within(sentence).filter(({ person }) => person === who.person);
    const meant = facts.sceneAt(sentence).cast.people.filter(({ name }) => name === who.name);
    return [...named.map(({ mention }) => mention), ...meant].sort((a, b) => a.start - b.start);
  }
  if (who.code !== null) {
    const named = countries.filter((each) => each.code === who.code && overlap(each, sentence));
    return named.length > 0 ? named : findWords(model, who.forms, sentence);
  }
  const found = findWords(model, who.forms, sentence);
  return found.length > 0 ? found : bodiesIn(facts, who, sentence);
}

/** "G20" where the text has "Group of 20", "SCO" where it has the long name, or the other way round. */
function bodiesIn({ model }: Facts, { name }: Who, sentence: Sentence): Range[] {
  const key = bodyKey(name);
  const tokens = model.tokens.slice(sentence.firstToken, sentence.lastToken);
  for (let first = 0; first < tokens.length; first++) {
    const start = tokens[first];
    if (start === undefined || !start.capital) continue;
    for (let last = first + 1; last <= Math.min(tokens.length, first + MAX_BODY_WORDS); last++) {
      const end = tokens[last - 1];
      if (end === undefined) break;
      const text = model.text
        .slice(start.start, end.end)
        .replace(/['’]s?$/u, "")
        .replace(/\s+/g, " ");
      if (isOneBody(bodyKey(text), key)) return [{ start: start.start, end: end.end }];
    }
  }
  return [];
}

/** Whom words mean that describe somebody where they stand: "the Norwegian premier" of this sentence; null where nobody is known by it. */
export function whoAt(facts: Facts, words: string, sentences: readonly Sentence[]): Who | null {
  const who = whoIs(facts, words);
  if (who === null || who.kind !== "organisation") return who;
  for (const sentence of sentences) {
    const scene = facts.sceneAt(sentence);
    for (const place of findWords(facts.model, who.forms, sentence)) {
      const met = scene.cast.people.find((each) => overlap(each, place));
      const person = met === undefined ? null : facts.people.named(met.name);
      if (person !== null) return { ...who, name: person.name, kind: "person", person };
    }
  }
  return isPersonsName(facts, who, sentences) ? { ...who, kind: "person" } : who;
}

/** Two or three capitalised words that are no body's: a person whom the local engine does not know. */
function isPersonsName(facts: Facts, { forms, name }: Who, sentences: readonly Sentence[]): boolean {
  if (forms.length < 2 || forms.length > 4 || !name.split(" ").every((word) => /^\p{Lu}[\p{L}'’.-]+$/u.test(word))) return false;
  return sentences.some((sentence) =>
    facts.sceneAt(sentence).actors.every((actor) => actor.kind !== "organisation" || actor.name !== name),
  );
}

export function tokenAt(facts: Facts, sentence: Sentence, offset: number): number {
  return firstTokenAt(facts.model, offset) - sentence.firstToken;
}
