import { expect, it } from "vitest";
import { simulateTexts } from "./simulation/simulate-texts.ts";

it.each([1, 2])(
  "two hundred days of texts that move everything but what they say changes nothing but what it changes: seed %i",
  (seed) => {
    const { wrong, compared, changes } = simulateTexts({ seed, days: 200 });
    expect(wrong).toEqual([]);
    expect(changes).toBeGreaterThan(300);
    expect(compared - changes).toBeGreaterThan(300);
  },
);
