import { describe, expect, it } from "vitest";
import { askedForms, stemsOfForms, wordForms } from "../../src/evidence/word-forms.ts";

describe("the words that answer a word", () => {
  it("are its own forms, and what news writes for it", () => {
    expect(wordForms("quit")).not.toContain("resignation");
    expect(askedForms("quit")).toEqual(expect.arrayContaining(["quit", "resign", "resignation"]));
    expect(askedForms("flew")).toEqual(expect.arrayContaining(["flew", "flown", "travel"]));
  });

  it("hold one way only: a president is a leader, and not every leader is a president", () => {
    expect(askedForms("leader")).toContain("president");
    expect(askedForms("president")).toEqual(["president"]);
  });

  it("stand for the word that was asked with", () => {
    const stems = stemsOfForms(["scold", "ferry"]);
    expect(stems.get("rebuk")).toBe("scold");
    expect(stems.get("ferri")).toBe("ferri");
  });

  it("are a capital and its country, but only the town where the town is meant", () => {
    expect(stemsOfForms(["nairobi"]).has("kenya")).toBe(true);
    expect(stemsOfForms(["nairobi"], new Set(["nairobi"])).has("kenya")).toBe(false);
  });
});
