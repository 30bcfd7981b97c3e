import type { GivenRole, Person } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { ModelReading, ReadPerson, Refusal } from "../../domain/model/model-reading.ts";
import { countryName, countryWord } from "../countries.ts";
import { WITHIN_OFFICE } from "../en/readings/reading-words.ts";
import { officeOf } from "../en/titles.ts";
import { sentenceAt } from "../read-text.ts";
import { type Facts, overlap } from "./facts.ts";
import { isOfficeOf } from "./office-of.ts";
import { placesOf, type Who, whoIs } from "./who.ts";
import { findWords, wordForms } from "./words.ts";

/** The local engine's people with those, and the offices, that a model names and the text bears out. */
export function verifyPeople(facts: Facts, reading: ModelReading, refused: Refusal[]): Person[] {
  const people = facts.local.people.map((person) => ({ ...person, rules: [...person.rules] }));
  for (const read of reading.people) {
    const who = whoIs(facts, read.name);
    const sentences = read.sentences.map((n) => facts.sentence(n)).filter((each) => each !== null);
    if (who === null || sentences.length === 0) {
      refused.push({ path: read.path, reason: who === null ? "not-in-the-sentence" : "no-such-sentence" });
      continue;
    }
    if (!sentences.some((sentence) => placesOf(facts, who, sentence).length > 0) || who.kind === "country") {
      refused.push({ path: `${read.path}.name`, reason: "not-in-the-sentence" });
      continue;
    }
    const known = people.find((person) => person.name === who.person?.name) ?? unknownPerson(facts, who);
    if (known === null) continue;
    if (!people.includes(known)) people.push(known);
    known.rules.push("the model names them too");
    const role = roleOf(facts, { read, who, known, refused });
    if (role !== null) known.roles = [role, ...known.roles.filter((each) => !isSameRole(each, role))];
  }
  return people.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** Somebody whom the local engine does not know: each place where the whole name stands. */
function unknownPerson({ model }: Facts, who: Who): Person | null {
  const mentions = findWords(model, who.forms, { start: 0, end: model.text.length });
  const [first] = mentions;
  if (first === undefined) return null;
  return {
    name: model.text.slice(first.start, first.end).replace(/['’]s$/u, ""),
    aliases: [],
    roles: [],
    mentions,
    rules: ["named by the model"],
  };
}

interface Office {
  read: ReadPerson;
  who: Who;
  known: Person;
  refused: Refusal[];
}

function roleOf(facts: Facts, { read, who, known, refused }: Office): GivenRole | null {
  const country = countryOf(facts, { read, known, refused });
  if (read.office === null)
    return country === null || known.roles.length > 0 ? null : { title: null, affiliation: null, country };
  const forms = wordForms(read.office);
  const places = findWords(facts.model, forms, { start: 0, end: facts.model.text.length });
  const agreed = known.roles.find((role) => isTitleOf(role, forms));
  if (places.length === 0 && agreed === undefined) {
    refused.push({ path: `${read.path}.office`, reason: "not-in-the-sentence" });
    return null;
  }
  if (agreed !== undefined) return { ...agreed, country: agreed.country ?? country };
  if (!places.some((place) => belongs(facts, who, place))) {
    refused.push({ path: `${read.path}.office`, reason: "office-of-another" });
    return null;
  }
  const title = officeOf(read.office.split(/\s+/)) ?? read.office;
  return { title, affiliation: null, country: country ?? known.roles[0]?.country ?? null };
}

function belongs(facts: Facts, who: Who, office: Range): boolean {
  const sentence = sentenceAt(facts.model, office.start);
  if (sentence === null) return false;
  return placesOf(facts, who, sentence).some(
    (place) => overlap(place, office) || isOfficeOf(facts, { sentence, office, place, name: who.name }),
  );
}

/** The state that a model says somebody acts for: one that the text names, and no other than the local engine's. */
function countryOf(facts: Facts, { read, known, refused }: Omit<Office, "who">): string | null {
  const code = read.country?.toUpperCase() ?? null;
  if (code === null) return null;
  const said = known.roles.flatMap((role) => role.country ?? []);
  if (said.includes(code)) return code;
  const isNamed = countryName(code) !== null && facts.local.countries.includes(code);
  if (said.length === 0 && isNamed) return code;
  refused.push({ path: `${read.path}.country`, reason: "another-country" });
  return null;
}

/** Whether the words of an office are those of a role, and no more: "Norwegian" of a role of Norway, but not the "Vice" of another's. */
function isTitleOf({ title, country }: GivenRole, forms: readonly string[]): boolean {
  if (title === null) return false;
  const own = wordForms(title);
  const more = forms.filter((form) => !own.includes(form) && !WITHIN_OFFICE.has(form));
  const states = more.flatMap((form) => countryWord(form)?.code ?? countryWord(more.join(" "))?.code ?? []);
  const isOfState = states.length === more.length && states.every((code) => code === country);
  return own.length > 0 && own.every((word) => forms.includes(word)) && isOfState;
}

function isSameRole(a: GivenRole, b: GivenRole): boolean {
  return a.title === b.title || (a.title === null && b.title !== null);
}
