import { existsSync, readFileSync } from "node:fs";
import { Features, type Scorer } from "./features.ts";
import { createPackedScorer } from "./packed-scorer.ts";
import type { Parse } from "./parse.ts";
import { type ParserScorers, parseWords } from "./parse-words.ts";
import { joinParts, sentenceParts } from "./sentence-parts.ts";
import { createWordReader } from "./sentence-words.ts";
import { tagWords } from "./tag-words.ts";
import { type GrammarWeights, readLaidOutWeights, readWeightFile } from "./weight-file.ts";

/** Tags English words and finds their heads. The same words always get the same parse. */
export interface Grammar {
  /** Words are cut as treebanks cut them: "did n't", "Modi 's", "U.S. - led". Linear in their number; never throws. */
  parse(words: readonly string[]): Parse;
}

/** Reads the weights beside this file. From source this takes a tenth of a second: load once and pass it on. */
export function loadGrammar(): Grammar {
  const weights = readWeights();
  return createGrammar({
    tags: createPackedScorer(weights.tags),
    moves: createPackedScorer(weights.moves),
    relations: createPackedScorer(weights.relations),
  });
}

/** The built program has the weights unpacked: to unpack them took longer than a briefing. */
function readWeights(): GrammarWeights {
  const unpacked = new URL("./weights/english.tables", import.meta.url);
  if (existsSync(unpacked)) return readLaidOutWeights(readFileSync(unpacked));
  return readWeightFile(readFileSync(new URL("./weights/english.bin", import.meta.url)));
}

/** A grammar of the given scorers. */
export function createGrammar(scorers: ParserScorers & { tags: Scorer }): Grammar {
  const features = new Features();
  const readWords = createWordReader();
  function parsePart(words: readonly string[], parse: Parse, from: number): void {
    const sentence = readWords(words);
    tagWords(sentence, scorers.tags, features);
    const { head, relation } = parseWords(sentence, scorers, features);
    for (let at = 0; at < words.length; at++) {
      parse.tags[from + at] = sentence.tag[at] as number;
      parse.heads[from + at] = head[at] === sentence.root ? -1 : from + (head[at] as number);
      parse.relations[from + at] = relation[at] as number;
    }
  }
  return {
    parse(words) {
      const length = words.length;
      const parse = { tags: new Uint8Array(length), heads: new Int32Array(length), relations: new Uint8Array(length) };
      for (const { start, end } of sentenceParts(words)) parsePart(words.slice(start, end), parse, start);
      joinParts(parse);
      return parse;
    },
  };
}
