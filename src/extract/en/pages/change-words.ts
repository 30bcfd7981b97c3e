import { FURNITURE } from "./furniture.ts";

/** What a revision of an article may change without saying anything else, and what it says of its own mistakes. */

/** A publisher's note on its own text. */
export const CORRECTION_NOTE =
  /^\W{0,3}(?:corrections?|clarifications?|corrected|editor['’]s note|corrects?)(?: \([^()]{1,40}\))?\s?[:–—-]|\b(?:this|the|an|our) (?:earlier |previous |original )?(?:article|story|report|version|piece|headline)\b.{0,80}\b(?:has been|was|have been) (?:corrected|amended|updated to correct|clarified)\b|\b(?:an )?(?:earlier|previous|original) version of this (?:article|story|report|piece)\b|\bcorrects? (?:the )?(?:name|day|date|number|spelling|figure|title|toll|paragraph|headline)\b/iu;

/** Words that come and go without changing what is said. */
export const WEIGHTLESS: ReadonlySet<string> = new Set("a an the that also and said says here".split(" "));

/** Numbers in words, as digits: houses differ in where they begin to write digits. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, at) => [word, String(at)]),
);

/** "1,204 views", "5 min read", "3 hours ago", "Updated: 10:32": what a site counts beside a text. */
const COUNTED =
  /\b(?:\d[\d,.]{0,9}[km]?\s?(?:views?|shares?|comments?|likes?|reads?|reactions?|readers?|people reading)|\d{1,3}[ -]?min(?:ute)?s? read|\d{1,3} ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?) ago)\b/i;
const STAMPED = /\b(?:(?:last )?(?:updated|modified|published|posted)|first published)\b/i;
const STAMP_WORDS = 8;

/** Whether a sentence or a line is its site's and not its author's. A line without a full stop may count readers, a sentence only gives its hour. */
export function isFurniture(line: string): boolean {
  if (FURNITURE.anywhere.some((pattern) => pattern.test(line))) return true;
  if (!/[.!?…]["”’»')\]]*$/u.test(line))
    return COUNTED.test(line) || STAMPED.test(line) || FURNITURE.above.some((pattern) => pattern.test(line));
  return (
    /\d/.test(line) &&
    line.split(/\s+/).length <= STAMP_WORDS &&
    /^\W{0,2}(?:last |first )?(?:updated|modified|published|posted)\b/i.test(line)
  );
}

/** Words before a quotation that say that it is none, or wrong. */
export const DENIAL = /\b(?:not|never|nobody|no one|denie[sd]|denying|false(?:ly)?|untrue|wrong(?:ly)?)\b|n['’]t\b/i;
