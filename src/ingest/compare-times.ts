import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { KnownMeeting } from "../domain/evidence/meeting-store.ts";

const DAY_MS = 86_400_000;
/** How many days two reports of a meeting may differ: time zones, or "on Friday" written on Saturday. */
const DAY_TOLERANCE = 1;
/** A gathering or a visit lasts: its reports name one day of it or another. */
const LASTS_DAYS = 4;
/** How long after it was told a plan without a day is carried out; one with a place or a body of its own is told of longer before. */
const PLAN_DAYS = 60;
const NAMED_PLAN_DAYS = 200;
/** How long after it took place a meeting is told of without its day. */
const RECENT_DAYS = 14;

export const SAME_DAY = 3;
export const NEXT_DAY = 2;
const COARSE = 1;

type Timed = Pick<KnownMeeting, "date" | "status" | "filedOn">;

/** A gathering by a name of its own is held once a year at most: what is told of it without a day is of the one nearest. */
const OWN_NAMED_DAYS = 150;
const MONTH_DAYS = 31;
/** "COP27" is held once, for weeks, and told of for months. */
const NUMBERED_DAYS = 200;

interface Bond {
  /** It goes on for days: a gathering or a visit. */
  lasts: boolean;
  /** The place, or the body that gathers, is the same. */
  isNamed: boolean;
  /** Its name has its number, so that there is but one. */
  isNumbered: boolean;
  /** It gathers under a name of its own. */
  isOwnNamed: boolean;
}

/** 0 if the times exclude each other, 3 on the same day, 2 within the tolerance, 1 where one of them is coarse or not given. */
export function compareTimes(a: Timed, b: Timed, bond: Bond): number {
  if (a.date !== null && b.date !== null) return compareDates(a.date, b.date, bond);
  if (a.date === null && b.date === null) return compareUndated(a, b, bond);
  return a.date === null ? fitsUndated(a, b, bond) : fitsUndated(b, a, bond);
}

function compareDates(a: DateSpan, b: DateSpan, { lasts, isNamed, isNumbered, isOwnNamed }: Bond): number {
  const apart = daysApart(a, b);
  if (isNumbered) return apart > NUMBERED_DAYS ? 0 : apart === 0 ? SAME_DAY : COARSE;
  if (a.precision === "day" && b.precision === "day") {
    if (apart === 0) return SAME_DAY;
    return apart <= (lasts ? LASTS_DAYS : DAY_TOLERANCE) ? NEXT_DAY : 0;
  }
  // A month that nobody said, but the news is of, is the one before or after as well.
  if (apart > 0) return isOwnNamed && apart <= MONTH_DAYS ? COARSE : 0;
  if (a.precision === b.precision) return COARSE;
  // Two who met in a year met more than once; in one place, or of one body, that is the meeting.
  return isNamed || (a.precision !== "year" && b.precision !== "year") ? COARSE : 0;
}

/** A plan without a day, and a meeting that could be it. What took place without a day must share more than its people. */
function fitsUndated(undated: Timed, dated: Timed, { isNamed, isNumbered, isOwnNamed }: Bond): number {
  if (dated.date === null) return 0;
  const after = (Date.parse(dated.date.start) - Date.parse(undated.filedOn)) / DAY_MS;
  const ended = (Date.parse(dated.date.end) - Date.parse(undated.filedOn)) / DAY_MS;
  if (isNumbered) return Math.max(after, -ended) <= NUMBERED_DAYS ? COARSE : 0;
  if (isOwnNamed) return Math.max(after, -ended) <= OWN_NAMED_DAYS ? COARSE : 0;
  if (undated.status === "held") return isNamed && after <= DAY_TOLERANCE && ended >= -RECENT_DAYS ? COARSE : 0;
  return ended >= -DAY_TOLERANCE && after <= (isNamed ? NAMED_PLAN_DAYS : PLAN_DAYS) ? COARSE : 0;
}

/** Two reports without a day: of one plan, or of one piece of news. */
function compareUndated(a: Timed, b: Timed, { isNamed }: Bond): number {
  const apart = Math.abs(Date.parse(a.filedOn) - Date.parse(b.filedOn)) / DAY_MS;
  if (a.status === "held" && b.status === "held") return apart <= (isNamed ? RECENT_DAYS : DAY_TOLERANCE) ? COARSE : 0;
  return apart <= PLAN_DAYS ? COARSE : 0;
}

/** 0 where they touch. */
function daysApart(a: DateSpan, b: DateSpan): number {
  if (a.start <= b.end && b.start <= a.end) return 0;
  const gap = a.start > b.end ? Date.parse(a.start) - Date.parse(b.end) : Date.parse(b.start) - Date.parse(a.end);
  return gap / DAY_MS;
}

/** What a search for the meetings that these comparisons let through must reach, in days around a date, and around the day an article was filed. */
export const REACH = { dated: LASTS_DAYS, before: RECENT_DAYS, ahead: NAMED_PLAN_DAYS } as const;
