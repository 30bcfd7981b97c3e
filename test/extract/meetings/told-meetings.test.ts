import { describe, expect, it } from "vitest";
import { foundIn, readTold, sorted } from "./told-meetings.ts";

describe("sentences that tell a meeting, or none", () => {
  it.each(readTold("sentences.jsonl"))("$text", (told) => {
    expect(foundIn(told)).toEqual(sorted(told.meetings));
  });
});

describe("articles in several styles", () => {
  const read = readTold("articles.jsonl").map((told) => ({ found: foundIn(told), wanted: sorted(told.meetings) }));
  const wanted = read.flatMap((each) => each.wanted);
  const found = read.flatMap((each) => each.found);
  const right = read.flatMap((each) => inBoth(each.wanted, each.found));

  it("have most of their meetings found, with their people and their status", () => {
    expect(right.length / wanted.length).toBeGreaterThanOrEqual(0.8);
  });

  it("have few others", () => {
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.87);
  });
});

/** The lines that both lists have, as often as both have them. */
function inBoth(wanted: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  return wanted.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
