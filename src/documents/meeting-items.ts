import { type Inline, text } from "../domain/chat/document.ts";
import type { MeetingRecord } from "../domain/evidence/records.ts";

/** Before a meeting that is listed under its summit or visit. */
const UNDER = "↳ ";

/** A meeting in a list, and whether it is shown under its summit or visit. */
interface ListedMeeting {
  meeting: MeetingRecord;
  isUnder: boolean;
}

/**
 * Meetings as the items of a list, each by `lineOf`, in their order, but those of a listed summit or visit right behind it: such a group
 * stands where its first one would. A meeting under its summit or visit does not say again of which it is a part.
 */
export function meetingItems(meetings: readonly MeetingRecord[], lineOf: (meeting: MeetingRecord) => Inline[]): Inline[][] {
  return listMeetings(meetings).map(({ meeting, isUnder }) => (isUnder ? [text(UNDER), ...lineOf(meeting)] : lineOf(meeting)));
}

/** The same as the rows of a table, each by `rowOf`. */
export function meetingRows(meetings: readonly MeetingRecord[], rowOf: (meeting: MeetingRecord) => Inline[][]): Inline[][][] {
  return listMeetings(meetings).map(({ meeting, isUnder }) => {
    const [first = [], ...others] = rowOf(meeting);
    return [isUnder ? [text(UNDER), ...first] : first, ...others];
  });
}

function listMeetings(meetings: readonly MeetingRecord[]): ListedMeeting[] {
  const listed = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const wholeOf = (meeting: MeetingRecord): MeetingRecord | undefined => {
    const whole = listed.get(meeting.partOf?.id ?? "");
    // What is listed under another has nothing under itself, so that a list is never deeper, and every meeting is in it.
    return whole === undefined || whole === meeting || listed.has(whole.partOf?.id ?? "") ? undefined : whole;
  };
  const groups = new Map<string, MeetingRecord[]>();
  for (const meeting of meetings) {
    const { id } = wholeOf(meeting) ?? meeting;
    const group = groups.get(id) ?? [];
    if (id !== meeting.id) group.push(meeting);
    groups.set(id, group);
  }
  return [...groups].flatMap(([id, parts]) => {
    const whole = listed.get(id);
    return whole === undefined
      ? []
      : [{ meeting: asHeld(whole, parts), isUnder: false }, ...parts.map((part) => ({ meeting: alone(part), isUnder: true }))];
  });
}

/** A visit or summit of which a part took place took place, though its own articles only planned it. */
function asHeld(whole: MeetingRecord, parts: readonly MeetingRecord[]): MeetingRecord {
  const isHeld = whole.status === "planned" && parts.some(({ status }) => status === "held");
  return isHeld ? { ...whole, status: "held" } : whole;
}

function alone({ partOf: _partOf, ...meeting }: MeetingRecord): MeetingRecord {
  return meeting;
}
