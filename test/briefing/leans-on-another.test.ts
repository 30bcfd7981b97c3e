import { expect, it } from "vitest";
import { leansOnAnother } from "../../src/briefing/join-lines.ts";

it.each([
  ["Since that meeting, the port has joined the pact.", true],
  ["During those talks the two agreed on fish.", true],
  ["At this point nobody asked.", true],
  ["During this week the ministers met in Lask.", false],
  ["Since the meeting in Lask, the port has joined the pact.", false],
])("%s", (sentence, leans) => {
  expect(leansOnAnother(sentence)).toBe(leans);
});
