import { describe, expect, it } from "vitest";
import { RELATIONS, TAGS } from "../../src/grammar/labels.ts";
import { loadGrammar } from "../../src/grammar/load-grammar.ts";
import type { Parse } from "../../src/grammar/parse.ts";
import { ANNOTATED_SENTENCES } from "./annotated-sentences.ts";

const grammar = loadGrammar();

/** "subject<-verb" of each word. */
function arcs(words: string[], { heads, relations }: Parse): string[] {
  return words.map((word, at) => `${word} ${RELATIONS[relations[at] ?? -1]} ${words[heads[at] ?? -1] ?? "ROOT"}`);
}

/** Every word but one hangs on another, and every chain of heads ends there. */
function expectTree({ heads }: Parse): void {
  expect([...heads].filter((head) => head === -1)).toHaveLength(heads.length === 0 ? 0 : 1);
  for (let at = 0; at < heads.length; at++) {
    let steps = 0;
    for (let above = at; above !== -1; above = heads[above] ?? -1) steps++;
    expect(steps).toBeLessThanOrEqual(heads.length);
  }
}

describe("the grammar on sentences of our own", () => {
  const words = ANNOTATED_SENTENCES.flatMap((sentence) => {
    const found = grammar.parse(sentence.map(({ form }) => form));
    return sentence.map(({ head, relation }, at) => ({
      head: head === null ? null : found.heads[at] === head,
      relation: relation === null ? null : found.heads[at] === head && RELATIONS[found.relations[at] ?? -1] === relation,
      subject: relation?.startsWith("nsubj") ?? false,
    }));
  });
  const share = (list: (boolean | null)[]) =>
    (100 * list.filter((each) => each === true).length) / list.filter((each) => each !== null).length;

  it("has enough of them", () => {
    expect(ANNOTATED_SENTENCES.length).toBeGreaterThanOrEqual(40);
    for (const sentence of ANNOTATED_SENTENCES) expect(sentence.filter(({ head }) => head === -1)).toHaveLength(1);
  });

  it("finds the heads", () => {
    expect(share(words.map(({ head }) => head))).toBeGreaterThanOrEqual(92);
  });

  it("finds heads and relations", () => {
    expect(share(words.map(({ relation }) => relation))).toBeGreaterThanOrEqual(88);
  });

  it("finds the subjects", () => {
    expect(share(words.filter(({ subject }) => subject).map(({ relation }) => relation))).toBeGreaterThanOrEqual(90);
  });
});

describe("the grammar on what strangers write", () => {
  it("parses no words", () => {
    const { heads, tags, relations } = grammar.parse([]);
    expect([heads.length, tags.length, relations.length]).toEqual([0, 0, 0]);
  });

  it("parses one word and one mark", () => {
    expect([...grammar.parse(["Yes"]).heads]).toEqual([-1]);
    expect([...grammar.parse(["."]).heads]).toEqual([-1]);
  });

  it.each([
    ["emoji", ["🎉", "👩‍👩‍👧", "says", "🚀", "!"]],
    ["marks alone", [..."...,,,;;;!!!???((("]],
    ["empty words", ["", "", "said", ""]],
    ["another script", "Министр сказал , что переговоры прошли успешно .".split(" ")],
    ["a word without spaces", ["x".repeat(10_000), "said", "ﷺ".repeat(5000)]],
    ["lone surrogates", ["\ud800", "said", "\udc00"]],
  ])("makes a tree of %s", (_, words) => {
    expectTree(grammar.parse(words));
  });

  it("makes one tree of 5,000 words, with and without a comma", () => {
    for (const unit of ["He said that she knew", "He came , saw , and said so ;"]) {
      const words = `${unit} `.repeat(1000).trim().split(" ").slice(0, 5000);
      const parse = grammar.parse(words);
      expect(parse.heads).toHaveLength(5000);
      expectTree(parse);
    }
  });

  it("knows a sentence in capitals", () => {
    const words = "THE FOREIGN MINISTER REJECTED THE OFFER .".split(" ");
    const found = arcs(words, grammar.parse(words));
    expect(found).toContain("REJECTED root ROOT");
    expect(found).toContain("MINISTER nsubj REJECTED");
    expect(found).toContain("OFFER obj REJECTED");
  });

  it("takes all quotation marks and apostrophes for one", () => {
    const straight = grammar.parse(['"', "We", "do", "n't", "know", ",", '"', "Castell", "said", "."]);
    const curly = grammar.parse(["“", "We", "do", "n’t", "know", ",", "”", "Castell", "said", "."]);
    expect([...curly.heads]).toEqual([...straight.heads]);
  });

  it("gives every word a label of its lists", () => {
    const { tags, relations } = grammar.parse(ANNOTATED_SENTENCES.flat().map(({ form }) => form));
    for (const tag of tags) expect(TAGS[tag]).toBeDefined();
    for (const relation of relations) expect(RELATIONS[relation]).toBeDefined();
  });
});

describe("one grammar and another", () => {
  const sentences = ANNOTATED_SENTENCES.map((sentence) => sentence.map(({ form }) => form));

  it("parses the same way whatever it parsed before, and however often it was loaded", () => {
    const again = loadGrammar();
    const backwards = [...sentences].reverse().map((words) => again.parse(words));
    for (const [at, words] of sentences.entries()) {
      expect(backwards[sentences.length - 1 - at]).toEqual(grammar.parse(words));
    }
  });

  it("forgets words when it has seen too many, and parses on as before", () => {
    const [first = []] = sentences;
    const before = grammar.parse(first);
    for (let at = 0; at < 25_000; at += 100) grammar.parse(Array.from({ length: 100 }, (_, of) => `word${at + of}`));
    expect(grammar.parse(first)).toEqual(before);
  });
});
