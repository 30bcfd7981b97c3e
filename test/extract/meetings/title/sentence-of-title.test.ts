import { describe, expect, it } from "vitest";
import { sentenceOfTitle, type TitleNames } from "../../../../src/extract/meetings/title/sentence-of-title.ts";

const PEOPLE = new Set(["Reyes", "Falk", "Lindner", "Portugal"]);
const names: TitleNames = {
  nameEnd: (words, at) => (PEOPLE.has(words[at] ?? "") ? at + 1 : -1),
  isSmall: (word) => /^(?:trade|storm|boats)$/.test(word),
};

describe("a headline as a sentence", () => {
  it.each([
    ["Reyes meets Falk in Lisbon", "Reyes meets Falk in Lisbon."],
    ["Reyes, Falk to meet in Lisbon | The Herald", "Reyes and Falk are to meet in Lisbon."],
    ["Reyes to visit Portugal …", "Reyes is to visit Portugal."],
    ["Portuguese PM to host Falk", "Portuguese PM is to host Falk."],
    ["Reyes, Falk Hold Talks On Trade", "Reyes and Falk hold talks on trade."],
    ["Photos: Reyes hosts Falk", "Reyes hosts Falk."],
    ["Reyes cancels Portugal trip", "Reyes cancels trip to Portugal."],
    ["Reyes vows to meet deadline on boats", "Reyes vows to meet deadline on boats."],
  ])("%s", (title, sentence) => {
    expect(sentenceOfTitle(title, names)).toBe(sentence);
  });

  it.each([
    "Will Reyes meet Falk?",
    "Reyes may meet Falk",
    "Reyes not to meet Falk",
    "Report: Reyes to visit Portugal",
    "Falk: Reyes to visit Portugal",
    "Why Reyes meets Falk",
    "Ten years after Reyes met Falk",
    "",
  ])("is none where it says nothing for sure: %s", (title) => {
    expect(sentenceOfTitle(title, names)).toBeNull();
  });
});
