import type { KnownPerson, NameRuleRecord } from "../domain/evidence/evidence-store.ts";
import type { Person, Role } from "../domain/evidence/extraction.ts";
import { officesOf } from "../domain/evidence/offices-of.ts";
import { withoutTitles } from "../extract/en/titles.ts";
import { compareNames, nameWords, type PersonName, parseName } from "../extract/names.ts";
import { isFullName, ruleKey } from "./separate-names.ts";

/** A person in an article and the known person they match, or null. */
export interface ResolvedPerson {
  person: Person;
  key: number | null;
}

/** The words by which the known people must be looked up who may be one of these, those whom a rule makes one with them included. */
export function lookupWords(people: Person[], rules: NameRuleRecord[] = []): string[] {
  const words = new Set<string>();
  const keys = new Set(people.map((person) => ruleKey(person.name)));
  const ruled = rules.flatMap((rule) => {
    if (rule.kind === "different") return [];
    return keys.has(rule.key) ? [rule.otherKey] : keys.has(rule.otherKey) ? [rule.key] : [];
  });
  for (const name of [...people.map((person) => person.name), ...ruled])
    for (const word of nameWords(name)) if (word.length > 2) words.add(word);
  return [...words];
}

/**
 * Matches each person of an article to a known person. Two people of one article never match the same one, unless a rule says so. The best
 * match wins; a tie leaves the person unknown rather than picking one by chance.
 */
export function resolvePeople(people: Person[], known: KnownPerson[], rules: NameRuleRecord[] = []): ResolvedPerson[] {
  const parsed = known.map((each) => ({ known: each, names: namesOf(each) }));
  const taken = new Set<number>();
  const order = [...people].sort((a, b) => nameWords(b.name).length - nameWords(a.name).length);
  const resolved = new Map<Person, number | null>();
  for (const person of order) {
    const key = bestMatch(
      person,
      parsed.filter((each) => !taken.has(each.known.key) || ruling(person, each.known, rules) === "same"),
      rules,
    );
    if (key !== null) taken.add(key);
    resolved.set(person, key);
  }
  return people.map((person) => ({ person, key: resolved.get(person) ?? null }));
}

interface KnownNames {
  known: KnownPerson;
  names: PersonName[];
}

/** The name and those aliases that are full names: a shared surname is weak evidence. */
function namesOf(known: KnownPerson): PersonName[] {
  const aliases = known.aliases.map((alias) => parseName(withoutTitles(alias))).filter((name) => name.words.length > 1);
  return [parseName(known.name), ...aliases];
}

function bestMatch(person: Person, candidates: KnownNames[], rules: NameRuleRecord[]): number | null {
  const name = parseName(person.name);
  let best: { key: number; strength: number } | null = null;
  let tied = false;
  for (const candidate of candidates) {
    const strength = likeness({ person, name }, candidate, rules);
    if (strength === 0 || (best !== null && strength < best.strength)) continue;
    tied = best !== null && strength === best.strength;
    best = { key: candidate.known.key, strength };
  }
  return best === null || tied ? null : best.key;
}

const SAME = 6;
const VARIANT = 5;
const MISSPELT = 4;
const PARTIAL = 3;

/** How likely the two are the same person; 0 if they are not. */
function likeness(one: { person: Person; name: PersonName }, other: KnownNames, rules: NameRuleRecord[]): number {
  const ruled = ruling(one.person, other.known, rules);
  if (ruled !== null) return ruled === "same" ? SAME + 1 : 0;
  const relations = other.names.map((name) => compareNames(one.name, name));
  const agreement = compareRoles(officesOf(one.person.roles), other.known.roles);
  if (relations.includes("same")) return agreement === "contrary" && one.name.words.length < 2 ? 0 : SAME;
  if (relations.includes("variant")) return agreement === "contrary" ? 0 : VARIANT;
  if (relations.includes("misspelt")) return agreement === "agree" ? MISSPELT : 0;
  if (relations.includes("partial")) return agreement === "agree" && one.person.roles.length > 0 ? PARTIAL : 0;
  return 0;
}

/** An admin's rule about the two, matched by full names, because others may share the surname. */
function ruling(person: Person, known: KnownPerson, rules: NameRuleRecord[]): NameRuleRecord["kind"] | null {
  if (rules.length === 0) return null;
  const [ours, theirs] = [ruledKeys(person), ruledKeys(known)];
  const rule = rules.find(
    (each) => (ours.has(each.key) && theirs.has(each.otherKey)) || (ours.has(each.otherKey) && theirs.has(each.key)),
  );
  return rule?.kind ?? null;
}

function ruledKeys({ name, aliases }: Pick<KnownPerson, "name" | "aliases">): Set<string> {
  return new Set([name, ...aliases.filter(isFullName)].map(ruleKey));
}

/**
 * Whether two people hold offices that agree (one title, and no country against it), that speak against each other (one title, two
 * countries), or that say nothing.
 */
function compareRoles(a: Role[], b: Role[]): "agree" | "contrary" | "silent" {
  let contrary = false;
  for (const one of a) {
    for (const other of b) {
      if (titleKey(one.title) !== titleKey(other.title)) continue;
      if (one.country !== null && one.country === other.country) return "agree";
      if (one.country === null || other.country === null) return "agree";
      contrary = true;
    }
  }
  return contrary ? "contrary" : "silent";
}

function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
