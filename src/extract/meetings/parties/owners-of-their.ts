import type { Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import { governingSubjects } from "../subject-of.ts";
import { caseOf, kidsOf } from "../tree.ts";
import { sidesInPhrase } from "./sides-in.ts";

const MAX_CLIMB = 4;
const DURING = /^(?:during|in|at|after|following)$/;

/** Whose event "their talks" are: the subjects of the clause that the event stands in. "During their call, A congratulated B": and its object. */
export function ownersOfTheir(scene: Scene, event: number): Side[] {
  const owners = governingSubjects(scene, event).flatMap((head) => sidesInPhrase(scene, head, "their"));
  return owners.length === 1 ? [...owners, ...metInClause(scene, event)] : owners;
}

/** The object of the clause that the event stands in, where it is one person. */
function metInClause(scene: Scene, event: number): Side[] {
  const { tree } = scene;
  let verb = tree.heads[event] ?? -1;
  for (let step = 0; verb >= 0 && !/^VB/.test(tree.tags[verb] ?? "") && step < MAX_CLIMB; step++) verb = tree.heads[verb] ?? -1;
  if (verb < 0 || tree.rels[event] !== "obl" || !DURING.test(caseOf(tree, event, (at) => lowerAt(scene, at)))) return [];
  const sides = kidsOf(tree, verb, /^i?obj$/).flatMap((head) => sidesInPhrase(scene, head, "their"));
  return sides.length === 1 && sides[0]?.actor.kind === "person" ? sides : [];
}
