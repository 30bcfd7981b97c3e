import { expect, test } from "vitest";
import { scoreTimelines } from "./score-timelines.ts";

// Floors a little below what was measured (36 of 38, 36 of 37, 35): the days were written down before any timeline was.
test("the timelines of ten running events tell the days that mattered, and hardly any other", async () => {
  const { scores } = await scoreTimelines();
  expect(scores.found / scores.wanted).toBeGreaterThan(0.9);
  expect(scores.right / scores.told).toBeGreaterThan(0.93);
  expect(scores.statusRight / scores.right).toBeGreaterThan(0.93);
}, 120_000);
