import { expect, test } from "vitest";
import { leaveOutRepeats } from "../../../src/extract/quotes/leave-out-repeats.ts";

const said = (text: string, name: string | null, start = 0) => ({ text, start, speaker: name === null ? null : { name } });

test("a quotation that an article gives twice is kept once, the first", () => {
  const quotes = [said("“We share one ocean,”", "Ana Moreira", 1), said('"We share  one ocean."', "Ana Moreira", 2)];
  expect(leaveOutRepeats(quotes as never)).toEqual([quotes[0]]);
});

test("words without a speaker go where somebody said them, before or behind", () => {
  const quotes = [said("One ocean", null), said("One ocean", "Ana Moreira"), said("One ocean", null)];
  expect(leaveOutRepeats(quotes as never)).toEqual([quotes[1]]);
});

test("the same words of two people are two quotations", () => {
  const quotes = [said("Thank you all", "Ana Moreira"), said("Thank you all", "Erik Solberg")];
  expect(leaveOutRepeats(quotes as never)).toEqual(quotes);
});
