import { decodingFaults } from "../../domain/evidence/decoding-faults.ts";

/** A teaser may be this much shorter than another teaser; shorter still, and what is stored is its page's text. */
const SHORTER_THAN_TEASER = 2;

/** Whether a text may not take a stored one's place: more of it is wrongly decoded, or it is an entry's own in place of a page's. */
export function isWorse({ text, isTeaser }: { text: string; isTeaser: boolean }, stored: string): boolean {
  if (isTeaser && stored.length >= SHORTER_THAN_TEASER * text.length) return true;
  const faults = decodingFaults(text);
  return faults > 0 && faults > decodingFaults(stored);
}
