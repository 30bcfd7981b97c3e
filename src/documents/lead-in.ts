import type { Range } from "../domain/evidence/span.ts";
import { stripEnd } from "../domain/strip-end.ts";
import { subjectsOf } from "../extract/clauses/clause-roles.ts";
import { type Clauses, NO_TOKEN } from "../extract/clauses/clauses.ts";
import { clausesOf } from "../extract/clauses/clauses-of.ts";
import { nounPhraseOf } from "../extract/clauses/noun-phrase.ts";
import { storedEnglish } from "../extract/en/stored-english.ts";
import { readText, type TextModel } from "../extract/read-text.ts";

/** More than this in bold is no lead-in. */
const MOST_CHARACTERS = 90;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const PRONOUNS = new Set(["PRP", "DT", "EX", "WP", "WDT"]);

/** Who or what a sentence is about: the place of its subject in the text. Null where it is a pronoun, or the grammar shows none. */
export function leadInOf(sentence: string): Range | null {
  const model = readText(sentence, storedEnglish);
  const [first] = model.sentences;
  if (first === undefined) return null;
  const clauses = clausesOf(model, first);
  for (let at = first.firstToken; at < first.lastToken; at++) {
    if (clauses.headOf(at) !== NO_TOKEN || clauses.isOf(at, "punct")) continue;
    const subjects = subjectsOf(clauses, at).filter((each) => each < at);
    const [leading] = subjects;
    if (leading === undefined || PRONOUNS.has(clauses.tagOf(leading))) return null;
    return rangesOf(model, { from: leading, verb: verbOf(clauses, at) }, clauses).find(isShort) ?? null;
  }
  return null;
}

/** The first word of a predicate behind its subject: "has" of "has agreed". Where the parser takes a noun for it, the first verb behind that. */
function verbOf(clauses: Clauses, predicate: number): number {
  const verb = Math.min(predicate, ...clauses.childrenOf(predicate, "aux", "cop"));
  const { lastToken } = clauses.sentence;
  for (let at = verb; at < lastToken; at++) if (FINITE.test(clauses.tagOf(at))) return at;
  return verb;
}

/** From the subject to the verb, and what of that stands before its first comma. */
function rangesOf(model: TextModel, { from, verb }: { from: number; verb: number }, clauses: Clauses): Range[] {
  const first = Math.min(nounPhraseOf(clauses, from).start, clauses.spanOf(from).start);
  const start = model.tokens[first]?.start ?? 0;
  const end = model.tokens[verb]?.start ?? start;
  const words = model.text.slice(start, end);
  return [words, words.split(",")[0] ?? ""].map((each) => ({
    start,
    end: start + stripEnd(each, /[,\s]/).length,
  }));
}

function isShort({ start, end }: Range): boolean {
  return end > start && end - start <= MOST_CHARACTERS;
}
