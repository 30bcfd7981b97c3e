import { ONE_BY_ONE, TOLD_APART } from "../../en/meetings/part-words.ts";
import { encounterKind, type Seated } from "../encounter.ts";
import type { EventWord, Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { lowerWords } from "../status/untrue.ts";
import type { Party } from "./party.ts";

/** So many can be called at once. */
const MOST_CALLED = 5;

/** "met A, B and C", "talks with the leaders of A, B and C": one table each, unless they sit at one. */
export function tablesOf(scene: Scene, event: EventWord, { sides, left, right }: Seated): Party[][] {
  const whole = [...left, ...right];
  // "The envoy sat down with A and B": whoever the envoy is, A did not meet B by it.
  if (event.form === "verb" && !sides.joint && left.length === 0 && right.length > 1 && sides.plural.length === 0)
    return right.map((party) => [party]);
  const areApart = event.verb === "host" && ofSeveralStates(right) && areReceivedApart(scene, event);
  if (right.length < 2 || left.length !== 1 || (!areApart && (sides.joint || event.verb === "host"))) return [whole];
  if (
    (event.form === "verb" && right.some((party, i) => isWithHim(scene, party, right[i - 1]))) ||
    scene.tokens.some((token) => /^(?:trilateral|trilaterally|jointly|three-way|four-way|together)$/.test(token.lower))
  )
    return [whole];
  return isOneCall(scene, event, right) ? [whole] : right.map((party) => [...left, party]);
}

/**
 * "spoke today with Falk and Oduya": a few who speak over a line speak with each other, where nothing says that each did alone. Whoever
 * called "the leaders of Norway and Chile" may have called the one after the other.
 */
function isOneCall(scene: Scene, event: EventWord, called: readonly Party[]): boolean {
  if (!/^(?:call|video)$/.test(encounterKind(scene, event)) || called.length > MOST_CALLED) return false;
  if (called.some(({ kind }) => kind !== "person")) return false;
  const words = lowerWords(scene.tokens);
  return event.form === "verb" && ofSeveralStates(called) && !TOLD_APART.test(words) && !ONE_BY_ONE.test(words);
}

function ofSeveralStates(guests: readonly Party[]): boolean {
  return new Set(guests.map((guest) => guest.country ?? guest.name)).size === guests.length;
}

/** "received them one after the other", "welcomed them for separate talks", "received the ambassadors of": no guest meets another by it. */
function areReceivedApart(scene: Scene, event: EventWord): boolean {
  return lowerAt(scene, event.at) === "receiving" || ONE_BY_ONE.test(lowerWords(scene.tokens));
}

/** "the president and his wife", "and his foreign minister": they come together; not "his Irish and Norwegian counterparts". */
function isWithHim(scene: Scene, party: Party, before: Party | undefined): boolean {
  if (before === undefined) return false;
  return scene.tree.tags.slice(Math.max(before.last, party.first - 4), party.first + 1).includes("PRP$");
}
