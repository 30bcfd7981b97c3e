import { foldName } from "../../../domain/evidence/fold-name.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import { countryWord } from "../../countries.ts";
import { givenNameGender } from "../../en/given-names.ts";
import { HE_HIMSELF, INSIDE_STATE_TITLE, SHE_HERSELF } from "../../en/quotes/speaker-words.ts";
import { isTitleHead, isTitleModifier, titleGender } from "../../en/titles.ts";
import { firstIndex } from "../../first-index.ts";
import { parseName } from "../../names.ts";
import type { FoundPerson, People } from "../../people/found-people.ts";
import type { TextModel } from "../../read-text.ts";

export type Gender = "male" | "female";

/** What a text tells of its people beside their offices. */
export interface PersonFacts {
  /** By title, by the pronouns of sentences that name nobody else, or by given name; null where these leave it open. */
  genderOf(person: FoundPerson): Gender | null;
  /** The countries that their offices, and the adjectives before their names, give them. */
  countriesOf(person: FoundPerson): ReadonlySet<string>;
  /** The people whose full name ends in this surname, lower case and without accents. */
  bearersOf(surname: string): FoundPerson[];
}

/** So far back a later word may mean an earlier speaker. */
export const REACH_CHARACTERS = 1200;
const MAX_LEAD_TOKENS = 8;
const MAX_MENTIONS = 40;
const MAX_BEARERS = 20;

export function createPersonFacts(model: TextModel, people: People, spans: Range[]): PersonFacts {
  const genders = new Map<FoundPerson, Gender | null>();
  const countries = new Map<FoundPerson, ReadonlySet<string>>();
  const bearers = memo(() => bySurname(people));
  const counted = memo(() => countPronouns(model, people, spans));
  return {
    genderOf(person) {
      const known = genders.get(person);
      if (known !== undefined) return known;
      const gender = ownTitle(person) ?? givenNameGender(firstWord(person)) ?? person.gender ?? counted().get(person) ?? null;
      genders.set(person, gender);
      return gender;
    },
    bearersOf: (surname) => bearers().get(surname) ?? [],
    countriesOf(person) {
      const known = countries.get(person) ?? countriesOfPerson(model, person);
      countries.set(person, known);
      return known;
    },
  };
}

function memo<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function bySurname({ list }: People): Map<string, FoundPerson[]> {
  const index = new Map<string, FoundPerson[]>();
  for (const person of list) {
    const { words } = parseName(person.name);
    const surname = words.length > 1 ? words.at(-1) : undefined;
    if (surname === undefined) continue;
    const others = index.get(surname);
    if (others === undefined) index.set(surname, [person]);
    // A text with more of one name is no text: of these the first are looked at.
    else if (others.length < MAX_BEARERS) others.push(person);
  }
  return index;
}

/** By a title before the full name: one before the surname alone may be another bearer's. */
function ownTitle(person: FoundPerson): Gender | null {
  for (const { title, text } of person.mentions.slice(0, MAX_MENTIONS)) {
    const gender = title === null || parseName(text).words.length < 2 ? null : titleGender(title.split(" "));
    if (gender !== null) return gender;
  }
  return null;
}

function firstWord(person: FoundPerson): string {
  const { words } = parseName(person.name);
  return words.length > 1 ? foldName(words[0] ?? "") : "";
}

/** The gender of the pronouns in sentences that name one person only, before them: what most of them say. */
function countPronouns(model: TextModel, people: People, spans: Range[]): Map<FoundPerson, Gender> {
  const balance = new Map<FoundPerson, number>();
  for (const sentence of model.sentences) {
    const named = people.within(sentence);
    const [first] = named;
    if (first === undefined || named.some((each) => each.person !== first.person)) continue;
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      const token = model.tokens[at];
      if (token === undefined || token.start < first.mention.end || isInside(spans, token)) continue;
      const sign = HE_HIMSELF.has(token.lower) ? 1 : SHE_HERSELF.has(token.lower) ? -1 : 0;
      if (sign !== 0) balance.set(first.person, (balance.get(first.person) ?? 0) + sign);
    }
  }
  const genders = new Map<FoundPerson, Gender>();
  for (const [person, sum] of balance) if (sum !== 0) genders.set(person, sum > 0 ? "male" : "female");
  return genders;
}

export function isInside(spans: Range[], range: Range): boolean {
  const span = spans[firstIndex(spans, (each) => each.end > range.start)];
  return span !== undefined && span.start < range.end;
}

function countriesOfPerson({ tokens }: TextModel, person: FoundPerson): ReadonlySet<string> {
  const found = new Set(person.roles.flatMap(({ country }) => (country === null ? [] : [country])));
  for (const mention of person.mentions.slice(0, MAX_MENTIONS)) {
    const first = firstIndex(tokens, (token) => token.start >= mention.start);
    for (let at = first - 1; at >= Math.max(0, first - MAX_LEAD_TOKENS); at--) {
      const token = tokens[at];
      if (token === undefined || token.kind !== "word") break;
      const country = countryAt(tokens.slice(at, at + 2).map(({ text }) => text));
      if (country !== null) found.add(country);
      else if (!isTitleHead(token.text) && !isTitleModifier(token.text) && !INSIDE_STATE_TITLE.has(token.text)) break;
    }
  }
  return found;
}

/** The country of one adjective or name, or of two words: "Kenyan", "South Korean", "Kenya's". */
export function countryAt(words: string[]): string | null {
  const tidy = words.map((each) => each.replace(/['’]s$/, ""));
  for (const text of [tidy.join(" "), tidy[0] ?? ""]) {
    const word = countryWord(text);
    if (word !== null && word.kind !== "capital") return word.code;
  }
  return null;
}
