import type { MeetingContent, MeetingTrace, StoredCorrection, TracedParticipant } from "../../domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../domain/evidence/evidence-store.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { KnownMeeting, MeetingReport, MergedMeeting } from "../../domain/evidence/meeting-store.ts";
import type { Homes } from "../compare-sides.ts";
import { findSameMeeting } from "../find-same-meeting.ts";

type Corrections = readonly StoredCorrection<MeetingContent>[];

interface Told {
  report: MeetingReport;
  articleKey: number;
}

/** The meeting of which an article told just this when it was corrected, whatever the rules would make of it now; null where there is none. */
export function correctedMeeting(corrections: Corrections, told: Told & { taken: ReadonlySet<number> }): number | null {
  const newest = corrections.findLast(
    (each) => each.meetingKey !== null && !told.taken.has(each.meetingKey) && isOfArticle(each, told),
  );
  return newest?.meetingKey ?? null;
}

/**
 * The meetings that a report may be of, the likelier of two equals first: with corrected ones as they stood before, since later articles tell
 * them so, and last those that were parted from others.
 */
export function withTraces(
  known: KnownMeeting[],
  corrections: Corrections,
  { report, taken }: { report: MeetingReport; taken: ReadonlySet<number> },
): KnownMeeting[] {
  if (corrections.length === 0) return known;
  const apart = apartFrom(corrections);
  const traced = corrections.flatMap(({ meetingKey, content }) => {
    if (meetingKey === null || taken.has(meetingKey) || content.kind === "apart") return [];
    return content.traces.map((trace) => ({ ...withKeysOf(trace, report), key: meetingKey }));
  });
  return [...known.filter(({ key }) => !apart.has(key)), ...traced, ...known.filter(({ key }) => apart.has(key))];
}

/**
 * Has the corrections of a meeting know that this article tells of it too, and finds those again whose meeting was gone for a while.
 * Whether any holds for the meeting.
 */
export async function noteReport(
  writer: EvidenceWriter,
  corrections: Corrections,
  { report, articleKey, meetingKey, homes }: Told & { meetingKey: number; homes: Homes },
): Promise<boolean> {
  let isCorrected = false;
  for (const each of corrections) {
    const isFoundAgain =
      each.meetingKey === null &&
      (isOfArticle(each, { report, articleKey }) ||
        (each.content.kind !== "apart" && isLike(each.content.traces, report, homes)));
    if (each.meetingKey !== meetingKey && !isFoundAgain) continue;
    isCorrected = true;
    await writer.corrections.bind(each.key, meetingKey, [articleKey]);
  }
  return isCorrected;
}

/** Meetings that are told by articles which were taken for reports of others: no rule joins them again. */
export function apartFrom(corrections: Corrections): ReadonlySet<number> {
  return new Set(corrections.flatMap(({ content, meetingKey }) => (content.kind === "apart" ? (meetingKey ?? []) : [])));
}

/** A merged meeting with the date that a manager gave it, if one did. */
export function withCorrectDate(merged: MergedMeeting, corrections: Corrections, meetingKey: number): MergedMeeting {
  const newest = corrections.findLast((each) => each.meetingKey === meetingKey && each.content.kind === "date");
  return newest?.content.kind === "date" ? { ...merged, date: newest.content.date } : merged;
}

/** Whether it is the same article's word on the same sides and day: all that is left to know an undated meeting by. */
function isOfArticle({ articleKeys, content }: StoredCorrection<MeetingContent>, { report, articleKey }: Told): boolean {
  return articleKeys.includes(articleKey) && content.traces.some((trace) => isSameStory(trace, report));
}

function isSameStory(trace: MeetingTrace, report: MeetingReport): boolean {
  if (trace.date?.start !== report.date?.start || trace.date?.end !== report.date?.end) return false;
  const shared = withKeysOf(trace, report).participants.filter((one) =>
    report.participants.some((other) => nameKey(one.name) === nameKey(other.name) || isSamePerson(one, other)),
  );
  return shared.length >= Math.min(2, report.participants.length) && shared.length > 0;
}

function isSamePerson(a: TracedParticipant, b: TracedParticipant): boolean {
  return a.personKey !== null && a.personKey === b.personKey;
}

function isLike(traces: MeetingTrace[], report: MeetingReport, homes: Homes): boolean {
  const alike = findSameMeeting(
    report,
    traces.map((trace) => withKeysOf(trace, report)),
    homes,
  );
  return alike !== null;
}

/** The trace with the keys that its people have in the report: keys change when names are merged, or people come back with an article. */
function withKeysOf(trace: MeetingTrace, report: MeetingReport): MeetingTrace {
  const keys = new Map(report.participants.map((each) => [nameKey(each.name), each.personKey]));
  const participants = trace.participants.map((each) => ({ ...each, personKey: keys.get(nameKey(each.name)) ?? each.personKey }));
  return { ...trace, participants };
}
