import type { Article } from "../../../src/domain/evidence/article.ts";
import type { Random } from "./random.ts";

/** What a paper says now of one event, and in which words it was last changed. */
export interface Report {
  key: number;
  publisher: string;
  sentences: string[];
  /** Counts the changes of what it says; how it looks changes each day. */
  version: number;
  /** Words that a digest must show of the last change; empty of a new report. */
  shows: string;
  /** Changes when the site moves the page. */
  address: number;
  bornDay: number;
}

const PUBLISHERS = ["The Kelp", "Harbour Gazette", "Valley Post", "The Wire"];
const PEOPLE = "Solberg Moreira Lindqvist Carvalho Nygaard Teixeira Halvorsen Brandao Eriksen Pacheco".split(" ");
const TOWNS = "Bergen Porto Oslo Lisbon Tromso Faro Stavanger Coimbra Bodo Setubal".split(" ");
const GOODS = "cod timber turbines sardines cables ferries vaccines olives batteries salt".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");
const DEEDS = "inspected praised criticised financed closed reopened sold surveyed photographed insured".split(" ");
const PLACES =
  "the old harbour, a shipyard, the fish market, a research station, the customs house, a cannery, the naval college, a lighthouse".split(
    ", ",
  );

export function reportOn(key: number, bornDay: number, random: Random): Report {
  const of = (words: string[]) => words[random.integer(0, words.length - 1)] ?? "";
  const sentences = Array.from({ length: 7 }, (_, at) => {
    const figure = random.integer(21, 9999);
    const [who, other, town, what] = [of(PEOPLE), of(PEOPLE), of(TOWNS), of(GOODS)];
    return [
      `Norway and Portugal agreed that ${figure} tonnes of ${what} will leave ${town} before ${of(MONTHS)} ${random.integer(1, 28)}.`,
      `Minister ${who} ${of(DEEDS)} ${of(PLACES)} in ${town} and counted ${figure} crates of ${what} there.`,
      `"Nobody in ${town} ${of(DEEDS)} ${figure} boxes of ${what} for ${other}," ${who} told reporters.`,
      `${who} did not promise ${other} the ${figure} ${what} that ${town} wants for ${of(PLACES)}.`,
    ][at % 4] as string;
  });
  return { key, publisher: PUBLISHERS[key % PUBLISHERS.length] ?? "", sentences, version: 1, shows: "", address: 0, bornDay };
}

/** Something that a reader must hear of. */
export function changeReport(report: Report, random: Random): void {
  const { sentences } = report;
  const before = sentences.join(" ");
  const at = random.integer(0, sentences.length - 1);
  const sentence = sentences[at] ?? "";
  const figure = String(random.integer(10_000, 99_999));
  const set = (changed: string, shows: string) => {
    sentences[at] = changed;
    report.shows = shows;
  };
  const kind = random.integer(0, 6);
  if (kind === 0) set(sentence.replace(/\b\d{2,4}\b/, figure), figure);
  else if (kind === 1)
    // A sentence of the agreement names states, the others people.
    set(
      sentence.replace(new RegExp(PEOPLE.join("|")), "Ostergaard").replace("Norway", "Denmark"),
      sentence.includes("Norway") ? "Denmark" : "Ostergaard",
    );
  else if (kind === 2) set(sentence.replace(new RegExp(TOWNS.join("|")), "Reykjavik"), "Reykjavik");
  else if (kind === 3 && sentences.length > 4) {
    sentences.splice(at, 1);
    report.shows = /“|"/.test(sentence) ? sentence.slice(0, sentence.lastIndexOf('"')) : sentence;
  } else if (kind === 4) {
    const added = `Envoy Castellan later carried ${figure} letters from the parliament to the king.`;
    sentences.splice(at, 0, added);
    report.shows = added;
  } else if (kind === 5) {
    const note = `Correction: an earlier version of this article gave ${figure} as the number of letters.`;
    sentences.push(note);
    report.shows = note;
  } else if (sentence.includes("did not")) set(sentence.replace("did not promise", "promised"), "promised");
  else set(`It is not true that ${sentence}`, "not true");
  // A sentence that was changed before may hold nothing that this kind changes.
  if (sentences.join(" ") === before) {
    const added = `Envoy Castellan later carried ${figure} letters from the parliament to the king.`;
    sentences.push(added);
    report.shows = added;
  }
  report.version += 1;
}

/** The report as its site serves it on a day: dates, addresses, headlines, white space and the site's own lines are never the same. */
export function serve(report: Report, isoNow: string, random: Random): Article {
  if (random.chance(0.25)) report.address += 1;
  const { key, publisher, sentences, address } = report;
  const site = publisher.toLowerCase().replaceAll(" ", "-");
  const gap = () => (random.chance(0.3) ? "\n\n" : random.chance(0.2) ? "  " : " ");
  const count = random.integer(2, 9000);
  const above = [
    "",
    `Updated: ${isoNow}`,
    `${random.integer(2, 9)} min read`,
    "Share this article",
    `Posted ${random.integer(2, 20)} hours ago`,
  ];
  const below = [
    "",
    `${count} comments`,
    "Read more: What the treaty means",
    "Sign up for our newsletter today",
    `${count} views | ${count} shares`,
  ];
  const one = (lines: string[]) => lines[random.integer(0, lines.length - 1)] ?? "";
  const dateline = random.chance(0.3) ? "BERGEN, Norway (Wire) - " : "";
  return {
    id: `${site}-${key}-${address}`,
    url: `https://${site}.example/${key}/page-${"abcdefghijklmnopqrstuvwxyz".charAt(address % 26)}${address}?utm_source=${count}`,
    title: `${one(["Live", "Updated", "Exclusive", "Watch"])}: Norway and Portugal, report ${key} of ${count}`,
    publisher,
    author: null,
    publishedAt: isoNow,
    language: "en",
    text: `${one(above)}\n\n${dateline}${sentences.map((sentence) => sentence + gap()).join("")}\n\n${one(below)}`.trim(),
  };
}
