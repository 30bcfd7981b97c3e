import type { GivenRole } from "../../../domain/evidence/extraction.ts";
import {
  INDIAN_OFFICES,
  IRISH_OFFICES,
  PALACE,
  UK_OFFICES,
  US_CONGRESS_OFFICES,
  US_OFFICES,
} from "../../en/people/office-words.ts";
import { sentenceAt, type TextModel } from "../../read-text.ts";
import type { FoundPerson } from "../found-people.ts";
import { nameByDescription } from "./bare-people.ts";
import { homeLeft, homeOf, inferHome, type Signs, signsOfStates } from "./home-state.ts";
import { giveCountry, isOpen, takenStates } from "./office-classes.ts";
import { descriptions, settle } from "./office-descriptions.ts";
import type { PlaceMention } from "./places.ts";
import { inferByBody, inferByHost, inferBySeat } from "./states-nearby.ts";

const MAX_PEOPLE = 80;
const MAX_MENTIONS = 40;
/** Offices that bear this name in one state: the words of its constitution or law. */
const OFFICES_OF_STATES: [RegExp, string][] = [
  [US_OFFICES, "US"],
  [US_CONGRESS_OFFICES, "US"],
  [UK_OFFICES, "GB"],
  [INDIAN_OFFICES, "IN"],
  [IRISH_OFFICES, "IE"],
];

/**
 * Gives roles whose text names no state the one that the article plainly implies: by a description of the same office ("the Russian
 * president"), by an office that one state has, by the only state of the article that is left for it.
 */
export function inferCountries(model: TextModel, people: FoundPerson[], places: PlaceMention[]): void {
  const known = people.slice(0, MAX_PEOPLE);
  const described = descriptions(model, places);
  for (const each of described) if (each.office.toLowerCase() !== "leader") settle(known, each);
  inferByBody(model, known, places);
  const signs = signsOfStates(model, places);
  for (const person of known) inferByHost(model, person, places);
  for (const person of known) for (const role of person.roles) inferByOffice({ person, role }, signs);
  for (const person of known) inferBySeat(model, { person, people: known }, places);
  // "The Chinese leader" may be a president as well: only after the offices that are named as such.
  for (const each of described) if (each.office.toLowerCase() === "leader") settle(known, each);
  const home = homeOf(signs);
  const hasPalace = places.some(
    (place) => place.kind === "seat" && place.code === home && PALACE.test(model.text.slice(place.start, place.end)),
  );
  for (const person of known)
    for (const role of person.roles) {
      const own = home ?? homeLeft(signs, takenStates(known, { person, title: role.title ?? "" }));
      if (own !== null && !isBesideOne(model, { people: known, person }, { home: own, signs }))
        inferHome(model, { people: known, person, role }, { home: own, hasPalace });
    }
  for (const person of known) shareCountry(person);
  nameByDescription(model, known, { described, places });
}

/** An article that is about a state because somebody met one of its people does not say that both are of it. */
function isBesideOne(
  model: TextModel,
  { people, person }: { people: FoundPerson[]; person: FoundPerson },
  { home, signs }: { home: string; signs: Signs },
): boolean {
  if (signs.own.has(home)) return false;
  const told = sentencesOf(model, person);
  return people.some(
    (other) =>
      other !== person &&
      other.roles.some((role) => role.country === home) &&
      [...sentencesOf(model, other)].some((sentence) => told.has(sentence)),
  );
}

function sentencesOf(model: TextModel, person: FoundPerson): Set<number | undefined> {
  return new Set(person.mentions.slice(0, MAX_MENTIONS).map((mention) => sentenceAt(model, mention.start)?.index));
}

/** Whoever acts for a state in one office does so in the others that the article gives without one. */
function shareCountry(person: FoundPerson): void {
  const codes = new Set(person.roles.flatMap((role) => role.country ?? []));
  const [code] = codes;
  if (codes.size !== 1 || code === undefined) return;
  for (const role of person.roles) if (isOpen(role)) giveCountry({ person, role }, code, "as in the other office");
}

function inferByOffice({ person, role }: { person: FoundPerson; role: GivenRole }, signs: Signs): void {
  if (!isOpen(role)) return;
  const fitting = OFFICES_OF_STATES.find(([pattern, code]) => pattern.test(role.title ?? "") && (signs.all.get(code) ?? 0) > 0);
  if (fitting !== undefined) giveCountry({ person, role }, fitting[1], "an office of that state alone");
}
