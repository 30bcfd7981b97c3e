import type { KnownPerson } from "../../domain/evidence/evidence-store.ts";
import type { Person } from "../../domain/evidence/extraction.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { ResolvedPerson } from "../resolve-people.ts";

/**
 * Those of the sought names that one known person, and no other, bears as a whole name. An article that is not read names them, under the
 * name by which they are known; what else the names may be is nobody.
 */
export function knownByName(sought: readonly Person[], known: readonly KnownPerson[]): ResolvedPerson[] {
  const bearers = new Map<string, KnownPerson | null>();
  for (const person of known)
    for (const key of new Set([person.name, ...person.aliases].map(nameKey)))
      bearers.set(key, bearers.has(key) && bearers.get(key) !== person ? null : person);
  const found = new Map<number, Person>();
  for (const { name, mentions, rules } of sought) {
    const bearer = bearers.get(nameKey(name)) ?? null;
    if (bearer === null || !nameKey(name).includes(" ")) continue;
    const person = found.get(bearer.key) ?? { name: bearer.name, aliases: [], roles: [], mentions: [], rules };
    const aliases = name === bearer.name ? person.aliases : [...person.aliases, name];
    found.set(bearer.key, { ...person, aliases, mentions: [...person.mentions, ...mentions] });
  }
  return [...found].map(([key, person]) => ({ person, key, absorbs: [] }));
}
