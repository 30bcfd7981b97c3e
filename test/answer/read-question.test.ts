import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/answer/read-question.ts";

describe("readQuestion", () => {
  it("takes a town that somebody went to as the town, and one that wants something as its country", () => {
    expect(readQuestion("When did Owusu visit Nairobi?").stems.has("kenya")).toBe(false);
    expect(readQuestion("What does Nairobi want?").stems.has("kenya")).toBe(true);
  });

  it("reads two words as the one that they stand for", () => {
    expect(readQuestion("Why did Owusu step down?").words).toEqual(["owusu", "resign"]);
  });

  it("does not end a sentence at an abbreviation", () => {
    expect(readQuestion("how much did Peter Otieno, Jr. promise Togo?").kind).toBe("number");
  });

  it.each([
    ["Why was the ferry late?", "reason"],
    ["What led to the strike?", "reason"],
    ["Which countries are in the Lake Chad Commission?", "members"],
    ["Which countries sent ferries?", "countries"],
  ])("knows what %s asks for", (typed, kind) => {
    expect(readQuestion(typed).kind).toBe(kind);
  });
});
