import type { DateSpan } from "../../domain/evidence/extraction.ts";
import { publisherKey } from "../../domain/evidence/publisher-key.ts";
import type { ArticleHead, MeetingRecord } from "../../domain/evidence/records.ts";
import { composeTitle } from "../../extract/meetings/compose-title.ts";
import type { Candidate } from "./timeline.ts";

const WEIGHT = { held: 3, planned: 2.5, cancelled: 3 } as const;
const MOST_CITED = 3;
/** Talks that are given a longer span ("this week") are on one of its days, and nobody says on which. */
const MOST_DAYS = 4;
const DAY_MS = 86_400_000;

/** The meetings on a topic whose day is known, each on its first day. One of whose sides only one is known tells nobody who met. */
export function findMeetingDays(meetings: readonly MeetingRecord[], heads: ReadonlyMap<string, ArticleHead>): Candidate[] {
  return meetings.flatMap(({ kind, participants, place, date, status, maybeHeld, evidence, articleIds }) => {
    const isWhole = participants.length > 1 || kind === "visit" || kind === "summit";
    if (date?.precision !== "day" || evidence.length === 0 || !isWhole || isVague(kind, date)) return [];
    const told = articleIds.flatMap((id) => heads.get(id) ?? []);
    const firstOfEach = [...new Map(evidence.map((citation) => [citation.articleId, citation])).values()];
    return [
      {
        date: date.start,
        text: composeTitle(kind, participants, place),
        isMeeting: true as const,
        status: status === "held" ? "held" : "planned",
        ...(status === "cancelled" ? { isCancelled: true as const } : {}),
        ...(maybeHeld === true ? { maybeHeld: true as const } : {}),
        citations: firstOfEach.slice(0, MOST_CITED),
        weight: WEIGHT[status],
        publishers: new Set(told.map(publisherKey)),
      },
    ];
  });
}

function isVague(kind: MeetingRecord["kind"], { start, end }: DateSpan): boolean {
  return kind !== "visit" && kind !== "summit" && (Date.parse(end) - Date.parse(start)) / DAY_MS >= MOST_DAYS;
}
