import { PARTS_OF_DAY, WEEKDAYS } from "../../en/calendar.ts";
import { EVENT_NOUNS, type VerbClass } from "../../en/event-words.ts";
import { BE } from "../../en/function-words.ts";
import { ACCORD_NOUNS, AUDIENCES } from "../../en/meeting-words.ts";
import { RELATIONS_WITH } from "../../en/meetings/attendance-words.ts";
import { together, words } from "../../words.ts";
import type { Stretch } from "../clause.ts";
import type { EventWord, Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import { frameOf } from "../frame.ts";
import { behindWhenAndWhere, firstObject, isDirectlyMet } from "../rules/calls.ts";
import { governingSubjects, subjectsOf } from "../subject-of.ts";
import { caseOf, kidsOf } from "../tree.ts";
import { withListTail } from "./list-tail.ts";
import { partiesIn } from "./parties.ts";
import { sidesInPhrase } from "./sides-in.ts";

/** Who takes part by an event's grammar. `left` are those who do it, `right` those with whom. */
export interface Sides {
  left: Side[];
  right: Side[];
  /** Heads of phrases that mean several who were named before: "they", "the two leaders". */
  plural: number[];
  /** "between A and B", "A and B met": all at one table. */
  joint: boolean;
}

const WITH = /^(?:with|alongside)$/;
/** "arrived in", "spends three days in", "is due in", but "flew to": whoever travels in a country visits nobody by it. */
const STAYS = /^(?:arriv|land|spen|due|expected)/;
const WITHIN = /^(?:in|to|at|for|into)$/;
const TOWARDS = /^(?:to|for|into)$/;
/** A time, or a medium: what stands between a verb and "with". */
const WHEN = together(WEEKDAYS, PARTS_OF_DAY, words("today yesterday tomorrow week month year phone telephone video person"));

/** A verb with what the grammar hangs on it. */
interface VerbScene {
  scene: Scene;
  at: number;
  isPassive: boolean;
  objects: readonly number[];
  /** The sides behind one of these prepositions. */
  behind: (cases: RegExp, by: string) => Side[];
  /** Those of the verb's own object. */
  ofObject: (by: string) => Side[];
  /** Where the parser sees none: those that stand behind the verb, by their prepositions. */
  near: (links: string, direct: boolean) => Side[];
}

type Right = Pick<Sides, "right" | "joint">;

const RIGHT_SIDES: Record<VerbClass, (verb: VerbScene) => Right | null> = {
  meet: ({ scene, at, isPassive, behind, ofObject, near }) => {
    const right = [...(isPassive ? behind(/^by$/, "object") : ofObject("object")), ...behind(WITH, "with")];
    const met = orElse(right, () => near("with", isDirectlyMet(scene, frameOf(scene, at).object)));
    return { right: met, joint: met.length === 0 };
  },
  host: ({ scene, at, isPassive, objects, behind, ofObject }) => {
    if (objects.some((head) => EVENT_NOUNS.has(lowerAt(scene, head)) || isNameOfEvent(scene, head + 1))) return null;
    const right = isPassive ? behind(/^(?:by|at)$/, "host") : ofObject("guest");
    const { object } = frameOf(scene, at);
    const from = isPassive ? at + 2 : behindWhenAndWhere(scene, at + 1, object.last);
    const guest = right.length > 0 ? null : firstObject(scene, object, from);
    if (guest !== null) right.push({ actor: guest, by: "guest" });
    return { right, joint: true };
  },
  talk: ({ scene, at, behind, near }) => {
    const right = behind(/^(?:with|to)$/, "with").filter((side) => !isAudience(scene, side));
    const heard = speaksTo(scene, at) ? orElse(right, () => near("with to", false)) : right;
    return { right: heard, joint: heard.length === 0 };
  },
  phone: ({ scene, at, ofObject, near }) => ({
    right: orElse([...ofObject("object"), ...sharedObject(scene, at)], () => near("on", true)),
    joint: false,
  }),
  discuss: ({ scene, at, behind, near }) => {
    const right = orElse(behind(/^with$/, "with"), () => near("with", false));
    return { right: right.filter((side) => !isOfRelations(scene, at, side)), joint: false };
  },
  visit: ({ ofObject, near }) => ({ right: orElse(ofObject("where"), () => near("", true)), joint: true }),
  move: ({ scene, at }) => ({ right: whereTo(scene, at), joint: true }),
  gather: ({ objects, behind }) => (objects.length > 0 ? null : { right: behind(WITH, "with"), joint: true }),
  sign: ({ scene, at, objects, behind, near }) => {
    const accord = objects.some((head) => ACCORD_NOUNS.has(lowerAt(scene, head))) || signsAccord(scene, at);
    return accord
      ? { right: orElse(behind(/^(?:with|between)$/, "with"), () => near("with between", false)), joint: true }
      : null;
  },
};

export function verbSides(scene: Scene, event: EventWord): Sides | null {
  const right = event.verb === null ? null : RIGHT_SIDES[event.verb](verbScene(scene, event.at));
  if (right === null) return null;
  const subjects = subjectsOf(scene, event.at);
  const left = subjects.flatMap((head) => sidesInPhrase(scene, head, "subject"));
  const near = frameOf(scene, event.at);
  const beside = near.subjectParties.map((actor) => ({ actor, by: "subject" }));
  const missed = subjectMissed(scene, event.at, beside);
  if (missed !== null) left.splice(0, left.length, missed);
  else if (
    left.length === 0 ||
    (!left.some(isSomebody) && beside.some(({ actor }) => actor.kind === "person") && isBare(scene, left))
  )
    left.splice(0, left.length, ...beside);
  const plural = subjects.filter((head) => isSeveral(scene, head));
  if (left.length === 0) left.push(...meantByThey(scene, event.at, plural));
  if (left.length === 0 && plural.length === 0) plural.push(...severalIn(scene, near.subject));
  const isMet = event.verb === "meet" || event.verb === "talk" || event.verb === "phone" || event.verb === "host";
  return { ...right, right: isMet ? withListTail(scene, right.right) : right.right, left, plural };
}

/** "A and B would discuss it when they meet": the two who are the subject of the clause above. */
function meantByThey(scene: Scene, at: number, plural: readonly number[]): Side[] {
  const { tree } = scene;
  const above = tree.heads[at] ?? -1;
  if (above < 0 || !plural.some((head) => lowerAt(scene, head) === "they")) return [];
  const isWhen = kidsOf(tree, at, /^(?:advmod|mark)$/).some((kid) => /^(?:when|before|after|as|once)$/.test(lowerAt(scene, kid)));
  if (!isWhen || !/^(?:advcl|acl)$/.test(tree.rels[at] ?? "")) return [];
  const sides = (tree.rels[at] === "acl" ? governingSubjects(scene, above) : subjectsOf(scene, above)).flatMap((head) =>
    sidesInPhrase(scene, head, "they"),
  );
  return sides.length === 2 && sides.every(({ actor }) => actor.kind === "person") ? sides : [];
}

/** "Long after A met B in 1974, C on Saturday welcomed D": whom the parser gave to the clause before, right in front of a finite verb. */
function subjectMissed({ tree, tokens }: Scene, at: number, beside: readonly Side[]): Side | null {
  if (tree.rels[at] !== "advcl" || !/^VB[DZ]$/.test(tree.tags[at] ?? "") || kidsOf(tree, at, /^(?:nsubj|mark)$/).length > 0)
    return null;
  const side = beside.findLast(({ actor }) => actor.kind === "person" && actor.last <= at);
  if (side === undefined || at - side.actor.last > 3) return null;
  const between = tokens.slice(side.actor.last, at);
  return between.every((token) => /^(?:on|in|late|early|also|then)$/.test(token.lower) || WHEN.has(token.lower)) ? side : null;
}

function verbScene(scene: Scene, at: number): VerbScene {
  const { tree } = scene;
  const objects = kidsOf(tree, at, /^(?:obj|iobj)$/);
  return {
    scene,
    at,
    isPassive: tree.tags[at] === "VBN" && kidsOf(tree, at, /^aux$/).some((kid) => BE.has(lowerAt(scene, kid))),
    objects,
    behind: (cases, by) => obliquesOf(scene, at, cases).flatMap((head) => sidesInPhrase(scene, head, by)),
    ofObject: (by) => objects.flatMap((head) => sidesInPhrase(scene, head, by)),
    near: (links, direct) =>
      partiesIn(scene, { ...beforeNextEvent(scene, frameOf(scene, at).object), links: new Set(links.split(" ")), direct }).map(
        (actor) => ({
          actor,
          by: "near",
        }),
      ),
  };
}

/** "called and congratulated Reyes": the second verb's object is the first one's too. */
function sharedObject({ tree, ...scene }: Scene, at: number): Side[] {
  const [second] = kidsOf(tree, at, /^conj$/).filter((kid) => kid === at + 2 && lowerAt(scene, at + 1) === "and");
  if (second === undefined) return [];
  return kidsOf(tree, second, /^obj$/).flatMap((head) => sidesInPhrase({ ...scene, tree }, head, "object"));
}

/** Where a journey goes; one to a summit is told by that. */
function whereTo(scene: Scene, at: number): Side[] {
  return obliquesOf(scene, at, STAYS.test(lowerAt(scene, at)) ? WITHIN : TOWARDS)
    .filter((head) => !isWayToEvent(scene, head))
    .flatMap((head) => sidesInPhrase(scene, head, "where"));
}

/** "to the summit", "to the Group of 20 summit". */
function isWayToEvent(scene: Scene, head: number): boolean {
  let at = head;
  while (!EVENT_NOUNS.has(lowerAt(scene, at)) && (scene.tokens[at]?.capital === true || /^(?:of|\d+)$/.test(lowerAt(scene, at))))
    at++;
  return EVENT_NOUNS.has(lowerAt(scene, at));
}

/** "hosting the Leaders Summit": the object's name goes on. */
function isNameOfEvent({ tokens }: Scene, at: number): boolean {
  return tokens[at]?.capital === true && EVENT_NOUNS.has(tokens[at]?.lower ?? "");
}

/** Those whom the grammar shows; those beside the verb where it shows nobody, and they are somebody. */
function orElse(found: Side[], otherwise: () => Side[]): Side[] {
  if (found.some(isSomebody)) return found;
  const near = otherwise();
  return found.length === 0 || near.some(isSomebody) ? near : found;
}

function isSomebody({ actor }: Side): boolean {
  return actor.kind === "person" || actor.kind === "office";
}

/** "discussed their recent engagements with Norway": what was spoken of, not with whom. */
function isOfRelations(scene: Scene, verb: number, { actor }: Side): boolean {
  let at = actor.first - 1;
  while (at > verb && lowerAt(scene, at) !== "with") at--;
  return actor.kind !== "person" && at > verb && RELATIONS_WITH.has(lowerAt(scene, at - 1));
}

/** Nothing but a word with a capital, of which nobody knows what it is. */
function isBare(scene: Scene, sides: readonly Side[]): boolean {
  return sides.every(({ actor }) => actor.kind === "capitals" && scene.cast.surnamed(lowerAt(scene, actor.last - 1)) === null);
}

/** What stands behind the next event belongs to that: "met A following her summit with B". */
function beforeNextEvent(scene: Scene, stretch: Stretch): Stretch {
  for (let i = stretch.first; i < stretch.last; i++)
    if (EVENT_NOUNS.has(lowerAt(scene, i)) && /^NN/.test(scene.tree.tags[i] ?? "") && !isOnMargins(scene, i))
      return { first: stretch.first, last: i };
  return stretch;
}

const MARGINS_REACH = 6;

/** "spoke on the margins of the NATO summit with Falk": the summit is only where they spoke. */
export function isOnMargins(scene: Scene, at: number): boolean {
  for (let i = at - 1; i >= at - MARGINS_REACH; i--) if (/^(?:margins?|sidelines?)$/.test(lowerAt(scene, i))) return true;
  return false;
}

function isAudience(scene: Scene, { actor }: Side): boolean {
  for (let i = actor.first; i < actor.last; i++) if (AUDIENCES.has(lowerAt(scene, i))) return true;
  return false;
}

/** Whether an accord stands behind the verb: "signed a joint declaration". */
function signsAccord({ tokens, tree }: Scene, at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 10); i++)
    if (/^NNS?$/.test(tree.tags[i] ?? "") && ACCORD_NOUNS.has(tokens[i]?.lower ?? "")) return true;
  return false;
}

/** "They met", "The two leaders spoke", where the parser sees no subject. */
function severalIn(scene: Scene, subject: Stretch): number[] {
  for (let i = subject.last - 1; i >= subject.first; i--) if (isSeveral(scene, i)) return [i];
  return [];
}

/** Whether "with" or "to" comes after the verb over time, place and medium only. */
function speaksTo({ tokens }: Scene, at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 14); i++) {
    const word = tokens[i]?.lower ?? "";
    if (word === "with") return !AUDIENCES.has(lowerAt({ tokens }, i + 1));
    if (word === "to") return i <= at + 6;
    if (word === "about" || (word === "of" && i <= at + 2) || word === "out" || word === "against") return false;
  }
  return false;
}

/** The phrases behind one of these prepositions that hang at a verb, or at a time or a place right behind it. */
export function obliquesOf(scene: Scene, at: number, cases: RegExp): number[] {
  const { tree } = scene;
  const near = kidsOf(tree, at, /^(?:obl|nmod|advmod|obj|dep|xcomp)$/);
  const deep = near.flatMap((kid) => (kid > at && isWhen(scene, kid) ? kidsOf(tree, kid, /^(?:nmod|obl)$/) : []));
  return [...near, ...deep].filter((kid) => {
    const cased = caseOf(tree, kid, (i) => lowerAt(scene, i));
    return cased !== "" && cases.test(cased);
  });
}

function isWhen(scene: Scene, at: number): boolean {
  return WHEN.has(lowerAt(scene, at));
}

/** "they", "the two leaders", "both sides": several whom the text has named before. */
export function isSeveral(scene: Scene, head: number): boolean {
  const word = lowerAt(scene, head);
  if (/^(?:they|both|pair|duo|two)$/.test(word)) return true;
  if (
    !/^(?:leaders|presidents|ministers|sides|men|women|officials|counterparts|diplomats|premiers|countries|nations|delegations|heads|chiefs|parties|envoys|principals|monarchs)$/.test(
      word,
    )
  )
    return false;
  const kids = (scene.tree.kids[head] ?? []).map((kid) => lowerAt(scene, kid));
  return (
    kids.some((kid) => /^(?:the|two|both|these)$/.test(kid)) &&
    !kids.some((kid) => /^(?:of|from|other|world|some|many|several)$/.test(kid)) &&
    !kidsOf(scene.tree, head, /^(?:nmod|appos)$/).some((kid) => kid > head)
  );
}
