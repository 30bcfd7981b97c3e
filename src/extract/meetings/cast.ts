import type { Range } from "../../domain/span.ts";
import type { CountryMention } from "../find-countries.ts";
import { OFFICE_NOUNS, STATE_TITLES } from "../lexicon/meeting-words.ts";
import type { Sentence, TextModel, Token } from "../read-text.ts";
import type { Cast, NamedPerson } from "./actors.ts";
import { meantPeople, type ReferredPerson } from "./meant-people.ts";

/** What meetings need of the people of an article. */
export interface KnownPeople {
  list: ReferredPerson[];
}

/** Who and which countries stand in a sentence, or are meant by it: looked up by binary search, since many sentences ask. */
export function castOf(
  model: TextModel,
  { people, countries }: { people: KnownPeople; countries: CountryMention[] },
): (sentence: Sentence, tokens: Token[]) => Cast {
  const mentions: NamedPerson[] = people.list.flatMap((person) => {
    const official = isOfficial(person);
    return person.mentions.map(({ start, end, title }) => ({ start, end, name: person.name, title, official }));
  });
  mentions.sort((a, b) => a.start - b.start);
  const places = [...countries].sort((a, b) => a.start - b.start);
  return (sentence, tokens) => {
    const near = within(places, sentence);
    const meant = meantPeople({ model, sentence, tokens }, people.list, near).map(
      ({ person, start, end }): NamedPerson => ({ start, end, name: person.name, title: null, official: isOfficial(person) }),
    );
    return { people: [...within(mentions, sentence), ...meant], countries: near };
  };
}

function isOfficial(person: ReferredPerson): boolean {
  return (
    person.roles.some((role) => isOfState(role.title)) || person.mentions.some(({ title }) => title !== null && isOfState(title))
  );
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
