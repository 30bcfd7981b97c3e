import type { DateSpan, Meeting, MeetingKind, MeetingStatus, Participant } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { distinctTopics } from "./what/distinct-topics.ts";

/** A meeting while the sentences that report it are gathered. */
export interface Draft {
  kind: MeetingKind;
  status: MeetingStatus;
  date: DateSpan | null;
  /** Whether words date it, be it by a day that cannot be told. */
  isDateSaid: boolean;
  place: string | null;
  participants: Participant[];
  /** Countries that the text names as the two sides, also where people are named. */
  countries: string[];
  topics: string[];
  title: string;
  /** The proper name of the event ("Strategic Dialogue"), lower case, or null. */
  event: string | null;
  evidence: Range[];
  /** The sentence that reported it first, and the latest one. */
  firstSentence: number;
  lastSentence: number;
  paragraph: number;
  rules: string[];
}

const REMOTE: ReadonlySet<MeetingKind> = new Set(["call", "video"]);
/** How near a sentence must be to add to a meeting whose people it names for the first time. */
const ELABORATION_REACH = 3;
/** A kind that says more beats one that says less. */
const KIND_WEIGHT: Record<MeetingKind, number> = {
  video: 6,
  call: 5,
  "statement-signing": 4,
  summit: 3,
  visit: 2,
  meeting: 1,
  talks: 0,
};

/** Whether two drafts report one meeting. */
export function isSameMeeting(older: Draft, newer: Draft): boolean {
  if (older.status !== newer.status) return false;
  if (REMOTE.has(older.kind) !== REMOTE.has(newer.kind)) return false;
  if ((older.kind === "statement-signing") !== (newer.kind === "statement-signing")) return false;
  if (older.event !== null && newer.event !== null && older.event !== newer.event) return false;
  if (!datesAgree(older.date, newer.date)) return false;
  if (newer.rules.includes("their-meeting") && older.date === null) return false;
  const near = newer.firstSentence - older.lastSentence <= ELABORATION_REACH;
  const peopleOfOlder = namesOf(older, "person");
  const peopleOfNewer = namesOf(newer, "person");
  // One of two who met, elsewhere with a body of which nothing was said: another meeting.
  if (
    !near &&
    peopleOfNewer.length < peopleOfOlder.length &&
    !isSubset(namesOf(newer, "organisation"), namesOf(older, "organisation"))
  )
    return false;
  if (meetsOthers(older, newer)) return false;
  if (peopleOfOlder.length > 0 && peopleOfNewer.length > 0) {
    if (!isSubset(peopleOfNewer, peopleOfOlder) && !isSubset(peopleOfOlder, peopleOfNewer)) return false;
    return (
      (older.kind === "visit") === (newer.kind === "visit") || Math.min(peopleOfNewer.length, peopleOfOlder.length) > 1 || near
    );
  }
  const sameEvent = older.event !== null && older.event === newer.event;
  if (peopleOfOlder.length === 0 && peopleOfNewer.length === 0)
    return sameSides(older, newer) && (near || sameEvent || newer.date !== null);
  if ((older.kind === "visit") !== (newer.kind === "visit")) return false;
  if (peopleOfOlder.length > 0 || !near) return false;
  const undated = older.date === null || newer.date === null;
  const bodies = older.participants.every((participant) => participant.kind === "organisation");
  return bodies
    ? undated || older.date?.start === newer.date?.start
    : undated && (older.countries.length !== 1 || newer.countries.includes(older.countries[0] ?? ""));
}

/** Several countries on the one side, a person whom they leave out on the other: a round of talks, and a visit beside it. */
function meetsOthers(older: Draft, newer: Draft): boolean {
  if ((older.kind === "visit") === (newer.kind === "visit")) return false;
  const [few, many] = namesOf(newer, "country").length >= 2 ? [older, newer] : [newer, older];
  return (
    namesOf(many, "country").length >= 2 &&
    namesOf(many, "person").length > 0 &&
    !isSubset(namesOf(few, "person"), namesOf(many, "person"))
  );
}

function namesOf(draft: Draft, kind: Participant["kind"]): string[] {
  return draft.participants.filter((participant) => participant.kind === kind).map((participant) => participant.name);
}

function isSubset(small: string[], large: string[]): boolean {
  return small.every((name) => large.includes(name));
}

function sameSides(a: Draft, b: Draft): boolean {
  const left = a.participants.map((participant) => participant.name);
  const right = b.participants.map((participant) => participant.name);
  return left.length > 0 && right.length > 0 && (isSubset(left, right) || isSubset(right, left));
}

function datesAgree(a: DateSpan | null, b: DateSpan | null): boolean {
  if (a === null || b === null) return true;
  return a.start <= b.end && b.start <= a.end;
}

/** The older draft with what the newer one adds. */
export function mergeDrafts(older: Draft, newer: Draft): Draft {
  return {
    ...older,
    kind: kindOfBoth(older, newer),
    date: narrower(older.date, newer.date),
    isDateSaid: older.isDateSaid || newer.isDateSaid,
    place: older.place ?? newer.place,
    participants: union(older.participants, newer.participants),
    countries: [...new Set([...older.countries, ...newer.countries])],
    topics: [...older.topics, ...newer.topics],
    event: older.event ?? newer.event,
    evidence: [...older.evidence, ...newer.evidence],
    lastSentence: Math.max(older.lastSentence, newer.lastSentence),
    rules: [...new Set([...older.rules, ...newer.rules])],
  };
}

/** The kind that says more; but a journey of one is no kind of what two did. */
function kindOfBoth(older: Draft, newer: Draft): MeetingKind {
  const [low, high] = KIND_WEIGHT[newer.kind] > KIND_WEIGHT[older.kind] ? [older, newer] : [newer, older];
  return high.kind === "visit" && namesOf(high, "person").length < 2 && namesOf(low, "person").length >= 2 ? low.kind : high.kind;
}

function narrower(a: DateSpan | null, b: DateSpan | null): DateSpan | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(b.end) - Date.parse(b.start) < Date.parse(a.end) - Date.parse(a.start) ? b : a;
}

function union(a: Participant[], b: Participant[]): Participant[] {
  return [...a, ...b.filter((candidate) => !a.some((known) => known.name === candidate.name && known.kind === candidate.kind))];
}

/** The meeting as the contract has it. Where two people or more are named, their countries are not participants beside them. */
export function finishDraft(draft: Draft): Meeting {
  const people = draft.participants.filter((participant) => participant.kind === "person");
  const participants =
    people.length >= 2
      ? [...people, ...draft.participants.filter((participant) => participant.kind === "organisation")]
      : draft.participants;
  const evidence = draft.evidence.filter((range, i) => draft.evidence.findIndex((other) => other.start === range.start) === i);
  return {
    kind: draft.kind,
    title: draft.title,
    date: draft.date,
    place: draft.place,
    participants,
    topics: distinctTopics(draft.topics),
    status: draft.status,
    evidence: evidence.sort((a, b) => a.start - b.start),
    rules: draft.rules,
  };
}
