import { caseOf, conjunctsOf } from "../../extract/clauses/clause-roles.ts";
import { LIMITING } from "../../extract/en/alignment/alignment-words.ts";
import { ARTICLES } from "../../extract/en/function-words.ts";
import { keysAt, type Line, lowerOf } from "./line.ts";

/** What describes a noun in one breath, without prepositions, possessors and clauses. */
const DESCRIBES = ["amod", "compound", "nummod", "flat", "det", "advmod", "fixed", "goeswith", "dep", "list"];
const MAX_DEPTH = 6;
/** Tags of words that say nothing of their own: relative pronouns, "there", "to", what a modal says is compared apart. */
const EMPTY_TAGS = new Set(["WDT", "WP", "WRB", "EX", "POS", "TO", "MD"]);

/** A noun that a preposition or possession ties to another. */
export interface Tied {
  /** "of" for a possessor; null where there is no preposition. */
  by: string | null;
  token: number;
}

/** A noun and the words that describe it. */
export function ownWords(line: Line, noun: number, depth = 0): number[] {
  const { clauses } = line;
  if (depth > MAX_DEPTH) return [noun];
  const describing = clauses.childrenOf(noun).filter((child) => describes(line, child));
  return [noun, ...describing.flatMap((child) => ownWords(line, child, depth + 1))];
}

function describes({ clauses }: Line, token: number): boolean {
  return clauses.isOf(token, ...DESCRIBES) || clauses.isOf(token, "nmod:desc", "nmod:unmarked");
}

/** The same with its other names: an apposition, what it is an apposition of, and the nouns right beside it, whatever they hang on. */
export function namingWords(line: Line, noun: number): number[] {
  const { clauses } = line;
  const heads = new Set([noun]);
  if (clauses.isOf(noun, "appos", "flat", "compound")) heads.add(clauses.headOf(noun));
  for (const head of heads) for (const other of clauses.childrenOf(head, "appos")) heads.add(other);
  for (const name of namesBehind(line, noun)) heads.add(name);
  return [...new Set([...[...heads].flatMap((head) => ownWords(line, head)), ...nounsBeside(line, noun)])];
}

/** "The minister of Norway, Erik Solberg": a full name that the parser hangs on the inner noun. */
function namesBehind({ clauses }: Line, noun: number): number[] {
  const isFullName = (token: number) => clauses.tagOf(token) === "NNP" && clauses.childrenOf(token, "flat").length > 0;
  return clauses.childrenOf(noun, "nmod").flatMap((inner) => clauses.childrenOf(inner, "appos").filter(isFullName));
}

/** Up to a possessor: "Reyes's spokesman" is not Reyes. */
function nounsBeside({ clauses }: Line, noun: number): number[] {
  const isPart = (token: number) => /^(?:NN|JJ|CD)/.test(clauses.tagOf(token)) && !clauses.isOf(token, "nmod:poss");
  const found: number[] = [];
  for (let at = noun - 1; isPart(at); at--) found.push(at);
  for (let at = noun + 1; isPart(at); at++) found.push(at);
  return found;
}

/** What prepositions and possession tie to a noun and to its other names, each with what is joined to it. */
export function tiedTo(line: Line, noun: number): Tied[] {
  const { clauses } = line;
  return [noun, ...clauses.childrenOf(noun, "appos")].flatMap((head) =>
    clauses
      .childrenOf(head, "nmod", "obl")
      .filter((token) => !describes(line, token))
      .flatMap((token) => {
        const by = clauses.relationOf(token) === "nmod:poss" ? "of" : caseOf(clauses, token, line.model.tokens);
        return conjunctsOf(clauses, token).map((each) => ({ by, token: each }));
      }),
  );
}

export function isPronoun(line: Line, token: number): boolean {
  return line.clauses.tagOf(token).startsWith("PRP");
}

/** Whether leaving a word out would say more than the passage does. */
export function isLimiting(line: Line, token: number): boolean {
  return LIMITING.has(lowerOf(line, token));
}

/** Whether a token is a mark that stands for no word. */
export function isBareMark(line: Line, token: number): boolean {
  return line.model.tokens[token]?.kind === "mark" && !/[%$€£¥₹]/.test(lowerOf(line, token));
}

/** Whether a word says nothing that must be found: an article, a mark, what helps a verb, a preposition (its noun is looked for by it). */
export function isFree(line: Line, token: number): boolean {
  const { clauses } = line;
  if (isBareMark(line, token) || keysAt(line, token).length === 0 || ARTICLES.has(lowerOf(line, token))) return true;
  return (
    EMPTY_TAGS.has(clauses.tagOf(token)) || clauses.isOf(token, "punct", "case", "mark", "cc", "cop", "aux", "expl", "fixed")
  );
}
