import type { KnownMeeting, ReportParticipant } from "../domain/evidence/meeting-store.ts";
import { gatheringKey, isInternationalBody } from "../extract/en/bodies.ts";

/** The countries that people act for (ISO alpha-2), by their keys, as far as they are known. */
export type Homes = ReadonlyMap<number, string>;

/** Two sides make a meeting; of a gathering of many, so many shared ones are enough though each report names others too. */
const PAIR = 2;
const MANY = 3;

/**
 * What two reports say of who took part: the same gathering, the same sides, one party in common, or others. Of the same sides: how many
 * parties and people they share, whether nobody is left over, and whether nobody is in one of the two.
 */
export type Sides =
  | { kind: "gathering" }
  | { kind: "sides"; shared: number; people: number; isEqual: boolean; isWithin: boolean }
  | { kind: "one" }
  | { kind: "other" };

type Cast = Pick<KnownMeeting, "kind" | "participants">;

/** Compares who took part. A person and the state acted for are one side; whoever is left over on both sides tells two meetings apart. */
export function compareSides(a: Cast, b: Cast, homes: Homes): Sides {
  const [gathering, other] = [gatheringOf(a), gatheringOf(b)];
  if (gathering !== null && other !== null) return { kind: isOneGathering(gathering, other) ? "gathering" : "other" };
  // Who attends a summit of many also meets this one and that one beside it.
  if (gathering !== null || other !== null) return { kind: "other" };
  const [first, second] = [partiesOf(a, homes), partiesOf(b, homes)];
  const shared = first.filter((party) => isAmong(party, second));
  const people = shared.filter((party) => party.isPerson && second.some((each) => each.id === party.id)).length;
  const [apart, others] = [notAmong(first, second), notAmong(second, first)];
  const isNamed = people >= PAIR && (isStateOf(apart, others) || isStateOf(others, apart));
  const [restOfFirst, restOfSecond] = isNamed ? [[], []] : [apart, others];
  const [leftOfFirst, leftOfSecond] = [newSides(restOfFirst, shared), newSides(restOfSecond, shared)];
  const sides = new Set(shared.map(({ side }) => side)).size;
  if (areNamedStates(first, second) || areNamedStates(second, first)) return { kind: "one" };
  if (sides < PAIR && people < PAIR)
    return { kind: sides === 1 && Math.min(first.length, second.length) === 1 ? "one" : "other" };
  if (leftOfFirst > 0 && leftOfSecond > 0 && sides < MANY) return { kind: "other" };
  // A talk of two on the day of a conference of many is not the conference.
  if (sides === PAIR && Math.max(leftOfFirst, leftOfSecond) > 1) return { kind: "other" };
  const [few, many] = [Math.min(restOfFirst.length, restOfSecond.length), Math.max(restOfFirst.length, restOfSecond.length)];
  return { kind: "sides", shared: shared.length, people, isEqual: many === 0, isWithin: few === 0 };
}

/** The body or the named event that gathers, as one key; null where people or states meet. */
export function gatheringOf({ kind, participants }: Cast): string | null {
  const body = participants.find((each) => each.kind === "organisation");
  if (body === undefined) return null;
  const isAlone = participants.length === 1 && isInternationalBody(body.name);
  return kind === "summit" || isAlone ? gatheringKey(body.name) : null;
}

/** Whether it is a gathering with its number in its name, as "COP27"; the G7 has its members' number. */
export function isNumbered(cast: Cast): boolean {
  return /^(?!g)\p{L}{2,}-?\d{2,}$/u.test(gatheringOf(cast) ?? "");
}

/** Whether it is a gathering by a name of its own, as "Summit of the Americas": of a body's many meetings the body's name tells none. */
export function isOwnNamed(cast: Cast): boolean {
  const gathering = gatheringOf(cast) ?? "";
  return gathering.includes(" ") && !isInternationalBody(gathering);
}

/** "US-Africa Leaders Summit" is also called "Africa Leaders Summit": the longer name ends with the shorter, which is more than a word. */
function isOneGathering(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.includes(" ") && long.endsWith(short) && /[\s-]/.test(long.charAt(long.length - short.length - 1));
}

interface Party {
  id: string;
  /** The country acted for; the party itself where none is known. */
  side: string;
  isPerson: boolean;
}

function partiesOf({ participants }: Cast, homes: Homes): Party[] {
  return participants.map((each) => partyOf(each, homes));
}

function partyOf({ kind, name, personKey, country }: ReportParticipant, homes: Homes): Party {
  if (personKey !== null) {
    const id = `person:${personKey}`;
    return { id, side: homes.get(personKey) ?? id, isPerson: true };
  }
  const id = country ?? `${kind}:${gatheringKey(name)}`;
  return { id, side: id, isPerson: kind === "person" };
}

/** The same party, or a person and the state acted for. */
function isAmong(party: Party, others: readonly Party[]): boolean {
  return others.some(
    (each) => each.id === party.id || (each.side === party.side && (each.id === each.side || party.id === party.side)),
  );
}

function notAmong(parties: readonly Party[], others: readonly Party[]): Party[] {
  return parties.filter((party) => !isAmong(party, others));
}

/** "the ministers of India met Japan", and by name: one state, and people of whom nobody knows for which they act. */
function isStateOf(states: readonly Party[], people: readonly Party[]): boolean {
  const [state] = states;
  const isState = state !== undefined && states.length === 1 && !state.isPerson && state.id === state.side;
  return isState && people.length > 0 && people.every(({ id, side, isPerson }) => isPerson && side === id);
}

/** Two states met, and by name people of whom some act for one of them, and of the others nobody knows for which. */
function areNamedStates(states: readonly Party[], people: readonly Party[]): boolean {
  const codes = new Set(states.map(({ id }) => id));
  if (states.length !== PAIR || !states.every(({ id, side, isPerson }) => !isPerson && side === id)) return false;
  const unknown = people.filter(({ id, side }) => side === id);
  const known = people.filter(({ id, side }) => side !== id);
  return (
    people.every(({ isPerson }) => isPerson) &&
    known.length > 0 &&
    unknown.length > 0 &&
    known.every(({ side }) => codes.has(side))
  );
}

/** How many sides are among the parties that are not among the shared. */
function newSides(parties: readonly Party[], shared: readonly Party[]): number {
  const known = new Set(shared.map(({ side }) => side));
  return new Set(parties.map(({ side }) => side).filter((side) => !known.has(side))).size;
}
