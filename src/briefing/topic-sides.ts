import type { PersonRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { isOffice } from "../evidence/office-rank.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { stemOf, wordsOf } from "../evidence/words.ts";
import { MARGINS, PLACE_PREPOSITION } from "../extract/en/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import { findCountries } from "../extract/find-countries.ts";
import { findSeats } from "../extract/people/states/seats.ts";
import type { TextModel } from "../extract/read-text.ts";

/** Where a text names a side of the topic: the country, its people, capital and seats, the body, or whoever acts for it. */
export interface Mention extends Range {
  /** Place among the topic's sides; `UNPLACED` for somebody in office of whom no article says for whom. */
  side: number;
  /** "in Tokyo", "on the margins of the NATO summit": where something is, not who acts. */
  isPlace: boolean;
}

export const UNPLACED = -1;

/** How texts name the sides of a topic. A phrase is one side. */
export interface Sides {
  count: number;
  /** Whatever a sentence says of a phrase is on it; of a country or a person it is what they do, or what is done to them. */
  isPhrase: boolean;
  /** A phrase of several words, which nobody uses by the way. */
  isLong: boolean;
  /** In order, none inside of another one. */
  find(model: TextModel): Mention[];
  /** How many countries a text names that are no side of the topic. */
  countOthers(model: TextModel): number;
}

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

/** Words of which no article holds the phrase: sentences that hold most of them. */
export function looseSides(terms: string[]): Sides {
  const wanted = new Set(terms.map(stemOf));
  const least = Math.max(MIN_LOOSE, Math.ceil(wanted.size * LOOSE_SHARE));
  return {
    count: 1,
    isPhrase: true,
    isLong: true,
    find({ text }) {
      const held = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => wanted.has(stemOf(word)));
      if (new Set(held.map(([word]) => stemOf(word))).size < least) return [];
      return held.map((match) => ({ side: 0, start: match.index, end: match.index + match[0].length, isPlace: false }));
    },
    countOthers: () => 0,
  };
}

const MIN_LOOSE = 2;
const LOOSE_SHARE = 0.6;

/** How one article names the sides of a topic; `people` are those whom the articles name, with their offices. */
export function sidesOf(topic: Topic, namers: Namers, articleId: string): Sides {
  const { people, patternOf } = namers;
  const names = namers.of(articleId);
  switch (topic.kind) {
    case "countries":
      return countrySides(topic.codes, namers, names);
    case "person": {
      const named = patternOf([topic.person.name, ...topic.person.aliases]);
      return namedSide(named === null ? [] : [{ side: 0, pattern: named }]);
    }
    case "bloc": {
      const forms = topic.bloc.forms.map((form) => (form.length <= SHORT ? shortForm(form) : literally(form)));
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
      return {
        count: 1,
        isPhrase: true,
        isLong: topic.terms.length > 1,
        find: (model) => phraseMentions(topic.text, model.text),
        countOthers: () => 0,
      };
  }
}

/**
 * In the article that names them people go by all their names; elsewhere by their full names, and by a word that is nobody else's: "Kim" alone
 * is whichever Kim the article spoke of.
 */
export function createNamers(people: PersonRecord[]): Namers {
  const bearers = new Map<string, Set<string>>();
  for (const { id, name, aliases } of people)
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

function isOfBody(office: string, forms: string[]): boolean {
  const words = ` ${wordsOf(office).join(" ")} `;
  return forms.some((form) => words.includes(` ${form} `));
}

function namedSide(named: Named[]): Sides {
  return {
    count: 1,
    isPhrase: false,
    isLong: false,
    find: (model) => merged(named.flatMap((each) => mentionsOf(each, model.text))),
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
    (match) => !isOthersName(match[0], text.slice(match.index + match[0].length)),
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

/** In order; of two that lie over each other the longer. */
function merged(mentions: Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const each of mentions.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || each.start >= last.end) kept.push(each);
  }
  return kept;
}

/** Between the first and the last word of a phrase that is taken apart stand so many words at the most. */
const MAX_APART = 4;

/** Where a text holds a phrase: its words in their order, in any form, or all that carry meaning near each other. */
function phraseMentions(phrase: string, text: string): Mention[] {
  const wanted = wordsOf(phrase).map(stemOf);
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stem: stemOf(match[0]),
  }));
  const mentions: Mention[] = [];
  for (let at = 0; at < found.length; at++) {
    const last = endOfPhrase(found, at, wanted);
    const [first, end] = [found[at]?.start, found[last]?.end];
    if (last < 0 || first === undefined || end === undefined) continue;
    mentions.push({ side: 0, start: first, end, isPlace: false });
    at = last;
  }
  return mentions;
}

/** The place of the phrase's last word, which begins at `at`; -1 where it does not. */
function endOfPhrase(found: { stem: string }[], at: number, wanted: string[]): number {
  let place = at - 1;
  for (const [step, stem] of wanted.entries()) {
    const next = found.findIndex(
      (each, index) => index > place && index <= place + (step === 0 ? 1 : MAX_APART) && each.stem === stem,
    );
    if (next < 0) return -1;
    place = next;
  }
  return place;
}
