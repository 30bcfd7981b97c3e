import type { Range } from "../../domain/evidence/span.ts";
import { caseOf } from "../clauses/clause-roles.ts";
import { type Clauses, NO_TOKEN } from "../clauses/clauses.ts";
import { ADDRESSED, BEGINS_SIDE_CLAUSE, CIRCUMSTANCE } from "../en/quotes/cue-words.ts";
import { isParticiple, isPlainReportingVerb, isReportingVerb, isWeakReportingVerb } from "../en/reporting-verbs.ts";
import { isSpeechNoun } from "../en/speech-nouns.ts";
import { words } from "../words.ts";
import { isVerb, lowerOf, ownerOf, type Scene, speakingNoun } from "./speaking-noun.ts";

/** What governs a quotation: the verb or noun that brings it, and the noun of whoever speaks. Places in the model's tokens. */
export interface Governor {
  rule: string;
  cue: number;
  speaker: number | null;
}

const MAX_STEPS = 30;
const BESIDE = 8;
const CONTENT = words(
  "ccomp xcomp obj obl parataxis conj nmod acl dep advcl appos advmod csubj discourse amod compound obl:unmarked nmod:unmarked nmod:desc flat orphan dislocated",
);
/** Relations in which words hang on a noun of speech: "the claim that". */
const OF_A_NOUN = words("acl ccomp appos nmod dep xcomp parataxis nmod:desc");
const COMPLEMENT = words("ccomp xcomp");

/** What governs words that are part of the reporter's sentence: up from them, the first verb or noun of speech whose content they are. */
export function governorOfFragment(scene: Scene, fragment: Range): Governor | null {
  const { clauses } = scene;
  let at = topOf(clauses, fragment);
  if (at === null) return null;
  const isInside = (each: number) => each >= fragment.start && each < fragment.end;
  let aside: Governor | null = null;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const parenthetical = parentheticalAt(scene, at);
    if (parenthetical !== null) return parenthetical;
    aside ??= accordingAt(scene, at);
    const head = clauses.headOf(at);
    if (head === NO_TOKEN) break;
    const found = isInside(head) ? null : governing(scene, head, { from: at, direct: isInside(at) });
    if (found !== null) return found;
    at = head;
  }
  return aside;
}

/** The word of a fragment that all the others hang on. */
function topOf(clauses: Clauses, { start, end }: Range): number | null {
  let top: number | null = null;
  for (let at = start; at < end; at++) {
    const head = clauses.headOf(at);
    if ((head >= start && head < end) || clauses.relationOf(at) === "punct") continue;
    if (isVerb(clauses, at)) return at;
    top ??= at;
  }
  return top;
}

/** Whether a word governs the words at `from`, as a verb of speech or as a noun of speech with an owner. */
function governing(scene: Scene, at: number, { from, direct }: { from: number; direct: boolean }): Governor | null {
  const { clauses, tokens, isQuoted } = scene;
  const relation = clauses.relationOf(from);
  if (isQuoted(at)) return null;
  const lower = lowerOf(tokens, at);
  if (isSpeechNoun(lower) && !isVerb(clauses, at)) {
    if (!OF_A_NOUN.has(relation)) return null;
    const owner = ownerOf(scene, at);
    return owner === null ? null : { rule: "noun of speech", cue: at, speaker: owner };
  }
  if (!isReportingVerb(lower) || !isVerb(clauses, at) || !CONTENT.has(relation)) return null;
  if (isWeakReportingVerb(lower) && !direct && !COMPLEMENT.has(relation)) return null;
  const mark = lowerOf(tokens, clauses.childrenOf(from, "mark")[0]);
  if (relation === "advcl" && BEGINS_SIDE_CLAUSE.has(mark)) return null;
  if ((relation.startsWith("obl") || relation.startsWith("nmod")) && CIRCUMSTANCE.test(caseOf(clauses, from, tokens) ?? ""))
    return null;
  if (relation === "obj" && !direct && ADDRESSED.test(lower)) return null;
  if (relation === "conj" && !isPlainReportingVerb(lower)) return null;
  return { rule: "verb of the clause", cue: at, speaker: speakingNoun(scene, at) };
}

/** ", said Smith," or ", she argued,": a verb of speech that hangs on the clause and has no content of its own. */
function parentheticalAt({ clauses, tokens, isQuoted }: Scene, clause: number): Governor | null {
  for (const at of clauses.childrenOf(clause, "parataxis", "advcl")) {
    const lower = lowerOf(tokens, at);
    if (isQuoted(at) || !isReportingVerb(lower)) continue;
    const as =
      clauses.relationOf(at) === "advcl" && clauses.childrenOf(at, "mark").some((each) => lowerOf(tokens, each) === "as");
    if (!as && !(clauses.relationOf(at) === "parataxis" && isPlainReportingVerb(lower))) continue;
    if (clauses.childrenOf(at, "ccomp", "xcomp").length > 0) continue;
    const [speaker] = clauses.childrenOf(at, "nsubj");
    if (speaker !== undefined) return { rule: as ? "as somebody puts it" : "attribution between commas", cue: at, speaker };
  }
  return null;
}

/** "according to Smith". */
function accordingAt({ clauses, tokens }: Scene, clause: number): Governor | null {
  for (const at of clauses.childrenOf(clause, "obl", "nmod")) {
    const cue = clauses.childrenOf(at, "case").find((each) => lowerOf(tokens, each) === "according");
    if (cue !== undefined) return { rule: "according to", cue, speaker: at };
  }
  return null;
}

/** The verb or noun of speech before a whole quotation: up from the last word before it. */
export function governorBefore(scene: Scene, start: number, end: number): Governor | null {
  const { clauses, tokens } = scene;
  let at = end - 1;
  while (at >= start && (tokens[at]?.kind === "mark" || lowerOf(tokens, at) === "that")) at--;
  for (let steps = 0; steps < MAX_STEPS && at >= start; steps++) {
    if (isVerb(clauses, at) && clauses.relationOf(at) === "advcl" && isSubordinate(scene, at)) return null;
    const found = opening(scene, at, end);
    if (found !== null) return found;
    at = clauses.headOf(at);
  }
  return null;
}

function isSubordinate({ clauses, tokens }: Scene, at: number): boolean {
  return !isParticiple(lowerOf(tokens, at)) && BEGINS_SIDE_CLAUSE.has(lowerOf(tokens, clauses.childrenOf(at, "mark")[0]));
}

/** Whether a word before a whole quotation opens it. */
function opening(scene: Scene, at: number, end: number): Governor | null {
  const { clauses, tokens, isQuoted } = scene;
  const lower = lowerOf(tokens, at);
  if (at >= end || isQuoted(at)) return null;
  if (isSpeechNoun(lower) && !isVerb(clauses, at) && end - at <= BESIDE && !clauses.isOf(at, "nsubj")) {
    const owner = ownerOf(scene, at);
    return owner === null ? null : { rule: "noun of speech", cue: at, speaker: owner };
  }
  if (!isReportingVerb(lower) || !isVerb(clauses, at)) return null;
  if ((isWeakReportingVerb(lower) || clauses.relationOf(at) === "acl:relcl") && end - at > BESIDE) return null;
  return { rule: "verb before", cue: at, speaker: speakingNoun(scene, at) };
}
