import { describe, expect, it } from "vitest";
import { findContradictions } from "../../src/digest/find-contradictions.ts";
import type { ArticleBody, MeetingRecord } from "../../src/domain/evidence/records.ts";

function article(id: string, site: string, publishedAt: string): ArticleBody {
  return {
    id,
    url: `https://${site}.example/${id}`,
    title: null,
    publisher: site,
    author: null,
    language: null,
    publishedAt,
    firstSeenAt: "2024-03-09T08:00:00.000Z",
    revision: 1,
    countries: [],
    storyId: null,
    text: "They met.",
    summary: [],
    sentences: [],
  };
}

/** Talks of which each article gives a day of March, and so many sides. */
function talks(...reports: [string, number, number][]): MeetingRecord {
  return {
    id: "m",
    kind: "talks",
    title: "Talks",
    date: null,
    place: null,
    participants: [],
    topics: [],
    status: "held",
    evidence: reports.map(([articleId]) => ({ articleId, start: 0, end: 9, text: "They met." })),
    articleIds: reports.map(([id]) => id),
    countries: [],
    reportedDates: reports.map(([articleId, day, sides]) => {
      const start = `2024-03-0${day}`;
      return { articleId, date: { start, end: start, precision: "day" }, status: "held", sides };
    }),
  };
}

const EARLY = article("early", "kelp", "2024-03-05");
const LATE = article("late", "kelp", "2024-03-07");
const OTHER = article("other", "post", "2024-03-06");
const found = (meeting: MeetingRecord, articles: ArticleBody[]) =>
  findContradictions([meeting], articles).map(({ isOwn, says }) => [isOwn, says.map(({ citation }) => citation.articleId)]);

describe("findContradictions", () => {
  it("is between publishers that each name both sides", () => {
    expect(found(talks(["early", 4, 2], ["other", 5, 2]), [EARLY, OTHER])).toEqual([[false, ["early", "other"]]]);
    expect(found(talks(["early", 4, 2], ["other", 5, 1]), [EARLY, OTHER])).toEqual([]);
  });

  it("is a correction where one publisher's later article gives another day, the earlier first", () => {
    expect(found(talks(["late", 4, 2], ["early", 5, 2]), [LATE, EARLY])).toEqual([[true, ["early", "late"]]]);
  });

  it("counts of a publisher its newest article, so that what it has corrected contradicts nobody", () => {
    const agreed = talks(["early", 4, 2], ["late", 5, 2], ["other", 5, 2]);
    expect(found(agreed, [EARLY, LATE, OTHER])).toEqual([[true, ["early", "late"]]]);
  });
});
