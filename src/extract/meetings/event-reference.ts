import { TOLD_APART } from "../en/meetings/part-words.ts";
import { type EventWord, lowerAt, type Scene } from "./event.ts";
import type { Report } from "./reports.ts";
import { lowerWords } from "./status/untrue.ts";

const POINTS_BACK = /^(?:the|that|this|those|these|their|his|her|its)$/;
const ANOTHER = /^(?:last|previous|earlier|another|second|third|subsequent|next|separate)$/;
const OF_FEWER = /^(?:separate|bilateral|trilateral|one-on-one)$/;

/** Whether an event's words point back to one that was told before, or to another than that. */
export function referenceOf(scene: Scene, event: EventWord): Pick<Report, "definite" | "other" | "isSeparate"> {
  const determiners = (scene.tree.kids[event.at] ?? []).map((kid) => lowerAt(scene, kid));
  const pointsBack = event.form === "noun" && determiners.some((word) => POINTS_BACK.test(word));
  return {
    definite: pointsBack && (event.kind === "summit" || !isTitled(scene, event)),
    other: determiners.some((word) => ANOTHER.test(word)),
    isSeparate: determiners.some((word) => OF_FEWER.test(word)) || TOLD_APART.test(lowerWords(scene.tokens)),
  };
}

/** "the Harbour Dialogue": "the" of a proper name points back to nothing. */
function isTitled({ tokens }: Scene, { at }: EventWord): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.capital === true && before?.capital === true && !POINTS_BACK.test(before.lower);
}
