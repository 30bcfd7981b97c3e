import type { ArticleBody, PersonRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { isOffice } from "../evidence/office-rank.ts";
import type { PlainTopic, Topic } from "../evidence/parse-topic.ts";
import { wordsOf } from "../evidence/words.ts";
import { BEFORE_MONTH, BORDER, MARGINS, NEAR_PLACE, PLACE_PREPOSITION } from "../extract/en/briefing/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import { findCountries } from "../extract/find-countries.ts";
import { onFirstUse } from "../extract/on-first-use.ts";
import { findSeats } from "../extract/people/states/seats.ts";
import type { TextModel } from "../extract/read-text.ts";
import { bounded, createNamers, literally, type Namers } from "./namers.ts";
import { phraseSides } from "./phrase-sides.ts";
import type { Mention, Sides, Words } from "./sides.ts";
import { isOnSides } from "./text-fit.ts";

interface Named {
  side: number;
  pattern: RegExp;
}

/** A topic, or the members of a saved one, with how each article names its sides: worked out once for an article. */
export interface TopicNames {
  topic: Topic;
  parts: PartNames[];
}

export interface PartNames {
  topic: PlainTopic;
  sidesIn(articleId: string): Sides;
  /** Whether an article's own subject is its sides: the headline or the lead tells what they do with each other. */
  isSubjectOf(article: ArticleBody): boolean;
  /** Whether somebody is known by a calling, by their id: whoever is in office speaks for a state of their own. */
  hasStanding(personId: string): boolean;
}

/** Whether a topic is several sides, of whom is told what they say of and do with each other. */
export function hasSides(topic: Topic): boolean {
  return topic.kind === "pair" || (topic.kind === "countries" && topic.codes.length > 1);
}

/** How articles name a topic; `people` are those whom they name. */
export function nameTopic(topic: Topic, people: PersonRecord[]): TopicNames {
  const namers = createNamers(people);
  const members = topic.kind === "saved" ? topic.members : [topic];
  return { topic, parts: members.map((member) => namePart(member, namers)) };
}

/** A person or a phrase is named alike in all articles. */
function namePart(topic: PlainTopic, namers: Namers): PartNames {
  const known = new Map<string, Sides>();
  const everywhere = topic.kind === "person" || topic.kind === "words" ? sidesOf(topic, namers, "") : null;
  return partOf(topic, namers.people, (articleId) => {
    if (everywhere !== null) return everywhere;
    const sides = known.get(articleId) ?? sidesOf(topic, namers, articleId);
    known.set(articleId, sides);
    return sides;
  });
}

/** A topic whose sides are found as `sidesIn` says; what is read of an article is read once. */
export function partOf(topic: PlainTopic, people: PersonRecord[], sidesIn: PartNames["sidesIn"]): PartNames {
  const subjects = new Map<string, boolean>();
  const standing = onFirstUse(
    () => new Set(people.filter(({ roles }) => roles.length > 0 && !isInOffice(roles)).map(({ id }) => id)),
  );
  return {
    topic,
    sidesIn,
    isSubjectOf(article) {
      const isSubject = subjects.get(article.id) ?? isOnSides(sidesIn(article.id), article);
      subjects.set(article.id, isSubject);
      return isSubject;
    },
    hasStanding: (personId) => standing().has(personId),
  };
}

function isInOffice(roles: PersonRecord["roles"]): boolean {
  return roles.some(({ title }) => isOffice(title));
}

/** How one article names the sides of a topic; `people` are those whom the articles name, with their offices. */
function sidesOf(topic: PlainTopic, namers: Namers, articleId: string): Sides {
  const { people, patternOf } = namers;
  const names = namers.of(articleId);
  switch (topic.kind) {
    case "countries":
      return countrySides(topic.codes, namers, articleId);
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
  const find = ({ text }: Words): Mention[] =>
    merged(named.flatMap((each) => mentionsOf(each, text))).filter(({ side }) => side !== SOMEBODY_ELSE);
  return {
    count: 1,
    isPhrase: false,
    isLong: false,
    find,
    findAgain: find,
    countOthers: () => 0,
    namesThird: () => false,
    thirdsIn: () => [],
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
  const find = (words: Words): Mention[] =>
    merged(
      sides.flatMap((each, at) => each.find(words).map((mention) => (mention.side === 0 ? { ...mention, side: at } : mention))),
    );
  return {
    count: sides.length,
    isPhrase: false,
    isLong: false,
    find,
    findAgain: find,
    countOthers: () => 0,
    namesThird: () => false,
    thirdsIn: () => [],
  };
}

function countrySides(codes: string[], namers: Namers, articleId: string): Sides {
  const mayName = namers.openingOf(codes);
  const find = ({ text, model }: Words): Mention[] => {
    const places = mayName.test(text) ? placesIn(model(), codes) : [];
    return merged([...places, ...namers.findActing(codes, text, articleId).flatMap((each) => mentionOf(each, text))]);
  };
  return {
    count: codes.length,
    isPhrase: false,
    isLong: false,
    find,
    findAgain: find,
    countOthers: (model) =>
      new Set(findCountries(model).flatMap(({ code, kind }) => (kind === "name" && !codes.includes(code) ? [code] : []))).size,
    namesThird: ({ text, model }) =>
      [...findCountries(model()), ...findSeats(model())].some(({ code }) => !codes.includes(code)) ||
      namers.findForeign(codes, text, articleId).length > 0,
    thirdsIn: ({ text, model }) => [
      // "French-brokered talks" are none with France.
      ...otherPlacesIn(model(), codes).filter(({ isPlace, end }) => !isPlace && text[end] !== "-"),
      ...namers.findForeign(codes, text, articleId),
    ],
  };
}

function placesIn(model: TextModel, codes: string[]): Mention[] {
  return countriesIn(model).flatMap(({ code, start, end, isPlace }) => {
    const side = codes.indexOf(code);
    return side < 0 ? [] : [{ side, start, end, isPlace }];
  });
}

function otherPlacesIn(model: TextModel, codes: string[]): CountryIn[] {
  return countriesIn(model).filter(({ code }) => !codes.includes(code));
}

interface CountryIn extends Range {
  code: string;
  isPlace: boolean;
}

function countriesIn(model: TextModel): CountryIn[] {
  return [...findCountries(model), ...findSeats(model)].map(({ code, start, end, kind }) => {
    const before = model.text.slice(Math.max(0, start - 32), start);
    const isPlace =
      ((kind === "name" || kind === "capital") && PLACE_PREPOSITION.test(before)) ||
      isBorder(before, model.text.slice(end, end + 16));
    return { code, start, end, isPlace };
  });
}

/** "near the Ukrainian border", "the border with Ukraine": where something is. */
function isBorder(before: string, behind: string): boolean {
  return BORDER.before.test(before) || (NEAR_PLACE.test(before) && BORDER.behind.test(behind));
}

function mentionsOf({ side, pattern }: Named, text: string): Mention[] {
  const found = [...text.matchAll(pattern)].map(({ 0: name, index: start }) => ({ side, start, end: start + name.length }));
  return found.flatMap((each) => mentionOf(each, text));
}

/** A name as a mention of its side; none where the name is somebody else's, or a month. */
function mentionOf(named: Omit<Mention, "isPlace">, text: string): Mention[] {
  const { start, end } = named;
  const name = text.slice(start, end);
  if (isOthersName(name, text.slice(end)) || isMonth(name, text, start)) return [];
  return [{ ...named, isPlace: MARGINS.test(text.slice(Math.max(0, start - 24), start)) }];
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
