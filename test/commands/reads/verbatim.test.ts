import { describe, expect, it } from "vitest";
import { createVerbatim, verbatimPerDay } from "../../../src/commands/reads/verbatim.ts";

const TEXT = "one two three four five six seven eight";
const cut = (start: number, end: number, articleId = "a") => ({ articleId, start, end, text: TEXT.slice(start, end) });

describe("words of one article", () => {
  it("count once, however many passages hold them", () => {
    const verbatim = createVerbatim(4);
    expect(verbatim.quote(cut(0, 13))?.text).toBe("one two three");
    expect(verbatim.take(cut(4, 13))).toBe(true);
    expect(verbatim.take(cut(0, 18))).toBe(true);
    expect(verbatim.take(cut(0, 23))).toBe(false);
    expect(verbatim.quote(cut(19, 23))).toBeNull();
    expect(verbatim.take(cut(19, 23, "b"))).toBe(true);
  });

  it("are shortened to what is left, exactly", () => {
    const verbatim = createVerbatim(2);
    expect(verbatim.quote(cut(0, 23))).toEqual({ articleId: "a", start: 0, end: 7, text: "one two" });
  });

  it("count for each reader by themselves, for 24 hours from the first", () => {
    let nowMs = 0;
    const limit = verbatimPerDay(3, { now: () => nowMs });
    expect(limit.of("x").take(cut(0, 13))).toBe(true);
    nowMs = 23 * 3_600_000;
    expect(limit.of("x").take(cut(14, 18))).toBe(false);
    expect(limit.of("y").take(cut(14, 18))).toBe(true);
    expect(limit.of("x").refuse("a").retryAfterMs).toBe(3_600_000);
    nowMs = 24 * 3_600_000;
    expect(limit.of("x").take(cut(14, 18))).toBe(true);
  });
});
