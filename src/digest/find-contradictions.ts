import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { ArticleBody, Citation, MeetingRecord } from "../domain/evidence/records.ts";
import { differingReports } from "../evidence/differing-reports.ts";

/** Articles that give different days for one meeting. */
export interface Contradiction {
  meeting: MeetingRecord;
  /** Each day once, earliest first, with the article that says so. */
  says: { date: DateSpan; citation: Citation }[];
}

/** Where articles contradict each other on the day of a meeting, each with its passage. Nothing is decided between them. */
export function findContradictions(meetings: MeetingRecord[], articles: ArticleBody[]): Contradiction[] {
  const known = new Set(articles.map((article) => article.id));
  return meetings.flatMap((meeting) => {
    const byDay = new Map<string, Contradiction["says"][number]>();
    for (const { articleId, date } of differingReports(meeting)) {
      const citation = meeting.evidence.find((each) => each.articleId === articleId);
      if (!known.has(articleId) || citation === undefined) continue;
      const key = `${date.start}/${date.end}`;
      if (!byDay.has(key)) byDay.set(key, { date, citation });
    }
    // A visit of three days and talks on one of them do not contradict each other.
    const says = [...byDay.values()].sort((a, b) => a.date.start.localeCompare(b.date.start));
    const apart = says.some((one) => says.some((other) => one.date.end < other.date.start));
    return apart ? [{ meeting, says }] : [];
  });
}
