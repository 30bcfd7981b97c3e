import type { Range } from "../../../domain/evidence/span.ts";
import { OFFICE_NOUNS, STATE_TITLES } from "../../en/meeting-words.ts";
import type { CountryMention } from "../../find-countries.ts";
import type { TextModel } from "../../read-text.ts";
import type { Sentence, Token } from "../../tokens.ts";
import type { Cast } from "./actors.ts";
import {
  lastWord,
  type MeantPerson,
  meantPeople,
  mostNamed,
  type PeopleIndex,
  type ReferredPerson,
  titlesOf,
} from "./meant-people.ts";

/** What meetings need of the people of an article. */
export interface KnownPeople {
  list: ReferredPerson[];
}

/** Who and which countries stand in a sentence, or are meant by it: looked up by binary search, since many sentences ask. */
export function castOf(
  model: TextModel,
  { people, countries }: { people: KnownPeople; countries: CountryMention[] },
): (sentence: Sentence, tokens: Token[]) => Cast {
  const places = [...countries].sort((a, b) => a.start - b.start);
  const index = indexPeople(
    people.list.filter((person) => !isPair(person, people.list)),
    places,
  );
  const recurring = recurringNames(model);
  const surnames = surnamesOf(people.list);
  const surnamed = (word: string) => {
    const person = surnames.get(word.toLowerCase());
    return person == null ? null : { name: person.name, official: index.isOfficial(person), country: stateOf(person) };
  };
  return (sentence, tokens) => {
    const near = within(places, sentence);
    const named = index.namedIn(sentence).map(({ person, start, end }) => {
      const title = person.mentions.find((mention) => mention.start === start)?.title ?? null;
      return { start, end, name: person.name, title, official: index.isOfficial(person), country: stateOf(person) };
    });
    const meant = meantPeople({ model, sentence, tokens }, index, near).map(({ person, start, end }) => {
      return { start, end, name: person.name, title: null, official: index.isOfficial(person), country: stateOf(person) };
    });
    return { people: [...named, ...meant], countries: near, surnamed, recurs: (word) => recurring.has(word) };
  };
}

/** An envoy "for Somalia" acts for those who sent him. */
const OF_A_BODY = /\b(?:envoy|representative|mediator|rapporteur)\b/i;

/** "the Xi-Putin meeting": two family names with a dash are two people. */
function isPair({ name }: ReferredPerson, list: readonly ReferredPerson[]): boolean {
  const parts = /^(\p{Lu}\p{L}+)[-–](\p{Lu}\p{L}+)$/u.exec(name);
  return (
    parts !== null &&
    [parts[1], parts[2]].every((part) => list.some((other) => other.name !== name && other.name.split(" ").includes(part ?? "")))
  );
}

/** The state that a person acts for, where the text says one. */
function stateOf(person: ReferredPerson): string | null {
  const states = new Set(
    person.roles.flatMap((role) => (role.country === null || OF_A_BODY.test(role.title ?? "") ? [] : [role.country])),
  );
  return states.size === 1 ? ([...states][0] ?? null) : null;
}

/** Words with a capital inside sentences at least twice, nowhere without, and never where a place stands: "in Ruthenia". */
function recurringNames(model: TextModel): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const small = new Set<string>();
  const places = new Set<string>();
  for (const sentence of model.sentences)
    for (let i = sentence.firstToken; i < sentence.lastToken; i++) {
      const token = model.tokens[i];
      if (token === undefined || token.kind !== "word") continue;
      const word = token.text.replace(/[’']s?$/u, "");
      if (!token.capital) small.add(word);
      else if (isPlaced(model, i)) places.add(word);
      else counts.set(word, (counts.get(word) ?? 0) + (i === sentence.firstToken ? 0.5 : 1));
    }
  return new Set(
    [...counts]
      .filter(([word, count]) => count >= 2 && !small.has(word.toLowerCase()) && !places.has(word))
      .map(([word]) => word),
  );
}

/** Whether a word with a capital stands behind "in": somebody stands there as an owner only, "in Lask's words". */
function isPlaced({ tokens }: TextModel, at: number): boolean {
  const [before, token] = [tokens[at - 1]?.lower ?? "", tokens[at]?.text ?? ""];
  return /^(?:in|near)$/.test(before) && !/[’']s?$/u.test(token);
}

/** Who is meant by a family name; null where two bear it and neither is named far more often. */
function surnamesOf(list: ReferredPerson[]): Map<string, ReferredPerson | null> {
  const bearers = new Map<string, ReferredPerson[]>();
  for (const person of list) {
    const words = person.name.toLowerCase().split(" ");
    for (const word of new Set([words[0] ?? "", words.at(-1) ?? ""])) bearers.set(word, [...(bearers.get(word) ?? []), person]);
  }
  return new Map([...bearers].map(([word, people]) => [word, mostNamed(people)]));
}

function indexPeople(
  list: ReferredPerson[],
  places: CountryMention[],
): PeopleIndex & { isOfficial(person: ReferredPerson): boolean } {
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
    countriesIn: (range) => within(places, range),
    ofState: (code) => list.filter((person) => stateOf(person) === code),
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
