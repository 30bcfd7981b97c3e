/** What a passage needs to be counted and cut. */
interface Quoted {
  articleId: string;
  start: number;
  end: number;
  text: string;
}

/** Languages without spaces have words of two characters or so; others, and their signs, of fewer than this. */
const CHARACTERS_A_WORD = 12;
const WORD = /\S+/gu;
/** Chinese, Japanese and Thai are written without spaces: every two characters count as a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;

/** How many words of each article a document may still quote. A passage that is quoted again costs nothing. */
export interface Verbatim {
  /** The passage, or its beginning where the rest is over the limit: exact in either case. Null where nothing may be quoted any more. */
  quote<T extends Quoted>(passage: T): T | null;
  /** Whether the whole passage may be quoted; then it counts. */
  take(passage: Quoted): boolean;
}

/** Counts what one document quotes of each article, at most `words` of each. */
export function createVerbatim(words: number): Verbatim {
  const used = new Map<string, number>();
  const known = new Set<string>();
  const left = ({ articleId }: Quoted) => words - (used.get(articleId) ?? 0);
  const keyOf = ({ articleId, start, end }: Quoted) => `${start}-${end}-${articleId}`;
  const count = (passage: Quoted) => {
    known.add(keyOf(passage));
    used.set(passage.articleId, (used.get(passage.articleId) ?? 0) + countWords(passage.text));
  };
  return {
    quote(passage) {
      if (known.has(keyOf(passage))) return passage;
      const kept = beginningOf(passage.text, left(passage));
      if (kept === "") return null;
      const shown = { ...passage, end: passage.start + kept.length, text: kept };
      count(shown);
      return shown;
    },
    take(passage) {
      if (known.has(keyOf(passage))) return true;
      if (beginningOf(passage.text, left(passage)) !== passage.text) return false;
      count(passage);
      return true;
    },
  };
}

/** Words as they are counted: those between spaces; of scripts without spaces every two characters. */
function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return (text.replace(UNSPACED, " ").match(WORD)?.length ?? 0) + Math.ceil(unspaced / 2);
}

/** The words of a text up to a number of them, without a cut word; all of it where they suffice. */
function beginningOf(text: string, words: number): string {
  if (words <= 0) return "";
  const room = words * CHARACTERS_A_WORD;
  if (text.length <= room && countWords(text) <= words) return text;
  let end = 0;
  let spent = 0;
  for (const found of text.matchAll(WORD)) {
    spent += countWords(found[0]);
    const behind = found.index + found[0].length;
    if (spent > words || behind > room) break;
    end = behind;
  }
  // A text without a space: so many characters as are a word each, and never half of one.
  return end > 0 ? text.slice(0, end) : wholeCharacters(text, Math.min(room, words * 2));
}

function wholeCharacters(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
