import { describe, expect, it } from "vitest";
import { isNews, isOlder, lastToldAt, newsPeriod } from "../../src/digest/news-period.ts";
import type { Slot } from "../../src/domain/digests/digest.ts";
import type { RankedArticle } from "../../src/domain/sources/readers.ts";

const at = (instant: string) => Date.parse(instant);
const NOW = at("2026-11-30T08:00:00Z");
const PERIOD = newsPeriod(at("2026-01-01T00:00:00Z"), at("2026-11-29T08:00:00Z"), NOW);

function article(over: Partial<RankedArticle>): RankedArticle {
  return {
    id: "a",
    url: null,
    title: null,
    publisher: null,
    author: null,
    language: null,
    publishedAt: "2026-11-30",
    firstSeenAt: "2026-11-30T07:00:00.000Z",
    revision: 1,
    countries: [],
    storyId: null,
    score: 0,
    ...over,
  };
}

describe("newsPeriod", () => {
  it("begins a day before the last digest, so that an article which tells only its day is in it", () => {
    expect(PERIOD.publishedSince).toBe("2026-11-28");
  });

  it("begins with the day before a new subscription, whatever its feeds hold", () => {
    const period = newsPeriod(NOW, null, NOW);
    expect([period.publishedSince, period.lateSince]).toEqual(["2026-11-29", "2026-11-29"]);
  });

  it("reaches back over an outage, and over a pause of at most thirty days", () => {
    const created = at("2026-01-01T00:00:00Z");
    expect(newsPeriod(created, at("2026-11-20T08:00:00Z"), NOW).publishedSince).toBe("2026-11-19");
    expect(newsPeriod(created, at("2026-05-01T08:00:00Z"), NOW).publishedSince).toBe("2026-10-31");
  });
});

describe("isNews", () => {
  it.each([
    ["published today", {}, true],
    ["an import of years ago", { publishedAt: "2019-04-02" }, false],
    ["an import without a date", { publishedAt: null }, false],
    ["withdrawn before anybody was told", { withdrawnAt: "2026-11-30T07:30:00.000Z" }, false],
    [
      "a feed's first day, of last week",
      { publishedAt: "2026-11-24", origin: { publishedAt: "2026-11-24", followedSince: "2026-11-30T06:00:00.000Z" } },
      false,
    ],
    [
      "a feed's first day, undated",
      { publishedAt: null, origin: { publishedAt: null, followedSince: "2026-11-30T06:00:00.000Z" } },
      false,
    ],
    [
      "late in a feed that was followed before",
      { publishedAt: "2026-11-24", origin: { publishedAt: "2026-11-24", followedSince: "2026-10-01T06:00:00.000Z" } },
      true,
    ],
    [
      "years late in a feed that was followed before",
      { publishedAt: "2019-04-02", origin: { publishedAt: "2019-04-02", followedSince: "2026-10-01T06:00:00.000Z" } },
      false,
    ],
    [
      "undated in a feed that was followed before",
      { publishedAt: null, origin: { publishedAt: null, followedSince: "2026-10-01T06:00:00.000Z" } },
      true,
    ],
    [
      "of years ago with a date that its feed has moved",
      { revision: 2, origin: { publishedAt: "2019-04-02", followedSince: null } },
      false,
    ],
  ] satisfies [string, Partial<RankedArticle>, boolean][])("judges by when it was published: %s", (_, over, expected) => {
    expect(isNews(article(over), PERIOD)).toBe(expected);
  });
});

describe("isOlder", () => {
  it("is what was published or seen before the period, and nothing where all that is stored is asked for", () => {
    expect(isOlder(article({ publishedAt: "2026-11-20" }), PERIOD)).toBe(true);
    expect(isOlder(article({ firstSeenAt: "2026-11-20T08:00:00.000Z" }), PERIOD)).toBe(true);
    expect(isOlder(article({}), PERIOD)).toBe(false);
    expect(isOlder(article({ publishedAt: "2019-04-02" }), null)).toBe(false);
  });
});

describe("lastToldAt", () => {
  it("is the last digest that was posted or silent; one that failed told nothing", () => {
    const slot = (state: Slot["state"], doneAtMs: number | null) => ({ state, doneAtMs }) as Slot;
    expect(lastToldAt([slot("waiting", null), slot("failed", 30), slot("silent", 20), slot("posted", 10)])).toBe(20);
    expect(lastToldAt([slot("failed", 30)])).toBeNull();
  });
});
