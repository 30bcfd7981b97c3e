import type { Citation } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";

/** Where and when a wire filed: "NEW DELHI, March 20 (Meridian Wire) - ", "(CNN) ", "LONDON — ". The place is in capitals, or an agency stands behind it. */
const DATELINE =
  /^(?:(?:\p{Lu}[\p{Lu}.'’-]{0,30}(?: \p{Lu}[\p{Lu}.'’-]{0,30}){0,3}(?:, [\p{L}. ]{2,20})?(?:,? \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()]{2,40}\))?|(?:\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20}){0,2} )?\((?:\p{Lu}{2,6}|Reuters|Bloomberg)[^()]{0,20}\)) ?[-–—]{1,3} |\((?:\p{Lu}{2,6}|Reuters)\) (?:[-–—]{1,3} )?)/u;
/** A dateline is short; what is longer is the sentence itself. */
const MAX_CHARACTERS = 90;

/** A sentence without the dateline before it. What is cut off is nothing that anybody said. */
export function skipDateline(text: string, range: Range): Range {
  const sentence = text.slice(range.start, range.end);
  const dateline = DATELINE.exec(sentence.slice(0, MAX_CHARACTERS));
  if (dateline === null || !/^[\p{Lu}\p{N}"“‘'«„]/u.test(sentence.slice(dateline[0].length))) return range;
  return { start: range.start + dateline[0].length, end: range.end };
}

/** A cited sentence without the dateline before it. */
export function citeWithoutDateline(citation: Citation): Citation {
  const { start } = skipDateline(citation.text, { start: 0, end: citation.text.length });
  return { ...citation, start: citation.start + start, text: citation.text.slice(start) };
}
