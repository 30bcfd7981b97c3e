import {
  CANCEL_VERBS,
  DENY_VERBS,
  FALSE_WORDS,
  PLAN_NOUNS,
  PLAN_VERBS,
  REPORT_NOUNS,
  UNREAL_NOUNS,
  UNREAL_VERBS,
  WISH_VERBS,
} from "../../en/event-words.ts";
import { OF_ALL, OFFICIAL } from "../../en/meetings/status-words.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { isAwaited } from "../find-events.ts";
import { caseOf, isVerb, kidsOf } from "../tree.ts";
import { isBehindCondition, MODAL_PLAN, NEGATION, ownModality, tagAt } from "./modality.ts";
import { deny, type Told, type Verdict } from "./told.ts";

const MAX_CLIMB = 10;
const COMING =
  /^(?:arriv|land|head|fly|flew|flies|flying|travel|leav|left|come|came|go|goes|going|went|en|return|journey|depart|visit|in|here|scrambl|rush|sail|gather|board)/;
const GLAD =
  /^(?:pleased|glad|delighted|honou?red|happy|great|good|wonderful|privileged|pleasure|honou?r|nice|able|managed|got|first|last|only|latest|continue[sd]?|began|begun|started)$/;

export function verbStanding(told: Told, verb: number, depth = 0): Verdict {
  const { scene } = told;
  const { tree } = scene;
  if (depth > MAX_CLIMB) return null;
  const own = ownModality(told, verb);
  if (own === "none") return "none";
  if (isAwaited(scene, verb)) return settle(told, verb);
  const head = tree.heads[verb] ?? -1;
  const above = head < 0 ? null : aboveVerb(told, { verb, head, rel: tree.rels[verb] ?? "", own, depth });
  if (above === "none" || above === "cancelled") return above;
  if (own === null && above === "planned" && isBehindCondition(scene, verb)) return deny(told.why, "if");
  return own === "held" && above === "planned" ? above : (own ?? above);
}

interface Climb {
  verb: number;
  head: number;
  rel: string;
  own: Verdict;
  depth: number;
}

/** "the first leader to visit Norway". */
function isOfAll(scene: Scene, noun: number): boolean {
  if (!OFFICIAL.test(lowerAt(scene, noun))) return false;
  return kidsOf(scene.tree, noun, /^(?:amod|nummod|compound|advmod)$/).some((kid) => OF_ALL.test(lowerAt(scene, kid)));
}

/** "was the first leader to visit Norway", "will become the first": of a mere "the first leader to visit" nobody knows whether the visit is over. */
function ofAll({ scene, why }: Told, noun: number, depth: number): Verdict {
  if (timeOf(scene, noun, depth) === "planned") return "planned";
  const above = scene.tree.heads[noun] ?? -1;
  const links = [...kidsOf(scene.tree, noun, /^cop$/), above].map((at) => lowerAt(scene, at));
  return links.some((word) => /^(?:was|were|became)$/.test(word)) ? "held" : deny(why, "first");
}

/** What stands over a verb: "denied that", "plans to", "without", "reports … are false". */
function aboveVerb(told: Told, { verb, head, rel, own, depth }: Climb): Verdict {
  const { scene, why } = told;
  const { tree } = scene;
  const word = lowerAt(scene, head);
  const finite = own !== null;
  const cased = caseOf(tree, verb, (i) => lowerAt(scene, i));
  if (/^(?:without|instead|rather|against)/.test(cased)) return deny(why, cased);
  if (tree.tags[verb] === "VBG" && /(?:^| )short of$/.test(`${lowerAt(scene, verb - 2)} ${lowerAt(scene, verb - 1)}`))
    return deny(why, "short of");
  if (tree.tags[verb] === "VBG" && /^(?:after|following)$/.test(cased))
    return timeOf(scene, head, depth) === "planned" ? "planned" : "held";
  if (rel === "advcl" && /^VB[ZP]$/.test(tree.tags[verb] ?? "") && isYetToCome(scene, { verb, head, depth })) {
    why.push(subordinatorOf(scene, verb));
    return "planned";
  }
  if (rel === "advcl" && CANCEL_VERBS.has(word) && /\bwhere\b/.test(subordinatorOf(scene, verb))) return "cancelled";
  if (rel === "conj" || rel === "parataxis" || rel === "root") {
    if (finite && rel === "parataxis") return null;
    const over = verbStanding(finite ? { scene, why: [] } : told, head, depth + 1);
    if (!finite) return over;
    return governedAbove(scene, head, depth);
  }
  if (rel === "ccomp" || rel === "csubj" || (rel === "advcl" && finite) || (rel === "acl" && finite))
    return overClause(told, { head, rel, depth });
  if (rel === "acl" && tagAt(scene, head) !== "VBD") {
    if (UNREAL_NOUNS.has(word) || /^(?:right|way|time|place|reason|plea|bid)$/.test(word)) return deny(why, word);
    if (PLAN_NOUNS.has(word) || /^(?:decision|intention|schedule|promise)$/.test(word))
      return tree.tags[verb] === "VBN" ? null : settle(told, head);
    if (/^(?:trip|visit|journey|tour)s?$/.test(word)) return null;
    if (tree.tags[verb] === "VBG") return "held";
    if (isOfAll(scene, head)) return ofAll(told, head, depth);
    return kidsOf(tree, verb, /^(?:mark|aux)$/).some((kid) => lowerAt(scene, kid) === "to") ? "planned" : null;
  }
  // Infinitives and gerunds: the governor decides.
  if (tree.tags[verb] === "VBG" && /^(?:after|following|since|upon|on|by|during|when|while)$/.test(cased))
    return timeOf(scene, head, depth) === "planned" ? "planned" : "held";
  if (tree.tags[verb] === "VBG" && /^(?:before|until|for)$/.test(cased)) return timeOf(scene, head, depth);
  if (GLAD.test(word)) return "held";
  if (DENY_VERBS.has(word)) return deny(why, word);
  if (UNREAL_VERBS.has(word)) return deny(why, word);
  if (PLAN_VERBS.has(word) || /^(?:is|are|about|in|scheduled)$/.test(word)) return settle(told, head);
  if (CANCEL_VERBS.has(word)) return "cancelled";
  const time = timeOf(scene, head, depth);
  if (time === "none") return "none";
  if (tree.tags[verb] === "VBG" || tree.tags[verb] === "VBN") return time;
  if (!kidsOf(tree, verb, /^(?:mark|aux)$/).some((kid) => lowerAt(scene, kid) === "to")) return null;
  why.push(`${word} to`);
  return COMING.test(word)
    ? time === "held" && /^(?:went|came|visited|scrambled|rushed|traveled|travelled|flew)$/.test(word)
      ? null
      : "planned"
    : time === "planned"
      ? "planned"
      : "none";
}

/** "before she meets", "is to speak the day after she meets": not "protests broke out after she meets". */
function isYetToCome(scene: Scene, { verb, head, depth }: Pick<Climb, "verb" | "head" | "depth">): boolean {
  const opens = subordinatorOf(scene, verb);
  if (/\b(?:before|when|until|once|as)\b/.test(opens)) return true;
  return /\bafter\b/.test(opens) && (PLAN_VERBS.has(lowerAt(scene, head)) || timeOf(scene, head, depth) === "planned");
}

function subordinatorOf(scene: Scene, verb: number): string {
  return kidsOf(scene.tree, verb, /^(?:mark|advmod|case)$/)
    .filter((kid) => kid < verb)
    .map((kid) => lowerAt(scene, kid))
    .join(" ");
}

/** What governs the first of two verbs governs the second as well: "denied that she flew in and met". */
function governedAbove(scene: Scene, head: number, depth: number): Verdict {
  const up = scene.tree.heads[head] ?? -1;
  if (up < 0 || depth > MAX_CLIMB) return null;
  const rel = scene.tree.rels[head] ?? "";
  return /^(?:ccomp|csubj|acl)$/.test(rel) ? overClause({ scene, why: [] }, { head: up, rel, depth: depth + 1 }) : null;
}

/** A whole clause under a verb or a noun: told, denied, hoped, or false. */
function overClause({ scene, why }: Told, { head, rel, depth }: { head: number; rel: string; depth: number }): Verdict {
  const word = lowerAt(scene, head);
  if (depth > MAX_CLIMB) return null;
  if (rel === "advcl") return null;
  if (DENY_VERBS.has(word) || FALSE_WORDS.has(word)) return deny(why, word);
  if (rel === "acl" && isOfCancelled(scene, head)) return "cancelled";
  if (rel === "acl" && !REPORT_NOUNS.has(word)) return null;
  if (rel === "acl") {
    const verb = scene.tree.heads[head] ?? -1;
    if (/^(?:reports?|stor(?:y|ies))$/.test(word))
      return isFalse(scene, verb) ? deny(why, `${word} … ${lowerAt(scene, verb)}`) : null;
    return deny(why, word);
  }
  if (hasNegation(scene, head) && !/^(?:only|just)$/.test(lowerAt(scene, head - 1))) return deny(why, `not ${word}`);
  if (WISH_VERBS.has(word)) return deny(why, word);
  return null;
}

/** "postponed her visit to Lisbon, where she was to meet Falk". */
function isOfCancelled({ tree, ...scene }: Scene, noun: number): boolean {
  let at = noun;
  for (let step = 0; step < MAX_CLIMB && /^(?:nmod|obl|appos)$/.test(tree.rels[at] ?? ""); step++) at = tree.heads[at] ?? -1;
  const verb = tree.rels[at] === "obj" ? (tree.heads[at] ?? -1) : isVerb(tree, at) ? at : -1;
  return verb >= 0 && CANCEL_VERBS.has(lowerAt(scene, verb));
}

function isFalse(scene: Scene, at: number): boolean {
  if (at < 0) return false;
  const word = lowerAt(scene, at);
  return (
    FALSE_WORDS.has(word) ||
    DENY_VERBS.has(word) ||
    /^reject(?:s|ed|ing)?$/.test(word) ||
    (hasNegation(scene, at) && /^(?:true|correct|accurate|right|confirmed|confirm)$/.test(word)) ||
    kidsOf(scene.tree, at, /^(?:xcomp|obj|acomp|dep)$/).some((kid) => FALSE_WORDS.has(lowerAt(scene, kid)))
  );
}

function hasNegation(scene: Scene, at: number): boolean {
  return (
    (lowerAt(scene, at - 1) === "longer" && lowerAt(scene, at - 2) === "no") ||
    kidsOf(scene.tree, at, /^(?:aux|advmod|neg|det)$/).some((kid) => kid < at && NEGATION.test(lowerAt(scene, kid))) ||
    kidsOf(scene.tree, at, /^nsubj$/).some((kid) => /^(?:nobody|none|no)$/.test(lowerAt(scene, kid)))
  );
}

/** Under "plans to": planned, if the plan itself stands. */
function settle({ scene, why }: Told, at: number): Verdict {
  why.push(lowerAt(scene, at));
  if (hasNegation(scene, at)) return "none";
  const up = scene.tree.heads[at] ?? -1;
  if (up >= 0 && CANCEL_VERBS.has(lowerAt(scene, up))) return "cancelled";
  const words = kidsOf(scene.tree, at, /^(?:aux|cop)$/).map((kid) => lowerAt(scene, kid));
  if (words.includes("had") && /^(?:planned|hoped|expected|intended|due|scheduled|set|slated)$/.test(lowerAt(scene, at)))
    return "none";
  return "planned";
}

/** The tense of a clause whose word is not the event itself. */
export function timeOf(scene: Scene, at: number, depth: number): Verdict {
  if (at < 0) return null;
  if (!isVerb(scene.tree, at)) {
    const copula = kidsOf(scene.tree, at, /^(?:cop|aux)$/);
    if (copula.some((kid) => MODAL_PLAN.test(lowerAt(scene, kid)))) return "planned";
    const up = scene.tree.heads[at] ?? -1;
    return copula.length > 0 || up < 0 ? "held" : timeOf(scene, up, depth + 1);
  }
  return depth > MAX_CLIMB ? null : verbStanding({ scene, why: [] }, at, depth + 1);
}
