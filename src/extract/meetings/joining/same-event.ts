import type { DateSpan, MeetingKind } from "../../../domain/evidence/extraction.ts";
import { isInternationalBody, isOneBody } from "../../en/bodies.ts";
import type { Party } from "../parties/party.ts";
import type { Report } from "../reports.ts";

const NEAR_MS = 10 * 86_400_000;
const REMOTE: ReadonlySet<MeetingKind> = new Set(["call", "video"]);

/** Two sides, or a gathering of a named body. */
export function isWhole(report: Report): boolean {
  if (report.kind === "visit" && !report.hosted) return false;
  if (report.parties.length >= 2) return true;
  const [only] = report.parties;
  return (
    only !== undefined &&
    report.name !== null &&
    (report.kind === "summit" || (only.kind === "organisation" && isInternationalBody(only.name)))
  );
}

export function isOneKind(a: Report, b: Report): boolean {
  if (REMOTE.has(a.kind) !== REMOTE.has(b.kind)) return a.kind === "talks" || b.kind === "talks";
  if ((a.kind === "visit") !== (b.kind === "visit") || (a.kind === "statement-signing") !== (b.kind === "statement-signing"))
    return false;
  return !(
    b.kind === "summit" &&
    a.kind !== "summit" &&
    b.name === null &&
    b.parties.length < 2 &&
    a.name === null &&
    a.kind === "talks"
  );
}

export function isSameEvent(older: Report, newer: Report): boolean {
  const isOneName = older.name !== null && newer.name !== null && isOneBody(older.name, newer.name);
  if (isOneName && older.kind === newer.kind) return datesAreNear(older.date, newer.date);
  if (!isOneKind(older, newer) || !datesAgree(older.date, newer.date) || !statusesAgree(older, newer)) return false;
  if (areMembers(older, newer)) return true;
  if (older.name !== null && newer.name !== null && !isOneName) return false;
  if ((older.name === null) !== (newer.name === null) && !(older.kind === "summit" && newer.kind === "summit")) return false;
  if (newer.other && older.date === null && newer.date !== null) return false;
  // "A and B held a separate meeting": that was told of neither with others nor as theirs.
  if (newer.isSeparate && newer.parties.length < older.parties.length) return false;
  if (older.isSeparate && older.parties.length < newer.parties.length) return false;
  const [few, many] =
    older.parties.length <= newer.parties.length ? [older.parties, newer.parties] : [newer.parties, older.parties];
  const shared = few.filter((party) => isAmong(party, many) || isHostOfSummit(party, newer));
  if (areSidesAndPeople(older, newer) || isSameTable(older, newer) || nameOfState(older, newer) !== null) return true;
  if (older.kind === "visit") return shared.length === few.length || sameVisit(older, newer);
  const byName = few.every((party) => many.some((each) => each.name === party.name));
  if (!byName && older.kind !== newer.kind && !newer.definite) return false;
  return shared.length === few.length && (few.length >= 2 || few.length === many.length);
}

/** How near a report that names the people of two states follows one that names the states. */
const ELABORATION_REACH = 3;

/** Of a table of so many each report names others, and most of them are the same. */
const TABLE = 5;
const MOST = 2 / 3;

/** "The leaders of A, B, C … attended", and then "The meeting included A, B and D": most of the fewer are among the others. */
function isSameTable(older: Report, newer: Report): boolean {
  const least = Math.min(older.parties.length, newer.parties.length);
  if (!newer.definite || newer.other || least < TABLE || older.kind === "visit") return false;
  const shared = newer.parties.filter((party) => isAmong(party, older.parties)).length;
  return shared / least >= MOST;
}

/** Who meet as a body are so many. */
const MEMBERS = 3;

/** "between Portugal and Sweden", and then "the ministers met their Swedish counterparts": the states' own people. */
function areSidesAndPeople(older: Report, newer: Report): boolean {
  if (newer.firstSentence - older.lastSentence > ELABORATION_REACH || older.kind === "visit" || newer.other) return false;
  const states = older.parties.filter((party) => party.kind === "country").map((party) => party.country);
  const people = peopleOf(newer);
  if (states.length < 2 || states.length !== older.parties.length || people.length < 2 || people.length !== newer.parties.length)
    return false;
  return people.every((person) => person.country === null || states.includes(person.country));
}

/** "The leaders of the Baltic Council met", and then "Lund hosted Falk, Aydin and Reyes": those who gathered, where nothing says that it is another meeting. */
function areMembers(older: Report, newer: Report): boolean {
  const [body] = older.parties;
  if (newer.firstSentence - older.lastSentence > 1 || newer.firstSentence === older.firstSentence) return false;
  if (older.name === null || newer.name !== null || older.parties.length !== 1 || body?.kind !== "organisation") return false;
  if (older.kind === "visit" || newer.kind !== older.kind || newer.other || newer.isSeparate) return false;
  const isOnePlace = older.place === null || newer.place === null || older.place === newer.place;
  return isOnePlace && newer.parties.length >= MEMBERS && new Set(newer.parties.map(({ country }) => country)).size >= MEMBERS;
}

/**
 * "the ministers of India and Japan" and then "they met Hayashi and Hamada": the state of one report that the people of the other, whose
 * country nobody says, must act for, as two people more are in both on one day; null where there is none.
 */
export function nameOfState(a: Report, b: Report): string | null {
  if (a.kind === "visit" || b.other || b.isSeparate || !datesAgree(a.date, b.date)) return null;
  if (b.firstSentence - a.lastSentence > ELABORATION_REACH) return null;
  const isShared = (party: Party): boolean => [a, b].every(({ parties }) => parties.some((each) => each.name === party.name));
  if (peopleOf(a).filter(isShared).length < 2) return null;
  const [ofOne, ofOther] = [a, b].map(({ parties }) => parties.filter((party) => !isShared(party))) as [Party[], Party[]];
  const [states, people] = ofOne[0]?.kind === "country" ? [ofOne, ofOther] : [ofOther, ofOne];
  const [state] = states;
  if (state?.kind !== "country" || states.length !== 1 || people.length === 0) return null;
  return people.every(({ kind, country }) => kind === "person" && (country ?? state.country) === state.country)
    ? state.name
    : null;
}

/** One visitor in one place. */
function sameVisit(a: Report, b: Report): boolean {
  const [first, second] = [a.parties[0], b.parties[0]];
  return first !== undefined && second !== undefined && first.name === second.name && a.place !== null && a.place === b.place;
}

/** Whether a party takes part by name, or its state does, or its state's person; a state whose person is somebody else is not his too. */
export function isAmong(party: Party, others: readonly Party[]): boolean {
  if (others.some((each) => each.name === party.name)) return true;
  const person = others.find((each) => each.kind === "person" && each.country !== null && each.country === party.country);
  return (party.kind !== "person" || person === undefined) && others.some((each) => isOne(each, party));
}

/** "a summit in Uzbekistan": the country that it is held in takes part in the summit that is told by its body's name. */
function isHostOfSummit(party: Party, { kind, parties }: Report): boolean {
  return kind === "summit" && party.by === "host" && parties.length > 1;
}

/** The same name, or a person and the state acted for. */
function isOne(a: Party, b: Party): boolean {
  if (a.name === b.name) return true;
  return a.kind !== b.kind && a.country !== null && a.country === b.country;
}

export function statusesAgree(a: Report, b: Report): boolean {
  if (a.status === null || b.status === null || a.status === b.status) return true;
  if (a.date !== null && b.date !== null && a.date.start === b.date.start && a.date.precision === "day") return true;
  return (
    (a.status === "planned" && b.status === "cancelled") ||
    (b.definite && a.date === null) ||
    isPlannedStill(a, b) ||
    (b.status === "planned" && a.status === "cancelled")
  );
}

/** "will meet Falk in Oslo on June 12", and then "his meeting with Falk in Oslo": what is told without a day is that plan. */
function isPlannedStill(a: Report, b: Report): boolean {
  if (a.status !== "planned" || !b.definite || b.date !== null || (b.place !== null && a.place !== b.place)) return false;
  return peopleOf(b).length > 0 && peopleOf(b).every((party) => peopleOf(a).some(({ name }) => name === party.name));
}

export function datesAgree(a: DateSpan | null, b: DateSpan | null): boolean {
  if (a === null || b === null) return true;
  return a.start <= b.end && b.start <= a.end;
}

/** A gathering of a body of some days: its reports name one or the other of them. */
function datesAreNear(a: DateSpan | null, b: DateSpan | null): boolean {
  return a === null || b === null || datesAgree(a, b) || Math.abs(Date.parse(a.start) - Date.parse(b.start)) <= NEAR_MS;
}

export function peopleOf(report: Report): Party[] {
  return report.parties.filter((party) => party.kind === "person");
}
