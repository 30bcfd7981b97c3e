import { caseOf, indirectObjectsOf, predicateOf } from "../../extract/clauses/clause-roles.ts";
import {
  CONDITIONAL_MARKS,
  CONNECTORS,
  LOOSE_PREPOSITIONS,
  MUTUAL,
  SPEAKING_FOR,
} from "../../extract/en/alignment/alignment-words.ts";
import { SAY } from "./attribution.ts";
import { type Claim, claimOf, type Part, predicatesOf } from "./claim.ts";
import { isDayKey, keysAt, type Line, lowerOf, placesOf } from "./line.ts";
import { first, type MatchClause, matchNoun, matchPhrase } from "./match-noun.ts";
import { isLimiting, isPronoun, ownWords, tiedTo } from "./phrase.ts";
import { plainForms } from "./plain-forms.ts";
import { MISSES, type Miss, type Sides, spend } from "./sides.ts";
import { keyOfBase } from "./word-key.ts";

/** The words of the sentence that a passage bears out, or what stands against it. */
export type Match = { kind: "borne"; words: number[] } | { kind: "missed"; miss: Miss };

interface Claims {
  said: Claim;
  passage: Claim;
}

const MUTUAL_KEYS = new Set([...MUTUAL].map(keyOfBase));
const MUTUAL_ROLES = new Set(["actor", "object", "p:with", "p:to"]);
const MAX_DEPTH = 8;
const OTHER = { kind: "missed", miss: "relation" } as const satisfies Match;

/**
 * Whether a passage bears out what a predicate of the sentence says: the same verb, or one that says the same, in the same polarity and
 * mood, said by the same people, and each of its parts in the same part there. Parts of the passage may be missing in the sentence, less
 * those that limit it. What is compared are the dependencies of both, so that who did it to whom cannot be exchanged.
 */
export function matchClaim(sides: Sides, predicate: number): Match {
  let worst: Extract<Match, { kind: "missed" }> = OTHER;
  for (const said of plainForms(claimOf(sides.said, predicate))) {
    for (const at of predicatesOf(sides.passage)) {
      const found = compare(sides, { said, passage: claimOf(sides.passage, at) }, 0);
      if (found.kind === "borne") return found;
      if (MISSES.indexOf(found.miss) > MISSES.indexOf(worst.miss)) worst = found;
    }
    const named = matchNaming(sides, said);
    if (named !== null) return { kind: "borne", words: named };
  }
  return worst;
}

const matchClause: MatchClause = (sides, clauses, depth) => {
  const claims = { said: claimOf(sides.said, clauses.said), passage: claimOf(sides.passage, clauses.passage) };
  const found = compare(sides, claims, depth);
  return found.kind === "borne" ? found.words : null;
};

function compare(sides: Sides, claims: Claims, depth: number): Match {
  const { said } = claims;
  if (depth > MAX_DEPTH || !spend(sides)) return OTHER;
  const head = matchHead(sides, claims);
  if (head === null) return OTHER;
  const words = new Set([...head, ...said.taken, said.token]);
  const used = new Set<Part>();
  for (const part of said.parts) {
    if (isShared(said, part)) continue;
    const found = findPart(sides, { claims, part, used }, depth);
    if (found === null) return OTHER;
    for (const word of found) words.add(word);
  }
  const miss = missOf(claims, used, depth);
  if (miss !== null) return { kind: "missed", miss };
  const sources = depth > 0 ? [] : matchSources(sides, claims);
  if (sources === null) return { kind: "missed", miss: "attribution" };
  return { kind: "borne", words: [...words, ...sources] };
}

/** The subject that a clause such as "of leaving" shares with another: the passage's shares it too. */
function isShared({ line, token }: Claim, part: Part): boolean {
  if (part.role !== "actor" || line.clauses.tagOf(token) !== "VBG" || line.clauses.headOf(part.token) === token) return false;
  return line.clauses.childrenOf(token, "mark").length > 0;
}

/** The words of the predicate itself; null where the passage's is another. */
function matchHead(sides: Sides, { said, passage }: Claims): number[] | null {
  const isNoun = said.line.clauses.childrenOf(said.token, "cop").length > 0 && said.keys === keysAt(said.line, said.token);
  if (!isNoun) return said.keys.length > 0 && said.keys.every((key) => passage.keys.includes(key)) ? [said.token] : null;
  if (passage.line.clauses.childrenOf(passage.token, "cop").length === 0) return null;
  return matchPhrase(sides, said.token, passage.token);
}

/** What stands against a claim whose words are all there: negation, mood, and what may not be left out. */
function missOf({ said, passage }: Claims, used: ReadonlySet<Part>, depth: number): Miss | null {
  if (said.isNegated !== passage.isNegated) return "negation";
  if (said.modal !== passage.modal) return "modality";
  const left = passage.parts.filter((part) => !used.has(part));
  if (left.some((part) => part.role === "adv" && isLimiting(passage.line, part.token))) return "limit";
  if (left.some((part) => CONDITIONAL_MARKS.has(part.role.slice(2))) || dropsCondition(said, passage)) return "modality";
  return depth === 0 && passage.isUncertain && !said.isUncertain ? "modality" : null;
}

/** Whether what may happen stands beside a condition that the sentence does not have, wherever the parser hangs it. */
function dropsCondition(said: Claim, passage: Claim): boolean {
  const holds = (line: Line) => placesOf(line).some((at) => CONDITIONAL_MARKS.has(lowerOf(line, at)));
  return passage.modal !== null && holds(passage.line) && !holds(said.line);
}

/** The words that say who said it, where both say the same; null otherwise. */
function matchSources(sides: Sides, { said, passage }: Claims): number[] | null {
  if (said.attributions.length !== passage.attributions.length) return null;
  const words: number[] = [];
  for (const [at, source] of said.attributions.entries()) {
    const other = passage.attributions[at];
    if (other === undefined || (other.key !== source.key && !(source.key === SAY && other.isSaying))) return null;
    words.push(source.token);
    for (const by of source.by) {
      const speaking = other.by.flatMap((each) => [each, ...spokenFor(sides, each)]);
      const found = first(speaking, (each) => matchNoun(sides, { said: by, passage: each, depth: 1 }, matchClause));
      if (found === null) return null;
      words.push(...found);
    }
    const told = indirectObjectsOf(passage.line.clauses, other.token);
    for (const to of indirectObjectsOf(said.line.clauses, source.token)) {
      const found = first(told, (each) => matchNoun(sides, { said: to, passage: each, depth: 1 }, matchClause));
      if (found === null) return null;
      words.push(...found);
    }
  }
  return words;
}

/** "A spokesman for the army" says what the army says; a person's spokesman does not say what the person says. */
function spokenFor({ passage, known }: Sides, speaker: number): number[] {
  if (!SPEAKING_FOR.has(lowerOf(passage, speaker))) return [];
  const isPerson = (token: number) => ownWords(passage, token).some((at) => keysAt(passage, at).some((key) => known.has(key)));
  return tiedTo(passage, speaker).flatMap(({ by, token }) => ((by === "for" || by === "of") && !isPerson(token) ? [token] : []));
}

function findPart(
  sides: Sides,
  { claims, part, used }: { claims: Claims; part: Part; used: Set<Part> },
  depth: number,
): number[] | null {
  const { said, passage } = claims;
  if (part.role === "adv" && CONNECTORS.has(lowerOf(said.line, part.token))) return [part.token];
  if (part.role === "c:that" && said.attributions.some((each) => each.token === said.token)) return [];
  const candidates = [...passage.parts, ...meantParts(passage), ...nearParts(passage, part)];
  return first(candidates, (other) => {
    const found = mayBe(said, part, other) ? matchPart(sides, { part, other }, depth) : null;
    if (found !== null) used.add(other);
    return found;
  });
}

/** Whom a pronoun means that is the subject of a second verb: the subject of the first. */
function meantParts({ line, token, parts }: Claim): Part[] {
  const { clauses } = line;
  if (!clauses.isOf(token, "conj", "advcl") || !parts.some((part) => part.role === "actor" && isPronoun(line, part.token)))
    return [];
  return claimOf(line, clauses.headOf(token)).parts.filter((part) => part.role === "actor");
}

/** What prepositions tie to any word of the clause. */
function nearParts({ line, token }: Claim, part: Part): Part[] {
  const { clauses } = line;
  if (!part.role.startsWith("p:") || part.role === "p:of") return [];
  return placesOf(line)
    .filter((at) => clauses.isOf(at, "nmod", "obl") && predicateOf(clauses, at) === token)
    .map((at) => ({ role: `p:${caseOf(clauses, at, line.model.tokens) ?? ""}`, token: at }));
}

function mayBe(said: Claim, part: Part, other: Part): boolean {
  if (part.role === other.role) return true;
  const isMutual = said.keys.some((key) => MUTUAL_KEYS.has(key));
  if (isMutual && MUTUAL_ROLES.has(part.role) && MUTUAL_ROLES.has(other.role)) return true;
  if (!part.role.startsWith("p:") || !other.role.startsWith("p:")) return false;
  const [by, otherBy] = [part.role.slice(2), other.role.slice(2)];
  if (keysAt(said.line, part.token).some(isDayKey)) return isLoose(by) && isLoose(otherBy);
  return (by === "" && isLoose(otherBy)) || (otherBy === "" && isLoose(by));
}

function isLoose(preposition: string): boolean {
  return preposition === "" || LOOSE_PREPOSITIONS.has(preposition);
}

function matchPart(sides: Sides, { part, other }: { part: Part; other: Part }, depth: number): number[] | null {
  if (part.role === "adv" || part.role === "prt") return sharesKeys(sides, part.token, other.token) ? [part.token] : null;
  if (part.role.startsWith("c:")) return matchClause(sides, { said: part.token, passage: other.token }, depth + 1);
  return matchNoun(sides, { said: part.token, passage: other.token, depth: depth + 1 }, matchClause);
}

function sharesKeys({ said, passage }: Sides, token: number, other: number): boolean {
  const keys = keysAt(passage, other);
  const own = keysAt(said, token);
  return own.length > 0 && own.every((key) => keys.includes(key));
}

/** "Hawking is a famed cosmologist" is borne out by "famed cosmologist Stephen Hawking". */
function matchNaming(sides: Sides, claim: Claim): number[] | null {
  const { said, passage } = sides;
  const isPlain = !claim.isNegated && claim.modal === null && claim.attributions.length === 0;
  const subject = claim.parts.find((part) => part.role === "actor");
  if (!isPlain || subject === undefined || said.clauses.childrenOf(claim.token, "cop").length === 0) return null;
  return first(nounsOf(passage), (noun) => {
    const who = matchPhrase(sides, subject.token, noun);
    const what = who === null ? null : matchNoun(sides, { said: claim.token, passage: noun, depth: 0 }, matchClause);
    if (who === null || what === null) return null;
    const inside = new Set([...who, ...what]);
    const isWhole = claim.parts.every((part) => part === subject || inside.has(part.token));
    return isWhole ? [...inside, ...claim.taken] : null;
  });
}

function nounsOf(line: Line): number[] {
  return placesOf(line).filter((token) => line.clauses.tagOf(token).startsWith("NN"));
}
