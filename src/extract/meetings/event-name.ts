import { isCalendarWord } from "../en/calendar.ts";
import type { EventWord, Scene } from "./event.ts";
import { lowerAt } from "./event.ts";

const MAX_WORDS = 7;

export interface EventName {
  name: string;
  first: number;
  last: number;
}

/** A gathering's own name: "Summit of the Americas", "U.K.-Africa Investment Summit"; null for plain words and for a body's summit. */
export function eventName(scene: Scene, event: EventWord): EventName | null {
  const { tokens } = scene;
  if (
    event.kind !== "summit" ||
    /^forum/.test(lowerAt(scene, event.at)) ||
    event.form !== "noun" ||
    tokens[event.at]?.capital !== true
  )
    return null;
  let first = event.at;
  while (
    first > 0 &&
    event.at - first < MAX_WORDS &&
    (isNameWord(scene, first - 1) || isHyphen(scene, first - 1) || isOfMany(scene, first - 1))
  )
    first--;
  const last = tailOf(scene, event.at);
  if (last - first < 2) return null;
  const name = scene.text
    .slice(tokens[first]?.start, tokens[last - 1]?.end)
    .replace(/\s+/g, " ")
    .replace(/[’']s$/u, "");
  return { name, first, last };
}

/** "U.K.-Africa Investment Summit". */
function isHyphen(scene: Scene, at: number): boolean {
  return /^[-–]$/.test(scene.tokens[at]?.text ?? "") && at > 0 && isNameWord(scene, at - 1);
}

function isNameWord(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  return (
    token?.capital === true &&
    !isCalendarWord(token.lower.replace(/\.$/, "")) &&
    !/[’']s?$/u.test(token.text) &&
    !(at === 0 && /^(?:DT|IN|RB|PRP\$?)$/.test(scene.tree.tags[0] ?? "")) &&
    !/^(?:the|this|that|an?)$/.test(token.lower)
  );
}

/** "North American Leaders’ Summit". */
function isOfMany(scene: Scene, at: number): boolean {
  const before = scene.tokens[at - 1];
  return (
    /^[’']$/u.test(scene.tokens[at]?.text ?? "") &&
    scene.tokens[at + 1]?.capital === true &&
    before?.lower.endsWith("s") === true &&
    isNameWord(scene, at - 1)
  );
}

/** "of the Americas", "for Democracy", "on Climate". */
function tailOf(scene: Scene, at: number): number {
  if (!/^(?:of|for|on)$/.test(lowerAt(scene, at + 1))) return at + 1;
  let last = at + 2;
  if (lowerAt(scene, last) === "the") last++;
  const start = last;
  while (last - at < MAX_WORDS && isNameWord(scene, last)) last++;
  return last === start ? at + 1 : last;
}
