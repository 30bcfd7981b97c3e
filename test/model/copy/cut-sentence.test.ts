import { describe, expect, it } from "vitest";
import { cutSentence } from "../../../src/model/copy/cut-sentence.ts";
import { numberWords, wordRanges } from "../../../src/model/copy/number-words.ts";

/** Keeps all but the words of a part. */
function without(text: string, part: string) {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`Not in the sentence: ${part}`);
  const kept = wordRanges(text).map((word) => word.end <= start || word.start >= start + part.length);
  return kept.flatMap((isKept, at) => (isKept ? [{ from: at + 1, to: at + 1 }] : []));
}

const cut = (text: string, part: string) => cutSentence(text, without(text, part));

describe("a sentence that a model shortens", () => {
  it.each([
    [
      "Portuguese Foreign Minister Ana Moreira, who came to power in a landslide last spring, met her Norwegian counterpart Erik Solberg in Lisbon on Monday, officials said.",
      "who came to power in a landslide last spring,",
      "Portuguese Foreign Minister Ana Moreira met her Norwegian counterpart Erik Solberg in Lisbon on Monday, officials said.",
    ],
    [
      "Moreira, Portugal's first female foreign minister, and Solberg signed an agreement worth 5 million euros on offshore wind and fisheries in Lisbon on Monday afternoon.",
      "Portugal's first female foreign minister,",
      "Moreira and Solberg signed an agreement worth 5 million euros on offshore wind and fisheries in Lisbon on Monday afternoon.",
    ],
    [
      "Solberg rejected the plan for the harbour of Porto on Monday and flew home to Oslo in the evening to inform the king and the cabinet.",
      "and flew home to Oslo in the evening to inform the king and the cabinet.",
      "Solberg rejected the plan for the harbour of Porto on Monday.",
    ],
  ])("loses whole clauses that nothing hangs on: %s", (text, part, left) => {
    expect(cut(text, part)).toBe(left);
  });

  it.each([
    [
      "a condition",
      "Norway will withdraw its troops from the northern border by the end of June, if the parliament in Lisbon agrees to the new law.",
      "if the parliament in Lisbon agrees to the new law.",
    ],
    [
      "who said it",
      "Norway will send 12 engineers to Porto in June, according to two officials who spoke of it on Monday, to help with the harbour wall.",
      "according to two officials who spoke of it on Monday,",
    ],
    [
      "who said it, behind it",
      "Norway will send 12 engineers to Porto in June to help with the new harbour wall and the old lighthouse there, the ministry said.",
      ", the ministry said.",
    ],
    [
      "a denial",
      "The treaty, which the parliament has not ratified, obliges both countries to share what they know of storms in the North Atlantic every single day.",
      "which the parliament has not ratified,",
    ],
    [
      "in whose experience it is so",
      "It is, in the experience of the harbour inspectors, not unusual to find gaps in the log books of older ships that call at Porto in winter.",
      "in the experience of the harbour inspectors,",
    ],
    [
      "a hedge",
      "Officials in Lisbon later appeared to confirm the report of the harbour inspectors on the two ships that had left Porto on Monday.",
      "appeared to",
    ],
    [
      "whose view it is, in between",
      "Terrorism, the argument goes, is different from traditional crimes, and courts are not the place where states should fight it at all.",
      ", the argument goes,",
    ],
    [
      "the word no",
      "Solberg said in the old harbour of Lisbon on Monday that there were no plans to send engineers to Porto before the summer.",
      "no",
    ],
    [
      "a modal",
      "Solberg said in the old harbour of Lisbon on Monday that Norway might send 12 engineers to Porto at the end of the summer.",
      "might",
    ],
    [
      "what a kept date hangs on",
      "Solberg said in the old harbour of Lisbon that Norway would send 12 engineers to Porto and Faro on 4 June 2024.",
      "Solberg said in the old harbour of Lisbon that Norway would send",
    ],
    [
      "what a number counts",
      "Solberg said in the old harbour of Lisbon on Monday that Norway would send 12 engineers to Porto at the end of the summer.",
      "engineers",
    ],
    [
      "an adjective that tells which",
      "The acting Portuguese foreign minister met her Norwegian counterpart in the old harbour of Lisbon on Monday to talk of fish and wind.",
      "acting",
    ],
    [
      "a date",
      "External Affairs Minister Suresh Rao hosted the American secretary of state, the Australian foreign minister and the Japanese foreign minister, on March 3.",
      "on March 3.",
    ],
    [
      "a part of a quotation",
      '"We share one ocean, which our fathers crossed in wooden boats, and we share one law that both our parliaments wrote," Moreira said.',
      "which our fathers crossed in wooden boats,",
    ],
  ])("keeps %s", (_, text, part) => {
    expect(cut(text, part)).toBe(text);
  });

  it("undoes one cut and makes the other", () => {
    const text =
      "Moreira, who came to power in a landslide last spring, said that Norway would send 12 engineers to Porto in June if the parliament agreed to it.";
    const parts = ["who came to power in a landslide last spring,", "if the parliament agreed to it."];
    const keep = without(text, parts[0] ?? "").filter(({ from }) =>
      without(text, parts[1] ?? "").some((each) => each.from === from),
    );
    expect(cutSentence(text, keep)).toBe(
      "Moreira said that Norway would send 12 engineers to Porto in June if the parliament agreed to it.",
    );
  });

  it.each([[[{ from: 0, to: 3 }]], [[{ from: 5, to: 2 }]], [[{ from: 1, to: 999 }]], [[]]])(
    "is whole where the words %j do not exist",
    (keep) => {
      const text = `Moreira met Solberg in Lisbon ${"and in Porto ".repeat(8)}on Monday.`;
      expect(cutSentence(text, keep)).toBe(text);
    },
  );

  it("shows numbers before each fifth word of long sentences alone", () => {
    expect(numberWords("Moreira met Solberg in Lisbon on Monday.")).toBe("Moreira met Solberg in Lisbon on Monday.");
    const long = Array.from({ length: 21 }, (_, at) => `w${at + 1}`).join(" ");
    expect(
      numberWords(long)
        .split(" ")
        .filter((word) => word.includes("|")),
    ).toEqual(["6|w6", "11|w11", "16|w16", "21|w21"]);
  });
});
