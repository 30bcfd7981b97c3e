import { isoDate } from "../domain/clock.ts";
import type { EvidenceWriter, KnownMeeting, MeetingReport, StoredReport } from "../domain/evidence/evidence-store.ts";
import { findSameMeeting, mergeReports } from "./merge-meetings.ts";

/** How long the longest date is, in days: a year. */
const LONGEST_DATE_DAYS = 366;

/** Known meetings that a report may describe. A report without a date matches none, because nothing would confirm it. */
export async function meetingsNear(
  writer: EvidenceWriter,
  report: Pick<MeetingReport, "date" | "participants">,
): Promise<KnownMeeting[]> {
  if (report.date === null) return [];
  return writer.meetings.near({
    earliestStart: shiftDay(report.date.start, -LONGEST_DATE_DAYS),
    from: shiftDay(report.date.start, -1),
    to: shiftDay(report.date.end, 1),
    personKeys: report.participants.flatMap((each) => each.personKey ?? []),
    countries: report.participants.flatMap((each) => each.country ?? []),
  });
}

/** Rebuilds the meeting from its remaining reports; deletes it if there are none. */
export async function remerge(writer: EvidenceWriter, meetingKey: number): Promise<void> {
  const [first, ...others] = await writer.meetings.decisiveReports(meetingKey);
  if (first === undefined) await writer.meetings.remove(meetingKey);
  else await writer.meetings.update(meetingKey, mergeReports([first, ...others]));
}

/**
 * A meeting whose participants became other people: reports that are no longer about one meeting part, and each part joins the known
 * meeting that it now is. Two meetings of one article stay two.
 */
export async function regroupMeeting(writer: EvidenceWriter, meetingKey: number): Promise<void> {
  const touched = new Set([meetingKey]);
  for (const [at, group] of groupReports(await writer.meetings.reportsOf(meetingKey)).entries()) {
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
function groupReports(reports: StoredReport[]): Group[] {
  const groups: Group[] = [];
  for (const report of reports) {
    const known = groups.map((group, key) => ({ key, ...mergeReports(group) }));
    const same = findSameMeeting(report, known);
    const group = same === null ? undefined : groups[same.key];
    if (group === undefined) groups.push([report]);
    else group.push(report);
  }
  return groups;
}

async function meetingFor(
  writer: EvidenceWriter,
  { group, meetingKey, isFirst }: { group: Group; meetingKey: number; isFirst: boolean },
): Promise<number> {
  const merged = { ...mergeReports(group), evidence: [], filedOn: group[0].filedOn };
  const articles = new Set(group.map((report) => report.articleKey));
  const free: KnownMeeting[] = [];
  for (const known of await meetingsNear(writer, merged)) {
    if (known.key === meetingKey) continue;
    const reports = await writer.meetings.reportsOf(known.key);
    if (!reports.some((report) => articles.has(report.articleKey))) free.push(known);
  }
  const same = findSameMeeting(merged, free);
  if (same !== null) return same.key;
  return isFirst ? meetingKey : writer.meetings.create(merged);
}

function shiftDay(date: string, days: number): string {
  return isoDate(Date.parse(date) + days * 86_400_000);
}
