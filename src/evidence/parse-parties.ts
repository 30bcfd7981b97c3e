import type { PersonRecord } from "../domain/evidence/records.ts";
import { countryCodeOf, countryName } from "../extract/countries.ts";
import { BETWEEN_PARTIES } from "../extract/en/questions/topic-words.ts";
import type { Topic } from "./parse-topic.ts";
import type { FindPerson } from "./topic-side.ts";

/** Those who must all have been at a meeting. */
export interface Parties {
  label: string;
  people: PersonRecord[];
  /** ISO alpha-2. */
  countries: string[];
}

const MAX_PARTIES = 4;

/** Reads "Lund and Solberg" or "Lund and Norway": people, or people and countries, who met. Null where the topic is anything else. */
export async function parseParties(topic: Topic, findPerson: FindPerson): Promise<Parties | null> {
  if (topic.kind === "pair") return partiesOf(topic);
  if (topic.kind !== "words") return null;
  const parts = topic.text.split(BETWEEN_PARTIES).map((part) => part.trim());
  if (parts.length < 2 || parts.length > MAX_PARTIES || parts.some((part) => part === "")) return null;
  const codes = parts.map(countryCodeOf);
  const people = await Promise.all(parts.map((part, at) => (codes[at] === null ? findPerson(part) : null)));
  if (parts.some((_, at) => codes[at] === null && people[at] === null)) return null;
  const found = people.filter((person) => person !== null);
  if (found.length === 0) return null;
  const names = parts.map((part, at) => people[at]?.name ?? countryName(codes[at] ?? "") ?? part);
  return { label: names.join(" and "), people: found, countries: codes.filter((code) => code !== null) };
}

function partiesOf({ label, sides }: Extract<Topic, { kind: "pair" }>): Parties | null {
  if (sides.some(({ kind }) => kind === "bloc")) return null;
  return {
    label: label.replaceAll(" – ", " and "),
    people: sides.flatMap((side) => (side.kind === "person" ? [side.person] : [])),
    countries: sides.flatMap((side) => (side.kind === "countries" ? side.codes : [])),
  };
}
