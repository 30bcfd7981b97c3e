import { isoDate } from "../domain/clock.ts";
import type { Slot } from "../domain/digests/digest.ts";
import type { ArticleHead } from "../domain/evidence/records.ts";
import type { RankedArticle } from "../domain/sources/readers.ts";

const DAY_MS = 86_400_000;
/** A new subscription begins with the day before it, not with the whole store. */
const BACKLOG_MS = DAY_MS;
/** What was first seen longer ago is no news, even where nobody was told. */
const NEWS_KEPT_MS = 30 * DAY_MS;
/** What a feed that is followed for long brings only now may be so old: its site was down, or it dates its entries back. */
const LATE_MS = 7 * DAY_MS;
/** What a feed holds on its first day was there before anybody followed it. */
const FIRST_DAY_MS = DAY_MS;

/** What a digest tells of. ISO dates, but for `seenSince`, an ISO instant; null takes all that is stored. */
export interface NewsPeriod {
  seenSince: string | null;
  publishedSince: string;
  /** The same for what a source brings that was followed before. */
  lateSince: string;
  /** Without what was published after this day. */
  publishedUntil?: string;
}

/**
 * From the last digest, or the day before the subscription, up to now. Whole days, so that subscriptions of one day ask for the same, and so
 * that an article that gives no more than its day is in it.
 */
export function newsPeriod(createdAtMs: number, toldAtMs: number | null, nowMs: number): NewsPeriod {
  const earliestMs = Math.max(createdAtMs - BACKLOG_MS, nowMs - NEWS_KEPT_MS);
  const toldMs = toldAtMs ?? createdAtMs;
  return {
    seenSince: `${isoDate(earliestMs)}T00:00:00.000Z`,
    publishedSince: isoDate(Math.max(earliestMs, toldMs - DAY_MS)),
    lateSince: isoDate(Math.max(earliestMs, toldMs - LATE_MS)),
  };
}

/** When the channel was last told what is new, or that nothing is; null if never. */
export function lastToldAt(slots: Slot[]): number | null {
  const times = slots.filter(({ state }) => state === "posted" || state === "silent").flatMap(({ doneAtMs }) => doneAtMs ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

/**
 * Whether an article that nobody was told of is news. What counts is when it was published: an import and a feed's first day bring what is
 * old, and what has no date then may be.
 */
export function isNews({ origin, publishedAt, firstSeenAt, withdrawnAt }: RankedArticle, period: NewsPeriod): boolean {
  if (withdrawnAt != null) return false;
  const followedSince = origin?.followedSince ?? null;
  const isFollowed = followedSince !== null && Date.parse(firstSeenAt) - Date.parse(followedSince) >= FIRST_DAY_MS;
  const published = (origin === undefined ? publishedAt : origin.publishedAt)?.slice(0, 10) ?? null;
  if (published === null) return isFollowed;
  if (period.publishedUntil !== undefined && published > period.publishedUntil) return false;
  return published >= (isFollowed ? period.lateSince : period.publishedSince);
}

/** Whether an article is older than what counts as news, by its own date or by when it came. */
export function isOlder({ publishedAt, firstSeenAt }: ArticleHead, period: NewsPeriod | null): boolean {
  if (period === null) return false;
  const days = [firstSeenAt, ...(publishedAt === null ? [] : [publishedAt])].map((instant) => instant.slice(0, 10));
  return days.some((day) => day < period.publishedSince);
}

/** The last day (ISO) on which one of the articles was published; null where none has a date. */
export function newestDay(heads: Pick<ArticleHead, "publishedAt">[]): string | null {
  return (
    heads
      .flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? [])
      .sort()
      .at(-1) ?? null
  );
}
