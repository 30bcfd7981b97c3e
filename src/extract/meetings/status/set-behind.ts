import { HAPPEN_VERBS, HOLD_VERBS } from "../../en/event-words.ts";
import { BEGINS, SET_BEHIND, SETS_FOR, TIME_AND_AGAIN } from "../../en/meetings/status-words.ts";
import type { EventWord, Scene } from "../event.ts";
import { lowerAt } from "../event.ts";

/** How far behind an event's noun its day may be set: over those who take part. */
const REACH = 22;
/** How far behind "which begins" it may say that it does so every year. */
const EVERY_REACH = 5;

/** "the talks between A and B, set for Thursday", "the visit, which begins on Friday": whatever else is told of it, it is to come. */
export function isSetBehind(scene: Scene, { form, last }: EventWord): boolean {
  if (form !== "noun") return false;
  const end = Math.min(scene.tokens.length, last + REACH);
  for (let at = last; at < end; at++) {
    const word = lowerAt(scene, at);
    if (SET_BEHIND.test(word) && SETS_FOR.test(lowerAt(scene, at + 1))) return !isVerbBefore(scene, at);
    if (word === "had" && lowerAt(scene, at + 1) === "been" && SET_BEHIND.test(lowerAt(scene, at + 2)))
      return SETS_FOR.test(lowerAt(scene, at + 3));
    if (/^(?:which|that)$/.test(word)) return begins(scene, /ly$/.test(lowerAt(scene, at + 1)) ? at + 2 : at + 1);
    if (/^[;:.“”"–—]$/.test(scene.tokens[at]?.text ?? "") || /^(?:VB[DZP]|MD)$/.test(scene.tree.tags[at] ?? "")) return false;
  }
  return false;
}

/** "has set", "were due": a verb's part, of which the grammar tells more. */
function isVerbBefore(scene: Scene, at: number): boolean {
  return /^(?:VB.?|MD)$/.test(scene.tree.tags[at - 1] ?? "");
}

function begins(scene: Scene, at: number): boolean {
  const word = lowerAt(scene, at);
  if (/^(?:is|are)$/.test(word)) return SET_BEHIND.test(lowerAt(scene, at + 1));
  if (!BEGINS.test(word)) return false;
  const behind = [...Array(EVERY_REACH).keys()].map((step) => lowerAt(scene, at + 1 + step));
  return !behind.some((each) => TIME_AND_AGAIN.test(each));
}

/** "The summit, set for Thursday, was held on Friday": what is said to have been done with it counts more. */
export function isDone(why: readonly string[]): boolean {
  const word = why.at(-1)?.split(" ")[0] ?? "";
  return /(?:ed|held|took|met|began|went|came|ran|sat|was|were)$/.test(word) && (HOLD_VERBS.has(word) || HAPPEN_VERBS.has(word));
}
