import { expect, it } from "vitest";
import { leadInOf } from "../../src/documents/lead-in.ts";

const led = (sentence: string) => {
  const range = leadInOf(sentence);
  return range === null ? null : sentence.slice(range.start, range.end);
};

it.each([
  [
    "Portuguese President Ana Moreira and Norwegian Prime Minister Erik Solberg held talks in Lisbon on Tuesday.",
    "Portuguese President Ana Moreira and Norwegian Prime Minister Erik Solberg",
  ],
  ["The foreign ministers of Chile and Kenya met in Lisbon.", "The foreign ministers of Chile and Kenya"],
  [
    "The Fisheries Minister of Portugal, Ms. Ana Moreira, and the Minister for the High Seas of Norway, Mr. Erik Solberg, signed it.",
    "The Fisheries Minister of Portugal",
  ],
  ["On Friday, the foreign ministry of Chile rejected the offer.", "the foreign ministry of Chile"],
  ["He said on Friday that the talks would go on.", null],
])("who or what a sentence is about: %s", (sentence, lead) => {
  expect(led(sentence)).toBe(lead);
});

it("is no longer than a line on a phone", () => {
  const office =
    "The Special Envoy of the Secretary-General of the United Nations for the Peaceful Settlement of Disputes at Sea";
  expect(led(`${office} met the ministers.`)?.length ?? 0).toBeLessThanOrEqual(90);
});
