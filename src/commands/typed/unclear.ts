/**
 * What a line says cannot be read. Thrown within this folder only: its entries turn it into an intent. `meant` are lines that may have
 * been meant: with a slash a whole line, without one the words behind the same command.
 */
export class Unclear extends Error {
  readonly meant: readonly string[];

  constructor(sentence: string, meant: readonly string[] = []) {
    super(sentence);
    this.name = "Unclear";
    this.meant = meant;
  }
}

/** The most of what was typed that is said back. */
const MAX_SAID = 40;

export function quoted(typed: string): string {
  const shown = typed.length > MAX_SAID ? `${typed.slice(0, MAX_SAID)}…` : typed;
  return `“${shown}”`;
}

/** The word that is spelt most like a typed one, by at most so many letters; null where none is, or where it is one of them. */
export function nearest(typed: string, words: readonly string[], mostWrong: number): string | null {
  if (words.includes(typed) || typed.length > MAX_SAID) return null;
  let best: { word: string; wrong: number } | null = null;
  for (const word of words) {
    const wrong = lettersWrong(typed, word);
    if (wrong <= mostWrong && wrong < (best?.wrong ?? Number.POSITIVE_INFINITY)) best = { word, wrong };
  }
  return best?.word ?? null;
}

/** Letters to change, put in, take out or swap with the next one (optimal string alignment). */
function lettersWrong(typed: string, word: string): number {
  let [before, last] = [[] as number[], Array.from({ length: word.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const changed = (last[j - 1] ?? 0) + (typed[i - 1] === word[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [before, last] = [last, row];
  }
  return last[word.length] ?? 0;
}
