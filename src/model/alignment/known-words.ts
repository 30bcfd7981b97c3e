import type { Person } from "../../domain/evidence/extraction.ts";
import type { KnownWords } from "./sides.ts";
import { keysOf } from "./word-key.ts";

/** An office of another time is no name of whoever held it. */
const FORMER = /^(?:former|ex|then|late)\b/i;

/**
 * What a surname alone stands for in an article: the other names, the offices and the countries of whoever bears it. A surname of two
 * people stands for neither.
 */
export function knownWordsOf(people: readonly Pick<Person, "name" | "aliases" | "roles">[]): KnownWords {
  const known = new Map<string, ReadonlySet<string>>();
  const shared = new Set<string>();
  for (const { name, aliases, roles } of people) {
    const surname = keysOf(name.split(" ").at(-1) ?? "")[0];
    if (surname === undefined) continue;
    if (known.has(surname)) shared.add(surname);
    const held = roles.filter((role) => !FORMER.test(role.title ?? ""));
    const offices = held.flatMap((role) => [role.title ?? "", role.affiliation ?? ""]);
    const countries = held.flatMap((role) => (role.country == null ? [] : [`=${role.country}`]));
    const words = [name, ...aliases, ...offices].flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");
    known.set(surname, new Set([...words.flatMap(keysOf), ...countries]));
  }
  for (const surname of shared) known.delete(surname);
  return known;
}
