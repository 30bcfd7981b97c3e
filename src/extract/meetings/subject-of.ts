import { PLAN_NOUNS, UNREAL_NOUNS } from "../en/event-words.ts";
import type { Scene } from "./event.ts";
import { lowerAt } from "./event.ts";
import { isVerb, kidsOf } from "./tree.ts";

const MAX_CLIMB = 8;

/**
 * The heads of what a verb has for its subject, its own or a governing verb's: "flew to Rome to meet", "who met", "before meeting".
 * Empty where the grammar shows none.
 */
export function subjectsOf(scene: Scene, verb: number, depth = 0): number[] {
  const { tree } = scene;
  if (depth > MAX_CLIMB) return [];
  const own = kidsOf(tree, verb, /^nsubj$/).filter((kid) => kid < verb || tree.tags[verb] !== "VBN");
  const [subject] = own;
  const head = tree.heads[verb] ?? -1;
  const rel = tree.rels[verb] ?? "";
  const agents =
    tree.tags[verb] === "VBN"
      ? kidsOf(tree, verb, /^obl$/).filter((kid) => kidsOf(tree, kid, /^case$/).some((word) => lowerAt(scene, word) === "by"))
      : [];
  if (agents.length > 0 && depth > 0) return agents;
  if (subject !== undefined) {
    if (/^(?:WP|WDT)$/.test(tree.tags[subject] ?? "") && head >= 0 && rel === "acl") return [head];
    // "A and B met": the parser may take either for a subject of its own.
    return own.filter((kid) => kid < verb || own.length === 1);
  }
  // "Lask, on his fifth trip since May, is due in Oslo": the parser takes a name before a comma for one who is spoken to.
  if (head < 0) return kidsOf(tree, verb, /^vocative$/).filter((kid) => kid === scene.dateline && kid < verb);
  // "met his counterpart for two hours before being received": a clause of time, whatever noun the parser hangs it on.
  if (
    rel === "acl" &&
    lowerAt(scene, verb - 1) === "being" &&
    kidsOf(tree, verb, /^mark$/).some((kid) => /^(?:before|after)$/.test(lowerAt(scene, kid)))
  )
    return governingSubjects(scene, head, depth + 1);
  if (rel === "acl") return ofNoun(scene, head, depth);
  if (rel === "conj" && !isVerb(tree, head) && !hasSubject(scene, head)) return [];
  if (/^(?:conj|xcomp|advcl|ccomp|parataxis|dep|obl|nmod|obj)$/.test(rel)) {
    if (rel === "xcomp" || rel === "ccomp") {
      const controlled = kidsOf(tree, head, /^(?:obj|iobj)$/).filter((kid) => kid < verb);
      if (controlled.length > 0 && isVerb(tree, head)) return controlled.slice(0, 1);
    }
    return subjectsOf(scene, head, depth + 1);
  }
  return [];
}

function hasSubject(scene: Scene, at: number): boolean {
  return kidsOf(scene.tree, at, /^nsubj$/).length > 0;
}

/** "plans to meet", "the envoys meeting in Rome": of plans, whose they are; else the noun itself. */
function ofNoun(scene: Scene, noun: number, depth: number): number[] {
  const word = lowerAt(scene, noun);
  if (!(PLAN_NOUNS.has(word) || UNREAL_NOUNS.has(word) || /^(?:decision|trip|visit|time|intention)$/.test(word))) return [noun];
  const owner = kidsOf(scene.tree, noun, /^nmod$/).find(
    (kid) => kid < noun && (scene.tree.tags[kid] === "PRP$" || /[’']s?$/u.test(scene.tokens[kid]?.text ?? "")),
  );
  const by = kidsOf(scene.tree, noun, /^(?:nmod|obl)$/).find((kid) =>
    kidsOf(scene.tree, kid, /^case$/).some((at) => lowerAt(scene, at) === "by"),
  );
  if (by !== undefined) return [by];
  return owner === undefined ? governingSubjects(scene, noun, depth + 1) : [owner];
}

/** The subject of the clause that a noun stands in. */
export function governingSubjects(scene: Scene, noun: number, depth = 0): number[] {
  const { tree } = scene;
  if (hasSubject(scene, noun) && !isVerb(scene.tree, noun)) return subjectsOf(scene, noun, depth + 1);
  let at = noun;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const head = tree.heads[at] ?? -1;
    if (head < 0) return [];
    if (tree.rels[at] === "nsubj") return [];
    if (isVerb(tree, head) || hasSubject(scene, head)) return subjectsOf(scene, head, depth + 1);
    at = head;
  }
  return [];
}
