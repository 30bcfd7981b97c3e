import { NOBODY } from "../en/function-words.ts";
import { type Clauses, NO_TOKEN } from "./clauses.ts";

/** A word that a preposition puts in a place: "in Ankara", "by the minister"; `by` is null where there is none ("on" that day: "Monday"). */
export interface Oblique {
  token: number;
  /** The preposition in small letters, of several words with spaces between them: "according to". */
  by: string | null;
}

/** A predicate above another one, and the relation by which what was below hangs on it. */
export interface Governor {
  token: number;
  relation: string;
}

/** What the roles need of a text: the words in small letters. */
export type LowerWords = readonly { lower: string }[];

const RELATIVES = new Set(["WDT", "WP", "WRB"]);
const NON_FINITE = new Set(["VB", "VBG", "VBN"]);
const CLAUSES = ["ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"];
/** Longer chains are no grammar but mistakes. */
const MAX_CHAIN = 12;

/** The word that a stretch of tokens is about: the first whose head is outside of it and that is no mark; of "a spokesman for Modi", "spokesman". */
export function headOf(clauses: Clauses, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const head = clauses.headOf(at);
    if ((head < start || head >= end) && !clauses.isOf(at, "punct", "case", "cc", "mark")) return at;
  }
  return NO_TOKEN;
}

/** The word and what is joined to it by "and", "or" and commas behind it: of "A, B and C" all three for A, B and C for B. */
export function conjunctsOf(clauses: Clauses, token: number): number[] {
  const list = [token];
  for (const each of list) list.push(...clauses.childrenOf(each, "conj"));
  return list.sort((a, b) => a - b);
}

/** The first of the words that a word is joined to by "and": of "A, B and C" A for each. */
export function firstConjunct(clauses: Clauses, token: number): number {
  let at = token;
  while (clauses.isOf(at, "conj")) at = clauses.headOf(at);
  return at;
}

/**
 * The heads of the subjects of a predicate, each with what is joined to it. Of a passive it is who suffers. Where the predicate has none of its
 * own, it is the one that grammar shares with it: "A came and left", "A wants to leave", "A told B to leave" (B), "speaking there, A …",
 * "B, who left", "the man accused of it".
 */
export function subjectsOf(clauses: Clauses, predicate: number): number[] {
  let at = predicate;
  for (let step = 0; step < MAX_CHAIN && at !== NO_TOKEN; step++) {
    const [subject] = clauses.childrenOf(at, "nsubj", "csubj");
    if (subject !== undefined) return conjunctsOf(clauses, meantBy(clauses, subject, at));
    const head = clauses.headOf(at);
    if (clauses.isOf(at, "acl")) return subjectsOfNounClause(clauses, at);
    if (clauses.isOf(at, "xcomp")) {
      const [object] = clauses.childrenOf(head, "obj", "iobj");
      if (object !== undefined) return conjunctsOf(clauses, object);
    } else if (!clauses.isOf(at, "conj") && !isBareClause(clauses, at)) return [];
    at = head;
  }
  return [];
}

/** "the man accused of it", "the envoy leading the talks": the noun; of "his decision to leave" whose it is, and of "a plan to leave" nobody. */
function subjectsOfNounClause(clauses: Clauses, predicate: number): number[] {
  const noun = clauses.headOf(predicate);
  if (clauses.relationOf(predicate) === "acl:relcl") return [];
  if (clauses.tagOf(predicate) !== "VB") return [noun];
  return clauses.childrenOf(noun, "nmod:poss").slice(0, 1);
}

/** A relative pronoun means what its clause is about. */
function meantBy(clauses: Clauses, word: number, predicate: number): number {
  const clause = firstConjunct(clauses, predicate);
  const isRelative = clauses.relationOf(clause) === "acl:relcl" && RELATIVES.has(clauses.tagOf(word));
  return isRelative ? clauses.headOf(clause) : word;
}

/** "Speaking there", "asked about it", "to win": a clause beside another one, whose subject it shares. */
function isBareClause(clauses: Clauses, predicate: number): boolean {
  return clauses.isOf(predicate, "advcl") && NON_FINITE.has(clauses.tagOf(predicate));
}

/** Whether a predicate's subject suffers what it says: "was told". */
export function isPassive(clauses: Clauses, predicate: number): boolean {
  return clauses.childrenOf(predicate).some((child) => clauses.relationOf(child).endsWith(":pass"));
}

/** Who does what a verb says: its subjects, or behind a passive who stands after "by". */
export function actorsOf(clauses: Clauses, verb: number, words: LowerWords): number[] {
  if (!isPassive(clauses, verb) && !isBareParticiple(clauses, verb)) return subjectsOf(clauses, verb);
  const agents = obliquesOf(clauses, verb, words).filter(({ by }) => by === "by");
  return agents.flatMap(({ token }) => conjunctsOf(clauses, token));
}

/** "the man accused of it": no helping verb, and still a passive. */
function isBareParticiple(clauses: Clauses, verb: number): boolean {
  return clauses.relationOf(verb) === "acl" && clauses.tagOf(verb) === "VBN";
}

/** The direct objects of a verb, each with what is joined to it; of "the treaty that both signed" the treaty. */
export function objectsOf(clauses: Clauses, verb: number): number[] {
  return clauses.childrenOf(verb, "obj").flatMap((object) => conjunctsOf(clauses, meantBy(clauses, object, verb)));
}

/** To whom: the indirect objects of a verb ("told reporters that …" has an object, "gave him a hand" an indirect one). */
export function indirectObjectsOf(clauses: Clauses, verb: number): number[] {
  return clauses.childrenOf(verb, "iobj").flatMap((object) => conjunctsOf(clauses, object));
}

/** What prepositions tie to a predicate or a noun: "met in Ankara with B", "the minister of Norway". Possessors are none. */
export function obliquesOf(clauses: Clauses, head: number, words: LowerWords): Oblique[] {
  return clauses
    .childrenOf(head, "obl", "nmod")
    .filter((token) => clauses.relationOf(token) !== "nmod:poss")
    .map((token) => ({ token, by: caseOf(clauses, token, words) }));
}

/** The preposition of a word: "to" of "to Ankara"; null where it has none. */
export function caseOf(clauses: Clauses, token: number, words: LowerWords): string | null {
  const preposition = clauses.childrenOf(token, "case").find((child) => child < token);
  if (preposition === undefined) return null;
  const parts = [preposition, ...clauses.childrenOf(preposition, "fixed")].sort((a, b) => a - b);
  return parts.map((part) => words[part]?.lower ?? "").join(" ");
}

/** Whether a predicate is denied within its own clause: "did not say", "never came", "no minister came", "nobody came". */
export function isNegated(clauses: Clauses, predicate: number, words: LowerWords): boolean {
  if (clauses.hasNegation(predicate)) return true;
  return clauses.childrenOf(predicate).some((child) => {
    const lower = words[child]?.lower ?? "";
    if (clauses.isOf(child, "nsubj", "obj") && NOBODY.has(lower)) return true;
    if (clauses.isOf(child, "advmod") && lower === "longer") return true;
    if (!clauses.isOf(child, "nsubj", "obj", "aux")) return false;
    if (clauses.isOf(child, "aux")) return clauses.hasNegation(child);
    return clauses.childrenOf(child, "det").some((det) => words[det]?.lower === "no");
  });
}

/** The predicates above one, from the nearest up: of "left" in "A denied that B said C left" first "said" (ccomp), then "denied" (ccomp). */
export function governorsOf(clauses: Clauses, predicate: number): Governor[] {
  const governors: Governor[] = [];
  let at = predicate;
  while (governors.length < MAX_CHAIN && clauses.isOf(at, ...CLAUSES)) {
    const token = clauses.headOf(at);
    governors.push({ token, relation: clauses.relationOf(at) });
    at = token;
  }
  return governors;
}

/** The predicate of the clause that a word is in; a predicate's own is itself. `NO_TOKEN` outside of the sentence. */
export function predicateOf(clauses: Clauses, token: number): number {
  for (let at = token; at !== NO_TOKEN; at = clauses.headOf(at)) if (isPredicate(clauses, at)) return at;
  return NO_TOKEN;
}

/** Whether a clause hangs on a word: a verb that is no helping verb, or a noun or adjective with a subject ("A is the minister"). */
function isPredicate(clauses: Clauses, token: number): boolean {
  if (clauses.headOf(token) === NO_TOKEN) return clauses.relationOf(token) === "root";
  if (clauses.isOf(token, "aux", "cop", "amod", "case", "mark", "compound", "punct")) return false;
  return clauses.tagOf(token).startsWith("VB") || clauses.childrenOf(token, "nsubj", "cop").length > 0;
}

/** Whose it is: "Castell" of "Castell's envoy", "his" of "his envoy"; `NO_TOKEN` where it is nobody's. */
export function possessorOf(clauses: Clauses, noun: number): number {
  return clauses.childrenOf(noun, "nmod:poss")[0] ?? NO_TOKEN;
}

/** The nouns that say again who a noun is: "minister" of "Ines Alden, the minister". */
export function appositionsOf(clauses: Clauses, noun: number): number[] {
  return clauses.childrenOf(noun, "appos");
}
