import { describe, expect, it } from "vitest";
import { rememberTold } from "../../src/digest/remember-told.ts";

describe("rememberTold", () => {
  it("takes an article's newest revision, and moves it behind what was told before", () => {
    const told = rememberTold({ a: 1, b: 1 }, [{ id: "a", revision: 2 }]);
    expect(Object.entries(told)).toEqual([
      ["b", 1],
      ["a", 2],
    ]);
  });

  it("forgets what was told longest ago before it grows without end", () => {
    let told = {};
    for (let day = 0; day < 300; day++) {
      const heads = Array.from({ length: 10 }, (_, at) => ({ id: `article-${day}-${at}`, revision: 1 }));
      told = rememberTold(told, heads);
    }
    expect(Object.keys(told)).toHaveLength(2000);
    expect(told).toHaveProperty("article-299-9");
    expect(told).not.toHaveProperty("article-0-0");
  });
});
