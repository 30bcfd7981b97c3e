import type { EvidenceSentence } from "./evidence.ts";
import type { Finding } from "./reasons.ts";

/** Pairs of marks, the single ones only where they stand around words and not inside one. */
const MARKED = /[“"„]([^“”"„]*)[”"“]|«([^«»]*)»|(?<![\p{L}\p{N}])[‘']([^‘’']*(?:[’'](?=\p{L})[^‘’']*)*)[’'](?![\p{L}\p{N}])/gu;
const ANY_MARK = /["“”„«»]|(?<![\p{L}\p{N}])[‘'](?=\p{L})/u;

/**
 * Words between marks are the article's own characters, and stand between marks there too; what the program shows between marks is
 * then what the article says. Null where they are.
 */
export function checkQuotation(text: string, passages: readonly EvidenceSentence[]): Finding | null {
  const verbatim: { start: number; end: number }[] = [];
  for (const match of text.matchAll(MARKED)) {
    const words = (match[1] ?? match[2] ?? match[3] ?? "").replace(/[,.]$/, "");
    if (words.trim() === "" || !isMarked(words, passages)) return { reason: "quotation", detail: match[0] };
    verbatim.push({ start: match.index, end: match.index + match[0].length });
  }
  const left = blankOut(text, verbatim);
  const mark = ANY_MARK.exec(left);
  return mark === null ? null : { reason: "quotation", detail: left.slice(mark.index, mark.index + 30) };
}

function isMarked(words: string, passages: readonly EvidenceSentence[]): boolean {
  return passages.some(({ passage }) => {
    const marked = [...passage.matchAll(MARKED)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
    return marked.some((part) => part.replace(/\s+/g, " ").includes(words));
  });
}

/** The text with the ranges blanked out, so that offsets stay the same. */
export function blankOut(text: string, ranges: { start: number; end: number }[]): string {
  let left = text;
  for (const { start, end } of ranges) left = `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`;
  return left;
}
