import { describe, expect, it } from "vitest";
import { skipDateline } from "../../src/evidence/skip-dateline.ts";

function skipped(text: string): string {
  const range = skipDateline(text, { start: 0, end: text.length });
  return text.slice(range.start, range.end);
}

describe("a dateline", () => {
  it.each([
    ["NEW DELHI - Ministers met.", "Ministers met."],
    ["NEW DELHI, March 20 (Meridian Wire) - Ministers met.", "Ministers met."],
    ["TOKYO, Sept 8 (Meridian Wire) - The ministers met.", "The ministers met."],
    ["LONDON — “Nobody left early,” she said.", "“Nobody left early,” she said."],
    ["(AFP) - Ministers met.", "Ministers met."],
    ["Lisbon (Reuters) - Ministers met.", "Ministers met."],
    ["Lisbon, Nov 29 (ANI) Ministers met.", "Ministers met."],
    ["New Delhi [India], November 29 (ANI): Ministers met.", "Ministers met."],
    ["WASHINGTON, D.C. – The talks ended.", "The talks ended."],
  ])("is skipped in %j", (text, rest) => {
    expect(skipped(text)).toBe(rest);
  });

  it.each([
    ["Ministers met - and parted - in Lisbon."],
    ["NATO - which has 32 members - met in Vilnius."],
    ["EU-Japan talks began."],
    ["The G7 - all of it - met."],
    ["Ana Moreira (PS) won."],
  ])("is none in %j", (text) => {
    expect(skipped(text)).toBe(text);
  });
});
