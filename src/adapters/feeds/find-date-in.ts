import { type DateHints, readDate } from "./read-date.ts";

/** Where a date may begin: a number, or a word with a number behind it. */
const BEGINS = /(?:^|[^\p{L}\p{N}/.-])(?=\d{1,4}(?:[-/.年년]|\s|st|nd|rd|th|er|º)|\p{L}{3,12}\.?\s{1,3}\d|(?:令和|平成)\d)/gu;
const LONGEST = 400;
const MOST = 40;

/** The first date in a short text, and where it begins; null where there is none. Times without a day are none. */
export function findDateIn(text: string, hints: DateHints): { date: string; at: number } | null {
  const some = text.slice(0, LONGEST);
  let looked = 0;
  for (const match of some.matchAll(BEGINS)) {
    const at = match.index + match[0].length;
    const date = readDate(some.slice(at), hints);
    if (date !== null) return { date, at };
    looked += 1;
    if (looked >= MOST) return null;
  }
  return null;
}
