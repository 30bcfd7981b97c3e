import { type Relations, relationsOf } from "../../../src/extract/clauses/relations-of.ts";
import { english } from "../../../src/extract/en/english.ts";
import type { EventAt } from "../../../src/extract/meetings/when/date-host.ts";
import { readText, type TextModel, tokensOf } from "../../../src/extract/read-text.ts";
import type { Sentence, Token } from "../../../src/extract/tokens.ts";

export interface ParsedSentence {
  model: TextModel;
  sentence: Sentence;
  tokens: Token[];
  grammar: Relations;
  /** The place of the first words that read so. */
  eventAt: (words: string) => EventAt;
  /** Whether a token is part of one of the names in the texts of these tests. */
  isPerson: (token: number) => boolean;
}

const NAMES = new Set("Ilda Moreno Anton Lask Otto Riis".split(" "));

/** The last sentence of a text, with its grammar in its own tokens. */
export function parseLast(text: string): ParsedSentence {
  const model = readText(text, english);
  const sentence = model.sentences.at(-1);
  if (sentence === undefined) throw new Error("The text has no sentence.");
  const tokens = tokensOf(model, sentence);
  const grammar = relationsOf(model, sentence);
  function eventAt(words: string): EventAt {
    const wanted = words.split(" ");
    const first = tokens.findIndex((_, at) => wanted.every((word, i) => tokens[at + i]?.text === word));
    if (first < 0) throw new Error(`No ${words} in ${text}`);
    return { at: first + wanted.length - 1, first, last: first + wanted.length };
  }
  return { model, sentence, tokens, grammar, eventAt, isPerson: (at) => NAMES.has(tokens[at]?.text ?? "") };
}
