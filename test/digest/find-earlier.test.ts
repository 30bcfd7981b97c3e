import { describe, expect, it } from "vitest";
import { findEarlier } from "../../src/digest/find-earlier.ts";
import type { ArticleBody } from "../../src/domain/evidence/records.ts";
import type { ArticleReader } from "../../src/domain/sources/readers.ts";

const TEXT =
  "Norway and Portugal agreed on Monday that ferries between Bergen and Porto will sail twice a week from spring. " +
  "Minister Solberg inspected the terminals, the warehouses and the workshops near the northern harbour entrance.";

function article(id: string, url: string, over: Partial<ArticleBody> = {}): ArticleBody {
  return {
    id,
    url,
    title: null,
    publisher: null,
    author: null,
    language: null,
    publishedAt: null,
    firstSeenAt: "2026-11-30T07:00:00.000Z",
    revision: 1,
    countries: [],
    storyId: null,
    text: TEXT,
    summary: [],
    sentences: [
      { start: 0, end: 110 },
      { start: 111, end: TEXT.length },
    ],
    ...over,
  };
}

describe("findEarlier", () => {
  it("finds the same text of the same publisher that came before, at whatever address, with its first date", async () => {
    const now = article("now", "https://kelp.example/moved");
    const before = article("before", "https://kelp.example/old", {
      firstSeenAt: "2026-11-01T07:00:00.000Z",
      publishedAt: "2026-11-30",
    });
    const stored = [
      now,
      before,
      article("later", "https://kelp.example/again", { firstSeenAt: "2026-11-30T09:00:00.000Z" }),
      article("paper", "https://post.example/a", { firstSeenAt: "2026-11-01T07:00:00.000Z" }),
      article("other", "https://kelp.example/b", {
        firstSeenAt: "2026-11-01T07:00:00.000Z",
        text: "Cod is dear in the ports of Norway this spring.",
      }),
    ];
    const reader = {
      ids: async () => stored.map(({ id }) => id),
      load: async (_: string, ids: string[]) => stored.filter(({ id }) => ids.includes(id)),
      revisions: async () => [
        { revision: 2, publishedAt: "2026-11-30" },
        { revision: 1, publishedAt: "2019-03-02" },
      ],
    } as unknown as ArticleReader;
    const found = await findEarlier({ articles: reader }, "terminal", [now]);
    expect(found.get("now")?.map(({ id, publishedAt }) => [id, publishedAt])).toEqual([["before", "2019-03-02"]]);
  });
});
