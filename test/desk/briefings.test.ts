import { expect, test } from "vitest";
import { type BriefingScores, percent, scoreBriefings } from "./score-briefings.ts";

/** What `npm run eval` printed when the last rule was added, rounded down. */
const FLOOR: Partial<Record<keyof BriefingScores, number>> = { lines: 94, pairLines: 96, facts: 86, quotes: 92 };

test("the briefings on an invented autumn hold their floors, and beat the leads of the newest articles", async () => {
  const { scores } = await scoreBriefings();
  for (const [figure, floor] of Object.entries(FLOOR))
    expect({ figure, reached: percent(scores[figure as keyof BriefingScores]) }).toSatisfy(({ reached }) => reached >= floor);
  expect(percent(scores.lines)).toBeGreaterThan(percent(scores.leadLines));
  expect(percent(scores.facts)).toBeGreaterThan(percent(scores.leadFacts));
});
