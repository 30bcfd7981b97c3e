import type { Range } from "../../../domain/evidence/span.ts";
import { ING, RELATIVE } from "../../en/quotes/phrase-words.ts";
import { BEHIND_PERSON, NOT_BEFORE_SPEAKER } from "../../en/quotes/speaker-words.ts";
import { isTitleHead } from "../../en/titles.ts";
import type { FoundPerson, Mention, People } from "../../people/found-people.ts";
import type { Token } from "../../tokens.ts";

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
    if (!ends && !BEHIND_PERSON.has(next?.lower ?? "")) continue;
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
    if (RELATIVE.has(token.lower) || ING.test(token.text)) return true;
    if (NOT_BEFORE_SPEAKER.has(token.lower))
      return at === name - 1 || isTitleHead(tokens[name - 1]?.text ?? "") || tokens[name - 1]?.text === ".";
  }
  return false;
}
