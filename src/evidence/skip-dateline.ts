import type { Citation } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { DATELINE } from "../extract/en/briefing/briefing-words.ts";
import { AGENCY_IN_FRONT } from "../extract/en/pages/agencies.ts";

/** The longest dateline; a longer match is the sentence itself. */
const MAX_CHARACTERS = 90;

/** A sentence without its dateline. */
export function skipDateline(text: string, range: Range): Range {
  const sentence = text.slice(range.start, range.end);
  const head = sentence.slice(0, MAX_CHARACTERS);
  if (!mayHaveDateline(head)) return range;
  const dateline = DATELINE.exec(head) ?? AGENCY_IN_FRONT.exec(head);
  if (dateline === null || !/^[\p{Lu}\p{N}"“‘'«„]/u.test(sentence.slice(dateline[0].length))) return range;
  return { start: range.start + dateline[0].length, end: range.end };
}

/**
 * Whether a dateline is worth looking for: it has a bracket, or a first word without small letters before a colon or a dash. V8 takes longer to
 * compile the expressions for datelines than any others, which most texts then never need.
 */
function mayHaveDateline(head: string): boolean {
  return head.includes("(") || (/^[^a-z ,]+[ ,:–—-]/.test(head) && /: |[–—-] /.test(head));
}

/** A citation without its dateline. */
export function citeWithoutDateline(citation: Citation): Citation {
  const { start } = skipDateline(citation.text, { start: 0, end: citation.text.length });
  return { ...citation, start: citation.start + start, text: citation.text.slice(start) };
}
