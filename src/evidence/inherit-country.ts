import type { RoleRecord } from "../domain/evidence/records.ts";
import { STATE_OFFICE, UNION_OFFICE } from "../extract/en/people/office-words.ts";
import { spellingOf } from "../extract/en/people/same-office.ts";

/** One article in so many that puts an office in another country than all others is mistaken. */
const MANY = 10;

/**
 * Offices with the country that is not said but known: that of the person, whom articles know by the offices of it (`home`, ISO alpha-2;
 * null where it is not known). What few articles say against many, of one title in another country, goes. Titles that differ in spelling
 * alone are one, as most articles spell it.
 */
export function inheritCountry<R extends RoleRecord & { uses: number }>(roles: R[], home: string | null): R[] {
  const inherited = roles.map((role) => (role.country === null && mayBeOf(role) ? { ...role, country: home } : role));
  const whole = joinAlike(inherited);
  return whole.filter(
    (role) =>
      role.country === null ||
      role.country === home ||
      !whole.some((other) => other.country === home && keyOf(other) === keyOf(role) && other.uses >= role.uses * MANY),
  );
}

/** An office of a state; a body's is of no one state. */
function mayBeOf({ title, affiliation }: RoleRecord): boolean {
  return affiliation === null && STATE_OFFICE.test(title) && !UNION_OFFICE.test(title);
}

function keyOf({ title, affiliation }: RoleRecord): string {
  return `${spellingOf(title)}|${affiliation ?? ""}`;
}

/** Order is kept: of the first of each. */
function joinAlike<R extends RoleRecord & { uses: number }>(roles: R[]): R[] {
  const joined = new Map<string, R>();
  for (const role of roles) {
    const key = `${keyOf(role)}|${role.country ?? ""}`;
    const known = joined.get(key);
    joined.set(key, known === undefined ? role : join(known, role));
  }
  return [...joined.values()];
}

function join<R extends RoleRecord & { uses: number }>(a: R, b: R): R {
  const seen = [a.firstSeen, a.lastSeen, b.firstSeen, b.lastSeen].filter((day) => day !== null).sort();
  const { title } = a.uses >= b.uses ? a : b;
  return { ...a, title, firstSeen: seen[0] ?? null, lastSeen: seen.at(-1) ?? null, uses: a.uses + b.uses };
}
