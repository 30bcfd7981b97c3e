import type { Range } from "../../../domain/evidence/span.ts";
import { isTitleHead } from "../../en/titles.ts";
import type { FoundPerson, Mention, People } from "../../people/found-people.ts";
import type { Token } from "../../tokens.ts";

const LINK =
  /^(?:of|for|to|by|from|at|with|against|in|on|around|near|outside|inside|about|behind|beside|over|under|among|opposite|alongside|knows|knew|greeting)$/;

/**
 * The person whom a phrase names, its head: "Kishida's spokesman Seiji Kihara" names Kihara, "a spokesman for Kishida" nobody. A name behind
 * "of", "for", "to" or "by", and a possessor, speak for nobody.
 */
export function namedPerson(people: People, tokens: Token[], range: Range): { person: FoundPerson; mention: Mention } | null {
  let found: { person: FoundPerson; mention: Mention } | null = null;
  for (const { person, mention } of people.within(range)) {
    const first = tokens.findIndex((token) => token.start >= mention.start);
    const next = tokens.find((token) => token.start >= mention.end);
    const ends = range.end - mention.end <= 1;
    if (!ends && !/^(?:of|from|at|in|and)$/.test(next?.lower ?? "")) continue;
    if (first >= 0 && !isObject(tokens, first)) found = { person, mention };
  }
  return found;
}

/** Whether a preposition governs the name, with its title: "for Prime Minister N", but not "Minister of Defence N", "President of Kenya N". */
function isObject(tokens: Token[], name: number): boolean {
  for (let at = name - 1; at > 0; at--) {
    const token = tokens[at];
    if (token === undefined || (token.kind === "mark" && token.text !== ".")) return false;
    if (token.lower === "and") return false;
    if (/^(?:who|which|that)$/.test(token.lower) || /^\p{Ll}{3,}ing$/u.test(token.text)) return true;
    if (LINK.test(token.lower))
      return at === name - 1 || isTitleHead(tokens[name - 1]?.text ?? "") || tokens[name - 1]?.text === ".";
  }
  return false;
}
