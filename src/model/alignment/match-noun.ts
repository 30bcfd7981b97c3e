import { caseOf, predicateOf } from "../../extract/clauses/clause-roles.ts";
import { NAMED_BY_OF } from "../../extract/en/alignment/alignment-words.ts";
import { markOf } from "./attribution.ts";
import { UNIT_KEYS } from "./is-shortened.ts";
import { keysAt, type Line, lowerOf, placesOf } from "./line.ts";
import { isFree, isLimiting, isPronoun, namingWords, ownWords, type Tied, tiedTo } from "./phrase.ts";
import { type KnownWords, type Sides, spend } from "./sides.ts";

const MAX_DEPTH = 8;

/** Matches the clauses that hang on nouns: whether a clause of the passage says what one of the sentence does. Its words, or null. */
export type MatchClause = (sides: Sides, clauses: { said: number; passage: number }, depth: number) => number[] | null;

/** A noun of the sentence and one of the passage, at a depth of the search. */
export interface Nouns {
  said: number;
  passage: number;
  depth: number;
}

/**
 * Whether a noun of the passage is what a noun of the sentence says, with all that is said of it there. The words of the sentence that are
 * borne out, or null.
 */
export function matchNoun(sides: Sides, nouns: Nouns, matchClause: MatchClause): number[] | null {
  const { said, passage } = sides;
  if (nouns.depth > MAX_DEPTH || !spend(sides)) return null;
  if (isPronoun(said, nouns.said) || isPronoun(passage, nouns.passage))
    return lowerOf(said, nouns.said) === lowerOf(passage, nouns.passage) ? [nouns.said] : null;
  const own = matchPhrase(sides, nouns.said, nouns.passage);
  if (own === null) return null;
  const words = new Set(own);
  const there = tiedTo(passage, nouns.passage);
  for (const tied of tiedTo(said, nouns.said)) {
    const found = matchTied(sides, { tied, there, nouns }, matchClause);
    if (found === null) return null;
    for (const word of found) words.add(word);
  }
  for (const clause of said.clauses.childrenOf(nouns.said, "acl")) {
    const found = matchOwnClause(sides, { clause, nouns }, matchClause);
    if (found === null) return null;
    for (const word of found) words.add(word);
  }
  return [...words];
}

/** The words of a noun's own phrase, where the passage's phrase has them all and limits nothing that the sentence does not. */
export function matchPhrase({ said, passage, known }: Sides, noun: number, other: number): number[] | null {
  const words = [noun, ...said.clauses.childrenOf(noun, "appos")].flatMap((each) => ownWords(said, each));
  const wanted = words.filter((at) => !isFree(said, at) || at === noun).flatMap((at) => keysAt(said, at));
  if (wanted.length === 0) return null;
  const keys = withKnown([...keysOf(passage, namingWords(passage, other)), ...tiedKeys(passage, other)], known);
  if (!wanted.every((key) => keys.has(key))) return null;
  if (lacksUnit(wanted, keys)) return null;
  const left = [...ownWords(passage, other), ...limitingBeside(passage, other, wanted)].filter((at) => isLimiting(passage, at));
  return left.every((at) => keysAt(passage, at).every((key) => wanted.includes(key))) ? words : null;
}

/** "12.5" where the passage has "12.5 per cent". */
function lacksUnit(wanted: string[], there: ReadonlySet<string>): boolean {
  return wanted.some((key) => /^\d/.test(key)) && [...UNIT_KEYS].some((unit) => there.has(unit) && !wanted.includes(unit));
}

/** What limits the words of another name of a noun that the sentence uses: "former" of "Duarte, a former envoy" where she is called the envoy. */
function limitingBeside(line: Line, noun: number, wanted: string[]): number[] {
  return namingWords(line, noun).filter((at) => keysAt(line, line.clauses.headOf(at)).some((key) => wanted.includes(key)));
}

/** "Norwegian engineers" are "engineers from Norway"; "some of the delegates" are delegates, and "the town of Kesh" is Kesh. */
function tiedKeys(line: Line, noun: number): string[] {
  const isItsOf = isLimiting(line, noun) || NAMED_BY_OF.has(lowerOf(line, noun));
  return tiedTo(line, noun)
    .filter(({ by }) => by === "of" || by === "from")
    .flatMap(({ token }) =>
      ownWords(line, token).flatMap((at) => keysAt(line, at).filter((key) => isItsOf || at !== token || key.startsWith("="))),
    );
}

function keysOf(line: Line, tokens: number[]): string[] {
  return tokens.flatMap((at) => keysAt(line, at));
}

/** Keys with those of whoever they name: "Moreira" is Ana, and a minister, of Portugal. */
function withKnown(keys: string[], known: KnownWords): Set<string> {
  return new Set([...keys, ...keys.flatMap((key) => [...(known.get(key) ?? [])])]);
}

interface TiedSearch {
  tied: Tied;
  there: Tied[];
  nouns: Nouns;
}

function matchTied(sides: Sides, { tied, there, nouns }: TiedSearch, matchClause: MatchClause): number[] | null {
  const { said, passage, known } = sides;
  const compare = (other: number) => matchNoun(sides, { said: tied.token, passage: other, depth: nouns.depth + 1 }, matchClause);
  for (const each of there) {
    if (each.by !== tied.by && !(tied.by === "of" && each.by === "in")) continue;
    const found = compare(each.token);
    if (found !== null) return found;
  }
  if (tied.by === "of") {
    const around = withKnown(keysOf(passage, namingWords(passage, nouns.passage)), known);
    const own = ownWords(said, tied.token);
    const wanted = keysOf(
      said,
      own.filter((at) => !isFree(said, at)),
    );
    return wanted.length > 0 && wanted.every((key) => around.has(key)) ? own : null;
  }
  return tied.by === "by" ? null : first(besideIn(passage, nouns.passage, tied.by), compare);
}

/** The nouns that the same preposition ties to anything in the same clause: the parser hangs "in Lisbon" of "met him in Lisbon" on either. */
function besideIn(line: Line, noun: number, by: string | null): number[] {
  const { clauses } = line;
  const predicate = predicateOf(clauses, noun);
  return placesOf(line).filter(
    (token) =>
      clauses.isOf(token, "nmod", "obl") &&
      predicateOf(clauses, token) === predicate &&
      caseOf(clauses, token, line.model.tokens) === by,
  );
}

function matchOwnClause(
  sides: Sides,
  { clause, nouns }: { clause: number; nouns: Nouns },
  matchClause: MatchClause,
): number[] | null {
  const mark = markOf(sides.said, clause);
  const candidates = clausesAround(sides.passage, nouns.passage).filter((at) => markOf(sides.passage, at) === mark);
  return first(candidates, (at) => matchClause(sides, { said: clause, passage: at }, nouns.depth + 1));
}

/** The clauses that hang on a noun or beside it: the parser hangs "of leaving" in "accused him of leaving" on the verb or on either noun. */
function clausesAround({ clauses }: Line, noun: number): number[] {
  const predicate = predicateOf(clauses, noun);
  const others = clauses.childrenOf(predicate, "obj", "nsubj").flatMap((at) => clauses.childrenOf(at, "acl"));
  return [
    ...clauses.childrenOf(noun, "acl"),
    ...clauses.childrenOf(predicate, "advcl", "xcomp"),
    ...others.filter((at) => clauses.relationOf(at) === "acl"),
  ];
}

/** What the first of some candidates that fits gives; null where none does. */
export function first<Candidate, Found>(candidates: Iterable<Candidate>, take: (each: Candidate) => Found | null): Found | null {
  for (const each of candidates) {
    const found = take(each);
    if (found !== null) return found;
  }
  return null;
}
