import { BE, BE_SHORT, HAVING } from "../../en/function-words.ts";
import {
  BASE_FORM,
  BEFORE_WHETHER,
  BETWEEN_MODAL,
  OPENS_CONDITION,
  SETS_CONDITION,
  WANTS_THAT,
} from "../../en/meetings/status-words.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { kidsOf } from "../tree.ts";
import { deny, type Told, type Verdict } from "./told.ts";

export const NEGATION = /^(?:not|never|n[’']t|hardly|neither|nor|no|nobody|cannot|.+n[’']t)$/u;
export const MODAL_PLAN = /^(?:will|shall|wo|would|[’']ll|[’']d|.+[’']ll)$/u;
const MODAL_UNREAL = /^(?:may|might|could|can|should|must|cannot|ought)$/;
/** How many words may stand between "will" and its verb. */
const MODAL_REACH = 8;
const WHETHER_REACH = 14;

/** What a verb's own helping words say. `null` for an infinitive or a gerund: its governor decides. */
export function ownModality({ scene, why }: Told, verb: number): Verdict {
  const { tree } = scene;
  const helpers = kidsOf(tree, verb, /^(?:aux|advmod|neg|mark|cop|det)$/).filter((kid) => kid < verb);
  const across = modalAcross(scene, verb);
  const words = [...helpers.map((kid) => lowerAt(scene, kid)), ...(across === null ? [] : [across])];
  const say = (word: string | undefined): void => {
    if (word !== undefined) why.push(word);
  };
  if (words.some((word) => NEGATION.test(word) || /^(?:allegedly|supposedly|reportedly-not)$/.test(word))) {
    say(words.find((word) => /^(?:will|wo)$/.test(word)));
    say(words.find((word) => NEGATION.test(word)) ?? "allegedly");
    return "none";
  }
  if (/^(?:nearly|almost)$/.test(lowerAt(scene, verb - 1))) return deny(why, lowerAt(scene, verb - 1));
  if (lowerAt(scene, verb - 1) === "to" && lowerAt(scene, verb - 2) === "yet") return deny(why, "yet to");
  if (isNeither(scene, verb)) return deny(why, "neither");
  if (isAsked(scene, verb)) return deny(why, "whether");
  if (words.length === 0 && isWanted(scene, verb)) return deny(why, "that");
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
    if (perfect) return "none";
    return isOnCondition(scene, verb) ? deny(why, "if") : "planned";
  }
  if (infinitive && words.some((word) => /^(?:is|are|be)$/.test(word))) {
    why.push("is to");
    return isOnCondition(scene, verb) ? deny(why, "if") : "planned";
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

/** "would meet him if he apologised", "If he apologises, she will meet him": nothing is settled. Not "asked if", "see if". */
function isOnCondition(scene: Scene, verb: number): boolean {
  if (isBehindCondition(scene, verb)) return true;
  return scene.tokens.some(
    (token, at) => at > verb && SETS_CONDITION.test(token.lower) && !BEFORE_WHETHER.test(lowerAt(scene, at - 1)),
  );
}

/** "Should the truce hold, they are to meet". */
export function isBehindCondition(scene: Scene, verb: number): boolean {
  const opening = scene.tokens.findIndex((token) => token.kind === "word");
  const comma = scene.tokens.findLastIndex((token, at) => at < verb && token.text === ",");
  return OPENS_CONDITION.test(lowerAt(scene, opening)) && comma > opening;
}

/** "It is unclear whether President Reyes met": nothing but the subject stands between, wherever the parser hangs it. */
function isAsked({ tokens, tree }: Scene, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - WHETHER_REACH); at--) {
    if (tokens[at]?.lower === "whether") return true;
    if (tokens[at]?.kind !== "word" || /^VB[DZP]$/.test(tree.tags[at] ?? "")) return false;
  }
  return false;
}

/** "proposed that President Reyes meet Falk": the bare form, with nothing but the subject in between. */
function isWanted(scene: Scene, verb: number): boolean {
  if (!BASE_FORM.test(lowerAt(scene, verb))) return false;
  for (let at = verb - 1; at >= Math.max(1, verb - WHETHER_REACH); at--) {
    if (lowerAt(scene, at) === "that") return WANTS_THAT.test(lowerAt(scene, at - 1));
    if (scene.tokens[at]?.kind !== "word" || /^(?:VB[DZP]|MD)$/.test(scene.tree.tags[at] ?? "")) return false;
  }
  return false;
}

/** "will also on Thursday meet": over what the parser takes for a part of something else. */
function modalAcross(scene: Scene, verb: number): string | null {
  if (!BASE_FORM.test(lowerAt(scene, verb))) return null;
  for (let at = verb - 1; at >= Math.max(0, verb - MODAL_REACH); at--) {
    const word = lowerAt(scene, at);
    if (scene.tree.tags[at] === "MD") return word;
    if (!BETWEEN_MODAL.test(word)) return null;
  }
  return null;
}

/** "Neither Reyes nor Oduya met Falk". */
function isNeither(scene: Scene, verb: number): boolean {
  const nor = scene.tokens.findLastIndex((token, at) => at < verb && token.lower === "nor");
  if (nor < 0 || !scene.tokens.slice(0, nor).some((token) => token.lower === "neither")) return false;
  return !scene.tree.tags.slice(nor, verb).some((tag) => /^(?:VB[DZP]|MD)$/.test(tag));
}

/** A form that can be nothing else is finite whatever the tagger says. */
export function tagAt(scene: Scene, at: number): string {
  const tag = scene.tree.tags[at] ?? "";
  if (!tag.startsWith("VB") && /^(?:meets?|arrives)$/.test(lowerAt(scene, at))) return "VBP";
  return !/^VB[DN]$/.test(tag) &&
    /^(?:met|spoke|held|hosted|arrived|visited|received|welcomed|discussed|talked|called|sat|flew|phoned|greeted|travell?ed|landed|convened|gathered)$/.test(
      lowerAt(scene, at),
    )
    ? "VBD"
    : tag;
}
