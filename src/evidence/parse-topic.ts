import { countryCodeOf, countryName } from "../extract/countries.ts";
import { BETWEEN_TOPICS, NO_TOPIC_WORD } from "../extract/en/questions/topic-words.ts";
import { findBloc } from "./blocs.ts";
import { parsePair } from "./parse-pair.ts";
import type { FindPerson, TopicSide } from "./topic-side.ts";
import { contentWords } from "./words.ts";

/** What a person types. A pair has two sides or three, of which at least one is no country. */
export type PlainTopic =
  | TopicSide
  | { kind: "pair"; text: string; label: string; sides: TopicSide[] }
  | { kind: "words"; text: string; label: string; terms: string[] };

/** A topic that a desk named: an article on any of the members is on it, less what is excluded. */
export interface NamedTopic {
  kind: "saved";
  /** Its name. */
  text: string;
  label: string;
  members: PlainTopic[];
  excluded: { topics: PlainTopic[]; publishers: string[] };
}

/** The subject of a briefing, a list or a thread. */
export type Topic = PlainTopic | NamedTopic;

const MAX_TOPIC_CHARACTERS = 200;

/**
 * Parses a typed topic: countries ("india-japan", "India and Japan"), a bloc ("quad"), a person, a pair of these ("nato-ukraine"), else
 * words. Null if empty.
 */
export async function parseTopic(typed: string, findPerson: FindPerson): Promise<PlainTopic | null> {
  const text = typed.replace(/\s+/g, " ").trim().slice(0, MAX_TOPIC_CHARACTERS);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const bloc = findBloc(text);
  if (bloc !== null) return { kind: "bloc", text, label: bloc.name, bloc };
  const codes = countriesIn(text);
  if (codes !== null)
    return { kind: "countries", text, label: codes.map((code) => countryName(code) ?? code).join(" – "), codes };
  const person = await findPerson(text.replace(/^@/, ""));
  if (person !== null) return { kind: "person", text, label: person.name, person };
  const sides = await parsePair(text, findPerson);
  if (sides !== null) return { kind: "pair", text, label: sides.map(({ label }) => label).join(" – "), sides };
  const terms = contentWords(text);
  return { kind: "words", text, label: text, terms: terms.length > 0 ? terms : [text] };
}

/** The countries in a text that contains nothing else; null if it does. */
function countriesIn(text: string): string[] | null {
  const whole = countryOf(text);
  if (whole !== null) return [whole];
  const parts = text
    .split(BETWEEN_TOPICS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const codes = parts.map(countryOf);
  if (parts.length > 1 && codes.every((code) => code !== null)) return unique(codes);
  return byWords(text.split(/[\s\-–—/,&+]+/).filter((word) => word !== "" && !NO_TOPIC_WORD.test(word)));
}

function byWords(words: string[]): string[] | null {
  const found: string[] = [];
  let at = 0;
  while (at < words.length) {
    const length = [4, 3, 2, 1].find(
      (count) => at + count <= words.length && countryOf(words.slice(at, at + count).join(" ")) !== null,
    );
    if (length === undefined) return null;
    found.push(countryOf(words.slice(at, at + length).join(" ")) ?? "");
    at += length;
  }
  return found.length === 0 ? null : unique(found);
}

function countryOf(text: string): string | null {
  return countryCodeOf(text.trim());
}

function unique(codes: (string | null)[]): string[] {
  return [...new Set(codes.filter((code) => code !== null))];
}
