import type { PersonRecord } from "../domain/evidence/records.ts";
import { isOffice } from "../evidence/office-rank.ts";
import type { PlainTopic } from "../evidence/parse-topic.ts";
import { wordsOf } from "../evidence/words.ts";
import { BEFORE_MONTH, MARGINS, PLACE_PREPOSITION } from "../extract/en/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import { findCountries } from "../extract/find-countries.ts";
import { findSeats } from "../extract/people/states/seats.ts";
import { phraseSides } from "./phrase-sides.ts";
import { type Mention, type Sides, UNPLACED } from "./sides.ts";

interface Named {
  side: number;
  pattern: RegExp;
}

/** Whom the articles on a topic name, and how their names may be read in one article. */
export interface Namers {
  of(articleId: string): (person: PersonRecord) => string[];
  /** Finds any of some names; null where none is fit to be looked for. Articles that name the same people share it. */
  patternOf(names: string[]): RegExp | null;
  people: PersonRecord[];
}

/** How one article names the sides of a topic; `people` are those whom the articles name, with their offices. */
export function sidesOf(topic: PlainTopic, namers: Namers, articleId: string): Sides {
  const { people, patternOf } = namers;
  const names = namers.of(articleId);
  switch (topic.kind) {
    case "countries":
      return countrySides(topic.codes, namers, names);
    case "person": {
      const own = [topic.person.name, ...topic.person.aliases];
      const others = people.filter(({ id }) => id !== topic.person.id).flatMap(({ name, aliases }) => [name, ...aliases]);
      const [named, namesakes] = [patternOf(own), patternOf(namesakesOf(own, others))];
      return namedSide([
        ...(named === null ? [] : [{ side: 0, pattern: named }]),
        ...(namesakes === null ? [] : [{ side: SOMEBODY_ELSE, pattern: namesakes }]),
      ]);
    }
    case "bloc": {
      const forms = topic.bloc.forms.map((form) => (form.length <= SHORT ? shortForm(form) : inCapitals(form)));
      const ofBody = people.filter(({ roles }) =>
        roles.some(({ affiliation, title }) => isOfBody(`${affiliation ?? ""} ${title}`, topic.bloc.forms)),
      );
      const named = patternOf(ofBody.flatMap(names));
      return namedSide([
        { side: 0, pattern: bounded(forms.join("|"), "gu") },
        ...(named === null ? [] : [{ side: 0, pattern: named }]),
      ]);
    }
    case "words":
      return phraseSides(topic);
    case "pair":
      return pairSides(topic.sides.map((side) => sidesOf(side, namers, articleId)));
  }
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
  return {
    people,
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

/** Longer names are written in many ways; short ones are words too ("quad", "eu") unless a capital says otherwise. */
const SHORT = 5;

function shortForm(form: string): string {
  return `${literally(form.toUpperCase())}|${literally(form.charAt(0).toUpperCase() + form.slice(1))}`;
}

/** "european union" as "European Union": each word with a capital or without, for "of" has none. */
function inCapitals(form: string): string {
  return form
    .replace(/\p{L}+/gu, (word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .replace(/\s+/g, "\\s+");
}

function isOfBody(office: string, forms: string[]): boolean {
  const words = ` ${wordsOf(office).join(" ")} `;
  return forms.some((form) => words.includes(` ${form} `));
}

function namedSide(named: Named[]): Sides {
  return {
    count: 1,
    isPhrase: false,
    isLong: false,
    find: (model) => merged(named.flatMap((each) => mentionsOf(each, model.text))).filter(({ side }) => side !== SOMEBODY_ELSE),
    countOthers: () => 0,
  };
}

/** "Kim Yo-jong" where "Kim" is asked for, "Jill Biden" where "Biden" is. */
const SOMEBODY_ELSE = -2;

function namesakesOf(own: string[], others: string[]): string[] {
  const single = new Set(own.filter((name) => !name.includes(" ")));
  return others.filter((name) => name.includes(" ") && !own.includes(name) && name.split(" ").some((word) => single.has(word)));
}

/** Each side of a pair as it is found alone. */
function pairSides(sides: Sides[]): Sides {
  return {
    count: sides.length,
    isPhrase: false,
    isLong: false,
    find: (model) =>
      merged(
        sides.flatMap((each, at) => each.find(model).map((mention) => (mention.side === 0 ? { ...mention, side: at } : mention))),
      ),
    countOthers: () => 0,
  };
}

function countrySides(codes: string[], { people, patternOf }: Namers, namesOf: (person: PersonRecord) => string[]): Sides {
  const acting = codes.map((code) => people.filter((person) => countryOf(person) === code).flatMap(namesOf));
  const named = acting.flatMap((names, side) => {
    // Of two sides that have a Kim, neither is meant by "Kim".
    const own = names.filter((name) => !acting.some((others, at) => at !== side && others.includes(name)));
    const pattern = patternOf(own);
    return pattern === null ? [] : [{ side, pattern }];
  });
  const unplaced = patternOf(people.filter(isUnplaced).flatMap(namesOf));
  if (unplaced !== null) named.push({ side: UNPLACED, pattern: unplaced });
  return {
    count: codes.length,
    isPhrase: false,
    isLong: false,
    find(model) {
      const places = [...findCountries(model), ...findSeats(model)].flatMap(({ code, start, end, kind }) => {
        const side = codes.indexOf(code);
        const isPlace =
          (kind === "name" || kind === "capital") && PLACE_PREPOSITION.test(model.text.slice(Math.max(0, start - 16), start));
        return side < 0 ? [] : [{ side, start, end, isPlace }];
      });
      return merged([...places, ...named.flatMap((each) => mentionsOf(each, model.text))]);
    },
    countOthers: (model) =>
      new Set(findCountries(model).flatMap(({ code, kind }) => (kind === "name" && !codes.includes(code) ? [code] : []))).size,
  };
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
  return bounded(
    fit
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join("|"),
    "gu",
  );
}

function bounded(alternatives: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
}

function mentionsOf({ side, pattern }: Named, text: string): Mention[] {
  const matches = [...text.matchAll(pattern)].filter(
    (match) => !isOthersName(match[0], text.slice(match.index + match[0].length)) && !isMonth(match[0], text, match.index),
  );
  return matches.map((match) => ({
    side,
    start: match.index,
    end: match.index + match[0].length,
    isPlace: MARGINS.test(text.slice(Math.max(0, match.index - 24), match.index)),
  }));
}

/** "Kim" of "Kim Myong-gil" is nobody called Kim. */
function isOthersName(name: string, behind: string): boolean {
  const next = /^ (\p{Lu}[\p{L}-]+)/u.exec(behind)?.[1];
  return !name.includes(" ") && /^\p{Lu}\p{Ll}+$/u.test(name) && next !== undefined && !isCalendarWord(next.toLowerCase());
}

/** "May 24", "in May" are no Theresa May. */
function isMonth(name: string, text: string, start: number): boolean {
  if (!isCalendarWord(name.toLowerCase())) return false;
  const [before, behind] = [text.slice(Math.max(0, start - 12), start), text.slice(start + name.length)];
  return /^,? \d/.test(behind) || BEFORE_MONTH.test(before);
}

/** In order; of two that lie over each other the longer. */
function merged(mentions: Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const each of mentions.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || each.start >= last.end) kept.push(each);
  }
  return kept;
}
