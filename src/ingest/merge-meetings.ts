import type { KnownMeeting, MeetingReport, MergedMeeting, ReportParticipant } from "../domain/evidence/evidence-store.ts";
import type { DateSpan, MeetingKind } from "../domain/evidence/extraction.ts";

/** How many days two reports of a meeting may differ: time zones, or "on Friday" written on Saturday. */
const DAY_TOLERANCE = 1;
const DAY_MS = 86_400_000;
/** How much two dates speak for one meeting. */
const SAME_DAY = 3;
const NEXT_DAY = 2;
/** What two shared people speak for one meeting. */
const TWO_PEOPLE = 4;

/** Kinds that news uses for one another. A call is never a meeting in person. */
const REMOTE: ReadonlySet<MeetingKind> = new Set(["call", "video"]);

/** The known meeting that a report describes, or null. */
export function findSameMeeting(report: MeetingReport, known: KnownMeeting[]): KnownMeeting | null {
  let best: { meeting: KnownMeeting; likeness: number } | null = null;
  for (const meeting of known) {
    const likeness = meetingLikeness(report, meeting);
    if (likeness > 0 && (best === null || likeness > best.likeness)) best = { meeting, likeness };
  }
  return best?.meeting ?? null;
}

type Comparable = Pick<KnownMeeting, "kind" | "date" | "place" | "participants">;

/** 0 if the two cannot be the same meeting, else higher the more they share. */
function meetingLikeness(a: Comparable, b: Comparable): number {
  if (REMOTE.has(a.kind) !== REMOTE.has(b.kind)) return 0;
  if ((a.kind === "statement-signing") !== (b.kind === "statement-signing")) return 0;
  const dates = compareDates(a.date, b.date);
  if (dates === 0) return 0;
  const shared = sharedParticipants(a.participants, b.participants);
  if (shared === 0) return 0;
  // Who attends a summit of many also meets this one and that one beside it.
  if (shared < TWO_PEOPLE && (a.kind === "summit") !== (b.kind === "summit") && bodiesOf(a) !== bodiesOf(b)) return 0;
  // Ministers who meet on Thursday and call on a premier on Friday meet twice: a day apart, the one cast must hold the other.
  if (dates === NEXT_DAY && !holdsAll(personKeys(a.participants), personKeys(b.participants))) return 0;
  return dates + shared + (a.kind === b.kind ? 1 : 0) + (a.place !== null && a.place === b.place ? 1 : 0);
}

/** 0 if the dates exclude each other, 1 if one is coarse, 3 on the same day, 2 within the tolerance. Without a date, nothing confirms a match. */
function compareDates(a: DateSpan | null, b: DateSpan | null): number {
  if (a === null || b === null) return 0;
  if (a.precision === "day" && b.precision === "day") {
    const apart = daysApart(a, b);
    return apart === 0 ? SAME_DAY : apart <= DAY_TOLERANCE ? NEXT_DAY : 0;
  }
  return a.precision === b.precision && a.start === b.start ? 1 : 0;
}

function daysApart(a: DateSpan, b: DateSpan): number {
  if (a.start <= b.end && b.start <= a.end) return 0;
  const gap = a.start > b.end ? Date.parse(a.start) - Date.parse(b.end) : Date.parse(b.start) - Date.parse(a.end);
  return gap / DAY_MS;
}

/**
 * How much two lists of participants share. Two people make a meeting; one person and the country of the other side too; the same
 * countries alone only where neither report names people whom the other leaves out.
 */
function sharedParticipants(a: ReportParticipant[], b: ReportParticipant[]): number {
  const people = intersection(personKeys(a), personKeys(b));
  const countries = intersection(countriesOf(a), countriesOf(b));
  if (people >= 2) return TWO_PEOPLE - 2 + people;
  if (people === 1 && (countries >= 1 || personKeys(a).size === 1 || personKeys(b).size === 1)) return 2;
  const nobodyNamed = personKeys(a).size === 0 || personKeys(b).size === 0;
  return people === 0 && nobodyNamed && countries >= 2 ? 1 : 0;
}

function personKeys(participants: ReportParticipant[]): Set<number> {
  return new Set(participants.flatMap((each) => each.personKey ?? []));
}

function countriesOf(participants: ReportParticipant[]): Set<string> {
  return new Set(participants.flatMap((each) => each.country ?? []));
}

/** The organisations among the participants, joined. */
function bodiesOf(meeting: Comparable): string {
  const names = meeting.participants.filter((each) => each.kind === "organisation").map((each) => each.name.toLowerCase());
  return names.sort().join("|");
}

/** Whether one of the two holds the other. */
function holdsAll(a: Set<number>, b: Set<number>): boolean {
  return intersection(a, b) === Math.min(a.size, b.size);
}

function intersection<T>(a: Set<T>, b: Set<T>): number {
  let count = 0;
  for (const value of a) if (b.has(value)) count++;
  return count;
}

/** One meeting out of all its reports, the earliest first. The date is the one that most reports give; of equally many, the first. */
export function mergeReports(reports: [MeetingReport, ...MeetingReport[]]): MergedMeeting {
  const [first] = reports;
  const newest = reports.at(-1) ?? first;
  return {
    kind: mostFrequent(reports.map((report) => report.kind)) ?? first.kind,
    title: [...reports].sort((a, b) => b.participants.length - a.participants.length)[0]?.title ?? first.title,
    date: bestDate(reports),
    place: mostFrequent(reports.flatMap((report) => report.place ?? [])),
    status: reports.some((report) => report.status === "held") ? "held" : newest.status,
    topics: [...new Map(reports.flatMap((report) => report.topics).map((topic) => [topic.toLowerCase(), topic])).values()],
    participants: mergeParticipants(reports.flatMap((report) => report.participants)),
  };
}

function bestDate(reports: MeetingReport[]): DateSpan | null {
  const dates = reports.flatMap((report) => report.date ?? []);
  const days = dates.filter((date) => date.precision === "day");
  const pool = days.length > 0 ? days : dates;
  const key = mostFrequent(pool.map((date) => `${date.start}/${date.end}`));
  return pool.find((date) => `${date.start}/${date.end}` === key) ?? null;
}

/** The most frequent value; the first one wins a tie. */
function mostFrequent<T>(values: T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function mergeParticipants(participants: ReportParticipant[]): ReportParticipant[] {
  const merged = new Map<string, ReportParticipant>();
  for (const each of participants) {
    const key =
      each.personKey !== null ? `person:${each.personKey}` : `${each.kind}:${(each.country ?? each.name).toLowerCase()}`;
    if (!merged.has(key)) merged.set(key, each);
  }
  const all = [...merged.values()];
  // As in a single report: if people are named, drop the countries that they represent.
  return all.filter((each) => each.personKey !== null).length >= 2 ? all.filter((each) => each.kind !== "country") : all;
}
