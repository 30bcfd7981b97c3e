import { BESIDE } from "../en/meetings/part-words.ts";
import type { Token } from "../tokens.ts";

/** How many words may stand between "sidelines" and the gathering's noun. */
export const MAX_NAME = 9;

interface Worded {
  tokens: readonly Token[];
}

/** Whether the sentence only says of a gathering that others met beside it: they are not its participants, nor is their day its day. */
export function isOnlySetting(scene: Worded, noun: number): boolean {
  return besideWordBefore(scene, noun) >= 0;
}

/** The place of "sidelines" or "margins" before a gathering's noun; -1 where it stands beside nothing. */
export function besideWordBefore({ tokens }: Worded, noun: number): number {
  for (let at = noun - 1; at >= Math.max(0, noun - MAX_NAME); at--) {
    const token = tokens[at];
    if (token === undefined || /^[,;:]$/.test(token.text)) return -1;
    if (BESIDE.has(token.lower)) return at;
  }
  return -1;
}
