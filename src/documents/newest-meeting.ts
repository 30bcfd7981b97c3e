import { type Block, paragraph, text } from "../domain/chat/document.ts";
import { showDateSpan } from "../domain/chat/show-date.ts";
import type { MeetingRecord } from "../domain/evidence/records.ts";
import { composeTitle } from "../extract/meetings/compose-title.ts";
import { endSentence } from "./frames/frame-words.ts";
import { statusWords } from "./meeting-table.ts";

/** The newest of the meetings that are over, for whoever reads no table: "Latest: 9 September 2023, talks between A and B in C." */
export function latestMeeting(meetings: readonly MeetingRecord[], today: string): Block[] {
  const over = meetings.filter(({ date, status }) => date !== null && date.end <= today && status === "held");
  const [latest] = over.sort((a, b) => (b.date?.end ?? "").localeCompare(a.date?.end ?? ""));
  return latest === undefined ? [] : [lineOf("Latest", latest, today)];
}

/** The first of the meetings to come, which are sorted: "Next: 20 September 2023, …, planned." */
export function nextMeeting(meetings: readonly MeetingRecord[], today: string): Block[] {
  const [next] = meetings;
  return next === undefined ? [] : [lineOf("Next", next, today)];
}

function lineOf(label: string, meeting: MeetingRecord, today: string): Block {
  const { kind, participants, place, date, status } = meeting;
  const how = status === "held" ? "" : `, ${statusWords(meeting, today)}`;
  const what = endSentence(`${composeTitle(kind, participants, place)}${how}`);
  return paragraph(text(`${label}: ${showDateSpan(date)}. `, "strong"), text(what));
}
