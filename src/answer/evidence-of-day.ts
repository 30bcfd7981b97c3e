import type { Citation, MeetingRecord } from "../domain/evidence/records.ts";
import { LOOKS_AHEAD, MET_TOGETHER } from "../extract/en/questions/meeting-words.ts";

/**
 * The passages of the articles that give the day that the meeting is listed with, where any does: another day is no answer to "when". Of a
 * meeting that took place none that looks ahead to another one.
 */
export function evidenceOfDay({ evidence, date, reportedDates, status }: MeetingRecord): Citation[] {
  const agreeing = new Set(
    reportedDates.flatMap((each) =>
      date !== null && each.date.start === date.start && each.date.end === date.end ? each.articleId : [],
    ),
  );
  const past = status === "held" ? evidence.filter(({ text }) => !LOOKS_AHEAD.test(text) || MET_TOGETHER.test(text)) : evidence;
  const told = past.filter(({ articleId }) => agreeing.has(articleId));
  return told.length > 0 ? told : [...past];
}
