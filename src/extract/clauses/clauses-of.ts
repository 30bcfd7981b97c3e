import { type Grammar, loadGrammar } from "../../grammar/load-grammar.ts";
import type { TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { Clauses } from "./clauses.ts";
import { splitWords } from "./split-words.ts";

/** The weights are data like any table of the lexicon's, but they take tens of milliseconds: who never asks for a parse never loads them. */
const english = onFirstUse(loadGrammar);

/** The grammar of a sentence; it is parsed when it is first asked for, and kept by the model. */
export function clausesOf(model: TextModel, sentence: Sentence, grammar: () => Grammar = english): Clauses {
  const known = model.clauses.get(sentence.index);
  if (known !== undefined) return known;
  const split = splitWords(model.tokens, sentence);
  const clauses = new Clauses(sentence, split, grammar().parse(split.words));
  model.clauses.set(sentence.index, clauses);
  return clauses;
}

function onFirstUse<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
