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
import { BE, BE_SHORT, HAVING } from "../../en/function-words.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { isAwaited } from "../find-events.ts";
import { caseOf, isVerb, kidsOf } from "../tree.ts";
import type { Told, Verdict } from "./told.ts";

const MAX_CLIMB = 10;
const NEGATION = /^(?:not|never|n[’']t|hardly|neither|nor|no|nobody|cannot|.+n[’']t)$/u;
const MODAL_UNREAL = /^(?:may|might|could|can|should|must|cannot|ought)$/;
const MODAL_PLAN = /^(?:will|shall|wo|would|[’']ll|[’']d|.+[’']ll)$/u;
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
  return own === "held" && above === "planned" ? above : (own ?? above);
}

/** What a verb's own helping words say. `null` for an infinitive or a gerund: its governor decides. */
function ownModality({ scene, why }: Told, verb: number): Verdict {
  const { tree } = scene;
  const helpers = kidsOf(tree, verb, /^(?:aux|advmod|neg|mark|cop|det)$/).filter((kid) => kid < verb);
  const words = helpers.map((kid) => lowerAt(scene, kid));
  const say = (word: string | undefined): void => {
    if (word !== undefined) why.push(word);
  };
  if (words.some((word) => NEGATION.test(word) || /^(?:allegedly|supposedly|reportedly-not)$/.test(word))) {
    say(words.find((word) => NEGATION.test(word)) ?? "allegedly");
    return "none";
  }
  if (words.some((word) => /^(?:if|whether|unless|lest|without)$/.test(word))) {
    say(words.find((word) => /^(?:if|whether|unless|without)$/.test(word)));
    return "none";
  }
  if (words.some((word) => MODAL_UNREAL.test(word))) {
    say(words.find((word) => MODAL_UNREAL.test(word)));
    return "none";
  }
  const awaited = awaitedBefore(scene, verb);
  if (awaited !== null) {
    say(`${awaited} to`);
    return words.includes("had") ? "none" : "planned";
  }
  const perfect = words.some((word) => HAVING.has(word));
  const infinitive = words.includes("to");
  if (words.some((word) => MODAL_PLAN.test(word))) {
    say(words.find((word) => MODAL_PLAN.test(word)));
    return perfect ? "none" : "planned";
  }
  if (infinitive && words.some((word) => /^(?:is|are|be)$/.test(word))) {
    why.push("is to");
    return "planned";
  }
  if (infinitive && words.some((word) => /^(?:was|were)$/.test(word))) {
    why.push("was to");
    return perfect ? "none" : "planned";
  }
  if (infinitive) return null;
  const tag = tagAt(scene, verb);
  if (tag === "VBD" || perfect) return "held";
  if (tag === "VBN" && kidsOf(tree, verb, /^obj$/).length > 0) return "held";
  if (tag === "VBN")
    return words.some((word) => BE.has(word)) || !/^(?:acl|amod|xcomp)$/.test(tree.rels[verb] ?? "") ? "held" : null;
  if (tag === "VBZ" || tag === "VBP") return "held";
  if (tag === "VBG") return words.some((word) => BE.has(word) || BE_SHORT.has(word)) ? "held" : null;
  return null;
}

/** "had been due to hold", "is set to meet": where the parser takes the infinitive for the clause's own verb. */
function awaitedBefore(scene: Scene, verb: number): string | null {
  const to = kidsOf(scene.tree, verb, /^(?:case|mark|aux)$/).find(
    (kid) => /^(?:due|set|slated|scheduled|supposed|bound|about)$/.test(lowerAt(scene, kid)) && lowerAt(scene, kid + 1) === "to",
  );
  return to === undefined ? null : lowerAt(scene, to);
}

/** A form that can be nothing else is finite whatever the tagger says. */
function tagAt(scene: Scene, at: number): string {
  const tag = scene.tree.tags[at] ?? "";
  if (!tag.startsWith("VB") && /^(?:meets?|arrives)$/.test(lowerAt(scene, at))) return "VBP";
  return !/^VB[DN]$/.test(tag) &&
    /^(?:met|spoke|held|hosted|arrived|visited|received|welcomed|discussed|talked|called|sat|flew|phoned|greeted|travell?ed|landed|convened|gathered)$/.test(
      lowerAt(scene, at),
    )
    ? "VBD"
    : tag;
}

interface Climb {
  verb: number;
  head: number;
  rel: string;
  own: Verdict;
  depth: number;
}

/** What stands over a verb: "denied that", "plans to", "without", "reports … are false". */
function aboveVerb(told: Told, { verb, head, rel, own, depth }: Climb): Verdict {
  const { scene, why } = told;
  const { tree } = scene;
  const word = lowerAt(scene, head);
  const finite = own !== null;
  const cased = caseOf(tree, verb, (i) => lowerAt(scene, i));
  if (/^(?:without|instead|rather)/.test(cased)) return deny(why, cased);
  if (
    rel === "advcl" &&
    /^VB[ZP]$/.test(tree.tags[verb] ?? "") &&
    /\b(?:before|when|until|once|as)\b/.test(subordinatorOf(scene, verb))
  ) {
    why.push(subordinatorOf(scene, verb));
    return "planned";
  }
  if (rel === "conj" || rel === "parataxis" || rel === "root") {
    if (finite && rel === "parataxis") return null;
    const over = verbStanding(finite ? { scene, why: [] } : told, head, depth + 1);
    if (!finite) return over;
    return governedAbove(scene, head, depth);
  }
  if (rel === "ccomp" || rel === "csubj" || (rel === "advcl" && finite) || (rel === "acl" && finite))
    return overClause(told, { head, rel, depth });
  if (rel === "acl") {
    if (UNREAL_NOUNS.has(word) || /^(?:right|way|time|place|reason|plea|bid)$/.test(word)) return deny(why, word);
    if (PLAN_NOUNS.has(word) || /^(?:decision|intention|schedule|promise)$/.test(word)) return settle(told, head);
    if (/^(?:trip|visit|journey|tour)s?$/.test(word)) return null;
    if (tree.tags[verb] === "VBG") return "held";
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

export function deny(why: string[], word: string): Verdict {
  why.push(word);
  return "none";
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
