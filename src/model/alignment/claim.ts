import {
  actorsOf,
  conjunctsOf,
  indirectObjectsOf,
  isNegated,
  isPassive,
  objectsOf,
  obliquesOf,
  predicateOf,
  subjectsOf,
} from "../../extract/clauses/clause-roles.ts";
import { SAME_MODALS } from "../../extract/en/alignment/alignment-words.ts";
import { NEGATIONS } from "../../extract/en/function-words.ts";
import { type Attribution, attributionsOf, isUncertain, markOf } from "./attribution.ts";
import { keysAt, type Line, lowerOf, placesOf, textOf } from "./line.ts";
import { isBareMark } from "./phrase.ts";

const FINITE = /^VB[DZP]$/;

/** What a predicate is said of, and how: "actor", "object", by a preposition ("p:in"), "adv", "prt", a clause ("c:that", "c:because"). */
export interface Part {
  role: string;
  token: number;
}

/** One predicate with all that it says. A passive is as its active: whoever stands after "by" is the actor. */
export interface Claim {
  line: Line;
  token: number;
  keys: readonly string[];
  isNegated: boolean;
  modal: string | null;
  parts: Part[];
  attributions: Attribution[];
  /** Whether the sentence only plans, wishes or supposes it. */
  isUncertain: boolean;
  /** Words that the fields above have taken in. */
  taken: number[];
}

export function predicatesOf(line: Line): number[] {
  return placesOf(line).filter((token) => predicateOf(line.clauses, token) === token);
}

export function claimOf(line: Line, token: number): Claim {
  const { clauses } = line;
  const attributions = attributionsOf(line, token);
  const isDenied = attributions.filter((each) => each.denies).length % 2 === 1;
  return {
    line,
    token,
    keys: keysAt(line, token),
    isNegated: isNegated(clauses, token, line.model.tokens) !== isDenied,
    modal: modalOf(line, token),
    parts: [...sidesOf(line, token), ...circumstancesOf(line, token)],
    attributions,
    isUncertain: isUncertain(line, token, attributions),
    taken: clauses.childrenOf(token, "advmod").filter((child) => NEGATIONS.has(lowerOf(line, child))),
  };
}

function sidesOf(line: Line, token: number): Part[] {
  const { clauses } = line;
  const isParticiple = clauses.relationOf(token) === "acl" && clauses.tagOf(token) === "VBN";
  // "The envoy, Lena Fischer, criticised Velia": a participle has no object of its own, so that this is a verb.
  const isSuffered = isPassive(clauses, token) || (isParticiple && clauses.childrenOf(token, "obj").length === 0);
  const known = subjectsOf(clauses, token).flatMap((subject) => meantBefore(line, subject));
  const subjects = [...(known.length === 0 ? joinedSubjects(line, token) : known), ...misreadSubject(line, token)];
  return [
    ...inRole("actor", isSuffered ? actorsOf(clauses, token, line.model.tokens) : subjects),
    ...inRole("object", isSuffered ? subjects : []),
    ...inRole("object", objectsOf(clauses, token)),
    ...inRole("p:to", [...indirectObjectsOf(clauses, token), ...misreadReceiver(line, token)]),
  ];
}

function circumstancesOf(line: Line, token: number): Part[] {
  const { clauses } = line;
  const misread = misreadSubject(line, token);
  const isAgent = (at: number, by: string | null) => by === "by" && isPassive(clauses, token) && clauses.isOf(at, "obl");
  const adverbs = clauses
    .childrenOf(token, "advmod")
    .filter((child) => !NEGATIONS.has(lowerOf(line, child)) && !misread.includes(child));
  const joined = (...relations: string[]) =>
    clauses.childrenOf(token, ...relations).flatMap((each) => conjunctsOf(clauses, each));
  return [
    ...obliquesOf(clauses, token, line.model.tokens)
      .filter(({ token: at, by }) => by !== "according to" && !isAgent(at, by))
      .flatMap(({ token: at, by }) => inRole(`p:${by ?? ""}`, conjunctsOf(clauses, at))),
    ...inRole("adv", adverbs),
    ...inRole("prt", clauses.childrenOf(token, "compound:prt")),
    ...inRole("c:that", joined("ccomp", "csubj")),
    ...joined("xcomp").flatMap((each) => inRole(clauses.tagOf(each) === "JJ" ? "adv" : "c:to", [each])),
    ...clauses.childrenOf(token, "advcl").flatMap((each) => inRole(`c:${markOf(line, each) ?? ""}`, conjunctsOf(clauses, each))),
  ];
}

/** "Paulo Reis, who resigned": the name right before the pronoun, also where the clause hangs elsewhere. */
function meantBefore(line: Line, subject: number): number[] {
  const { clauses } = line;
  if (clauses.tagOf(subject) !== "WP") return [subject];
  const before = isBareMark(line, subject - 1) ? subject - 2 : subject - 1;
  if (!clauses.tagOf(before).startsWith("NN")) return [subject];
  return [clauses.isOf(before, "flat") ? clauses.headOf(before) : before];
}

/** "Rejected the charge and called for an inquiry": a verb that hangs on the noun before it shares the subject of that noun's verb. */
function joinedSubjects(line: Line, token: number): number[] {
  const { clauses } = line;
  const head = clauses.headOf(token);
  if (!clauses.isOf(token, "conj") || !FINITE.test(clauses.tagOf(token)) || !clauses.tagOf(head).startsWith("NN")) return [];
  return clauses.isOf(head, "obj", "obl") ? subjectsOf(clauses, clauses.headOf(head)) : [];
}

function inRole(role: string, tokens: number[]): Part[] {
  return tokens.map((token) => ({ role, token }));
}

/** A name right before a verb without a subject: the parser takes rare names for adverbs and adjectives. */
function misreadSubject(line: Line, token: number): number[] {
  const { clauses } = line;
  if (clauses.childrenOf(token, "nsubj").length > 0 || clauses.isOf(token, "conj")) return [];
  return clauses
    .childrenOf(token, "advmod", "amod")
    .filter(
      (child) => /^\p{Lu}/u.test(textOf(line, child)) && !lowerOf(line, child).endsWith("ly") && isBefore(line, child, token),
    );
}

/** Whether a word stands right before a verb and what helps it: "Norway will send". */
function isBefore({ clauses }: Line, word: number, verb: number): boolean {
  if (word >= verb) return false;
  const between = Array.from({ length: verb - word - 1 }, (_, at) => word + 1 + at);
  return between.every((token) => clauses.headOf(token) === verb && clauses.isOf(token, "aux", "advmod"));
}

/** The same behind the verb: "lent Norway 5 million". */
function misreadReceiver(line: Line, token: number): number[] {
  const isName = line.clauses.tagOf(token + 1) === "RB" && /^\p{Lu}/u.test(textOf(line, token + 1));
  return isName && line.clauses.childrenOf(token, "obj").length > 0 ? [token + 1] : [];
}

function modalOf(line: Line, token: number): string | null {
  const { clauses } = line;
  const modal = clauses.childrenOf(token, "aux").find((child) => clauses.tagOf(child) === "MD");
  if (modal === undefined) return null;
  const lower = lowerOf(line, modal).replace(/n['’]t$/, "");
  return SAME_MODALS.get(lower) ?? lower;
}
