import { ATTENDED, COMPANY_VERBS, WITHOUT_NAME } from "../../en/meetings/attendance-words.ts";
import { words } from "../../words.ts";
import { clauseEnd } from "../clause.ts";
import type { EventWord, Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import { standingOf } from "../status/standing.ts";
import { subjectsOf } from "../subject-of.ts";
import { caseOf, isVerb, kidsOf } from "../tree.ts";
import { NO_LINKS, partiesIn } from "./parties.ts";
import { type Party, partiesOfSides } from "./party.ts";
import { sidesInPhrase } from "./sides-in.ts";
import { obliquesOf } from "./verb-sides.ts";

const FROM = words("from");

/** Who besides took part in what was just told: "Holm also attended", "leaders will be present from A and B", "she was accompanied by Holm". */
export function attendeesOf(scene: Scene): Party[] {
  for (let at = 0; at < scene.tokens.length; at++) {
    const sides = sidesAt(scene, at);
    if (sides.length === 0 || standingOf(scene, eventAt(at)).status === "none") continue;
    return partiesOfSides(scene, sides).filter((party) => party.official && party.by !== "none");
  }
  return [];
}

/** Whether a sentence holds any of the words; most hold none and need no parse. */
export function mayTellAttendees(tokens: Scene["tokens"]): boolean {
  return tokens.some(({ lower }) => ATTENDED.has(lower) || COMPANY_VERBS.has(lower) || /^(?:present|attendance)$/.test(lower));
}

function eventAt(at: number): EventWord {
  return { at, form: "verb", verb: "meet", kind: "meeting", first: at, last: at + 1 };
}

function sidesAt(scene: Scene, at: number): Side[] {
  const { tree } = scene;
  const word = lowerAt(scene, at);
  if (ATTENDED.has(word) && (isVerb(tree, at) || lowerAt(scene, at - 1) === "to"))
    return namesOther(scene, at) ? [] : [...subjectSides(scene, at), ...included(scene, at)];
  if (COMPANY_VERBS.has(word) && tree.tags[at] === "VBN")
    return obliquesOf(scene, at, /^by$/).flatMap((head) => sidesInPhrase(scene, head, "accompanied"));
  // "Also present were the ministers": the sentence's head stands behind.
  if (word === "present" && /^(?:is|are|was|were)$/.test(lowerAt(scene, at + 1)) && (tree.heads[at] ?? -1) > at)
    return sidesInPhrase(scene, tree.heads[at] ?? -1, "attends");
  if (isPredicate(scene, at)) return [...subjectSides(scene, at), ...fromSides(scene, at)];
  return [];
}

/** "leaders are due to attend, including Holm and Oduya". */
function included(scene: Scene, at: number): Side[] {
  const first = [at + 1, at + 2].find((next) => lowerAt(scene, next) === "including");
  if (first === undefined) return [];
  const stretch = { first: first + 1, last: clauseEnd(scene.tokens, first) };
  return partiesIn(scene, { ...stretch, links: NO_LINKS, direct: true }).map((actor) => ({ actor, by: "included" }));
}

/** "attended a concert": something else than what was told. */
function namesOther(scene: Scene, at: number): boolean {
  return kidsOf(scene.tree, at, /^(?:obj|obl)$/).some(
    (kid) =>
      kid > at &&
      !WITHOUT_NAME.has(lowerAt(scene, kid)) &&
      /^(?:|in|at)$/.test(caseOf(scene.tree, kid, (i) => lowerAt(scene, i))),
  );
}

/** "were present", "will be in attendance". */
function isPredicate(scene: Scene, at: number): boolean {
  const word = lowerAt(scene, at);
  const copula = kidsOf(scene.tree, at, /^cop$/).length > 0;
  return copula && (word === "present" || (word === "attendance" && lowerAt(scene, at - 1) === "in"));
}

function subjectSides(scene: Scene, at: number): Side[] {
  return subjectsOf(scene, at).flatMap((head) => sidesInPhrase(scene, head, "attends"));
}

/** "present from Fiji and Tonga": by the words in between, since a parser loses its way in a long list. */
function fromSides(scene: Scene, at: number): Side[] {
  const stretch = { first: at + 1, last: clauseEnd(scene.tokens, at) };
  return partiesIn(scene, { ...stretch, links: FROM, direct: false }).map((actor) => ({ actor, by: "present from" }));
}
