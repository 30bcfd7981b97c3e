import { stemmer } from "stemmer";
import { allCountries, countryWord } from "../../src/extract/countries.ts";
import { seededRandom, zipfSampler } from "./seeded-random.ts";

/** Somebody in office. The office is of the country. */
export interface Official {
  given: string;
  family: string;
  office: string;
  country: Country;
}

interface Country {
  code: string;
  name: string;
}

/** Whom and what the invented news is about, each list with what comes most often first. */
export interface World {
  countries: Country[];
  people: Official[];
  places: string[];
  /** Of two words each. */
  topics: string[];
  /** Made-up words that stand for the tens of thousands of a language. */
  words: string[];
}

const OFFICES = ["Foreign Minister", "Prime Minister", "Defence Minister", "Trade Minister", "Finance Minister"];
const GIVEN =
  "Ana Erik Ines Tomas Leila Pavel Mira Jonas Aiko Ravi Noor Stefan Clara Hugo Sofia Matteo Irina Kofi Amara Diego Lucia Farid Yuki Nadia".split(
    " ",
  );
/** First and second words of topics: any first goes with any second, and the grammar reads nearly all of them alike (39 of 3,000 articles differ in a topic). */
const MATTERS =
  "grain energy cotton digital maritime steel cement border customs fishery railway timber barley lithium satellite vaccine textile lumber pipeline rubber".split(
    " ",
  );
const ASPECTS =
  "exports tariffs permits subsidies patrols surveys licences quotas corridors reserves standards inspections".split(" ");
/** Names that news meets first. */
const FIRST = "India Japan China France Germany Brazil Indonesia Turkey Poland Italy Egypt Norway Portugal Kenya Vietnam".split(
  " ",
);
const WORDS = 30_000;
const PLACES = 400;
/** As many people as in a store that has seen so many articles. */
const FEWEST_PEOPLE = 400;
const ARTICLES_A_PERSON = 25;

/** The same for the same number of articles. */
export function createWorld(articles: number): World {
  const random = seededRandom(7);
  const fresh = makeWords(random);
  const words = take(fresh, WORDS);
  // Nobody's misspelt name.
  const places = take(fresh, PLACES).map((word) => `${capitalised(word)}haven`);
  const families = take(fresh, Math.ceil((FEWEST_PEOPLE + articles / ARTICLES_A_PERSON) / 8)).map(capitalised);
  const countries = pickCountries();
  return { countries, people: makePeople(random, { families, countries, articles }), places, topics: makeTopics(random), words };
}

function makePeople(random: () => number, given: { families: string[]; countries: Country[]; articles: number }): Official[] {
  const { families, countries } = given;
  const [nextFamily, nextCountry] = [zipfSampler(random, families.length, 0.6), zipfSampler(random, countries.length, 0.8)];
  const wanted = Math.ceil(FEWEST_PEOPLE + given.articles / ARTICLES_A_PERSON);
  const people = new Map<string, Official>();
  while (people.size < wanted) {
    const [givenName, family] = [pick(random, GIVEN), families[nextFamily()] ?? ""];
    const country = countries[nextCountry()];
    const name = `${givenName} ${family}`;
    if (country === undefined || people.has(name)) continue;
    people.set(name, { given: givenName, family, office: pick(random, OFFICES), country });
  }
  return [...people.values()];
}

/** Countries of one word, so that a sentence has as many words whichever stands in it. */
function pickCountries(): Country[] {
  const plain = allCountries().filter(
    ({ name }) => /^[A-Z][a-z]{3,}$/.test(name) && !/^(?:Jordan|Chad|Georgia|Israel|Cuba|Ireland|Togo)$/.test(name),
  );
  const order = (country: Country) => (FIRST.includes(country.name) ? FIRST.indexOf(country.name) : FIRST.length);
  return plain.map(({ code, name }) => ({ code, name })).sort((a, b) => order(a) - order(b));
}

function makeTopics(random: () => number): string[] {
  const all = MATTERS.flatMap((matter) => ASPECTS.map((aspect) => `${matter} ${aspect}`));
  return all
    .map((topic) => ({ topic, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ topic }) => topic);
}

/** Words that look like none of a language, each with a stem of its own. */
function* makeWords(random: () => number): Generator<string> {
  const [starts, middles, ends] = [
    "b d f g h k l m n p r s t v z br dr gr kr pl st tr".split(" "),
    "a e i o u".split(" "),
    "l m n r t k b d".split(" "),
  ];
  const stems = new Set<string>();
  while (true) {
    const syllables = 2 + Math.floor(random() * 2);
    const word =
      Array.from({ length: syllables }, () => pick(random, starts) + pick(random, middles)).join("") + pick(random, ends);
    const stem = stemmer(word);
    if (word.length < 5 || stem !== word || stems.has(stem) || countryWord(word) !== null) continue;
    stems.add(stem);
    yield word;
  }
}

function take(words: Generator<string>, count: number): string[] {
  return Array.from({ length: count }, () => String(words.next().value));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}
