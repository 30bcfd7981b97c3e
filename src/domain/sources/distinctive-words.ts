/** Words in scripts without spaces, or with endings grown on to them, of which two characters each tell as much as a word elsewhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]+/gu;
/** Endings and particles: every Japanese text has them. */
const PARTICLES = /^\p{Script=Hiragana}+$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Shorter ones say nothing, names of three letters aside. */
const MIN_LETTERS = 4;
/** Endings are ignored: "sign", "signed", "signing". */
const STEM_LETTERS = 5;
/** A limit per text, so that long ones stay cheap. */
const MAX_CHARACTERS = 20_000;

/** The words by which a text is known again, by their beginnings, in lower case; in scripts without spaces, pairs of characters. */
export function distinctiveWords(text: string): Set<string> {
  const found = new Set<string>();
  const some = text.slice(0, MAX_CHARACTERS).normalize("NFKC");
  for (const [run] of some.matchAll(UNSPACED)) {
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!PARTICLES.test(pair)) found.add(pair);
    }
  }
  for (const [word] of some.replace(UNSPACED, " ").matchAll(WORD)) {
    const isName = word.length === MIN_LETTERS - 1 && /^\p{Lu}/u.test(word);
    if (word.length >= MIN_LETTERS || isName) found.add(word.toLowerCase().slice(0, STEM_LETTERS));
  }
  return found;
}

/** How much of one text occurs in the other, from 0 to 1; null if there is nothing to look for. */
export function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number | null {
  if (wanted.size === 0) return null;
  let hits = 0;
  for (const word of wanted) if (there.has(word)) hits += 1;
  return hits / wanted.size;
}
