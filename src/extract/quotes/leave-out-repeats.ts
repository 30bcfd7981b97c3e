import type { Quote } from "../../domain/evidence/extraction.ts";

/**
 * Quotations without those that their article gives again: headlines and captions repeat what the text says. Of the same words by one speaker
 * the first stays; words whose speaker nobody names go if they are somebody's elsewhere.
 */
export function leaveOutRepeats<Q extends Pick<Quote, "text" | "speaker">>(quotes: readonly Q[]): Q[] {
  const speakers = new Map<string, Set<string | null>>();
  for (const { text, speaker } of quotes) {
    const words = wordsOf(text);
    speakers.set(words, (speakers.get(words) ?? new Set()).add(speaker?.name ?? null));
  }
  const known = new Set<string>();
  return quotes.filter(({ text, speaker }) => {
    const words = wordsOf(text);
    if (speaker === null && (speakers.get(words)?.size ?? 0) > 1) return false;
    const key = `${speaker?.name ?? ""}\n${words}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** Marks and what a sentence puts at the end of a quotation do not tell two apart. */
function wordsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
