import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { MeetingRecord } from "../domain/evidence/records.ts";
import { resolveDates } from "../extract/dates/resolve-dates.ts";
import { ONE_OF_MANY, THE_FIRST, TO_COME_ASKED } from "../extract/en/questions/meeting-words.ts";
import type { StandaloneQuestion } from "./follow-up/read-follow-up.ts";

const DAY_MS = 86_400_000;

interface Asked {
  text: string;
  /** ISO date. */
  today: string;
  beside: StandaloneQuestion["beside"];
}

interface Dated {
  meeting: MeetingRecord;
  date: DateSpan;
}

/** The dated meetings that a question asks for, in its order: newest first, unless the first, the next or the one before is asked for. */
export function orderMeetings(meetings: MeetingRecord[], asked: Asked): MeetingRecord[] {
  const dated = meetings.flatMap((meeting): Dated[] => (meeting.date === null ? [] : [{ meeting, date: meeting.date }]));
  const newest = dated.sort((a, b) => b.date.start.localeCompare(a.date.start));
  const one = asked.beside !== null || ONE_OF_MANY.test(asked.text);
  const chosen = choose(newest, asked);
  return (one ? surest(chosen) : chosen).map(({ meeting }) => meeting);
}

/** The first; of those within a day of it, the one that most articles tell: others may be the same, misread. */
function surest(chosen: Dated[]): Dated[] {
  const [first] = chosen;
  if (first === undefined) return [];
  const start = Date.parse(first.date.start);
  const near = chosen.filter(({ date }) => Math.abs(Date.parse(date.start) - start) <= DAY_MS);
  const most = Math.max(...near.map(({ meeting }) => meeting.articleIds.length));
  return near.filter(({ meeting }) => meeting.articleIds.length === most).slice(0, 1);
}

function choose(newest: Dated[], { text, today, beside }: Asked): Dated[] {
  const oldest = [...newest].reverse();
  if (beside?.direction === "before") return newest.filter(({ meeting, date }) => isHeld(meeting) && date.end < beside.date);
  if (beside?.direction === "after") return oldest.filter(({ date }) => date.start > beside.date);
  if (asksWhatIsToCome(text)) return oldest.filter(({ meeting, date }) => meeting.status === "planned" && date.end >= today);
  const [asked] = resolveDates(text, { publishedAt: today, direction: "past", isToday: true });
  const held = (THE_FIRST.test(text) ? oldest : newest).filter(({ meeting }) => isHeld(meeting));
  if (asked === undefined) return held;
  return held.filter(({ date }) => date.start <= asked.span.end && date.end >= asked.span.start);
}

export function asksWhatIsToCome(text: string): boolean {
  return TO_COME_ASKED.test(text);
}

function isHeld(meeting: MeetingRecord): boolean {
  return meeting.status === "held";
}
