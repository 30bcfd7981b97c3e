import { expect, test } from "vitest";
import type { Grammar } from "../../src/grammar/load-grammar.ts";
import { rememberParses } from "../../src/grammar/remember-parses.ts";

/** A grammar that says what it was asked to parse. */
function countingGrammar(): { grammar: Grammar; parsed: string[] } {
  const parsed: string[] = [];
  const grammar: Grammar = {
    parse(words) {
      parsed.push(words.join(" "));
      const length = words.length;
      return { tags: new Uint8Array(length).fill(length), heads: new Int32Array(length), relations: new Uint8Array(length) };
    },
  };
  return { grammar, parsed };
}

test("a sentence that was parsed before is not parsed again", () => {
  const { grammar, parsed } = countingGrammar();
  const remembering = rememberParses(grammar, { maxBytes: 1_000_000 });
  const first = remembering.parse(["Lund", "met", "Solberg"]);
  expect(remembering.parse(["Lund", "met", "Solberg"])).toBe(first);
  expect(remembering.parse(["Lund", "left"]).tags).toHaveLength(2);
  expect(parsed).toEqual(["Lund met Solberg", "Lund left"]);
});

test("what nobody asked for the longest is forgotten when the bytes are used up", () => {
  const { grammar, parsed } = countingGrammar();
  const remembering = rememberParses(grammar, { maxBytes: 1800 });
  for (const word of ["one", "two", "one", "three", "one", "two"]) remembering.parse([word]);
  expect(parsed).toEqual(["one", "two", "three", "two"]);
});

test("a sentence larger than all that may be kept is parsed each time", () => {
  const { grammar, parsed } = countingGrammar();
  const remembering = rememberParses(grammar, { maxBytes: 100 });
  remembering.parse(["one"]);
  remembering.parse(["one"]);
  expect(parsed).toEqual(["one", "one"]);
});
