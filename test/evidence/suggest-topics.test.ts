import { describe, expect, it } from "vitest";
import { weighPairs } from "../../src/evidence/suggest-topics.ts";

describe("pairs of countries as topics", () => {
  it("come in the order of how many articles tell of their meetings, each article once", () => {
    const meetings = [
      { countries: ["NO", "PT"], articleIds: ["a"] },
      { countries: ["JP", "IN"], articleIds: ["b", "c"] },
      { countries: ["PT", "NO"], articleIds: ["a", "d", "e"] },
    ];
    expect(weighPairs(meetings)).toEqual(["norway-portugal", "india-japan"]);
  });

  it("leave out gatherings of many countries, and those whose other side is not known", () => {
    const meetings = [
      { countries: ["NO", "PT", "JP", "IN", "FR"], articleIds: ["a"] },
      { countries: ["JP"], articleIds: ["b"] },
    ];
    expect(weighPairs(meetings)).toEqual([]);
  });
});
