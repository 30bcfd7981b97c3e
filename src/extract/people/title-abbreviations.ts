import { isTitleHead, isTitleModifier } from "../en/titles.ts";
import type { Token } from "../tokens.ts";

/** "CS Wanjiru" in a text that has a "Cabinet Secretary": the initials of a title, before a name. */
function addInitials(tokens: Token[], found: Map<string, string>): Map<string, string> {
  const wanted = new Set(
    tokens.flatMap(({ text }, at) =>
      /^\p{Lu}{2,4}$/u.test(text) && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? "") ? [text] : [],
    ),
  );
  for (let at = 0; wanted.size > 0 && at < tokens.length; at++) {
    if (!isTitleHead(tokens[at]?.text ?? "")) continue;
    for (let first = at - 1; first >= Math.max(0, at - 3) && isTitleModifier(tokens[first]?.text ?? ""); first--) {
      const words = tokens.slice(first, at + 1).map((token) => token.text);
      const initials = words.map((word) => word.charAt(0)).join("");
      if (wanted.has(initials) && !isTitleHead(initials) && !found.has(initials)) found.set(initials, words.join(" "));
    }
  }
  return found;
}

/** Short titles that the text itself explains: "External Affairs Minister (EAM)". */
export function titleAbbreviations(tokens: Token[]): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 2; at < tokens.length - 1; at++) {
    const short = tokens[at]?.text ?? "";
    if (tokens[at - 1]?.text !== "(" || tokens[at + 1]?.text !== ")" || !/^\p{Lu}{2,5}$/u.test(short)) continue;
    const words = tokens.slice(Math.max(0, at - 1 - short.length), at - 1).map((token) => token.text);
    if (words.map((word) => word.charAt(0)).join("") === short && words.some(isTitleHead)) found.set(short, words.join(" "));
  }
  return addInitials(tokens, found);
}
