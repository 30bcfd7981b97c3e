import type { Scene } from "../event.ts";
import { type Party, partiesOfSides } from "./party.ts";

/** Words that may stand between two names which belong together: "Prime Ministers Modi and Kishida", "Modi and Prime Minister Kishida". */
const BETWEEN = /^(?:and|&)$/;
const MOST_BETWEEN = 5;

/** The two people whom a sentence names side by side before anybody else, and alone; null where it names no such two. */
export function pairNamedIn(scene: Scene): Party[] | null {
  const people = scene.actors.filter((actor) => actor.kind === "person");
  const [first, second, third] = people;
  if (first === undefined || second === undefined || third !== undefined) return null;
  const between = scene.tokens.slice(first.last, second.first);
  const joins = between.length <= MOST_BETWEEN && between.some((token) => BETWEEN.test(token.lower));
  if (!joins || between.some((token) => token.kind === "mark")) return null;
  const pair = partiesOfSides(
    scene,
    [first, second].map((actor) => ({ actor, by: "the two" })),
  );
  return pair.length === 2 ? pair : null;
}
