import type { PersonRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { isOffice } from "../evidence/office-rank.ts";
import { countryOpenings } from "../extract/countries.ts";
import { onFirstUse } from "../extract/on-first-use.ts";
import { seatOpenings } from "../extract/people/states/seats.ts";
import { indexNames } from "./name-index.ts";
import { UNPLACED } from "./sides.ts";

/** Whom the articles on a topic name, and how their names may be read in one article. */
export interface Namers {
  of(articleId: string): (person: PersonRecord) => string[];
  /** Finds any of some names; null where none is fit to be looked for. Articles that name the same people share it. */
  patternOf(names: string[]): RegExp | null;
  people: PersonRecord[];
  /** Where a text of an article names people who act for some countries; the side is the country's place, or `UNPLACED`. */
  findActing(codes: string[], text: string, articleId: string): (Range & { side: number })[];
  /** Where a text of an article names somebody who acts for another country than these. */
  findForeign(codes: string[], text: string, articleId: string): Range[];
  /** Finds out quickly that a text names none of some countries. */
  openingOf(codes: string[]): RegExp;
}

/**
 * In the article that names them people go by all their names; elsewhere by their full names, and by a word that is nobody else's: "Kim" alone
 * is whichever Kim the article spoke of.
 */
export function createNamers(people: PersonRecord[]): Namers {
  const bearers = new Map<string, Set<string>>();
  for (const { id, name, aliases } of people.filter((person) => person.name.includes(" ")))
    for (const word of [name, ...aliases].flatMap((each) => each.split(/\s+/)))
      bearers.set(word, (bearers.get(word) ?? new Set()).add(id));
  const elsewhere = new Map(
    people.map(({ id, name, aliases }) => [
      id,
      [name, ...aliases].filter(
        (each) => each.includes(" ") || ((bearers.get(each)?.size ?? 0) === 1 && each.length >= MIN_SURNAME),
      ),
    ]),
  );
  const named = new Map<string, Set<PersonRecord>>();
  for (const person of people)
    for (const articleId of person.articleIds) named.set(articleId, (named.get(articleId) ?? new Set()).add(person));
  const patterns = new Map<string, RegExp | null>();
  const acting = new Map<string, PersonRecord[]>();
  for (const person of people) {
    const code = countryOf(person);
    if (code !== null) acting.set(code, [...(acting.get(code) ?? []), person]);
  }
  const openings = new Map<string, RegExp>();
  const index = onFirstUse(() => indexNames(people, elsewhere));
  const sides = new Map<string, Map<PersonRecord, number>>();
  const sidesOf = (codes: string[]): Map<PersonRecord, number> => {
    const before = sides.get(codes.join());
    if (before !== undefined) return before;
    const placed = codes.flatMap((code, side) =>
      (acting.get(code) ?? []).map((person): [PersonRecord, number] => [person, side]),
    );
    const unplaced = people.filter(isUnplaced).map((person): [PersonRecord, number] => [person, UNPLACED]);
    const known = new Map([...placed, ...unplaced]);
    sides.set(codes.join(), known);
    return known;
  };
  return {
    people,
    findActing(codes, text, articleId) {
      const known = sidesOf(codes);
      return known.size === 0 ? [] : index().find(text, articleId, (person) => known.get(person) ?? null);
    },
    findForeign(codes, text, articleId) {
      const sideOf = (person: PersonRecord) => {
        const code = countryOf(person);
        return code === null || codes.includes(code) ? null : 0;
      };
      return index().find(text, articleId, sideOf);
    },
    openingOf(codes) {
      const known = openings.get(codes.join()) ?? openingPattern(codes);
      openings.set(codes.join(), known);
      return known;
    },
    of: (articleId) => (person) =>
      named.get(articleId)?.has(person) === true ? [person.name, ...person.aliases] : (elsewhere.get(person.id) ?? []),
    patternOf(names) {
      const key = names.join("\n");
      const known = patterns.get(key);
      if (known !== undefined) return known;
      const pattern = namesPattern(names);
      patterns.set(key, pattern);
      return pattern;
    },
  };
}

const MIN_SURNAME = 4;

/** Matches wherever one of some countries may be named: only words that begin with a capital letter do. */
function openingPattern(codes: string[]): RegExp {
  const countries = codes.flatMap(countryOpenings).map((opening) => {
    const [first = "", ...rest] = [...opening];
    return literally(first.toUpperCase()) + rest.map((letter) => eitherCase(letter)).join("");
  });
  const seats = codes.flatMap(seatOpenings).map((opening) => literally(opening).replaceAll("'", "['’]"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...countries, ...seats].join("|")})`, "u");
}

function eitherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter || upper.length !== letter.length ? literally(letter) : `[${letter}${upper}]`;
}

/** The country that somebody acts for: of the newest office whose country is known. */
function countryOf({ roles }: Pick<PersonRecord, "roles">): string | null {
  return roles.find(({ country }) => country !== null)?.country ?? null;
}

/** Somebody in office of no known country, and of no body. */
function isUnplaced({ roles }: PersonRecord): boolean {
  return (
    roles.length > 0 &&
    roles.every(({ country, affiliation }) => country === null && affiliation === null) &&
    roles.some(({ title }) => isOffice(title))
  );
}

function namesPattern(names: string[]): RegExp | null {
  const fit = [...new Set(names)].filter((name) => name.length > 1 && /^\p{Lu}/u.test(name.replace(/^[^\p{L}]+/u, "")));
  if (fit.length === 0) return null;
  const alternatives = fit
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join("|");
  // Of a hundred names none is tried where no letter stands that one begins with.
  const first = [...new Set(fit.map((name) => literally([...name][0] ?? "").replaceAll("-", "\\-")))].join("");
  return new RegExp(`(?=[${first}])(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "gu");
}

export function bounded(alternatives: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags);
}

export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
}
