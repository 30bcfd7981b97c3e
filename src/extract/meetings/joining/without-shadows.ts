import { NOT_IN_NAMES, ONLY_ADDRESS } from "../../en/not-names.ts";
import type { Party } from "../parties/party.ts";
import type { Report } from "../reports.ts";

/**
 * The events without those that only shadow another one of the article, or that nobody can be named for: states beside their own people on
 * one day, a person who is a department, a body's summit of which only two who spoke about it are known.
 */
export function withoutShadows(reports: readonly Report[]): Report[] {
  const named = reports.map(withoutBodies).filter((report, at) => report.parties.length >= leastOf(reports[at]));
  return named.filter(
    (report) =>
      !isTalkOfSummit(report) && !areSpokenWith(report) && !named.some((other) => other !== report && isShadow(report, other)),
  );
}

/** What was whole with so many sides is none with fewer. */
function leastOf(report: Report | undefined): number {
  return Math.min(2, report?.parties.length ?? 0);
}

/** "greeted Department of the Interior Secretary Roe": the department is nobody. */
function withoutBodies(report: Report): Report {
  const parties = report.parties.filter(
    ({ kind, name }) => kind !== "person" || !(NOT_IN_NAMES.has(name.toLowerCase()) || ONLY_ADDRESS.test(name)),
  );
  return parties.length === report.parties.length ? report : { ...report, parties };
}

/** "discussed plans for the NATO summit": that of the body, which those two do not hold. */
function isTalkOfSummit({ kind, name, parties }: Report): boolean {
  return kind === "summit" && name !== null && parties.length === 2 && parties.every((party) => party.kind === "person");
}

/**
 * "discussed their conversations with A and B": each was spoken with, and nobody says that the two spoke. Sides that one word gives, as in
 * "their South Korean counterparts", did.
 */
function areSpokenWith({ kind, name, parties, definite }: Report): boolean {
  if (kind === "visit" || name !== null || !definite || parties.length < 2) return false;
  const places = new Set(parties.map(({ first }) => first));
  return places.size === parties.length && parties.every(({ by }) => by === "with");
}

/** States that met on the day of their own people, or a state beside its own minister whose country the text gives. */
function isShadow(report: Report, other: Report): boolean {
  if (report.kind === "visit" || other.kind === "visit" || report.kind === "summit" || report.status !== other.status)
    return false;
  const states = report.parties.filter(({ kind }) => kind === "country");
  const people = other.parties.filter(({ kind }) => kind === "person");
  if (states.length === 0 || people.length < 2 || report.parties.length !== other.parties.length) return false;
  const isShared = (party: Party) => other.parties.some(({ name }) => name === party.name);
  const rest = report.parties.filter((party) => party.kind !== "country" && !isShared(party));
  if (rest.length > 0 || !isOneDay(report, other)) return false;
  const left = people.filter((person) => !report.parties.some(({ name }) => name === person.name));
  return left.length === states.length && isOfStates(left, states);
}

/** Each acts for one of the states; of one alone nobody may know for which. */
function isOfStates(people: Party[], states: Party[]): boolean {
  const codes = new Set(states.map(({ country }) => country));
  const unknown = people.filter(({ country }) => country === null);
  return unknown.length <= 1 && people.every(({ country }) => country === null || codes.has(country));
}

function isOneDay(a: Report, b: Report): boolean {
  if (a.date !== null && b.date !== null) return a.date.start === b.date.start && a.date.end === b.date.end;
  return !a.isDateSaid;
}
