import type { Person } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { stripEnd } from "../../domain/strip-end.ts";

const MOST_WORDS = 4;
/** A long text in German has thousands of capitals: those it begins with tell whom it is about. */
const MOST_SOUGHT = 300;
const LOOKED_THROUGH = 20_000;
const WORD = /[\p{L}\p{M}'’.-]+/gu;
/** "S. Jaishankar" goes on behind the stop, a sentence does not. */
const SENTENCE_END = /[^.]{2}\.$/u;
const CAPITAL = /^\p{Lu}/u;
/** What stands in small letters within a name. */
const PARTICLE = /^(?:al|el|bin|von|van|de|der|da|di|du)$/u;

/**
 * What could be a whole name in a text that is not read: two to four words with capitals. Most are none. Somebody is meant only if a store
 * knows one person, and no other, by just this name.
 */
export function soughtPeople(text: string): Person[] {
  const sought = new Map<string, Person>();
  const words = [...text.slice(0, LOOKED_THROUGH).matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index }));
  for (const [at, { word, start }] of words.entries()) {
    if (!CAPITAL.test(word)) continue;
    for (const end of endsOfNames(text, words.slice(at, at + MOST_WORDS))) add(sought, text.slice(start, end), { start, end });
  }
  return [...sought.values()];
}

/** Where the names of two words and more end that begin with the first of these words. */
function endsOfNames(text: string, words: { word: string; start: number }[]): number[] {
  const ends: number[] = [];
  let behind = (words[0]?.start ?? 0) + (words[0]?.word.length ?? 0);
  for (const { word, start } of words.slice(1)) {
    if (start !== behind + 1 || text.charAt(behind) !== " " || SENTENCE_END.test(text.slice(behind - 3, behind))) break;
    behind = start + word.length;
    if (CAPITAL.test(word)) ends.push(start + stripEnd(word, /['’.-]/).length);
    else if (!PARTICLE.test(word)) break;
  }
  return ends;
}

function add(sought: Map<string, Person>, name: string, mention: Range): void {
  const known = sought.get(name);
  if (known !== undefined) known.mentions.push(mention);
  else if (sought.size < MOST_SOUGHT)
    sought.set(name, { name, aliases: [], roles: [], mentions: [mention], rules: ["known-name"] });
}
