import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/answer/asked/read-question.ts";

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
    expect(readQuestion("Why was the St. Nino's Day parade called off?").kind).toBe("reason");
  });

  it("knows what is counted, and what a price is measured in", () => {
    const { counted } = readQuestion("How many ferry workers went on strike?");
    expect(counted?.test("Some 48 angry ferry workers stayed at home.")).toBe(true);
    expect(counted?.test("The workers stayed at home for 48 hours.")).toBe(false);
    expect(readQuestion("How much did Togo pay for the ferries?").measure?.test("for $4.65 billion")).toBe(true);
    expect(readQuestion("How much did Togo pay for the ferries?").measure?.test("for 12 ferries")).toBe(false);
  });

  it.each([
    ["Why was the ferry late?", "reason"],
    ["What led to the strike?", "reason"],
    ["Which countries are in the Lake Chad Commission?", "members"],
    ["Which countries sent ferries?", "countries"],
    ["Which African leaders stayed away?", "people"],
  ])("knows what %s asks for", (typed, kind) => {
    expect(readQuestion(typed).kind).toBe(kind);
  });
});

it("takes a unit for a measure only with a number in front of it", () => {
  const { measure } = readQuestion("How long is the Lomas tunnel?");
  for (const told of ["It is 9 kilometres long.", "The talks took half an hour.", "A four-day visit.", "It lasted a week."])
    expect(measure?.test(told)).toBe(true);
  expect(measure?.test("Within days, the Lomas 2 tunnel was closed.")).toBe(false);
});
