import { describe, expect, it } from "vitest";
import { splitWords } from "../../../src/extract/clauses/split-words.ts";
import { english } from "../../../src/extract/en/english.ts";
import { readText } from "../../../src/extract/read-text.ts";

/** The words of the first sentence, those of one token in brackets. */
function split(text: string): string {
  const model = readText(text, english);
  const [sentence] = model.sentences;
  if (sentence === undefined) return "";
  const { words, tokens } = splitWords(model.tokens, sentence);
  return words.map((word, at) => (tokens[at] === tokens[at - 1] ? `+${word}` : word)).join(" ");
}

describe("splitWords", () => {
  it.each([
    ["Castell's envoy didn't say they'd come.", "Castell +'s envoy did +n't say they +'d come ."],
    ["Castell’s envoy didn’t come.", "Castell +’s envoy did +n’t come ."],
    ["The ministers' pay cannot rise.", "The ministers ' pay can +not rise ."],
    [
      "A left-wing and/or pro-Veld non-profit-run group left.",
      "A left +- +wing and +/ +or pro-Veld non-profit +- +run group left .",
    ],
    ["Mr. Brandt met J. Orin there.", "Mr. Brandt met J. Orin there ."],
    ["She said ... nothing.", "She said ... nothing ."],
    ["The vote on 2019-05-01 ended 12-3.", "The vote on 2019-05-01 ended 12-3 ."],
    ["O'Neill met the U.S. envoy.", "O'Neill met the U.S. envoy ."],
    ["a-b-c-d-e-f-g-h-i-j-k-l came.", "a-b-c-d-e-f-g-h-i-j-k-l came ."],
  ])("cuts %s", (text, words) => {
    expect(split(text)).toBe(words);
  });

  it("gives every word a token of the sentence, in order", () => {
    const model = readText("First, Mr. Orin's half-sister didn't... no! Then J. Falk can't. «So?» 🎉 end", english);
    for (const sentence of model.sentences) {
      const { words, tokens } = splitWords(model.tokens, sentence);
      expect(tokens).toHaveLength(words.length);
      for (const [at, token] of tokens.entries()) {
        expect(token).toBeGreaterThanOrEqual(Math.max(sentence.firstToken, tokens[at - 1] ?? 0));
        expect(token).toBeLessThan(sentence.lastToken);
      }
    }
  });
});
