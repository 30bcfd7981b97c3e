import type { PersonRecord } from "../domain/evidence/records.ts";
import type { PeopleReader } from "../domain/sources/readers.ts";
import { countryCodeOf } from "../extract/countries.ts";
import { NO_COUNTRY_IN_TOPIC } from "../extract/en/questions/topic-words.ts";
import { isStopWord, wordsOf } from "./words.ts";

/** The people and countries that a text names, in order, without duplicates. */
export interface Named {
  people: { person: PersonRecord; at: number; words: string[] }[];
  countries: string[];
}

/** So many words of a text are looked up. */
const MAX_LOOKED_UP = 16;
const MAX_NAME_WORDS = 3;
const MIN_LETTERS = 2;
/** The share of those who bear a word as a name that must bear it as their first or last: "the" is nobody's name. */
const LIMIT = 1;

/** A person as a question can name them: as they were named before where their full name has marks or more words than that. */
export function nameIn({ person, words }: Named["people"][number]): string {
  return /[.,]/.test(person.name) || words.length > 1 ? words.join(" ") : person.name;
}

/** The people of the store, and the countries, that a text names. A text without any capital letter may name people in small letters. */
export async function findNamed(people: PeopleReader, workspaceId: string, text: string): Promise<Named> {
  const words = wordsIn(text);
  const looked = new Map<string, Promise<PersonRecord | null>>();
  const find = (name: string): Promise<PersonRecord | null> => {
    const known = looked.get(name) ?? people.byName(workspaceId, name, LIMIT).then((found) => found[0] ?? null);
    looked.set(name, known);
    return known;
  };
  const alone = await Promise.all(words.map((word) => (word.isName ? find(word.text) : null)));
  const found: Named = { people: [], countries: countriesIn(words.map((word) => word.text)) };
  let at = 0;
  while (at < words.length) {
    let length = 0;
    while (length < MAX_NAME_WORDS && (alone[at + length] ?? null) !== null) length++;
    let person: PersonRecord | null = null;
    while (length > 0 && person === null) {
      const name = words.slice(at, at + length).map((word) => word.text);
      person = length === 1 ? (alone[at] ?? null) : await find(name.join(" "));
      if (person === null) length--;
      else if (!found.people.some((each) => each.person.id === person?.id)) found.people.push({ person, at, words: name });
    }
    at += Math.max(1, length);
  }
  return found;
}

interface Word {
  text: string;
  isName: boolean;
}

function wordsIn(text: string): Word[] {
  const small = !/\p{Lu}/u.test(text.slice(1));
  let left = MAX_LOOKED_UP;
  return [...text.matchAll(/[\p{L}\p{M}’'-]+/gu)].map(([written]) => {
    const word = written.replace(/['’]s$/, "");
    const capital = /^\p{Lu}/u.test(word);
    const may =
      (capital || small) &&
      word.length > (capital ? 1 : MIN_LETTERS) &&
      !isStopWord(word.toLowerCase()) &&
      countryCodeOf(word) === null;
    if (may) left--;
    return { text: word, isName: may && left >= 0 };
  });
}

function countriesIn(words: string[]): string[] {
  const codes: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = [3, 2, 1].find(
      (count) => at + count <= words.length && countryCodeOf(words.slice(at, at + count).join(" ")) !== null,
    );
    if (length === undefined || NO_COUNTRY_IN_TOPIC.has(words[at] ?? "")) continue;
    codes.push(countryCodeOf(words.slice(at, at + length).join(" ")) ?? "");
    at += length - 1;
  }
  return [...new Set(codes)];
}

/** The words by which a text may mean a person: of the name and of every alias, without the titles that stand before some. */
export function namesOf(person: PersonRecord): Set<string> {
  const titles = new Set(person.roles.flatMap((role) => wordsOf(role.title)));
  const names = [person.name, ...person.aliases].map((name) => wordsOf(name).filter((word) => !isTooShort(word)));
  const last = names.map((words) =>
    (words.length > 1 && ORDINAL.test(words.at(-1) ?? "") ? words.slice(0, -1) : words).slice(-2),
  );
  const alone = new Set(last.filter((words) => words.length === 1).flat());
  const named = new Set(last.flat().filter((word) => !titles.has(word) && (word.length >= SURE_LETTERS || alone.has(word))));
  return named.size > 0 ? named : new Set(last.flat());
}

/** "Un" of "Kim Jong Un" is many things in lower case; "Xi" stands alone for Xi Jinping. */
const SURE_LETTERS = 3;
/** "II" of "Elizabeth II" names every second one. */
const ORDINAL = /^[ivx]{1,5}$/;

/** An initial names nobody, and "in" of "Jae-in" names everybody. */
function isTooShort(word: string): boolean {
  return word.length < MIN_LETTERS || isStopWord(word);
}
