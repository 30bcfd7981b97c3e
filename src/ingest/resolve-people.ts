import type { KnownPerson, NameRuleRecord } from "../domain/evidence/evidence-store.ts";
import type { Person } from "../domain/evidence/extraction.ts";
import { nameKey } from "../domain/evidence/fold-name.ts";
import { officesOf } from "../domain/evidence/offices-of.ts";
import { withoutTitles } from "../extract/en/titles.ts";
import { compareNames, type NameRelation, nameWords, type PersonName, parseName } from "../extract/names.ts";
import { areOfOneHouse, compareOffices, type Held, heldOn, isAtHome, isInTime, shareCountry } from "./compare-offices.ts";
import { isFullName, ruleKey } from "./separate-names.ts";

/** A person in an article and the known person they match, or null. */
export interface ResolvedPerson {
  person: Person;
  key: number | null;
  /** Who was known by that person's surname alone until the article gave the office that shows it. */
  absorbs: number[];
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

/** People as one article names them: on which day, and which countries the text is about (ISO alpha-2). */
export interface NamedPeople {
  people: Person[];
  filedOn: string;
  countries: string[];
}

/**
 * Matches each person of an article to a known person. Two people of one article never match the same one, unless a rule says so. The best
 * match wins; a tie of people who are not one themselves leaves the person unknown rather than picking one by chance.
 */
export function resolvePeople(
  { people, filedOn, countries }: NamedPeople,
  known: KnownPerson[],
  rules: NameRuleRecord[] = [],
): ResolvedPerson[] {
  const parsed = known.map(bearerOf);
  const among = new Set(countries);
  const taken = new Set<number>();
  const order = [...people].sort((a, b) => nameWords(b.name).length - nameWords(a.name).length);
  const resolved = new Map<Person, { key: number | null; bearer: Bearer }>();
  for (const person of order) {
    const free = parsed.filter(({ key, ...each }) => !taken.has(key) || ruling(person, each, rules) === "same");
    const held = heldOn(filedOn, officesOf(person.roles), among);
    const names = [parseName(person.name)];
    const bearer = { ...person, key: 0, uses: 0, names, isSingle: names.every(isSingleName), held };
    const key = bestMatch(bearer, free, rules) ?? prominentBearer(bearer, free, { filedOn, rules });
    if (key !== null) taken.add(key);
    resolved.set(person, { key, bearer });
  }
  return people.map((person) => {
    const { key, bearer } = resolved.get(person) ?? { key: null, bearer: null };
    const free = parsed.filter((each) => each.key === key || !taken.has(each.key));
    return { person, key, absorbs: key === null || bearer === null ? [] : surnamesOf({ ...bearer, key }, free, rules) };
  });
}

/** Whom articles knew by the surname of this bearer alone, where nobody else who bears it fits. */
function surnamesOf(bearer: Bearer, known: Bearer[], rules: NameRuleRecord[]): number[] {
  if (bearer.held.roles.length === 0 || bearer.isSingle) return [];
  const short = known.filter(({ key, isSingle }) => key !== bearer.key && isSingle);
  const full = known.filter(({ key, isSingle }) => key !== bearer.key && !isSingle);
  const fits = short.filter(
    (each) =>
      partOf(each, bearer, rules) && !full.some((other) => partOf(each, other, rules) && likeness(other, bearer, rules) === 0),
  );
  return fits.length === 1 ? fits.map(({ key }) => key) : [];
}

function partOf(short: Bearer, full: Bearer, rules: NameRuleRecord[]): boolean {
  return short.held.roles.length > 0 && likeness(short, full, rules) === PARTIAL;
}

/** So many articles make a bearer of a surname whom one means by it, and so few of all others of the surname. */
const PROMINENT = { uses: 5, others: 0.1 };

/**
 * Whom a surname means of which an article tells no office, or no country: the one bearer whom many articles name, in a text on their
 * country or with their office, in their time. Null where another bearer is named often enough to be meant.
 */
function prominentBearer(
  person: Bearer,
  known: Bearer[],
  { filedOn, rules }: { filedOn: string; rules: NameRuleRecord[] },
): number | null {
  if (!person.isSingle) return null;
  const bearers = known.filter(({ names }) => names.some((name) => SHORT_OF.has(compareNames(person.names[0] ?? name, name))));
  const [first, ...others] = bearers.sort((a, b) => b.uses - a.uses);
  if (first === undefined || first.isSingle || first.uses < PROMINENT.uses) return null;
  if (others.reduce((sum, { uses }) => sum + uses, 0) > first.uses * PROMINENT.others) return null;
  if (ruling(person, first, rules) === "different") return null;
  if (person.held.roles.length > 0)
    return compareOffices(person.held, first.held, UNPLACED_SURNAME) === "agree" ? first.key : null;
  return isAtHome(person.held.among, first.held.roles) && isInTime(filedOn, first.held.roles, SURNAME.years) ? first.key : null;
}

const SHORT_OF: ReadonlySet<NameRelation> = new Set(["partial", "same"]);

/** Somebody who is compared: by the names that tell, and by the offices with their days. */
interface Bearer extends Pick<KnownPerson, "key" | "name" | "aliases" | "uses"> {
  names: PersonName[];
  /** Known by single names alone: a surname, or a monarch's. */
  isSingle: boolean;
  held: Held;
}

/** The name and those aliases that are full names: a shared surname is weak evidence. */
function bearerOf({ key, name, aliases, roles, uses, among }: KnownPerson): Bearer {
  const full = aliases.map((alias) => parseName(withoutTitles(alias))).filter(({ words }) => words.length > 1);
  const names = [parseName(name), ...full];
  return { key, name, aliases, uses, names, isSingle: names.every(isSingleName), held: { roles, among: new Set(among) } };
}

/** Of several that match alike and are one person stored twice, the one whom most articles name. */
function bestMatch(person: Bearer, candidates: Bearer[], rules: NameRuleRecord[]): number | null {
  const matches = candidates
    .map((candidate) => ({ candidate, strength: likeness(person, candidate, rules) }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || b.candidate.uses - a.candidate.uses);
  const [best] = matches;
  if (best === undefined) return null;
  const alike = matches.filter(({ strength }) => strength === best.strength);
  const areOne = alike.every(({ candidate }) => candidate === best.candidate || likeness(candidate, best.candidate, rules) > 0);
  if (!areOne) return null;
  return (best.strength > SAME ? null : fullerThan(best.candidate, matches, rules)) ?? best.candidate.key;
}

/** Who is known by a surname alone is whoever bears it in full, where all who match and bear it so are one. */
function fullerThan({ key, isSingle }: Bearer, matches: { candidate: Bearer }[], rules: NameRuleRecord[]): number | null {
  if (!isSingle) return null;
  const full = matches.filter(({ candidate }) => candidate.key !== key && !candidate.isSingle);
  const [first, ...others] = full.map(({ candidate }) => candidate).sort((a, b) => b.uses - a.uses);
  if (first === undefined) return null;
  return others.every((other) => likeness(other, first, rules) > 0) ? first.key : null;
}

const SAME = 6;
const VARIANT = 5;
const MISSPELT = 4;
const PARTIAL = 3;
/** What an office must have in common where the name is a surname alone, and where it is whole but not the same. */
const SURNAME = { years: 4, isPlaced: true };
const UNPLACED_SURNAME = { ...SURNAME, isPlaced: false };
const FULL = { years: 10, isPlaced: false };
/** So many words of a name that are all spelt alike are no chance. */
const LONG_NAME = 3;

/** How likely the two are the same person; 0 if they are not. */
function likeness(one: Bearer, other: Bearer, rules: NameRuleRecord[]): number {
  const ruled = ruling(one, other, rules);
  if (ruled !== null) return ruled === "same" ? SAME + 1 : 0;
  const relations = new Set(one.names.flatMap((name) => other.names.map((known) => compareNames(name, known))));
  if (relations.has("same")) return one.isSingle && !fitSingle(one.held, other.held) ? 0 : SAME;
  const found = STRENGTHS.find(([relation, , fits]) => relations.has(relation) && fits(one, other));
  return found?.[1] ?? 0;
}

/** What a name that is not the same must have beside it; the first that fits counts. */
const STRENGTHS: [NameRelation, number, (one: Bearer, other: Bearer) => boolean][] = [
  ["variant", VARIANT, ({ held }, other) => compareOffices(held, other.held, FULL) !== "contrary"],
  ["familiar", VARIANT, ({ held }, other) => agreeOrShareCountry(held, other.held)],
  ["misspelt", MISSPELT, ({ held }, other) => compareOffices(held, other.held, FULL) === "agree"],
  ["misspelt", MISSPELT, (one, other) => isLong(one) && isLong(other) && agreeOrShareCountry(one.held, other.held)],
  ["unnumbered", PARTIAL, ({ held }, other) => compareOffices(held, other.held, SURNAME) === "agree"],
  ["partial", PARTIAL, ({ held }, other) => compareOffices(held, other.held, SURNAME) === "agree"],
];

function agreeOrShareCountry(a: Held, b: Held): boolean {
  const agreement = compareOffices(a, b, FULL);
  return agreement === "agree" || (agreement === "silent" && shareCountry(a.roles, b.roles));
}

function isLong({ names }: Bearer): boolean {
  return names.some(({ words }) => words.length >= LONG_NAME);
}

/** "Ben Halden" is no single name, though "ben" is a particle where it stands before an Arabic or Hebrew one. */
function isSingleName({ text }: PersonName): boolean {
  return !nameKey(text).includes(" ");
}

/** Two known by one word alone: a surname in one office, or a monarch's name. */
function fitSingle(a: Held, b: Held): boolean {
  const agreement = compareOffices(a, b, SURNAME);
  if (agreement !== "silent") return agreement === "agree";
  return a.roles.length === 0 || b.roles.length === 0 || areOfOneHouse(a.roles, b.roles);
}

/** An admin's rule about the two, matched by full names, because others may share the surname. */
function ruling(person: Named, known: Named, rules: NameRuleRecord[]): NameRuleRecord["kind"] | null {
  if (rules.length === 0) return null;
  const [ours, theirs] = [ruledKeys(person), ruledKeys(known)];
  const rule = rules.find(
    (each) => (ours.has(each.key) && theirs.has(each.otherKey)) || (ours.has(each.otherKey) && theirs.has(each.key)),
  );
  return rule?.kind ?? null;
}

type Named = Pick<KnownPerson, "name" | "aliases">;

function ruledKeys({ name, aliases }: Named): Set<string> {
  return new Set([name, ...aliases.filter(isFullName)].map(ruleKey));
}
