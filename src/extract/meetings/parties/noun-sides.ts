import {
  CANCEL_VERBS,
  EVENT_VERBS,
  HOLD_VERBS,
  PARTICIPATION,
  PLAN_VERBS,
  TRANSPARENT_NOUNS,
  UNREAL_VERBS,
} from "../../en/event-words.ts";
import { isOnlySetting } from "../beside.ts";
import { clauseEnd } from "../clause.ts";
import { type EventWord, isMeal, lowerAt, type Scene, type Side } from "../event.ts";
import { eventName } from "../event-name.ts";
import { frameOf } from "../frame.ts";
import { governingSubjects, subjectsOf } from "../subject-of.ts";
import { caseOf, isVerb, kidsOf } from "../tree.ts";
import { compounds } from "./compounds.ts";
import { ownersOfTheir } from "./owners-of-their.ts";
import { partiesIn } from "./parties.ts";
import { ownerAt, sidesInPhrase } from "./sides-in.ts";
import { isSeveral, obliquesOf, type Sides } from "./verb-sides.ts";
import { hostsOf } from "./visit-hosts.ts";

const COMPANY = /^(?:with|alongside|involving|including)$/;
const JOINT = /^(?:between|among|of|by|from)$/;

export function nounSides(scene: Scene, event: EventWord): Sides {
  const { tree } = scene;
  const top = topOf(scene, event.at);
  const left: Side[] = [];
  const right: Side[] = [];
  const plural: number[] = [];
  let joint = false;
  const owned = addPossessors(scene, event, { top, left, plural });
  left.push(...compounds(scene, event));
  left.push(...whoTakesPart(scene, top));
  const phrases = [...new Set([event.at, top])].flatMap((noun) =>
    kidsOf(tree, noun, /^(?:nmod|obl|acl|appos|dep)$/).filter((kid) => kid > event.at),
  );
  const verb = tree.heads[top] ?? -1;
  const rel = tree.rels[top] ?? "";
  if (verb >= 0 && isVerb(tree, verb) && !(event.kind === "visit" && (rel === "obl" || EVENT_VERBS.has(lowerAt(scene, verb)))))
    phrases.push(
      ...kidsOf(tree, verb, /^(?:obl|nmod)$/).filter(
        (kid) =>
          kid > event.at &&
          (event.kind === "call" ? /^(?:with|between|from|to)$/ : /^(?:with|between|among|alongside)$/).test(caseIn(scene, kid)),
      ),
    );
  for (const phrase of new Set(phrases)) {
    const cased = caseIn(scene, phrase);
    if (
      COMPANY.test(cased) ||
      (cased === "for" && isMeal(scene, event.at)) ||
      (cased === "on" && isCourtesyCall(scene, event.at))
    )
      right.push(...sidesInPhrase(scene, phrase, cased));
    else if (event.kind === "visit" ? /^(?:by|of|from)$/.test(cased) : JOINT.test(cased)) {
      if (cased === "of" && event.kind !== "visit" && !isGathering(scene, phrase)) continue;
      if (/^(?:between|among)$/.test(cased)) joint = true;
      if (isSeveral(scene, phrase)) plural.push(phrase);
      left.push(...sidesInPhrase(scene, phrase, cased));
    }
  }
  if (event.kind !== "visit" && right.length === 0 && left.every((side) => side.by === "compound")) {
    const stretch = { first: event.last, last: clauseEnd(scene.tokens, event.last - 1) };
    const near = (links: string[], by: string): Side[] =>
      partiesIn(scene, { ...stretch, links: new Set(links), direct: false })
        .filter((actor) => !isBehindParticiple(scene, event, actor.first))
        .map((actor) => ({ actor, by }));
    const links = isMeal(scene, event.at) ? ["with", "for"] : ["with"];
    right.push(...near(event.kind === "call" ? ["with", "from", "to"] : links, "with"));
    const between = near(["between", "among"], "between");
    if (between.length > 0) joint = true;
    left.push(...between);
  } else if (joint && left.length === 1) {
    const links = new Set(["between", "among"]);
    const between = partiesIn(scene, { first: event.last, last: clauseEnd(scene.tokens, event.last - 1), links, direct: false });
    if (between.length >= 2) left.splice(0, left.length, ...between.map((actor) => ({ actor, by: "between" })));
  }
  if (rel === "nsubj" && /^(?:include|includes|included|involve|involves|involved)$/.test(lowerAt(scene, verb)))
    left.push(...kidsOf(tree, verb, /^obj$/).flatMap((head) => sidesInPhrase(scene, head, "included")));
  if (rel === "nsubj" && tree.tags[verb] === "VBN")
    left.unshift(...obliquesOf(scene, verb, /^by$/).flatMap((head) => sidesInPhrase(scene, head, "by")));
  if (event.kind === "visit") right.push(...hostsOf(scene, event.at, verb));
  const one = left.length === 0 || (!joint && right.length === 0 && left.every((side) => side.by === "compound"));
  // "noted the visit by the minister": whoever notes it does not travel.
  const hasVisitor = event.kind === "visit" && left.some(({ by }) => /^(?:by|of|from)$/.test(by));
  if (!owned && !joint && (one || (rel === "obj" && !hasVisitor)) && !isNamelessSetting(scene, event, left))
    addSubject(scene, event, { top, verb, rel, left, right, plural });
  return { left, right, plural, joint: joint || !isPlural(scene, event.at) };
}

/** "met on the margins of the summit": who met there is not who held it. */
function isNamelessSetting(scene: Scene, event: EventWord, left: readonly Side[]): boolean {
  return left.length === 0 && isOnlySetting(scene, event.at) && eventName(scene, event) === null;
}

/** "series of talks", "the sidelines of the summit": the noun that stands for the event in the clause. */
export function topOf(scene: Scene, noun: number): number {
  let at = noun;
  for (let step = 0; step < 4; step++) {
    const head = scene.tree.heads[at] ?? -1;
    if (head < 0 || scene.tree.rels[at] !== "nmod" || !TRANSPARENT_NOUNS.has(lowerAt(scene, head))) return at;
    at = head;
  }
  return at;
}

/** "the prince's involvement in the summit". */
function whoTakesPart(scene: Scene, top: number): Side[] {
  const part = scene.tree.heads[top] ?? -1;
  if (scene.tree.rels[top] !== "nmod" || !PARTICIPATION.has(lowerAt(scene, part))) return [];
  return kidsOf(scene.tree, part, /^nmod$/).flatMap((kid) => {
    const owner = kid < part ? ownerAt(scene, kid) : null;
    return owner === null ? [] : [{ actor: owner, by: "subject" }];
  });
}

/** "paid a courtesy call on the prime minister". */
function isCourtesyCall(scene: Scene, noun: number): boolean {
  return (
    /^calls?$/.test(lowerAt(scene, noun)) &&
    (lowerAt(scene, noun - 1) === "courtesy" || /^(?:pay|pays|paid|paying)$/.test(lowerAt(scene, scene.tree.heads[noun] ?? -1)))
  );
}

function caseIn(scene: Scene, at: number): string {
  const cased = caseOf(scene.tree, at, (i) => lowerAt(scene, i));
  return cased === "" && /^(?:including|involving)$/.test(lowerAt(scene, at - 1)) ? lowerAt(scene, at - 1) : cased;
}

/** "a meeting of foreign ministers", "of the G7": who gathers; "a meeting of minds" is none. */
function isGathering(scene: Scene, head: number): boolean {
  return sidesInPhrase(scene, head, "of").length > 0;
}

/** "Trump's meeting", "his visit", "their talks". True where the owner says who does it. */
function addPossessors(
  scene: Scene,
  event: EventWord,
  { top, left, plural }: { top: number; left: Side[]; plural: number[] },
): boolean {
  for (const noun of new Set([event.at, top])) {
    for (const kid of kidsOf(scene.tree, noun, /^(?:nmod|det|compound|dep|amod)$/)) {
      if (kid > noun) continue;
      const word = lowerAt(scene, kid);
      if (/^(?:their|our)$/.test(word)) {
        const two = ownersOfTheir(scene, event.at);
        if (two.length >= 2) left.push(...two);
        else plural.push(kid);
        return true;
      }
      const possessive = scene.tree.tags[kid] === "PRP$" || /[’']s?$/u.test(scene.tokens[kid]?.text ?? "");
      if (!possessive) continue;
      const owner = ownerAt(scene, kid);
      if (owner !== null) left.push({ actor: owner, by: "possessor" });
      if (owner !== null || /^(?:his|her|its)$/.test(word)) return owner !== null;
    }
  }
  return addOwnerBefore(scene, event.at, left);
}

/** "Nancy Pelosi's official visit", where the parser sees it otherwise: the owner's name ends a few adjectives before. */
function addOwnerBefore(scene: Scene, noun: number, left: Side[]): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
    const word = lowerAt(scene, i);
    const owner = /[’']s?$/u.test(word) ? ownerAt(scene, i) : null;
    if (owner !== null && (owner.kind === "person" || owner.kind === "country" || owner.kind === "organisation")) {
      left.push({ actor: owner, by: "possessor" });
      return true;
    }
    if (!/^(?:JJ|NN|CD|VBN|HYPH)/.test(scene.tree.tags[i] ?? "") || /[’']s?$/u.test(word)) return false;
  }
  return false;
}

/** "talks under a deal reached with Norway": with whom the deal was. */
function isBehindParticiple({ tokens, tree }: Scene, event: EventWord, at: number): boolean {
  for (let i = at - 1; i > event.at; i--)
    if (tokens[i]?.lower === "with") return /^VB[ND]$/.test(tree.tags[i - 1] ?? "") && /^NN/.test(tree.tags[i - 2] ?? "");
  return false;
}

interface Governed {
  top: number;
  verb: number;
  rel: string;
  left: Side[];
  right: Side[];
  plural: number[];
}

/** Whoever holds, attends or speaks after an event takes part in it: the subject of the clause that it stands in. */
function addSubject(scene: Scene, event: EventWord, { top, verb, rel, left, right, plural }: Governed): void {
  const word = lowerAt(scene, verb);
  if (rel === "obl" && caseIn(scene, top) === "for" && /^join(?:s|ed|ing)?$/.test(word))
    right.push(...kidsOf(scene.tree, verb, /^obj$/).flatMap((head) => sidesInPhrase(scene, head, "joined")));
  const told =
    rel === "obl" &&
    /^(?:during|in|at)$/.test(caseIn(scene, top)) &&
    event.kind !== "visit" &&
    right.length === 0 &&
    /^(?:told|tells|thanked|thanks|assured|asked|urged|informed|congratulated|briefed)$/.test(word);
  if (told) {
    const objects = kidsOf(scene.tree, verb, /^(?:obj|iobj)$/).flatMap((head) => sidesInPhrase(scene, head, "told"));
    if (objects.some((side) => side.actor.kind === "person")) right.push(...objects);
  }
  // "speaking alongside Oduya and Holm after the summit": they were there as well.
  if (
    rel === "obl" &&
    /^(?:after|at|during)$/.test(caseIn(scene, top)) &&
    event.kind !== "visit" &&
    /^(?:speak|spoke|appear)/.test(word)
  )
    right.push(...obliquesOf(scene, verb, /^(?:alongside|beside)$/).flatMap((head) => sidesInPhrase(scene, head, "alongside")));
  const held =
    (rel !== "nsubj" && verb >= 0 && verb < event.at && HOLD_VERBS.has(word) && !isVerb(scene.tree, verb)) ||
    (rel === "obj" && (HOLD_VERBS.has(word) || PLAN_VERBS.has(word) || CANCEL_VERBS.has(word) || UNREAL_VERBS.has(word)));
  const named = left.some((side) => side.actor.kind === "organisation");
  if (
    !(
      held ||
      right.length > 0 ||
      named ||
      event.kind === "visit" ||
      (rel === "obl" && /^(?:for|after|in|at|to|during|over|following|on)/.test(caseIn(scene, top))) ||
      isSpokenAt(scene, top) ||
      isMisread(scene, event.at)
    )
  )
    return;
  const known = left.length;
  const heads = rel === "obj" && verb >= 0 ? subjectsOf(scene, verb) : governingSubjects(scene, event.at);
  for (const head of heads) {
    if (isSeveral(scene, head)) plural.push(head);
    left.splice(left.length - known, 0, ...sidesInPhrase(scene, head, "subject"));
  }
  if (left.length === known && plural.length === 0)
    left.push(...orElse(subjectBehind(scene, event.at), subjectBefore(scene, event.at)));
}

/** "the first Leaders Summit": a name's last word that the tagger takes for a verb. */
function isMisread(scene: Scene, noun: number): boolean {
  return scene.tokens[noun]?.capital === true && isVerb(scene.tree, noun);
}

/** "deliver a speech at the conference": whoever speaks there is there. */
function isSpokenAt(scene: Scene, noun: number): boolean {
  return (
    scene.tree.rels[noun] === "nmod" &&
    caseIn(scene, noun) === "at" &&
    /^(?:speech|speeches|remarks|address|statement|talk|appearance)$/.test(lowerAt(scene, scene.tree.heads[noun] ?? -1))
  );
}

function orElse(found: Side[], otherwise: Side[]): Side[] {
  return found.length > 0 ? found : otherwise;
}

/** "After her meeting with Falk, President Reyes praised …": who stands right behind the comma of what opens the sentence. */
function subjectBehind(scene: Scene, noun: number): Side[] {
  if (noun > 12 || !/^(?:IN|VBG|RB)$/.test(scene.tree.tags[0] ?? "")) return [];
  const comma = scene.tokens.findIndex((token, at) => at > noun && token.text === ",");
  const next =
    comma < 0
      ? undefined
      : scene.actors.find(
          (actor) => actor.first === comma + 1 || (actor.first === comma + 2 && lowerAt(scene, comma + 1) === "the"),
        );
  if (next === undefined || isReported(scene, next.last) || hasVerbBefore(scene, noun)) return [];
  return [{ actor: next, by: "subject" }];
}

/** "…, Falk said": who only tells. */
function isReported({ tokens }: Scene, at: number): boolean {
  return (
    /^(?:said|says|told|added|wrote|tweeted|confirmed)$/.test(tokens[at]?.lower ?? "") &&
    /^(?:\.|)$/.test(tokens[at + 1]?.text ?? "")
  );
}

/** "While Reyes had long planned the visit, …": a clause with a subject of its own. */
function hasVerbBefore({ tree }: Scene, noun: number): boolean {
  return tree.tags.slice(0, noun).some((tag) => /^(?:VB[DPZ]|MD)$/.test(tag));
}

/** Where the parser sees no subject: that of the nearest verb before the noun. */
function subjectBefore(scene: Scene, noun: number): Side[] {
  for (let i = noun - 1; i >= Math.max(0, noun - 12); i--)
    if (HOLD_VERBS.has(lowerAt(scene, i))) return frameOf(scene, i).subjectParties.map((actor) => ({ actor, by: "subject" }));
  return [];
}

function isPlural(scene: Scene, at: number): boolean {
  return /^(?:meetings|calls|talks|bilaterals|conversations|discussions|visits|summits)$/.test(lowerAt(scene, at));
}
