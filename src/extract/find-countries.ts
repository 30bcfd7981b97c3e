import type { Range } from "../domain/evidence/span.ts";
import { type CountryWord, countryName, countryWord, countryWordsFrom } from "./countries.ts";
import { AMERICAS, BEFORE_NAMED_COUNTRY, NAMES_OF_PEOPLE, PARTS_OF_AMERICA, SEAS_AND_GULFS } from "./en/people/country-words.ts";
import { isNamedLikeCountry } from "./named-like-a-country.ts";
import type { TextModel } from "./read-text.ts";
import type { Token } from "./tokens.ts";

export interface CountryMention extends Range {
  code: string;
  /** The English short name. */
  name: string;
  kind: CountryWord["kind"];
  /** True for "Japanese", and for a name that leads a hyphenated word: "US-led". */
  adjective: boolean;
}

/**
 * The countries that a text names, in order, the longest name first: "South Korean" is not Korea, "India-Japan" is two. Only words
 * with a capital letter count.
 */
export function findCountries(model: TextModel): CountryMention[] {
  const found: CountryMention[] = [];
  const { tokens, text } = model;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !token.capital) continue;
    const long = longestName(text, tokens, at);
    if (long !== null) {
      if (
        !(NAMES_OF_PEOPLE.has(long.key) && followsName(tokens, at)) &&
        !isSea(tokens[at + long.tokens]) &&
        !isContinent(tokens, at) &&
        !isNamedLikeCountry(tokens, at)
      )
        found.push(mention(long.word, long));
      at += long.tokens - 1;
    } else {
      found.push(...hyphenated(token));
    }
  }
  return found;
}

interface NameMatch extends Range {
  word: CountryWord;
  key: string;
  tokens: number;
}

function longestName(text: string, tokens: Token[], at: number): NameMatch | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const most = countryWordsFrom(first.text.slice(0, first.text.length - possessive(first.text)));
  for (let count = Math.min(most, tokens.length - at); count >= 1; count--) {
    const last = tokens[at + count - 1];
    if (last === undefined || !(count === 1 || /\p{Lu}/u.test(last.text))) continue;
    const end = last.end - possessive(last.text);
    if (end - first.start > 60) continue;
    const key = text.slice(first.start, end).replace(/\s+/g, " ");
    const word = countryWord(key);
    // "us" in a heading of capitals is the pronoun as often as the country.
    if (word !== null && key !== "Us") return { word, key: key.toLowerCase(), start: first.start, end, tokens: count };
  }
  return null;
}

/** "Indian Ocean", "English Channel": no country is meant. */
function isSea(next: Token | undefined): boolean {
  return next !== undefined && SEAS_AND_GULFS.has(next.text);
}

/** "Latin America" is no country. */
function isContinent(tokens: Token[], at: number): boolean {
  return AMERICAS.test(tokens[at]?.text ?? "") && PARTS_OF_AMERICA.has(tokens[at - 1]?.text ?? "");
}

function possessive(text: string): number {
  return /['’]s$/i.test(text) ? 2 : 0;
}

function followsName(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before?.capital === true &&
    before.end + 1 === tokens[at]?.start &&
    countryWord(before.text) === null &&
    before.text.length > 2 &&
    !BEFORE_NAMED_COUNTRY.has(before.lower)
  );
}

function mention(word: CountryWord, range: Range): CountryMention {
  return {
    code: word.code,
    name: countryName(word.code) ?? word.code,
    kind: word.kind,
    adjective: word.kind === "demonym",
    start: range.start,
    end: range.end,
  };
}

/** "India-Japan", "US-led": each part that is a country. */
function hyphenated(token: Token): CountryMention[] {
  if (!/[-–/]/.test(token.text)) return [];
  const parts: CountryMention[] = [];
  for (const match of token.text.matchAll(/[^-–/]+/g)) {
    const part = match[0].replace(/['’]s$/i, "");
    const word = /^\p{Lu}/u.test(part) && part.length > 1 ? countryWord(part) : null;
    if (word === null) continue;
    const start = token.start + match.index;
    parts.push({ ...mention(word, { start, end: start + part.length }), adjective: true });
  }
  return parts;
}

/** The codes of the countries that a text names, most named first; capitals alone do not count. */
export function countryCodes(mentions: CountryMention[]): string[] {
  const counts = new Map<string, number>();
  for (const each of mentions) if (each.kind !== "capital") counts.set(each.code, (counts.get(each.code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}
