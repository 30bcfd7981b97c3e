import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";

function meetingsIn(text: string) {
  const article = { id: "a", title: "", text, publishedAt: "2026-03-09T10:00:00Z", url: null, publisher: null, author: null };
  return extractArticle({ ...article, language: "en" }).meetings.map(({ participants, date, place }) => [
    participants.at(-1)?.name,
    date?.start ?? null,
    place,
  ]);
}

describe("several guests in one sentence", () => {
  it("have each their own day and place", () => {
    const text =
      "President Alda Reyes met Prime Minister Jonas Falk in Oslo on Saturday and President Mira Oduya in Helsinki on Sunday.";
    expect(meetingsIn(text)).toEqual([
      ["Jonas Falk", "2026-03-07", "Oslo"],
      ["Mira Oduya", "2026-03-08", "Helsinki"],
    ]);
  });

  it("share the one day and place that the sentence has", () => {
    const text = "President Alda Reyes met Prime Minister Jonas Falk and President Mira Oduya in Helsinki on Sunday.";
    expect(meetingsIn(text)).toEqual([
      ["Jonas Falk", "2026-03-08", "Helsinki"],
      ["Mira Oduya", "2026-03-08", "Helsinki"],
    ]);
  });
});
