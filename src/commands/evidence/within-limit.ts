import type { CitedSentence } from "../../domain/evidence/records.ts";
import { createVerbatim } from "../reads/verbatim.ts";

/**
 * Copied prose without the sentences for which more than `words` words of one article would be quoted: those that stand first stay. The first
 * citation of a sentence is the passage that it copies.
 */
export function withinLimit(sentences: CitedSentence[], words: number): CitedSentence[] {
  const verbatim = createVerbatim(words);
  return sentences.filter(({ citations }) => citations.slice(0, 1).every((citation) => verbatim.take(citation)));
}
