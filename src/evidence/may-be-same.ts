import { nameKey } from "../domain/evidence/fold-name.ts";
import type { PersonRecord } from "../domain/evidence/records.ts";

const NUMBER = /^[ivx]{1,5}$/;

/**
 * Whether one of two people is known by no more than the other's last name, or by a monarch's without its number. That is too little to
 * merge them; only somebody who knows may. An office of two countries speaks against it.
 */
export function mayBeSame(a: PersonRecord, b: PersonRecord): boolean {
  if (a.id === b.id || !(isShortOf(a.name, b.name) || isShortOf(b.name, a.name))) return false;
  const countries = (person: PersonRecord) => new Set(person.roles.flatMap((role) => role.country ?? []));
  const [ours, theirs] = [countries(a), countries(b)];
  return ours.size === 0 || theirs.size === 0 || [...ours].some((country) => theirs.has(country));
}

function isShortOf(short: string, name: string): boolean {
  return nameKey(name) !== nameKey(short) && nameKey(short) === lastNameOf(name);
}

/** The last word of a name, folded; a monarch's number is none. */
export function lastNameOf(name: string): string {
  const words = nameKey(name).split(" ");
  const last = words.length > 1 && NUMBER.test(words.at(-1) ?? "") ? words.at(-2) : words.at(-1);
  return last ?? name;
}
