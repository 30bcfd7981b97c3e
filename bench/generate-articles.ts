import type { Article } from "../src/domain/evidence/article.ts";
import { allCountries } from "../src/extract/countries.ts";

const GIVEN =
  "Ana Erik Ines Tomas Leila Pavel Mira Jonas Aiko Ravi Noor Stefan Clara Hugo Sofia Matteo Irina Kofi Amara Diego Lucia Farid Yuki Nadia".split(
    " ",
  );
const FAMILY =
  "Moreira Solberg Castellan Novak Haddad Ivarsson Okoye Tanaka Raman Bauer Petrov Lindqvist Mensah Quintero Duval Ferrante Kowal Adeyemi Sandoval Rahimi".split(
    " ",
  );
const OFFICES = ["Foreign Minister", "Prime Minister", "Defence Minister", "Trade Minister", "Finance Minister"];
const TOPICS = [
  "fisheries",
  "offshore wind",
  "critical minerals",
  "semiconductors",
  "visas",
  "air traffic",
  "grain exports",
  "cyber security",
  "rail links",
  "vaccines",
];
const PLACES = "Lisbon Oslo Geneva Vienna Nairobi Singapore Doha Ottawa Lima Tashkent".split(" ");

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32, Ettinger 2017). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Invented diplomatic news: ministers meet, say something and agree on a topic. The same for the same seed. */
export function* generateArticles(count: number, seed = 1): Generator<Article> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T);
  const countries = allCountries().slice(0, 60);
  for (let at = 0; at < count; at++) {
    const [a, b] = [pick(countries).name, pick(countries).name];
    const [one, other] = [`${pick(GIVEN)} ${pick(FAMILY)}`, `${pick(GIVEN)} ${pick(FAMILY)}`];
    const day = new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 1500) * 86_400_000);
    const published = day.toISOString().slice(0, 10);
    const spoken = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
    const [topic, second, place] = [pick(TOPICS), pick(TOPICS), pick(PLACES)];
    const title = `${a} and ${b} discuss ${topic} in ${place}`;
    const paragraphs = [
      `${pick(OFFICES)} ${one} of ${a} met ${pick(OFFICES)} ${other} of ${b} in ${place} on ${spoken} to discuss ${topic} and ${second}.`,
      `"We have waited ${Math.ceil(random() * 20)} years for an agreement on ${topic}," ${one.split(" ")[1]} said. "It is time to write it down."`,
      `${other.split(" ")[1]} called the plan "a fair balance between our two countries" and invited the ministers of ${pick(countries).name} to join them.`,
      `The two sides will meet again in ${pick(PLACES)} next month. Officials said that the text on ${second} was almost finished, and that a working group would look at ${pick(TOPICS)} before the summer.`,
      `According to the ministry in ${a}, trade between the two countries grew by ${Math.ceil(random() * 30)} percent last year. Fishing fleets, ports and railways have asked for clearer rules.`,
    ];
    yield {
      id: `g${at}`,
      url: `https://news${at % 40}.example/${at}`,
      title,
      publisher: `Paper ${at % 40}`,
      author: null,
      publishedAt: published,
      language: "en",
      text: paragraphs.join("\n\n"),
    };
  }
}
