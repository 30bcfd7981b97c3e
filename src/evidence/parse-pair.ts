import { foldName } from "../domain/evidence/fold-name.ts";
import type { PersonRecord } from "../domain/evidence/records.ts";
import { countryCodeOf, countryName } from "../extract/countries.ts";
import { BETWEEN_TOPICS } from "../extract/en/questions/topic-words.ts";
import { findBloc } from "./blocs.ts";
import { findRegion } from "./regions.ts";
import type { FindPerson, TopicSide } from "./topic-side.ts";

const MAX_SIDES = 3;
const MAX_WORDS = 6;

/**
 * The sides of "nato-ukraine", "Lund and Solberg", "lund solberg", "us-africa": each a country, a body, a region or a person by a name
 * that they go by. Null where a part is none of these, or two are the same.
 */
export async function parsePair(text: string, findPerson: FindPerson): Promise<TopicSide[] | null> {
  const parts = text
    .split(BETWEEN_TOPICS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > MAX_SIDES) return null;
  if (parts.length > 1) return sidesOf(parts, findPerson);
  const words = text.split(" ");
  if (words.length > MAX_WORDS) return null;
  for (let at = 1; at < words.length; at++) {
    const halves = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    const found = await sidesOf(halves, findPerson);
    if (found !== null) return found;
  }
  return null;
}

async function sidesOf(parts: string[], findPerson: FindPerson): Promise<TopicSide[] | null> {
  const sides: TopicSide[] = [];
  for (const part of parts) {
    const side = await sideOf(part, findPerson);
    if (side === null || sides.some((known) => known.label === side.label)) return null;
    sides.push(side);
  }
  return sides;
}

async function sideOf(text: string, findPerson: FindPerson): Promise<TopicSide | null> {
  const code = countryCodeOf(text);
  if (code !== null) return { kind: "countries", text, label: countryName(code) ?? code, codes: [code] };
  const bloc = findBloc(text) ?? findRegion(text);
  if (bloc !== null) return { kind: "bloc", text, label: bloc.name, bloc };
  const name = text.replace(/^@/, "");
  const person = goesBy(await findPerson(name), name);
  return person === null ? null : { kind: "person", text, label: person.name, person };
}

/** Whoever is called just that, or has it as the family name: "john" of "john smith" is no side. */
function goesBy(person: PersonRecord | null, name: string): PersonRecord | null {
  if (person === null) return null;
  const typed = foldName(name);
  const names = [person.name, ...person.aliases].map(foldName);
  return names.includes(typed) || names.some((each) => each.endsWith(` ${typed}`)) ? person : null;
}
