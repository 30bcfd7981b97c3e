import type { MeetingContent, MeetingTrace, StoredCorrection } from "../../domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../domain/evidence/evidence-store.ts";
import type { DateSpan } from "../../domain/evidence/extraction.ts";
import type { KnownMeeting, StoredReport } from "../../domain/evidence/meeting-store.ts";
import { mergeReports } from "../merge-meetings.ts";
import { homesOf, regroupMeeting, remerge } from "../regroup-meetings.ts";

interface Signed {
  setBy: string;
  setAtMs: number;
}

/** Strikes a meeting that did not take place: neither it nor what later articles tell of it is shown. */
export async function strikeMeeting(writer: EvidenceWriter, meeting: KnownMeeting, signed: Signed): Promise<void> {
  await addOnce(writer, meeting, { ...signed, contentOf: (traces) => ({ kind: "not-held", traces }) });
}

/** Gives a meeting another date, which holds whatever date later articles give it. */
export async function redateMeeting(
  writer: EvidenceWriter,
  meeting: KnownMeeting,
  { date, ...signed }: Signed & { date: DateSpan },
): Promise<void> {
  await addOnce(writer, meeting, { ...signed, contentOf: (traces) => ({ kind: "date", traces, date }) });
  await remerge(writer, meeting.key);
}

/** Makes two meetings one. What was said of the other meeting before holds for the kept one. */
export async function joinMeetings(
  writer: EvidenceWriter,
  { keep, other }: { keep: KnownMeeting; other: KnownMeeting },
  signed: Signed,
): Promise<void> {
  const moved = await writer.meetings.reportsOf(other.key);
  const kept = await writer.meetings.reportsOf(keep.key);
  const traces = [...tracesOf(keep, kept), ...tracesOf(other, moved)];
  const articleKeys = [...new Set([...kept, ...moved].map(({ articleKey }) => articleKey))];
  for (const { key, meetingKey } of await writer.corrections.ofMeetings())
    if (meetingKey === other.key) await writer.corrections.bind(key, keep.key, []);
  await writer.meetings.moveReports(
    moved.map(({ key }) => key),
    keep.key,
  );
  const content: MeetingContent = { kind: "same-as", traces };
  await writer.corrections.add({ articleKey: null, meetingKey: keep.key, articleKeys, content, ...signed });
  await remerge(writer, other.key);
  await remerge(writer, keep.key);
}

/** Takes what one article tells out of a meeting, as another meeting. False where the article does not tell of it, or nobody else does. */
export async function partMeeting(
  writer: EvidenceWriter,
  { meeting, articleKey }: { meeting: KnownMeeting; articleKey: number },
  signed: Signed,
): Promise<boolean> {
  const reports = await writer.meetings.reportsOf(meeting.key);
  const going = reports.filter((report) => report.articleKey === articleKey);
  const [first, ...others] = going;
  if (first === undefined || going.length === reports.length) return false;
  const merged = mergeReports([first, ...others], await homesOf(writer, going));
  const meetingKey = await writer.meetings.create(merged);
  await writer.meetings.moveReports(
    going.map(({ key }) => key),
    meetingKey,
  );
  const content: MeetingContent = { kind: "apart", traces: going.map(traceOf) };
  await writer.corrections.add({ articleKey: null, meetingKey, articleKeys: [articleKey], content, ...signed });
  await remerge(writer, meeting.key);
  return true;
}

/** Takes back what was said of a meeting: the rules decide again what its reports are of, and when it was. */
export async function releaseMeeting(writer: EvidenceWriter, { meetingKey }: StoredCorrection<MeetingContent>): Promise<void> {
  if (meetingKey !== null) await regroupMeeting(writer, meetingKey);
}

async function addOnce(
  writer: EvidenceWriter,
  meeting: KnownMeeting,
  { contentOf, ...signed }: Signed & { contentOf(traces: MeetingTrace[]): MeetingContent },
): Promise<void> {
  const reports = await writer.meetings.reportsOf(meeting.key);
  const content = contentOf(tracesOf(meeting, reports));
  for (const each of await writer.corrections.ofMeetings())
    if (each.meetingKey === meeting.key && each.content.kind === content.kind) await writer.corrections.remove(each.key);
  const articleKeys = [...new Set(reports.map(({ articleKey }) => articleKey))];
  await writer.corrections.add({ articleKey: null, meetingKey: meeting.key, articleKeys, content, ...signed });
}

/** So many reports are remembered beside the meeting: each in its own words for sides and date. */
const MOST_TRACES = 20;

/** The meeting as it stands, first, and each report of it that differs. */
function tracesOf(meeting: KnownMeeting, reports: StoredReport[]): MeetingTrace[] {
  const traces = [meeting, ...reports].map(traceOf);
  return [...new Map(traces.map((trace) => [JSON.stringify(trace), trace])).values()].slice(0, MOST_TRACES);
}

function traceOf({ kind, date, place, status, participants, filedOn }: MeetingTrace): MeetingTrace {
  return { kind, date, place, status, participants, filedOn };
}
