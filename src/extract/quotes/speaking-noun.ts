import { caseOf, isPassive, obliquesOf, possessorOf } from "../clauses/clause-roles.ts";
import { type Clauses, NO_TOKEN } from "../clauses/clauses.ts";
import { BRINGS_WORDS, HANDS_ON, NEVER_SPEAKS, OF_A_SPEAKER, QUOTING } from "../en/quotes/cue-words.ts";
import { RELATIVE } from "../en/quotes/phrase-words.ts";
import { isParticiple } from "../en/reporting-verbs.ts";
import { isSpeechNoun } from "../en/speech-nouns.ts";
import type { Token } from "../tokens.ts";

/** A sentence's grammar with its words. */
export interface Scene {
  clauses: Clauses;
  tokens: Token[];
  isQuoted(token: number): boolean;
}

const MAX_STEPS = 12;

/** The noun that heads the phrase of whoever does the speaking that a verb tells of; null where the grammar leaves it open. */
export function speakingNoun(scene: Scene, verb: number, steps = 0): number | null {
  const { clauses, tokens } = scene;
  if (steps > MAX_STEPS) return null;
  const lower = lowerOf(tokens, verb);
  const agent = agentOf(scene, verb);
  const subject = subjectOf(scene, verb);
  if (subject !== null && !isPassive(clauses, verb)) return relativeHead(scene, verb, subject) ?? subject;
  if (subject !== null) return QUOTING.test(lower) ? (relativeHead(scene, verb, subject) ?? subject) : agent;
  if (agent !== null && clauses.tagOf(verb) === "VBN") return agent;
  return controller(scene, verb, steps);
}

/** The verb's own subject; a day that the parser took for one is none. */
function subjectOf({ clauses, tokens }: Scene, verb: number): number | null {
  return clauses.childrenOf(verb, "nsubj").find((each) => !NEVER_SPEAKS.has(lowerOf(tokens, each))) ?? null;
}

/** Whose speaking a verb without a subject of its own is. */
function controller(scene: Scene, verb: number, steps: number): number | null {
  const { clauses, tokens } = scene;
  const head = clauses.headOf(verb);
  if (head === NO_TOKEN) return null;
  const relation = clauses.relationOf(verb);
  if (relation === "conj") return isVerb(clauses, head) ? subjectShared(scene, head, steps + 1) : null;
  if (relation === "acl") return ownerOf(scene, head, steps + 1) ?? head;
  const mark = lowerOf(tokens, clauses.childrenOf(verb, "mark", "case")[0]);
  const object = clauses.childrenOf(head, "obj", "iobj")[0] ?? null;
  if (BRINGS_WORDS.has(mark) && isParticiple(lowerOf(tokens, verb))) return object ?? subjectShared(scene, head, steps + 1);
  if (relation === "xcomp" && object !== null && HANDS_ON.test(lowerOf(tokens, head))) return object;
  return isVerb(clauses, head) ? subjectShared(scene, head, steps + 1) : null;
}

/** Who does what a verb tells, or has it done to them: the subject that a verb beside or below it shares. */
function subjectShared(scene: Scene, verb: number, steps: number): number | null {
  const subject = subjectOf(scene, verb);
  if (subject !== null) return relativeHead(scene, verb, subject) ?? subject;
  return steps > MAX_STEPS ? null : controller(scene, verb, steps);
}

/** "Smith, who said": the noun that the clause hangs on. */
function relativeHead({ clauses, tokens }: Scene, verb: number, subject: number): number | null {
  if (!RELATIVE.has(lowerOf(tokens, subject))) return null;
  let clause = verb;
  for (let steps = 0; clauses.relationOf(clause) === "conj" && steps < MAX_STEPS; steps++) clause = clauses.headOf(clause);
  return clauses.isOf(clause, "acl", "advcl:relcl") && clauses.headOf(clause) !== NO_TOKEN ? clauses.headOf(clause) : null;
}

/** "told by Smith". */
function agentOf({ clauses, tokens }: Scene, verb: number): number | null {
  return obliquesOf(clauses, verb, tokens).find(({ by }) => by === "by")?.token ?? null;
}

/**
 * Whose words a noun of speech is: "Castell's claim", "a statement by the ministry"; else who issues it: "sent a letter saying". Null where
 * nobody is said to, and for other nouns.
 */
export function ownerOf(scene: Scene, noun: number, steps = 0): number | null {
  const { clauses, tokens } = scene;
  if (!isSpeechNoun(lowerOf(tokens, noun))) return null;
  const possessor = possessorOf(clauses, noun);
  if (possessor !== NO_TOKEN) return possessor;
  for (const each of clauses.childrenOf(noun, "nmod")) if (OF_A_SPEAKER.has(caseOf(clauses, each, tokens) ?? "")) return each;
  const head = clauses.headOf(noun);
  const given = clauses.isOf(noun, "obj", "obl", "nmod", "xcomp") && head !== NO_TOKEN && isVerb(clauses, head);
  return given && steps <= MAX_STEPS ? subjectShared(scene, head, steps + 1) : null;
}

export function isVerb(clauses: Clauses, at: number): boolean {
  const tag = clauses.tagOf(at);
  return tag === "MD" || tag.startsWith("VB");
}

export function lowerOf(tokens: Token[], at: number | null | undefined): string {
  return at == null ? "" : (tokens[at]?.lower ?? "");
}
