import { stripEnd } from "../../domain/strip-end.ts";
import { ASKS_BOTH, BEGINS_ASKING, BETWEEN_QUESTIONS } from "../../extract/en/questions/asking-words.ts";

/**
 * The questions that one line asks: "who met Lund and when?" asks "who met Lund?" and, going on from it, "when?". A question that asks one
 * thing is its only part.
 */
export function partsAsked(text: string): string[] {
  const bare = stripEnd(text, /[?.!\s]/);
  const both = ASKS_BOTH.exec(bare);
  if (both !== null) return [`${both[1]} ${bare.slice(both[0].length)}?`, `${both[2]?.toLowerCase()}?`];
  const parts = bare.split(BETWEEN_QUESTIONS);
  return parts.length > 1 && parts.every((part) => BEGINS_ASKING.test(part)) ? parts.map((part) => `${part}?`) : [text];
}
