import { expect, test } from "vitest";
import { scoreAnswers } from "./score-answers.ts";

test("the questions of a desk over an invented autumn are answered, and what nothing answers is left", async () => {
  const { scores } = await scoreAnswers();
  expect(scores.answerable.right).toBeGreaterThanOrEqual(31);
  expect(scores.answerable.wrong).toBeLessThanOrEqual(5);
  expect(scores.foreign.left).toBeGreaterThanOrEqual(11);
});
