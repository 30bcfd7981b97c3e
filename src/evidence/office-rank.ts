import type { PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";
import {
  DEPUTY_OFFICE,
  FORMER_OFFICE,
  HEAD_OFFICE,
  MINISTERS_OFFICE,
  SENIOR_OFFICE,
  STATE_LEADER,
} from "../extract/en/people/office-words.ts";
import { wordsOf } from "./words.ts";

/** The weight of offices in diplomatic news, by the words of their titles; the first match counts. */
const RANKS: [RegExp, number][] = [
  [FORMER_OFFICE, 1],
  [DEPUTY_OFFICE, 3],
  [HEAD_OFFICE, 4],
  [MINISTERS_OFFICE, 3],
  [SENIOR_OFFICE, 2],
];
/** An office without a known country may belong to a company or a club, or to somebody outside the topic. */
const UNPLACED = 2;
const GUEST = 1;
/** Whoever leads a state without another title. */
const LEADER = 4;
/** One rank of office outweighs this many doublings of the number of articles on a person. */
const OFFICE_WEIGHT = 1.5;
/** A joint statement or a ministry speaks for those in office. */
const STATEMENT_RANK = 2;
const MAX_OF_ONE = 2;

/**
 * How much a person's word weighs by the offices they hold: 0 for whoever holds none. On a topic of countries (ISO alpha-2), whoever holds
 * office elsewhere is a guest.
 */
export function officeRank({ roles }: Pick<PersonRecord, "roles">, countries: string[] | null): number {
  const ranks = roles.map(({ title, affiliation, country }) => {
    const known = RANKS.find(([pattern]) => pattern.test(title))?.[1] ?? 0;
    const rank = country !== null && STATE_LEADER.test(title) ? Math.max(known, LEADER) : known;
    if (countries !== null && country !== null && !countries.includes(country)) return Math.min(rank, GUEST);
    return country === null && (affiliation !== null || countries !== null) ? Math.min(rank, UNPLACED) : rank;
  });
  return Math.max(0, ...ranks);
}

/** Whether a title is of an office for whose state its bearer speaks. */
export function isOffice(title: string): boolean {
  return (RANKS.find(([pattern]) => pattern.test(title))?.[1] ?? 0) > 1;
}

/** Whom a desk looks for first: those in office before others, and of each those whom most articles name. `people` come by articles. */
export function rankPeople(people: PersonRecord[], countries: string[] | null): PersonRecord[] {
  const weight = (person: PersonRecord) =>
    officeRank(person, countries) * OFFICE_WEIGHT + Math.log2(1 + person.articleIds.length);
  return [...people].sort((a, b) => weight(b) - weight(a));
}

/** Each quotation once, words of those in office first, then the newest: at most two of one speaker before everybody has been heard. */
export function rankQuotes(
  quotes: QuoteRecord[],
  { people, countries }: { people: PersonRecord[]; countries: string[] | null },
): QuoteRecord[] {
  const rankOf = new Map(people.map((person) => [person.id, officeRank(person, countries)]));
  const rank = (quote: QuoteRecord) => (quote.speaker?.id == null ? STATEMENT_RANK : (rankOf.get(quote.speaker.id) ?? 0));
  const sorted = [...quotes].sort((a, b) => rank(b) - rank(a));
  const heard = new Map<string, number>();
  const first: QuoteRecord[] = [];
  const rest: QuoteRecord[] = [];
  const said = new Set<string>();
  for (const quote of sorted) {
    const words = wordsOf(quote.text).join(" ");
    if (said.has(words)) continue;
    said.add(words);
    const name = quote.speaker?.name ?? "";
    heard.set(name, (heard.get(name) ?? 0) + 1);
    ((heard.get(name) ?? 0) <= MAX_OF_ONE ? first : rest).push(quote);
  }
  return [...first, ...rest];
}
