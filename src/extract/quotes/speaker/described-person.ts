import type { Range } from "../../../domain/evidence/span.ts";
import { countryWord } from "../../countries.ts";
import { ARTICLES, DEMONSTRATIVES, THEIR_POSSESSIVES } from "../../en/function-words.ts";
import {
  CHIEF_DIPLOMATS_OFFICE,
  DIPLOMATS_OFFICE,
  GENERIC_PEOPLE,
  LEADER_NOUNS,
  LEADING_OFFICES,
  PASSING_ADJECTIVES,
} from "../../en/quotes/speaker-words.ts";
import { isTitleHead, isTitleModifier } from "../../en/titles.ts";
import type { FoundPerson } from "../../people/found-people.ts";
import { sentenceAt } from "../../read-text.ts";
import type { Token } from "../../tokens.ts";
import { together } from "../../words.ts";
import { countryAt, REACH_CHARACTERS } from "./person-facts.ts";
import type { Resolution } from "./resolution.ts";

const DETERMINER = together(ARTICLES, THEIR_POSSESSIVES, DEMONSTRATIVES);
const MENTIONS_LOOKED_AT = 200;
const PEOPLE_LOOKED_AT = 200;
const MAX_TOKENS = 6;

/** "the Minister", "the Russian leader", "the former senator": the person last named or heard who holds such an office, of that country. */
export function describedPerson(tokens: Token[], range: Range, context: Resolution): FoundPerson | null {
  const words = tokens.map((token) => token.lower);
  const bare = tokens.every((token) => isTitleHead(token.text) || isTitleModifier(token.text));
  const owned = /['’]s$/.test(words[0] ?? "") && countryAt([tokens[0]?.text ?? ""]) !== null;
  if (!(DETERMINER.has(words[0] ?? "") || bare || owned) || words[0] === "a" || words[0] === "an" || tokens.length > MAX_TOKENS)
    return null;
  const head = tokens.at(-1);
  const compatriot = onlyCompatriot(tokens, range, context);
  if (compatriot !== null) return compatriot;
  if (head === undefined || !(isTitleHead(head.text) || GENERIC_PEOPLE.has(head.lower)) || /s$/.test(head.lower)) return null;
  const country = countryOf(tokens);
  const office = officeWords(tokens);
  const { people, earlier, facts } = context;
  const ofCountry = (person: FoundPerson) => country === null || facts.countriesOf(person).has(country);
  const holds = (person: FoundPerson) => ofCountry(person) && holdsOffice(person, office);
  const near = earlier.findLast((each) => range.start - each.at < REACH_CHARACTERS && each.person !== null && holds(each.person));
  if (near?.person != null) return near.person;
  if (GENERIC_PEOPLE.has(office.join(" ")) && !words.includes("top") && !words.includes("chief"))
    return spokeLast(range.start, office.join(" "), context);
  const before = people.before(range.start, MENTIONS_LOOKED_AT).find((each) => holds(each.person));
  return before?.person ?? onlyHolder(context, range.start, holds) ?? soleBefore(range.start, country, context);
}

/** "the Kenyan": the one person of that country whom the text has named. */
function onlyCompatriot(tokens: Token[], range: Range, { people, facts }: Resolution): FoundPerson | null {
  const word = countryWord(tokens[1]?.text ?? "");
  if (tokens.length !== 2 || tokens[0]?.lower !== "the" || word?.kind !== "demonym" || /[^s]s$/.test(tokens[1]?.lower ?? ""))
    return null;
  const fitting = people.list
    .slice(0, PEOPLE_LOOKED_AT)
    .filter((person) => facts.countriesOf(person).has(word.code) && (person.mentions[0]?.start ?? range.start) < range.start);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function countryOf(tokens: Token[]): string | null {
  for (let at = 0; at < tokens.length; at++) {
    const country = countryAt(tokens.slice(at, at + 2).map(({ text }) => text));
    if (country !== null) return country;
  }
  return null;
}

/** "prime minister" of "the former South Korean prime minister". */
function officeWords(tokens: Token[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const lower = tokens[at]?.lower ?? "";
    const two = `${tokens[at]?.text} ${tokens[at + 1]?.text}`;
    if (at + 1 < tokens.length && countryWord(two) !== null) at++;
    else if (!DETERMINER.has(lower) && !PASSING_ADJECTIVES.test(lower) && countryAt([tokens[at]?.text ?? ""]) === null)
      words.push(lower);
  }
  return words;
}

/** "the official", "the diplomat": whoever has an office and spoke last. */
function spokeLast(at: number, noun: string, { earlier, model }: Resolution): FoundPerson | null {
  const last = earlier.at(-1);
  if (last?.person == null || last.person.roles.length === 0) return null;
  const paragraphs = (sentenceAt(model, at)?.paragraph ?? 0) - (sentenceAt(model, last.at)?.paragraph ?? -9);
  const titles = titlesOf(last.person);
  const fits = noun !== "diplomat" || titles.some((title) => DIPLOMATS_OFFICE.test(title));
  return fits && paragraphs <= 1 ? last.person : null;
}

function holdsOffice(person: FoundPerson, office: string[]): boolean {
  const titles = titlesOf(person);
  if (office.join(" ") === "diplomat") return titles.some((title) => CHIEF_DIPLOMATS_OFFICE.test(title));
  if (office.length === 1 && LEADER_NOUNS.has(office[0] ?? ""))
    return titles.length === 0 || titles.some((title) => LEADING_OFFICES.test(title));
  return titles.some((title) => {
    const words = title.split(/[\s-]+/);
    return office.every((word) => words.includes(word === "external" ? "foreign" : word));
  });
}

/** Every title of a person, lower case; "external" affairs are foreign ones. */
function titlesOf(person: FoundPerson): string[] {
  const titles = [
    ...person.roles.flatMap((role) => role.title ?? []),
    ...person.mentions.slice(0, MENTIONS_LOOKED_AT).flatMap((mention) => mention.title ?? []),
  ];
  return [...new Set(titles.map((title) => title.toLowerCase().replaceAll("external", "foreign")))];
}

/** The one person of the sentence before, where the text gives them no title of their own: then "the Indian minister" says who that is. */
function soleBefore(at: number, country: string | null, { model, people, facts }: Resolution): FoundPerson | null {
  const before = model.sentences[(sentenceAt(model, at)?.index ?? 0) - 1];
  if (before === undefined) return null;
  const named = new Set(people.within(before).map(({ person }) => person));
  const [only] = named;
  if (named.size !== 1 || only === undefined || titlesOf(only).some((title) => !LEADER_NOUNS.has(title))) return null;
  const own = facts.countriesOf(only);
  return country === null || own.size === 0 || own.has(country) ? only : null;
}

/** The only holder of the text, where it has named them by then: an office may come later than the name. */
function onlyHolder({ people }: Resolution, at: number, holds: (person: FoundPerson) => boolean): FoundPerson | null {
  const holders = people.list
    .slice(0, PEOPLE_LOOKED_AT)
    .filter((person) => holds(person) && (person.mentions[0]?.start ?? at) < at);
  return holders.length === 1 ? (holders[0] ?? null) : null;
}
