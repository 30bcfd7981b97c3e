import type { Range } from "../../domain/span.ts";
import type { CountryMention } from "../find-countries.ts";
import type { FoundPerson } from "../find-people.ts";
import { OFFICE_NOUNS, STATE_TITLES } from "../lexicon/meeting-words.ts";
import type { Cast, NamedCountry, NamedPerson } from "./actors.ts";

/** What meetings need of the people of an article. */
export interface KnownPeople {
  list: Pick<FoundPerson, "name" | "roles" | "mentions">[];
}

/** Who and which countries stand in a passage: looked up by binary search, since every sentence asks. */
export function castOf({ people, countries }: { people: KnownPeople; countries: CountryMention[] }): (range: Range) => Cast {
  const mentions: NamedPerson[] = people.list.flatMap((person) => {
    const official = person.roles.some((role) => isOfState(role.title));
    return person.mentions.map(({ start, end, title }) => ({
      start,
      end,
      name: person.name,
      title,
      official: official || (title !== null && isOfState(title)),
    }));
  });
  mentions.sort((a, b) => a.start - b.start);
  const places: NamedCountry[] = [...countries].sort((a, b) => a.start - b.start);
  return (range) => ({ people: within(mentions, range), countries: within(places, range) });
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
