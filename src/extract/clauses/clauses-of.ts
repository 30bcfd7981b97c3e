import type { TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { Clauses } from "./clauses.ts";
import { splitWords } from "./split-words.ts";

/** The grammar of a sentence; it is parsed when it is first asked for, and kept by the model. */
export function clausesOf(model: TextModel, sentence: Sentence): Clauses {
  const known = model.clauses.get(sentence.index);
  if (known !== undefined) return known;
  const split = splitWords(model.tokens, sentence);
  const clauses = new Clauses(sentence, split, model.language.grammar().parse(split.words));
  model.clauses.set(sentence.index, clauses);
  return clauses;
}
