import { type Block, type Inline, text } from "../domain/chat/document.ts";
import { showShortSpan } from "../domain/chat/show-date.ts";
import type { MeetingRecord } from "../domain/evidence/records.ts";
import { composeTitle } from "../extract/meetings/compose-title.ts";
import { differingDates, firstOfEach, OVERDUE, overduePlan, partOfWords, type Sources, sourceInlines } from "./blocks.ts";
import { frameOf } from "./frame.ts";
import { meetingRows } from "./meeting-items.ts";

const COLUMNS = ["Date", "Who", "Where", "Status", "Source"];
const TOPICS_SHOWN = 3;

/**
 * Meetings as a table: a row each, those of a listed summit or visit right below it. A plan whose day is past by `sources.today` says that no
 * article tells that it took place.
 */
export function meetingTable(meetings: readonly MeetingRecord[], caption: string, sources: Sources): Block {
  return { type: "table", caption, columns: COLUMNS, rows: meetingRows(meetings, (meeting) => rowOf(meeting, sources)) };
}

function rowOf(meeting: MeetingRecord, sources: Sources): Inline[][] {
  const { kind, participants, place, topics, date, evidence } = meeting;
  const corrected = meeting.isRedated === true ? frameOf("en").corrected : "";
  const about = topics.length === 0 ? "" : `; ${topics.slice(0, TOPICS_SHOWN).join(", ")}`;
  const differing = differingDates(meeting, sources);
  return [
    [text(`${showShortSpan(date, sources.today)}${corrected}`, "strong")],
    [
      text(composeTitle(kind, participants, participants.length === 0 ? place : null)),
      ...softly(`${partOfWords(meeting)}${about}`),
      ...softly(differing === null ? "" : `. ${differing}`),
    ],
    place === null ? [] : [text(place)],
    [text(shortStatus(meeting, sources.today))],
    sourceInlines(firstOfEach(evidence), sources),
  ];
}

function softly(words: string): Inline[] {
  return words === "" ? [] : [text(words, "soft")];
}

function shortStatus(meeting: MeetingRecord, today: string | null): string {
  const overdue = overduePlan(meeting, today);
  if (overdue === null) return meeting.status;
  return overdue === "unreported" ? "planned but unreported" : "was planned";
}

/** How it stands with a meeting; a plan whose day went by was held or not, and nobody told. */
export function statusWords(meeting: MeetingRecord, today: string | null): string {
  const overdue = overduePlan(meeting, today);
  return overdue === null ? meeting.status : OVERDUE[overdue];
}
