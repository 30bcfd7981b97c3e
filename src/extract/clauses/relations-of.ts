import type { TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { clausesOf } from "./clauses-of.ts";

/** A sentence's grammar: per token its Penn tag and the place of its head in the sentence, -1 for the root. */
export interface Heads {
  tags: readonly string[];
  heads: ArrayLike<number>;
}

/** The same with the relation of each token to its head, without subtype: "nmod", "obj". */
export interface Relations extends Heads {
  rels: readonly string[];
}

/** The grammar of a sentence by the places of its own tokens, the first of which is 0. */
export function relationsOf(model: TextModel, sentence: Sentence): Relations {
  const clauses = clausesOf(model, sentence);
  const places = Array.from({ length: sentence.lastToken - sentence.firstToken }, (_, at) => sentence.firstToken + at);
  return {
    tags: places.map((at) => clauses.tagOf(at)),
    heads: places.map((at) => Math.max(-1, clauses.headOf(at) - sentence.firstToken)),
    rels: places.map((at) => clauses.relationOf(at).split(":")[0] ?? ""),
  };
}
