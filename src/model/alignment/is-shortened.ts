import { predicateOf } from "../../extract/clauses/clause-roles.ts";
import { CONDITIONAL_MARKS, CONNECTORS, UNITS } from "../../extract/en/alignment/alignment-words.ts";
import { ARTICLES, BE, DO, HAVE, NEGATIONS } from "../../extract/en/function-words.ts";
import { isReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { claimOf } from "./claim.ts";
import { isDayKey, keysAt, type Line, lowerOf, placesOf } from "./line.ts";
import { isBareMark, isLimiting } from "./phrase.ts";
import { keyOfBase } from "./word-key.ts";

export const UNIT_KEYS = new Set([...UNITS].map(keyOfBase));

/** Forms of these say tense and voice, which stay with the passage's verb. */
const HELPING = [BE, HAVE, DO];
/** What a verb cannot do without. */
const NEEDED = ["xcomp", "ccomp", "csubj", "cop", "nsubj", "obj", "aux"];

/**
 * Whether a sentence is a passage shortened: its words stand there in the same order, and what was left out are whole branches of the
 * passage's grammar that limit nothing. The grammar of the sentence itself is not needed, and so cannot be misread.
 */
export function isShortened(said: Line, passage: Line): boolean {
  const wanted = placesOf(said).filter((token) => !isLight(said, token) && !CONNECTORS.has(lowerOf(said, token)));
  const there = placesOf(passage).filter((token) => !isLight(passage, token));
  if (wanted.length === 0 || wanted.length > there.length) return false;
  const isSame = (token: number, other: number) => sharesAllKeys(keysAt(said, token), keysAt(passage, other));
  const fromFirst = alignInOrder(wanted, there, isSame);
  if (fromFirst === null) return false;
  const fromLast = alignInOrder(wanted.toReversed(), there.toReversed(), isSame) ?? [];
  return [fromFirst, fromLast].some((kept) => isWholeBranches(passage, new Set(kept)));
}

export function isLight(line: Line, token: number): boolean {
  const lower = lowerOf(line, token);
  const keys = keysAt(line, token);
  if (isBareMark(line, token) || keys.length === 0 || ARTICLES.has(lower) || lower === "that") return true;
  return keys.length === 1 && HELPING.some((forms) => forms.has(lower));
}

export function sharesAllKeys(own: readonly string[], other: readonly string[]): boolean {
  if (!own.every((key) => other.includes(key))) return false;
  return own.some(isDayKey) || own.length === other.filter((key) => !isDayKey(key)).length;
}

/** The places at which each wanted word is found next; null where one is missing. */
export function alignInOrder(
  wanted: number[],
  there: number[],
  isSame: (token: number, other: number) => boolean,
): number[] | null {
  const kept: number[] = [];
  let at = 0;
  for (const token of wanted) {
    while (at < there.length && !isSame(token, there[at] as number)) at++;
    if (at >= there.length) return null;
    kept.push(there[at++] as number);
  }
  return kept;
}

function isWholeBranches(line: Line, kept: ReadonlySet<number>): boolean {
  const { clauses } = line;
  const isGone = (token: number) => !kept.has(token) && !isLight(line, token);
  for (const token of placesOf(line)) {
    if (isGone(clauses.headOf(token)) || kept.has(token)) continue;
    if (isGone(token) && (clauses.hasNegation(token) || isCondition(line, token) || isUnit(line, token, kept))) return false;
    if (isGone(token) && !mayBeLeftOut(line, token)) return false;
  }
  const heads = [...kept]
    .filter((token) => clauses.relationOf(token) === "root" || isGone(clauses.headOf(token)))
    .filter((token) => !clauses.isOf(token, "case", "mark", "cc", "punct"))
    .sort((a, b) => a - b);
  const [head, other] = heads;
  if (head === undefined || heads.length > 2) return false;
  return other === undefined ? isFact(line, head) : sharesSubject(line, head, other) && isFact(line, other);
}

/** Whether a word opens a condition: what is left would be promised without it. */
function isCondition(line: Line, token: number): boolean {
  return CONDITIONAL_MARKS.has(lowerOf(line, token));
}

/** Whether a word says what a kept number is of: "12.5 per cent" is not 12.5. */
function isUnit(line: Line, token: number, kept: ReadonlySet<number>): boolean {
  if (!keysAt(line, token).some((key) => UNIT_KEYS.has(key))) return false;
  return [token - 1, token - 2].some((at) => kept.has(at) && keysAt(line, at).some((key) => /^\d/.test(key)));
}

/** Whether a branch may go as far as the word that heads it tells: it limits nothing, and its verb can do without it. */
export function mayBeLeftOut(line: Line, token: number): boolean {
  return !limitsRest(line, token) && !line.clauses.isOf(token, ...NEEDED);
}

/** Whether a word denies, doubts or limits what it stands with. */
export function limitsRest(line: Line, token: number): boolean {
  return isLimiting(line, token) || NEGATIONS.has(lowerOf(line, token)) || line.clauses.tagOf(token) === "MD";
}

/** "Exports [fell after] rising": subject and second verb hang on the verb that was left out. */
function sharesSubject({ clauses }: Line, subject: number, verb: number): boolean {
  const isBoth = clauses.headOf(subject) === clauses.headOf(verb) && clauses.isOf(subject, "nsubj");
  return isBoth && clauses.isOf(verb, "advcl", "conj", "acl") && clauses.childrenOf(verb, "nsubj").length === 0;
}

/** Whether what heads the shortened sentence is told as a fact in the passage. */
function isFact(line: Line, token: number): boolean {
  const { clauses } = line;
  if (predicateOf(clauses, token) === token) {
    const claim = claimOf(line, token);
    return !claim.isUncertain && claim.attributions.length === 0;
  }
  const asides = clauses.childrenOf(token, "parataxis").filter((child) => isReportingVerb(lowerOf(line, child)));
  return clauses.relationOf(token) === "root" && asides.length === 0;
}
