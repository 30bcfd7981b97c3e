import type { Citation, MeetingRecord } from "../domain/evidence/records.ts";

/** The passages of the articles that give the day that the meeting is listed with, where any does: another day is no answer to "when". */
export function evidenceOfDay({ evidence, date, reportedDates }: MeetingRecord): Citation[] {
  const agreeing = new Set(
    reportedDates.flatMap((each) =>
      date !== null && each.date.start === date.start && each.date.end === date.end ? each.articleId : [],
    ),
  );
  const told = evidence.filter(({ articleId }) => agreeing.has(articleId));
  return told.length > 0 ? told : [...evidence];
}
