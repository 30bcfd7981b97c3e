import type { RoleRecord } from "../domain/evidence/records.ts";
import { HELD_BEFORE, LATE_OFFICE, OFFICE_LINKS, OFFICE_STATE, VAGUE_OFFICE } from "../extract/en/people/office-words.ts";
import { isPrivate } from "../extract/en/titles.ts";
import { wordsOf } from "./words.ts";

/** A role and the number of articles that give it. */
export interface CountedRole extends RoleRecord {
  uses: number;
}

/** So many articles against one make the one doubtful. */
const MANY = 3;
/** In this order they are told. */
const [LATE, OFFICE, CALLING, THEN] = [0, 1, 2, 3];

/**
 * Offices before callings and descriptions, of each the newest first, of one day those that most articles give. Leaves out what one
 * article says against many that give another office at the time: a title read off somebody else. What names a party or house stays,
 * because somebody may hold that besides. "Diplomat" says nothing beside an office of the time, nor
 * where one article alone says it, "then-President" nothing beside "President", and one office in two orders of words is one.
 */
export function orderRoles<R extends CountedRole>(roles: R[]): R[] {
  const apart = joinAlike(roles.filter((role) => !isDoubtful(role, roles)));
  const kept = apart.filter((role) => !apart.some((other) => other !== role && saysNothingBeside(role, other)));
  return kept.sort((a, b) => classOf(a) - classOf(b) || (b.lastSeen ?? "").localeCompare(a.lastSeen ?? "") || b.uses - a.uses);
}

function isDoubtful(role: CountedRole, roles: CountedRole[]): boolean {
  if (role.uses > 1 || role.affiliation !== null || OFFICE_STATE.test(role.title)) return false;
  return roles.some((other) => other.uses >= MANY && isWithin(role, other));
}

/** "President of the European Commission" and "European Commission President": the one that most articles give, seen as long as both. */
function joinAlike<R extends CountedRole>(roles: R[]): R[] {
  const joined = new Map<string, R>();
  for (const role of roles) {
    const key = `${role.country ?? ""} ${wordsOf(`${role.title} ${role.affiliation ?? ""}`)
      .filter((word) => !OFFICE_LINKS.has(word))
      .sort()
      .join(" ")}`;
    const other = joined.get(key);
    if (other === undefined) joined.set(key, role);
    else {
      const seen = [role.firstSeen, role.lastSeen, other.firstSeen, other.lastSeen].filter((date) => date !== null).sort();
      const more = other.uses >= role.uses ? other : role;
      joined.set(key, { ...more, firstSeen: seen[0] ?? null, lastSeen: seen.at(-1) ?? null, uses: role.uses + other.uses });
    }
  }
  return [...joined.values()];
}

function saysNothingBeside(role: CountedRole, other: CountedRole): boolean {
  if (HELD_BEFORE.test(role.title)) return role.title.replace(HELD_BEFORE, "").toLowerCase() === other.title.toLowerCase();
  const isVague = VAGUE_OFFICE.test(role.title) && role.affiliation === null && classOf(other) === OFFICE;
  return isVague && (role.uses === 1 || isWithin(role, other));
}

function isWithin({ firstSeen, lastSeen }: RoleRecord, other: RoleRecord): boolean {
  if (firstSeen === null || lastSeen === null || other.firstSeen === null || other.lastSeen === null) return false;
  return firstSeen >= other.firstSeen && lastSeen <= other.lastSeen;
}

/** "Late Queen" holds from then on; "Then-President" tells of an earlier time than its article's. */
function classOf({ title }: RoleRecord): number {
  if (LATE_OFFICE.test(title)) return LATE;
  if (HELD_BEFORE.test(title)) return THEN;
  return VAGUE_OFFICE.test(title) || title.split(" ").every(isPrivate) ? CALLING : OFFICE;
}
