import { isoDate } from "../domain/clock.ts";
import type { EvidenceWriter } from "../domain/evidence/evidence-store.ts";
import type {
  KnownMeeting,
  MeetingReport,
  MergedMeeting,
  NearQuery,
  ReportParticipant,
  StoredReport,
} from "../domain/evidence/meeting-store.ts";
import { gatheringOf, type Homes, isNumbered, isOwnNamed } from "./compare-sides.ts";
import { REACH } from "./compare-times.ts";
import { apartFrom, withCorrectDate } from "./corrections/corrected-meetings.ts";
import { type Comparable, findSameMeeting } from "./find-same-meeting.ts";
import { mergeReports } from "./merge-meetings.ts";

/** How long the longest date is, in days: a year. */
const LONGEST_DATE_DAYS = 366;

/**
 * Asks for the known meetings that a report may describe: those around its date, or around the day it was filed, and those without a date. What
 * people are told to have done for their states others tell of the states.
 */
export function nearQueryOf(report: Comparable, homes: Homes): NearQuery {
  const { date, filedOn, participants } = report;
  const isSingle = isNumbered(report) || isOwnNamed(report);
  const reach = isNumbered(report) ? REACH.ahead : REACH.dated;
  const [from, to] =
    date === null
      ? [shiftDay(filedOn, isSingle ? -REACH.ahead : -REACH.before), shiftDay(filedOn, REACH.ahead)]
      : [shiftDay(date.start, -reach), shiftDay(date.end, reach)];
  return {
    earliestStart: shiftDay(from, -LONGEST_DATE_DAYS),
    from,
    to,
    personKeys: participants.flatMap((each) => each.personKey ?? []),
    countries: [...new Set(participants.flatMap(({ country, personKey }) => country ?? homes.get(personKey ?? -1) ?? []))],
    areStates: participants.every(({ kind }) => kind === "country"),
    gatherings: gatheringOf(report) !== null,
  };
}

/** The countries for which everyone acts who takes part in these. */
export function homesOf(writer: EvidenceWriter, meetings: { participants: ReportParticipant[] }[]): Promise<Homes> {
  const keys = new Set(meetings.flatMap(({ participants }) => participants.flatMap((each) => each.personKey ?? [])));
  return writer.people.countriesOf([...keys]);
}

/** Rebuilds the meeting from its remaining reports; deletes it if there are none. */
export async function remerge(writer: EvidenceWriter, meetingKey: number): Promise<void> {
  const [first, ...others] = await writer.meetings.decisiveReports(meetingKey);
  if (first === undefined) return writer.meetings.remove(meetingKey);
  const corrections = await writer.corrections.ofMeetings();
  const merged = mergeReports([first, ...others], await homesOf(writer, [first, ...others]));
  await writer.meetings.update(meetingKey, withCorrectDate(merged, corrections, meetingKey));
}

/**
 * A meeting whose participants became other people: reports that are no longer about one meeting part, and each part joins the known
 * meeting that it now is. Two meetings of one article stay two.
 */
export async function regroupMeeting(writer: EvidenceWriter, meetingKey: number): Promise<void> {
  // What a manager said of a meeting holds for all that is told of it.
  const corrections = await writer.corrections.ofMeetings();
  if (corrections.some((each) => each.meetingKey === meetingKey)) return remerge(writer, meetingKey);
  const touched = new Set([meetingKey]);
  const reports = await writer.meetings.reportsOf(meetingKey);
  const homes = await homesOf(writer, reports);
  for (const [at, group] of groupReports(reports, homes).entries()) {
    const target = await meetingFor(writer, { group, meetingKey, isFirst: at === 0 });
    if (target !== meetingKey)
      await writer.meetings.moveReports(
        group.map((report) => report.key),
        target,
      );
    touched.add(target);
  }
  for (const key of touched) await remerge(writer, key);
}

type Group = [StoredReport, ...StoredReport[]];

/** Pure: the reports by the meeting that each is about. */
function groupReports(reports: StoredReport[], homes: Homes): Group[] {
  const groups: Group[] = [];
  for (const report of reports) {
    const known = groups.map((group) => ({ group, ...asKnown(group, homes) }));
    const same = findSameMeeting(report, known, homes);
    if (same === null) groups.push([report]);
    else same.group.push(report);
  }
  return groups;
}

function asKnown(group: Group, homes: Homes): MeetingReport & MergedMeeting {
  return { ...mergeReports(group, homes), evidence: [], filedOn: group[0].filedOn };
}

async function meetingFor(
  writer: EvidenceWriter,
  { group, meetingKey, isFirst }: { group: Group; meetingKey: number; isFirst: boolean },
): Promise<number> {
  const merged = asKnown(group, await homesOf(writer, group));
  const articles = new Set(group.map((report) => report.articleKey));
  const apart = apartFrom(await writer.corrections.ofMeetings());
  const free: KnownMeeting[] = [];
  for (const known of await writer.meetings.near(nearQueryOf(merged, await homesOf(writer, [merged])))) {
    if (known.key === meetingKey || apart.has(known.key)) continue;
    const reports = await writer.meetings.reportsOf(known.key);
    if (!reports.some((report) => articles.has(report.articleKey))) free.push(known);
  }
  const same = findSameMeeting(merged, free, await homesOf(writer, [merged, ...free]));
  if (same !== null) return same.key;
  return isFirst ? meetingKey : writer.meetings.create(merged);
}

function shiftDay(date: string, days: number): string {
  return isoDate(Date.parse(date) + days * 86_400_000);
}
