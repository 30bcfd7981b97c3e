import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { MeetingReport, MergedMeeting, ReportParticipant } from "../domain/evidence/meeting-store.ts";
import { countryCodeOf } from "../extract/countries.ts";
import { gatheringKey } from "../extract/en/bodies.ts";
import { composeTitle } from "../extract/meetings/compose-title.ts";
import { distinctTopics } from "../extract/meetings/what/distinct-topics.ts";
import { gatheringOf, type Homes, isNumbered } from "./compare-sides.ts";

/** A gathering or a visit may last so long; "this week" is a vaguer way to give one of its days. */
const LONGEST_DAYS = 4;
/** Conferences with a number go on for two weeks. */
const LONGEST_NUMBERED_DAYS = 15;
const DAY_MS = 86_400_000;
const VAGUENESS = { day: 0, month: 1, year: 2 } as const;

/** One meeting out of all its reports, the earliest first. What took place is told by those who tell that it did. */
export function mergeReports(reports: [MeetingReport, ...MeetingReport[]], homes: Homes): MergedMeeting {
  const [first] = reports;
  const newest = reports.at(-1) ?? first;
  const told = reports.filter((report) => report.status === "held" && !isTooEarly(report, reports));
  const kind = mostFrequent((told.length > 0 ? told : reports).map((report) => report.kind)) ?? first.kind;
  const place = mostFrequent(reports.flatMap((report) => report.place ?? []));
  const named = mergeParticipants(reports.flatMap((report) => report.participants));
  // A visit is to a state, whoever receives the guest there.
  const participants = kind === "visit" ? named : withoutStatesOf(named, { homes, besideTwo: statesBesideTwo(reports) });
  const gathering = gatheringOf({ kind, participants });
  return {
    kind,
    title: composeTitle(kind, participants, place),
    date: dateOf(reports, kind === "visit" || gathering !== null ? longestOf({ kind, participants }) : null),
    gathering,
    place,
    status: told.length > 0 ? "held" : newest.status,
    topics: distinctTopics(
      reports.flatMap((report) => report.topics),
      participants.map(({ name, kind }) => ({ name, kind, country: kind === "country" ? countryCodeOf(name) : null })),
    ),
    participants,
  };
}

/** Written without a day before the first day that others give: it cannot tell that this took place. */
function isTooEarly({ date, filedOn }: MeetingReport, reports: MeetingReport[]): boolean {
  const dates = datesOf(reports);
  return date === null && dates.length > 0 && dates.every(({ start }) => start > filedOn);
}

/** So many days beyond its first it lasts at most. */
function longestOf(merged: Pick<MergedMeeting, "kind" | "participants">): number {
  return isNumbered(merged) ? LONGEST_NUMBERED_DAYS : LONGEST_DAYS;
}

/** The date that those give who tell that it took place, and otherwise those who plan it: of a plan that moved, the newest. */
function dateOf(reports: MeetingReport[], longest: number | null): DateSpan | null {
  const held = datesOf(reports.filter(({ status }) => status === "held"));
  const others = datesOf(reports.filter(({ status }) => status !== "held"));
  const told = bestDate(held, longest);
  const planned = bestDate(others.reverse(), longest);
  if (told === null || planned === null) return told ?? planned;
  if (told.precision !== "day" && planned.precision === "day" && touch(told, planned)) return planned;
  // Of what lasts, the plan gives the days from first to last where the report gives one of them.
  if (longest !== null && isShort(planned)) return isShort(told) && !isWithin(told, planned) ? told : planned;
  return isWithin(planned, told) ? planned : told;
}

/** The narrowest; of equally narrow ones that which most reports give, and of equally many the first. What lasts is from its first day to its last. */
function bestDate(dates: DateSpan[], longest: number | null): DateSpan | null {
  if (longest !== null) {
    const short = dates.filter(isShort);
    const whole = hullOf(short);
    if (whole !== null && lengthOf(whole) <= longest) return whole;
  }
  const least = Math.min(...dates.map(vagueness));
  const pool = dates.filter((date) => vagueness(date) === least);
  const key = mostFrequent(pool.map((date) => `${date.start}/${date.end}`));
  return pool.find((date) => `${date.start}/${date.end}` === key) ?? null;
}

function datesOf(reports: MeetingReport[]): DateSpan[] {
  return reports.flatMap((report) => report.date ?? []);
}

function hullOf(dates: DateSpan[]): DateSpan | null {
  const [start] = dates.map((date) => date.start).sort();
  const end = dates
    .map((date) => date.end)
    .sort()
    .at(-1);
  return start === undefined || end === undefined ? null : { start, end, precision: "day" };
}

function isShort(date: DateSpan): boolean {
  return date.precision === "day" && lengthOf(date) < LONGEST_DAYS;
}

/** In days beyond the first. */
function lengthOf({ start, end }: DateSpan): number {
  return (Date.parse(end) - Date.parse(start)) / DAY_MS;
}

function vagueness(date: DateSpan): number {
  return VAGUENESS[date.precision] * 1000 + lengthOf(date);
}

function touch(a: DateSpan, b: DateSpan): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether `a` says more exactly what `b` says. */
function isWithin(a: DateSpan, b: DateSpan): boolean {
  return b.start <= a.start && a.end <= b.end && vagueness(a) < vagueness(b);
}

/** The most frequent value; the first one wins a tie. */
function mostFrequent<T>(values: T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Each once. */
function mergeParticipants(participants: ReportParticipant[]): ReportParticipant[] {
  const merged = new Map<string, ReportParticipant>();
  for (const each of participants) {
    const key = each.personKey !== null ? `person:${each.personKey}` : `${each.kind}:${each.country ?? nameOf(each)}`;
    if (!merged.has(key)) merged.set(key, each);
  }
  return [...merged.values()];
}

/**
 * Without the states for which people act. Where it is not known for which, two people stand for all, but not for a state that a report
 * names beside two: the two may be of one delegation, and never have met each other.
 */
function withoutStatesOf(
  participants: ReportParticipant[],
  { homes, besideTwo }: { homes: Homes; besideTwo: ReadonlySet<string> },
): ReportParticipant[] {
  const people = participants.flatMap(({ personKey }) => personKey ?? []);
  const acted = new Set(people.map((key) => homes.get(key)));
  const standForAll = people.length >= 2 && acted.has(undefined);
  return participants.filter(({ kind, country }) => {
    if (kind !== "country") return true;
    return !(acted.has(country ?? "") || (standForAll && !besideTwo.has(country ?? "")));
  });
}

function statesBesideTwo(reports: MeetingReport[]): Set<string> {
  const wide = reports.filter(({ participants }) => participants.filter(({ personKey }) => personKey !== null).length >= 2);
  return new Set(
    wide.flatMap(({ participants }) => participants.flatMap(({ kind, country }) => (kind === "country" && country) || [])),
  );
}

function nameOf({ kind, name }: ReportParticipant): string {
  return kind === "organisation" ? gatheringKey(name) : name.toLowerCase();
}
