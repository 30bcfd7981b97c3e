import type { RoleRecord } from "./records.ts";

/**
 * One role where articles give it in more or less detail: "Foreign Minister" and "Foreign Minister, Japan" are one, for the longest
 * time that either was given, and as often as both. A role that fits several others, such as a title held in two countries, stays as it is. Order is kept.
 */
export function foldRoles<R extends RoleRecord & { uses: number }>(roles: R[]): R[] {
  const whole = roles.filter((role) => !roles.some((other) => other !== role && saysMore(other, role)));
  const vague = roles.filter((role) => !whole.includes(role));
  const folded = new Map(whole.map((role) => [role, role]));
  const left: R[] = [];
  for (const role of vague) {
    const [home, ...others] = whole.filter((each) => saysMore(each, role));
    if (home === undefined || others.length > 0) left.push(role);
    else folded.set(home, spanning(folded.get(home) ?? home, role));
  }
  return roles.flatMap((role) => folded.get(role) ?? (left.includes(role) ? [role] : []));
}

/** Whether `a` is `b` with something added. */
function saysMore(a: RoleRecord, b: RoleRecord): boolean {
  if (a.title.toLowerCase() !== b.title.toLowerCase()) return false;
  const agrees = (given: string | null, told: string | null) => told === null || given === told;
  const adds = (given: string | null, told: string | null) => told === null && given !== null;
  if (!agrees(a.affiliation, b.affiliation) || !agrees(a.country, b.country)) return false;
  return adds(a.affiliation, b.affiliation) || adds(a.country, b.country);
}

function spanning<R extends RoleRecord & { uses: number }>(role: R, other: R): R {
  const seen = [role.firstSeen, role.lastSeen, other.firstSeen, other.lastSeen].filter((date) => date !== null).sort();
  return { ...role, firstSeen: seen[0] ?? null, lastSeen: seen.at(-1) ?? null, uses: role.uses + other.uses };
}
