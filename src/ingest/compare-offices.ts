import type { Role } from "../domain/evidence/extraction.ts";
import type { RoleRecord } from "../domain/evidence/records.ts";
import { isOneOffice, isRoyal, officeOf } from "../extract/en/people/same-office.ts";

const YEAR_MS = 365.25 * 86_400_000;
/** A former office is told of for so long; a father's of the same name is told of for longer. */
const REMEMBERED_YEARS = 12;
/** So long after somebody was called "former", an article may still have the old office. */
const LAG_YEARS = 0.1;

/** Offices and the days on which articles gave them; `among` are the countries in which an office without a country may be held. */
export interface Held {
  roles: RoleRecord[];
  among: ReadonlySet<string>;
}

interface Strictness {
  /** So many years may lie between the days on which two articles give one office. */
  years: number;
  /** An office whose country is not told counts only where the text is about the other's. */
  isPlaced: boolean;
}

/** The offices that an article of a day gives somebody. */
export function heldOn(day: string, roles: Role[], among: ReadonlySet<string>): Held {
  return { roles: roles.map((role) => ({ ...role, firstSeen: day, lastSeen: day })), among };
}

/**
 * Whether two hold one office (`agree`: one title, one country, and days close enough), speak against each other (one title
 * of two countries, or of times too far apart), or say nothing.
 */
export function compareOffices(a: Held, b: Held, strictness: Strictness): "agree" | "contrary" | "silent" {
  let contrary = false;
  for (const one of a.roles) {
    for (const other of b.roles) {
      const found = compareOne({ one, among: a.among }, { one: other, among: b.among }, strictness);
      if (found === "agree") return "agree";
      contrary ||= found === "contrary";
    }
  }
  return contrary ? "contrary" : "silent";
}

interface Single {
  one: RoleRecord;
  among: ReadonlySet<string>;
}

function compareOne(a: Single, b: Single, { years, isPlaced }: Strictness): "agree" | "contrary" | "silent" {
  const [ours, theirs] = [officeOf(a.one.title), officeOf(b.one.title)];
  if (!isOneOffice(ours.key, theirs.key)) return "silent";
  const countries = compareCountries(a, b);
  if (countries === "contrary" || (countries === "silent" && isPlaced)) return countries;
  return fitInTime({ role: a.one, ...ours }, { role: b.one, ...theirs }, years) ? "agree" : "contrary";
}

/** An office without a country is that of the other's only where the text is about that country, or neither says one. */
function compareCountries(a: Single, b: Single): "agree" | "contrary" | "silent" {
  const [ours, theirs] = [a.one.country, b.one.country];
  if (ours === theirs) return "agree";
  if (ours !== null && theirs !== null) return "contrary";
  return ours === null ? (a.among.has(theirs ?? "") ? "agree" : "silent") : b.among.has(ours) ? "agree" : "silent";
}

interface Timed {
  role: RoleRecord;
  isPast: boolean;
}

function fitInTime(a: Timed, b: Timed, years: number): boolean {
  const [ours, theirs] = [spanOf(a.role), spanOf(b.role)];
  if (ours === null || theirs === null) return true;
  const gap = Math.max(theirs.first - ours.last, ours.first - theirs.last, 0) / YEAR_MS;
  if (a.isPast === b.isPast) return gap <= (a.isPast ? REMEMBERED_YEARS : years);
  const [past, present] = a.isPast ? [ours, theirs] : [theirs, ours];
  // Whoever holds it after another was called its former holder is the successor.
  return gap <= REMEMBERED_YEARS && (present.last - past.first) / YEAR_MS <= LAG_YEARS;
}

function spanOf({ firstSeen, lastSeen }: RoleRecord): { first: number; last: number } | null {
  if (firstSeen === null || lastSeen === null) return null;
  return { first: Date.parse(firstSeen), last: Date.parse(lastSeen) };
}

/** Whether both hold offices of one country, whatever these are. */
export function shareCountry(a: RoleRecord[], b: RoleRecord[]): boolean {
  const ours = new Set(a.flatMap(({ country }) => country ?? []));
  return b.some(({ country }) => country !== null && ours.has(country));
}

/** Whether both are of one ruling house, in which a prince becomes king. */
export function areOfOneHouse(a: RoleRecord[], b: RoleRecord[]): boolean {
  const royal = (roles: RoleRecord[]) => roles.filter(({ title }) => isRoyal(officeOf(title).key));
  return shareCountry(royal(a), royal(b));
}

/** Whether one of the countries is that of an office. */
export function isAtHome(countries: ReadonlySet<string>, roles: RoleRecord[]): boolean {
  return roles.some(({ country }) => country !== null && countries.has(country));
}

/** Whether a day is no more than `years` away from one at which an office is told. */
export function isInTime(day: string, roles: RoleRecord[], years: number): boolean {
  const at = Date.parse(day);
  return roles.some((role) => {
    const span = spanOf(role);
    return span !== null && Math.max(span.first - at, at - span.last, 0) / YEAR_MS <= years;
  });
}
