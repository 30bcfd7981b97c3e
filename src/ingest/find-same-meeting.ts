import type { DateSpan, MeetingKind } from "../domain/evidence/extraction.ts";
import type { KnownMeeting, MeetingReport } from "../domain/evidence/meeting-store.ts";
import { countryCodeOf } from "../extract/countries.ts";
import { compareSides, type Homes, isNumbered, isOwnNamed, type Sides } from "./compare-sides.ts";
import { compareTimes, NEXT_DAY, SAME_DAY } from "./compare-times.ts";

/** Kinds that news uses for one another. A call is never a meeting in person. */
const REMOTE: ReadonlySet<MeetingKind> = new Set(["call", "video"]);
const SPOKEN: ReadonlySet<MeetingKind> = new Set(["meeting", "talks"]);
/** What the same gathering speaks for one meeting; two sides speak as much as they share. */
const GATHERING = 4;
const PAIR = 2;

/** What is compared of a meeting. */
export type Comparable = Pick<KnownMeeting, "kind" | "date" | "place" | "participants" | "status" | "filedOn">;

/** The known meeting that a report describes, or null. Of equally likely ones, the first. */
export function findSameMeeting<T extends Comparable>(report: MeetingReport, known: readonly T[], homes: Homes): T | null {
  let best: { meeting: T; likeness: number } | null = null;
  for (const meeting of known) {
    const likeness = meetingLikeness(report, meeting, homes);
    if (likeness > 0 && (best === null || likeness > best.likeness)) best = { meeting, likeness };
  }
  return best?.meeting ?? null;
}

/**
 * Two meetings of one article are two, because the extraction separated them; only what is of just the same sides was told twice, on one
 * day, or in one place and within the same month or year.
 */
export function isToldTwice(report: MeetingReport, known: Comparable, homes: Homes): boolean {
  if (![SPOKEN, REMOTE].some((kinds) => kinds.has(report.kind) && kinds.has(known.kind)) || report.status !== known.status)
    return false;
  if (report.date === null || known.date === null || !isOnePlace(report.place, known.place)) return false;
  const sides = compareSides(report, known, homes);
  if (sides.kind !== "sides" || !sides.isEqual) return false;
  if (report.date.precision === "day" && known.date.precision === "day")
    return report.date.start === known.date.start && report.date.end === known.date.end;
  // Two plans of the same sides within one month are one plan.
  const isSamePlan = report.status === "planned" && report.date.precision !== "year" && known.date.precision !== "year";
  return (isSamePlan || (report.place !== null && known.place !== null)) && isWithin(report.date, known.date);
}

/** Whether one of two dates holds the other. */
function isWithin(a: DateSpan, b: DateSpan): boolean {
  return (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
}

/** 0 if the two cannot be the same meeting, else higher the more they share. */
function meetingLikeness(a: Comparable, b: Comparable, homes: Homes): number {
  if (!areKindsOne(a.kind, b.kind)) return 0;
  const sides = compareSides(a, b, homes);
  const shared = sharedBy(sides);
  if (shared === 0 || !(isOnePlace(a.place, b.place) || isNumbered(a) || isOwnNamed(a))) return 0;
  // A visit is told with its guest and the country; who is received by name has also met.
  if (a.kind !== b.kind && [a.kind, b.kind].includes("visit") && !(sides.kind === "sides" && sides.people >= PAIR)) return 0;
  const lasts = sides.kind === "gathering" || (a.kind === "visit" && b.kind === "visit");
  const isSamePlace = a.place !== null && b.place !== null && a.place === b.place;
  const times = compareTimes(a, b, {
    lasts,
    isNamed: isSamePlace || sides.kind === "gathering",
    isNumbered: isNumbered(a),
    isOwnNamed: isOwnNamed(a),
  });
  if (times === 0 || (sides.kind === "one" && !(times === SAME_DAY && isSamePlace))) return 0;
  if (times === NEXT_DAY && sides.kind === "sides" && !fitDayApart(a, b, sides)) return 0;
  // What was called off on one day and took place on another is two meetings, or one that was put off: nothing says which.
  if ([a.status, b.status].includes("cancelled") && [a.status, b.status].includes("held") && times !== SAME_DAY) return 0;
  return times + shared + (a.kind === b.kind ? 1 : 0) + (isSamePlace ? 1 : 0);
}

/**
 * Ministers who meet on Thursday and call on a premier on Friday meet twice: a day apart, the one cast must hold the other, and of a plan and
 * a report be the same.
 */
function fitDayApart(a: Comparable, b: Comparable, { isEqual, isWithin }: { isEqual: boolean; isWithin: boolean }): boolean {
  return (a.status === b.status ? isWithin : isEqual) && !areOfTwoDays(a, b);
}

/** Told as of today by two articles, of one day and of the next: they met twice. */
function areOfTwoDays(a: Comparable, b: Comparable): boolean {
  return [a, b].every(({ status, date, filedOn }) => status === "held" && date?.start === filedOn && date.end === filedOn);
}

function areKindsOne(a: MeetingKind, b: MeetingKind): boolean {
  return REMOTE.has(a) === REMOTE.has(b) && (a === "statement-signing") === (b === "statement-signing");
}

function sharedBy(sides: Sides): number {
  if (sides.kind === "gathering") return GATHERING;
  if (sides.kind === "sides") return sides.shared;
  return sides.kind === "one" ? 1 : 0;
}

/** Two countries are two places; a city and a country may be one. */
function isOnePlace(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const [one, other] = [countryCodeOf(a), countryCodeOf(b)];
  return one === null || other === null || one === other;
}
