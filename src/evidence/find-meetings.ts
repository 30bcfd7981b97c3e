import type { MeetingRecord } from "../domain/evidence/records.ts";
import type { MeetingQuery, MeetingReader, Wanted } from "../domain/sources/readers.ts";

/** A page of the meetings that any of several queries finds, newest first, undated ones last. */
export async function findMeetings(
  meetings: MeetingReader,
  workspaceId: string,
  { asked, limit, offset }: { asked: Wanted<MeetingQuery>[]; limit: number; offset: number },
): Promise<MeetingRecord[]> {
  const [only, ...others] = asked;
  if (only !== undefined && others.length === 0) return meetings.find(workspaceId, { ...only, limit, offset });
  const found = await Promise.all(asked.map((each) => meetings.find(workspaceId, { ...each, limit: offset + limit, offset: 0 })));
  const once = [...new Map(found.flat().map((meeting) => [meeting.id, meeting])).values()];
  return once.sort((a, b) => dayOf(b).localeCompare(dayOf(a))).slice(offset, offset + limit);
}

/** How many there are; null for several queries, which may find the same meeting. */
export async function countMeetings(
  meetings: MeetingReader,
  workspaceId: string,
  asked: Wanted<MeetingQuery>[],
): Promise<number | null> {
  const [only, ...others] = asked;
  return only === undefined || others.length > 0 ? null : meetings.count(workspaceId, only);
}

function dayOf({ date }: MeetingRecord): string {
  return date?.start ?? "";
}
