import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";

function meetingsIn(text: string) {
  const article = { id: "a", title: "", text, publishedAt: "2026-03-09T10:00:00Z", url: null, publisher: null, author: null };
  return extractArticle({ ...article, language: "en" }).meetings.map(({ kind, date, place }) => [
    kind,
    date?.start ?? null,
    place,
  ]);
}

describe("the way to a meeting", () => {
  it("gives the meeting its day and its place, and is no visit", () => {
    expect(meetingsIn("Prime Minister Alda Reyes travelled to Norway on Friday and met Norwegian President Jonas Falk.")).toEqual(
      [["meeting", "2026-03-06", "Norway"]],
    );
  });

  it("is told with the meeting of that day in the next sentence", () => {
    const text =
      "Kenyan President Alda Reyes travelled to Norway on Saturday. On Saturday she met Norwegian Prime Minister Jonas Falk in Oslo.";
    expect(meetingsIn(text)).toEqual([["meeting", "2026-03-07", "Oslo"]]);
  });

  it("stays a visit where the meeting is on another day", () => {
    const text =
      "Kenyan President Alda Reyes arrived in Norway on Friday. On Saturday she met Norwegian Prime Minister Jonas Falk in Oslo.";
    expect(meetingsIn(text)).toEqual([
      ["visit", "2026-03-06", "Norway"],
      ["meeting", "2026-03-07", "Oslo"],
    ]);
  });

  it("leaves the place of an earlier meeting's summit with that meeting", () => {
    const text =
      "President Alda Reyes has agreed to summit talks with Norwegian Prime Minister Jonas Falk, the palace said on Sunday. The statement said the summit would be followed by a gathering of ministers. Reyes met Falk in June during a summit in Geneva.";
    expect(meetingsIn(text)).toEqual([
      ["summit", null, null],
      ["meeting", "2025-06-01", "Geneva"],
    ]);
  });
});
