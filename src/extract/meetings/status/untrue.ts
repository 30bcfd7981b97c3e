import { CLAIM_BEFORE, UNTRUE_BEFORE, UNTRUE_BEHIND } from "../../en/meetings/status-words.ts";
import type { EventWord, Scene } from "../event.ts";

/** So many characters of a sentence are read on either side of an event. */
const REACH = 300;

/** "It is not true that …", "reports that … are false", "there is no evidence that …": the parser may hang what follows anywhere. */
export function isCalledUntrue({ tokens }: Scene, event: EventWord): boolean {
  const before = lowerWords(tokens.slice(0, event.first)).slice(-REACH);
  if (UNTRUE_BEFORE.test(before)) return true;
  return CLAIM_BEFORE.test(before) && UNTRUE_BEHIND.test(lowerWords(tokens.slice(event.last)).slice(0, REACH));
}

export function lowerWords(tokens: Scene["tokens"]): string {
  return tokens.map((token) => token.lower).join(" ");
}
