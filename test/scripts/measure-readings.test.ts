import { expect, it } from "vitest";
import { readAnnotated } from "../../scripts/readings/annotated.ts";
import { measureReadings, type Share, sumOf } from "../../scripts/readings/measure-readings.ts";

const percent = ({ right, of }: Share) => (100 * right) / of;

it("of right readings of the project's own articles 97 % comes through, and of planted errors 90 % is refused", () => {
  const { through, caught } = measureReadings(readAnnotated("test/fixtures/readings/articles.jsonl"));
  expect(percent(sumOf(through))).toBeGreaterThanOrEqual(97);
  expect(percent(sumOf(caught))).toBeGreaterThanOrEqual(90);
  expect(sumOf(caught).of).toBeGreaterThan(100);
});
