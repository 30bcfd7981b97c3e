/** Characters that are a syllable or a word each: of them a text needs fewer. The figures are the usual lengths of one text in two languages. */
const WORD_EACH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const SYLLABLE_EACH = /\p{Script=Hangul}/gu;
const [AS_WORD, AS_SYLLABLE] = [2.5, 2];

/** How long a text is, in characters of an alphabet. */
export function textWeight(text: string): number {
  const [words, syllables] = [countOf(text, WORD_EACH), countOf(text, SYLLABLE_EACH)];
  return Math.round(text.length + words * (AS_WORD - 1) + syllables * (AS_SYLLABLE - 1));
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
