import { conjunctsOf, governorsOf, obliquesOf, subjectsOf } from "../../extract/clauses/clause-roles.ts";
import { DENYING, NOT_FACTUAL_MARKS, SAYING, SAYING_MORE } from "../../extract/en/alignment/alignment-words.ts";
import { isReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { keysAt, type Line, lowerOf } from "./line.ts";
import { keyOfBase } from "./word-key.ts";

/** Who is said to have said a claim. */
export interface Attribution {
  /** The verb, or whoever stands after "according to". */
  token: number;
  /** "say" for all verbs that only bring the words. */
  key: string;
  /** Whether "said" says no more than the verb. */
  isSaying: boolean;
  denies: boolean;
  by: number[];
}

const SAYING_KEYS = new Set([...SAYING].map(keyOfBase));
const SAYING_MORE_KEYS = new Set([...SAYING_MORE].map(keyOfBase));
const DENYING_KEYS = new Set([...DENYING].map(keyOfBase));
export const SAY = "say";

/** Who is said to have said what a predicate says, from the nearest on. */
export function attributionsOf(line: Line, predicate: number): Attribution[] {
  const { clauses } = line;
  const top = topOf(line, predicate);
  const sources = obliquesOf(clauses, top, line.model.tokens)
    .filter(({ by }) => by === "according to")
    .map(({ token }) => ({ token, key: SAY, isSaying: true, denies: false, by: conjunctsOf(clauses, token) }));
  const above = governorsOf(clauses, predicate).flatMap(({ token, relation }, at, all) => {
    const below = at === 0 ? predicate : (all[at - 1]?.token ?? predicate);
    const brings = relation.startsWith("ccomp") || (relation === "parataxis" && below > token);
    return brings && isReportingVerb(lowerOf(line, token)) ? [attributionOf(line, token)] : [];
  });
  const beside = clauses.childrenOf(top, "parataxis", "conj").filter((verb) => isAside(line, verb));
  return [...sources, ...above, ...beside.map((verb) => attributionOf(line, verb))];
}

function attributionOf(line: Line, verb: number): Attribution {
  const key = keysAt(line, verb)[0] ?? "";
  const denies = DENYING_KEYS.has(key);
  const isPlain = denies || SAYING_KEYS.has(key);
  const by = subjectsOf(line.clauses, verb);
  return { token: verb, key: isPlain ? SAY : key, isSaying: isPlain || SAYING_MORE_KEYS.has(key), denies, by };
}

/** "…, a spokesman said": a subject and a verb that bring the sentence they stand beside. */
export function isAside(line: Line, verb: number): boolean {
  const { clauses } = line;
  if (!clauses.isOf(verb, "parataxis", "conj") || !isReportingVerb(lowerOf(line, verb))) return false;
  const brings = clauses.childrenOf(verb, "obj", "ccomp", "xcomp", "cc").length === 0;
  return brings && clauses.childrenOf(verb, "nsubj").length > 0;
}

function topOf({ clauses }: Line, token: number): number {
  let at = token;
  while (clauses.isOf(at, "conj")) at = clauses.headOf(at);
  return at;
}

/** Whether a predicate is no fact of its sentence: a plan, a wish, a condition. What only says who said it counts as none. */
export function isUncertain(line: Line, predicate: number, attributions: readonly Attribution[]): boolean {
  const { clauses } = line;
  let below = predicate;
  for (const { token: above, relation } of governorsOf(clauses, predicate)) {
    const tag = clauses.tagOf(below);
    if (relation === "xcomp" && tag !== "VBG") return true;
    if (["ccomp", "csubj"].includes(relation) && !attributions.some((each) => each.token === above)) return true;
    if (relation.startsWith("advcl") && (tag === "VB" || NOT_FACTUAL_MARKS.has(markOf(line, below) ?? ""))) return true;
    if (relation === "acl" && tag !== "VBN" && tag !== "VBG") return true;
    if (relation.startsWith("acl") && isContent(line, below)) return true;
    below = above;
  }
  return false;
}

/** Whether a clause says what its noun is about and does not describe it: "the claim that it was sold", "in a letter that it was sold". */
function isContent(line: Line, clause: number): boolean {
  return line.clauses.childrenOf(clause, "mark").some((mark) => lowerOf(line, mark) === "that");
}

/** What opens a clause: "after", "of", "when"; null where nothing does. */
export function markOf(line: Line, clause: number): string | null {
  const { clauses } = line;
  const mark =
    clauses.childrenOf(clause, "mark", "case").find((child) => child < clause) ??
    clauses.childrenOf(clause, "advmod").find((child) => clauses.tagOf(child) === "WRB");
  return mark === undefined ? null : lowerOf(line, mark);
}
