import type { Range } from "../../../domain/evidence/span.ts";
import { STATE_TITLES } from "../../en/meeting-words.ts";
import type { CountryMention } from "../../find-countries.ts";
import { isAboutPronoun } from "../../is-about-pronoun.ts";
import type { FoundPerson } from "../../people/found-people.ts";
import type { TextModel } from "../../read-text.ts";
import type { Sentence, Token } from "../../tokens.ts";
import { words } from "../../words.ts";

/** What references need to know of a person. */
export type ReferredPerson = Pick<FoundPerson, "name" | "roles" | "mentions" | "gender">;

/** A person whom a sentence means by a word: "he", "the Japanese prime minister". */
export interface MeantPerson {
  person: ReferredPerson;
  start: number;
  end: number;
}

/** How many sentences back "he" may reach. */
const PRONOUN_REACH = 3;
const OPENERS = words("as in during after before on with at following upon despite ahead since for by amid ending wrapping");
/** A title behind the comma: "Foreign Minister". */
const MAX_TITLE_LENGTH = 60;
const SAID_THAT = /^,? (?:said|says|added|announced|confirmed|noted|stated) that\b/;
const GENDERS: Record<string, "male" | "female"> = { he: "male", him: "male", his: "male", she: "female", her: "female" };

/** The people of an article, ready to be asked for by place and by office. */
export interface PeopleIndex {
  /** Those named in a range, in the order of the text. */
  namedIn(range: Range): MeantPerson[];
  /** The countries named in a range. */
  countriesIn(range: Range): CountryMention[];
  /** The people who act for a state. */
  ofState(code: string): ReferredPerson[];
  /** Those with a title that ends in this word, lower case. */
  holders(word: string): ReferredPerson[];
}

/** The people whom the pronouns and offices of a sentence mean. Where the article leaves it open, nobody is meant. */
export function meantPeople(
  { model, sentence, tokens }: { model: TextModel; sentence: Sentence; tokens: Token[] },
  people: PeopleIndex,
  countries: CountryMention[],
): MeantPerson[] {
  const meant: MeantPerson[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const gender = GENDERS[token.lower];
    // "HE" in capitals is "His Excellency".
    if (gender !== undefined && token.text !== "HE") {
      const ahead = isOwner(token.lower) ? subjectAhead({ model, sentence, at }, gender, people) : null;
      const person = ahead ?? antecedent(model, { sentence, before: token.start, gender, object: token.lower === "him" }, people);
      if (person !== null) meant.push({ person, start: token.start, end: token.end });
    } else if (token.lower === "the") {
      const office = describedOffice(tokens, at, countries);
      const person = office === null ? null : onlyHolder(office, people);
      if (office !== null && person !== null) meant.push({ person, start: token.start, end: office.end });
    }
  }
  return meant;
}

function isOwner(word: string): boolean {
  return word === "his" || word === "her";
}

/** How many words may stand between an opening preposition and the comma behind its phrase. */
const MAX_OPENING = 14;

/** "On her second visit to Seoul, Oduya met …": an owner in what opens a sentence is the subject behind the comma. */
function subjectAhead(
  { model: { tokens }, sentence, at }: { model: TextModel; sentence: Sentence; at: number },
  gender: "male" | "female",
  people: PeopleIndex,
): ReferredPerson | null {
  const opening = tokens.slice(sentence.firstToken, sentence.firstToken + MAX_OPENING);
  const comma = opening.findIndex((token) => token.text === ",");
  if (comma <= at || !OPENERS.has(opening[0]?.lower ?? "")) return null;
  const start = opening[0]?.start ?? 0;
  if (people.namedIn({ start, end: opening[at]?.start ?? start }).length > 0) return null;
  const behind = opening[comma]?.end ?? start;
  const [next] = people.namedIn({ start: behind, end: Math.min(sentence.end, behind + MAX_TITLE_LENGTH) });
  if (next === undefined || (next.person.gender !== null && next.person.gender !== gender)) return null;
  const between = tokens
    .slice(sentence.firstToken + comma, sentence.lastToken)
    .filter((token) => token.start >= behind && token.end <= next.start);
  return between.every((token) => token.capital || /^(?:the|of|foreign|prime|-)$/.test(token.lower)) ? next.person : null;
}

/** The first person named before the pronoun in its sentence, else in the nearest sentence before that names one. */
function antecedent(
  model: TextModel,
  { sentence, before, gender, object }: { sentence: Sentence; before: number; gender: "male" | "female"; object: boolean },
  people: PeopleIndex,
): ReferredPerson | null {
  for (let index = sentence.index; index >= Math.max(0, sentence.index - PRONOUN_REACH); index--) {
    const range = model.sentences[index];
    if (range === undefined) continue;
    const all = people.namedIn({ start: range.start, end: Math.min(range.end, before) });
    // "Rao welcomed him": not Rao, who stands nearest before it.
    const named =
      object && index === sentence.index ? all.slice(0, -1).filter(({ person }) => person !== all.at(-1)?.person) : all;
    const opener = index < sentence.index ? openingOffice(model, range, people) : null;
    if (opener === "unknown") continue;
    if (opener !== null && (opener.gender === null || opener.gender === gender)) return opener;
    const fits = named.filter(({ person }) => person.gender === null || person.gender === gender);
    // "The spokeswoman said that Khan called on Zhang. Rao welcomed him": whom the words are about, not whose they are.
    const [source, about] = fits;
    const isSource =
      object &&
      index < sentence.index &&
      source !== undefined &&
      about !== undefined &&
      SAID_THAT.test(model.text.slice(source.end, about.start));
    const fitting = isSource ? about : source;
    const earlier = index < sentence.index && fitting !== undefined;
    if (earlier && isAboutPronoun(model.tokens, range, { gender, before: fitting.start })) continue;
    if (fitting !== undefined) return fitting.person;
  }
  return null;
}

/** "The Chinese leader travelled on": whom a sentence opens with, by an office. */
function openingOffice(model: TextModel, sentence: Sentence, people: PeopleIndex): ReferredPerson | "unknown" | null {
  const tokens = model.tokens.slice(sentence.firstToken, Math.min(sentence.lastToken, sentence.firstToken + 8));
  if (tokens[0]?.lower !== "the") return null;
  const office = describedOffice(tokens, 0, people.countriesIn(sentence));
  return office === null ? null : (onlyHolder(office, people) ?? "unknown");
}

interface Office {
  /** Lower case, without its country: "prime minister". */
  title: string;
  country: string | null;
  end: number;
}

/** "the prime minister", "the Japanese foreign minister": an office in the singular with no name behind it. */
function describedOffice(tokens: Token[], the: number, countries: CountryMention[]): Office | null {
  const title: string[] = [];
  let country: string | null = null;
  for (let at = the + 1; at < Math.min(tokens.length, the + 6); at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || /[’']s$/u.test(token.text)) return null;
    const named = countries.find((each) => each.adjective && each.start < token.end && token.start < each.end);
    if (named !== undefined) country = named.code;
    else title.push(token.lower);
    const next = tokens[at + 1];
    const ends = STATE_TITLES.has(token.lower) && !STATE_TITLES.has(next?.lower ?? "");
    if (ends) return next?.capital === true || next?.lower === "of" ? null : { title: title.join(" "), country, end: token.end };
  }
  return null;
}

function onlyHolder({ title, country }: Office, people: PeopleIndex): ReferredPerson | null {
  const holders = people
    .holders(lastWord(title))
    .filter(
      (person) =>
        (country === null || person.roles.some((role) => role.country === country)) &&
        titlesOf(person).some((each) => each.endsWith(title) && !each.startsWith("former ")),
    );
  if (holders.length === 1) return holders[0] ?? null;
  if (country === null && holders.length > 1) return mostNamed(holders);
  return title === "leader" && country !== null ? onlyHead(people.ofState(country)) : null;
}

const SURELY = 0.7;

/** "the president", where several are named: whom the article is about. */
export function mostNamed(holders: ReferredPerson[]): ReferredPerson | null {
  const counts = holders.map((person) => person.mentions.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const at = counts.findIndex((count) => count >= SURELY * all);
  return holders[at] ?? null;
}

/** "the Chinese leader": the one head of state or government that the article names of a state. */
function onlyHead(people: ReferredPerson[]): ReferredPerson | null {
  const heads = people.filter((person) =>
    titlesOf(person).some(
      (title) =>
        /\b(?:president|prime minister|premier|chancellor|king|queen|leader|emir|sultan|crown prince)$/.test(title) &&
        !/\b(?:former|vice|deputy)\b/.test(title),
    ),
  );
  return heads.length === 1 ? (heads[0] ?? null) : null;
}

/** Every title that the article gives a person, lower case. */
export function titlesOf(person: ReferredPerson): string[] {
  const titles = [...person.roles, ...person.mentions].map((each) => each.title ?? "");
  return titles.filter((title) => title !== "").map((title) => title.toLowerCase());
}

export function lastWord(title: string): string {
  return title.slice(title.lastIndexOf(" ") + 1);
}
