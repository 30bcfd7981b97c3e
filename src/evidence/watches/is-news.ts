import type { DateSpan } from "../../domain/evidence/extraction.ts";
import type { ArticleBody, MeetingRecord } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { Happening } from "../../extract/en/watches/watch-words.ts";

const DAY_MS = 86_400_000;
/** The account of a meeting may come so long after it. */
const HELD_DAYS = 7;
const MONTH_DAYS = 45;
/** A meeting without a day is news where the article begins with it; further down it is what went before. */
const LEAD_CHARACTERS = 1200;
/** Publishers may differ by a day on one date. */
const SAME_DAYS = 1;

/** A feed may bring an article so long after it was published, by a site that was down or dates its entries back. */
const LATE_MS = 7 * DAY_MS;

/**
 * Whether an article is news to a watch: published since it was set, and not long before it came. An article that gives no more than its day
 * counts as published at the end of it. `publishedAt` is what it said when it was first seen.
 */
export function isNewsSince(
  publishedAt: string | null,
  { createdAtMs, seenAtMs }: { createdAtMs: number; seenAtMs: number },
): boolean {
  if (publishedAt === null) return false;
  const isDay = publishedAt.length <= 10;
  const atMs = Date.parse(publishedAt) + (isDay ? DAY_MS - 1 : 0);
  return atMs >= createdAtMs && seenAtMs - atMs <= LATE_MS;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS;
}

/** Whether a meeting is what an article reports, and not what it recalls. An article without a date reports nothing that could be placed. */
export function isFresh(meeting: MeetingRecord, article: Pick<ArticleBody, "id" | "publishedAt">, passage: Range): boolean {
  const day = article.publishedAt?.slice(0, 10);
  if (day === undefined) return false;
  const { status, date } = meeting;
  if (date === null) return status === "planned" || passage.start < LEAD_CHARACTERS;
  if (status === "planned") return date.end >= day;
  // What is said to have been held on a later day was only planned, or its day is wrong.
  if (date.precision === "year" || (status === "held" && date.start > day)) return false;
  if (date.precision === "month" && daysBetween(date.start, day) > MONTH_DAYS) return false;
  return daysBetween(date.end, day) <= HELD_DAYS;
}

/** What an article tells of a meeting. A plan that another article has on another day was moved. */
export function eventOf(meeting: MeetingRecord, article: Pick<ArticleBody, "id">): Happening {
  if (meeting.status !== "planned") return meeting.status;
  const plans = meeting.reportedDates.filter(({ status, date }) => status === "planned" && date.precision === "day");
  const own = plans.find(({ articleId }) => articleId === article.id)?.date;
  const others = plans.filter(({ articleId }) => articleId !== article.id);
  return own !== undefined && others.length > 0 && others.every(({ date }) => !isSameTime(own, date)) ? "moved" : "planned";
}

/** Whether two spans of days may be those of one meeting. */
export function isSameTime(a: Pick<DateSpan, "start" | "end">, b: Pick<DateSpan, "start" | "end">): boolean {
  return daysBetween(a.start, b.end) >= -SAME_DAYS && daysBetween(b.start, a.end) >= -SAME_DAYS;
}
