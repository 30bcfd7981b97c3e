import type { EventWord, Scene, Side } from "../event.ts";
import type { Sides } from "./verb-sides.ts";

interface Quoted {
  /** Of the token with the opening mark. */
  first: number;
  /** Of the token with the closing mark. */
  last: number;
}

/** An event's sides without those that only somebody's words name: "“Ukraine is our future,” she said at the dialogue". */
export function withoutQuoted({ tokens }: Scene, event: EventWord, sides: Sides): Sides {
  const outside = quotedIn(tokens).filter(({ first, last }) => event.at < first || event.at > last);
  if (outside.length === 0) return sides;
  const isSaid = ({ actor }: Side): boolean => outside.some(({ first, last }) => actor.first > first && actor.last <= last);
  return { ...sides, left: sides.left.filter((side) => !isSaid(side)), right: sides.right.filter((side) => !isSaid(side)) };
}

/** Marks open right before a word and close right behind one; what only opens goes on in the next sentence. */
function quotedIn(tokens: Scene["tokens"]): Quoted[] {
  const found: Quoted[] = [];
  let first = -1;
  for (const [at, { text, start, end }] of tokens.entries()) {
    if (!/^["“”]$/u.test(text)) continue;
    const opens = text === "“" || (text !== "”" && tokens[at + 1]?.start === end && tokens[at - 1]?.end !== start);
    if (opens) first = at;
    else if (first >= 0) {
      found.push({ first, last: at });
      first = -1;
    }
  }
  return found;
}
