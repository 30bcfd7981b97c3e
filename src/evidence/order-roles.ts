import type { RoleRecord } from "../domain/evidence/records.ts";
import { HELD_BEFORE, LATE_OFFICE, OFFICE_STATE, VAGUE_OFFICE } from "../extract/en/people/office-words.ts";
import { isPrivate } from "../extract/en/titles.ts";

/** A role and the number of articles that give it. */
export interface CountedRole extends RoleRecord {
  uses: number;
}

/** So many articles against one make the one doubtful. */
const MANY = 3;

/**
 * Offices before callings and descriptions, of each the newest first, of one day those that most articles give. Leaves out what one
 * article says against many that give another office at the time: a title read off somebody else. What names a party or house stays,
 * because somebody may hold that besides.
 */
export function orderRoles<R extends CountedRole>(roles: R[]): R[] {
  const kept = roles.filter((role) => !isDoubtful(role, roles));
  return kept.sort((a, b) => classOf(a) - classOf(b) || (b.lastSeen ?? "").localeCompare(a.lastSeen ?? "") || b.uses - a.uses);
}

function isDoubtful(role: CountedRole, roles: CountedRole[]): boolean {
  if (role.uses > 1 || role.affiliation !== null || OFFICE_STATE.test(role.title)) return false;
  return roles.some((other) => other.uses >= MANY && isWithin(role, other));
}

function isWithin({ firstSeen, lastSeen }: RoleRecord, other: RoleRecord): boolean {
  if (firstSeen === null || lastSeen === null || other.firstSeen === null || other.lastSeen === null) return false;
  return firstSeen >= other.firstSeen && lastSeen <= other.lastSeen;
}

/** "Late Queen" holds from then on; "Then-President" tells of an earlier time than its article's. */
function classOf({ title }: RoleRecord): number {
  if (LATE_OFFICE.test(title)) return 0;
  if (HELD_BEFORE.test(title)) return 3;
  return VAGUE_OFFICE.test(title) || title.split(" ").every(isPrivate) ? 2 : 1;
}
