import type { Range } from "../../../domain/evidence/span.ts";
import { OFFICE_NOUNS, STATE_TITLES } from "../../en/meeting-words.ts";
import type { CountryMention } from "../../find-countries.ts";
import type { TextModel } from "../../read-text.ts";
import type { Sentence, Token } from "../../tokens.ts";
import type { Cast } from "./actors.ts";
import { lastWord, type MeantPerson, meantPeople, type PeopleIndex, type ReferredPerson, titlesOf } from "./meant-people.ts";

/** What meetings need of the people of an article. */
export interface KnownPeople {
  list: ReferredPerson[];
}

/** Who and which countries stand in a sentence, or are meant by it: looked up by binary search, since many sentences ask. */
export function castOf(
  model: TextModel,
  { people, countries }: { people: KnownPeople; countries: CountryMention[] },
): (sentence: Sentence, tokens: Token[]) => Cast {
  const index = indexPeople(people.list);
  const places = [...countries].sort((a, b) => a.start - b.start);
  return (sentence, tokens) => {
    const near = within(places, sentence);
    const named = index.namedIn(sentence).map(({ person, start, end }) => {
      const title = person.mentions.find((mention) => mention.start === start)?.title ?? null;
      return { start, end, name: person.name, title, official: index.isOfficial(person) };
    });
    const meant = meantPeople({ model, sentence, tokens }, index, near).map(({ person, start, end }) => {
      return { start, end, name: person.name, title: null, official: index.isOfficial(person) };
    });
    return { people: [...named, ...meant], countries: near };
  };
}

function indexPeople(list: ReferredPerson[]): PeopleIndex & { isOfficial(person: ReferredPerson): boolean } {
  const mentions: MeantPerson[] = list
    .flatMap((person) => person.mentions.map(({ start, end }) => ({ person, start, end })))
    .sort((a, b) => a.start - b.start);
  const official = new Set<ReferredPerson>();
  const holders = new Map<string, ReferredPerson[]>();
  for (const person of list) {
    const titles = titlesOf(person);
    if (titles.some(isOfState)) official.add(person);
    for (const word of new Set(titles.map(lastWord))) holders.set(word, [...(holders.get(word) ?? []), person]);
  }
  return {
    namedIn: (range) => within(mentions, range),
    holders: (word) => holders.get(word) ?? [],
    isOfficial: (person) => official.has(person),
  };
}

/** A "general manager" and a "chief executive" hold no office of state. */
const OF_BUSINESS =
  /\b(?:manager|executive|ceo|cfo|coo|editor|coach|marketing|sales|financial|operating|analyst|counsel|captain)\b/i;

function isOfState(title: string): boolean {
  if (OF_BUSINESS.test(title)) return false;
  return title
    .toLowerCase()
    .split(/[\s,-]+/)
    .some((word) => STATE_TITLES.has(word) || OFFICE_NOUNS.has(word));
}

function within<T extends Range>(sorted: T[], range: Range): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < sorted.length; i++) {
    const item = sorted[i];
    if (item === undefined || item.start >= range.end) break;
    found.push(item);
  }
  return found;
}
