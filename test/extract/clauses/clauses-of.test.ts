import { describe, expect, it } from "vitest";
import { NO_TOKEN } from "../../../src/extract/clauses/clauses.ts";
import { clausesOf } from "../../../src/extract/clauses/clauses-of.ts";
import { english } from "../../../src/extract/en/english.ts";
import { readText } from "../../../src/extract/read-text.ts";
import { RELATIONS } from "../../../src/grammar/labels.ts";
import type { Grammar } from "../../../src/grammar/load-grammar.ts";

/** A grammar that knows one sentence: for each word its head and relation. */
function grammarOf(arcs: [head: number, relation: string][]): Grammar & { asked: number } {
  return {
    asked: 0,
    parse(words) {
      this.asked++;
      expect(words).toHaveLength(arcs.length);
      return {
        tags: new Uint8Array(arcs.length),
        heads: Int32Array.from(arcs, ([head]) => head),
        relations: Uint8Array.from(arcs, ([, relation]) => RELATIONS.indexOf(relation)),
      };
    },
  };
}

function read(text: string, arcs: [head: number, relation: string][]) {
  const grammar = grammarOf(arcs);
  const model = readText(text, { ...english, grammar: () => grammar });
  const [sentence] = model.sentences;
  if (sentence === undefined) throw new Error("There is no sentence.");
  return { model, sentence, grammar, clauses: clausesOf(model, sentence) };
}

describe("clausesOf", () => {
  it("parses a sentence once for each text model", () => {
    const { model, sentence, grammar, clauses } = read("He left.", [
      [1, "nsubj"],
      [-1, "root"],
      [1, "punct"],
    ]);
    expect(clausesOf(model, sentence)).toBe(clauses);
    expect(grammar.asked).toBe(1);
  });

  it("hangs a token where the topmost of its parts hangs, so that no circle arises", () => {
    // That 's what he 's: the first part of each word hangs on a part of the other.
    const { clauses } = read("That's he's", [
      [1, "nsubj"],
      [-1, "root"],
      [1, "obj"],
      [2, "aux"],
    ]);
    expect(clauses.headOf(0)).toBe(NO_TOKEN);
    expect(clauses.headOf(1)).toBe(0);
    const crossed = read("He's it's", [
      [3, "nsubj"],
      [2, "cop"],
      [3, "nsubj"],
      [-1, "root"],
    ]);
    expect(crossed.clauses.headOf(1)).toBe(NO_TOKEN);
    expect(crossed.clauses.headOf(0)).toBe(1);
  });

  it("keeps a stop with the word that it belongs to, and knows spans", () => {
    const { clauses } = read("Mr. Orin did not go.", [
      [1, "compound"],
      [4, "nsubj"],
      [4, "aux"],
      [4, "advmod"],
      [-1, "root"],
      [4, "punct"],
    ]);
    expect(clauses.headOf(1)).toBe(0);
    expect(clauses.relationOf(1)).toBe("punct");
    expect(clauses.spanOf(2)).toEqual({ start: 0, end: 3 });
    expect(clauses.spanOf(5)).toEqual({ start: 0, end: 7 });
    expect(clauses.hasNegation(5)).toBe(true);
    expect(clauses.isUnder(0, 5)).toBe(true);
    expect(clauses.isUnder(5, 5)).toBe(false);
    expect(clauses.childrenOf(5, "nsubj", "aux")).toEqual([2, 3]);
    expect(clauses.isOf(2, "nsubj")).toBe(true);
  });

  it("knows nothing of a token of another sentence", () => {
    const { clauses } = read("He left. She stayed.", [
      [1, "nsubj"],
      [-1, "root"],
      [1, "punct"],
    ]);
    expect([clauses.headOf(4), clauses.relationOf(4), clauses.tagOf(4), clauses.childrenOf(4)]).toEqual([NO_TOKEN, "", "", []]);
    expect(clauses.relationOf(-1)).toBe("");
  });
});
