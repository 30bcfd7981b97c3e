import type { DateSpan } from "../domain/evidence/extraction.ts";
import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleBody, Citation, MeetingRecord } from "../domain/evidence/records.ts";
import { differingReports } from "../evidence/differing-reports.ts";

/** Articles that give different days for one meeting. */
export interface Contradiction {
  meeting: MeetingRecord;
  /** Whether it is one publisher's, whose later article corrects its earlier one; `says` has the earlier first then. */
  isOwn: boolean;
  /** Each day once, earliest first, with the article that says so. */
  says: Said[];
}

interface Said {
  date: DateSpan;
  citation: Citation;
}

interface Report extends Said {
  article: ArticleBody;
}

/** A report that names one side alone may be of another meeting of theirs. */
const SIDES = 2;

/**
 * Where publishers contradict each other on the day of a meeting, each with its passage, and where one corrects itself. Nothing is decided
 * between them. Of a publisher the newest article counts.
 */
export function findContradictions(meetings: MeetingRecord[], articles: ArticleBody[]): Contradiction[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return meetings.flatMap((meeting) => {
    const newest = new Map<string, Report>();
    const corrected: Contradiction[] = [];
    for (const report of reportsOf(meeting, byId)) {
      const key = publisherKey(report.article);
      const before = newest.get(key);
      newest.set(key, report);
      if (before !== undefined && areApart([before, report]))
        corrected.push({ meeting, isOwn: true, says: [saidIn(before), saidIn(report)] });
    }
    const byDay = new Map<string, Said>();
    for (const report of newest.values()) {
      const day = `${report.date.start}/${report.date.end}`;
      if (!byDay.has(day)) byDay.set(day, saidIn(report));
    }
    // A visit of three days and talks on one of them do not contradict each other.
    const says = [...byDay.values()].sort((a, b) => a.date.start.localeCompare(b.date.start));
    return areApart(says) ? [{ meeting, isOwn: false, says }] : corrected.slice(-1);
  });
}

/** Those that name both sides, in the order in which they came. */
function reportsOf(meeting: MeetingRecord, articles: Map<string, ArticleBody>): Report[] {
  return differingReports(meeting)
    .flatMap(({ articleId, date, sides }) => {
      const article = articles.get(articleId);
      const citation = meeting.evidence.find((each) => each.articleId === articleId);
      return article === undefined || citation === undefined || (sides ?? SIDES) < SIDES ? [] : [{ article, date, citation }];
    })
    .sort((a, b) => instantOf(a.article).localeCompare(instantOf(b.article)) || a.article.id.localeCompare(b.article.id));
}

function saidIn({ date, citation }: Report): Said {
  return { date, citation };
}

function instantOf({ publishedAt, firstSeenAt }: ArticleBody): string {
  return publishedAt ?? firstSeenAt;
}

function areApart(says: Pick<Said, "date">[]): boolean {
  return says.some((one) => says.some((other) => one.date.end < other.date.start));
}
