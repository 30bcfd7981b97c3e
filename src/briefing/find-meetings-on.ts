import type { MeetingReader } from "../domain/readers.ts";
import type { MeetingRecord } from "../domain/records.ts";
import type { Topic } from "./parse-topic.ts";

export interface MeetingsRequest {
  topic: Topic;
  /** The articles on the topic. */
  articleIds: string[];
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
}

/** The meetings on a topic, newest first; those without a date last. */
export async function findMeetingsOn(
  meetings: MeetingReader,
  workspaceId: string,
  request: MeetingsRequest,
): Promise<MeetingRecord[]> {
  const { topic, articleIds, limit } = request;
  const bounds = {
    limit,
    offset: 0,
    ...(request.from === undefined ? {} : { from: request.from }),
    ...(request.to === undefined ? {} : { to: request.to }),
  };
  if (topic.kind === "person") return meetings.find(workspaceId, { personId: topic.person.id, ...bounds });
  const reported = await meetings.find(workspaceId, { articleIds, ...bounds, limit: Math.max(limit, REPORTED_LOOKED_AT) });
  if (topic.kind !== "countries") return reported.slice(0, limit);
  const between = await meetings.find(workspaceId, { allCountries: topic.codes, ...bounds });
  const implied = reported.filter((meeting) => isImplied(meeting, topic.codes));
  const all = new Map([...between, ...implied].map((meeting) => [meeting.id, meeting]));
  return [...all.values()].sort(newestFirst).slice(0, limit);
}

const REPORTED_LOOKED_AT = 60;

/**
 * A meeting that an article on the countries reports, of people some of whose countries nobody has said: it is one of theirs where those
 * that are known belong to the topic, and to nobody else.
 */
function isImplied(meeting: MeetingRecord, codes: string[]): boolean {
  const unknown = meeting.participants.length > meeting.countries.length;
  return unknown && meeting.countries.length > 0 && meeting.countries.every((code) => codes.includes(code));
}

function newestFirst(a: MeetingRecord, b: MeetingRecord): number {
  return (b.date?.start ?? "").localeCompare(a.date?.start ?? "") || b.id.localeCompare(a.id, "en", { numeric: true });
}
