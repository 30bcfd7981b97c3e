export interface StyledText {
  text: string;
  emphasis: "strong" | "soft" | undefined;
}

export interface WrapOptions {
  /** In columns of the terminal. */
  width: number;
  /** What the first line, and every other, begins with. */
  first: string;
  rest: string;
  emphasise(text: string, emphasis: "strong" | "soft"): string;
}

interface Word extends StyledText {
  columns: number;
}

/** Lines of at most `width` columns, broken between words; a longer word has a line of its own. */
export function wrapText(parts: StyledText[], options: WrapOptions): string[] {
  const lines: string[] = [];
  let line: Word[] = [];
  let columns = 0;
  const indent = () => (lines.length === 0 ? options.first : options.rest);
  const flush = () => {
    if (line.length > 0) lines.push(indent() + line.map((word) => show(word, options)).join(" "));
    line = [];
    columns = 0;
  };
  for (const word of wordsOf(parts)) {
    if (line.length > 0 && columns + 1 + word.columns > options.width - columnsOf(indent())) flush();
    columns += word.columns + (line.length > 0 ? 1 : 0);
    line.push(word);
  }
  flush();
  return lines;
}

/** A word may be made of pieces of different emphasis: "Japan" and ":" after it. Such pieces stay together. */
function wordsOf(parts: StyledText[]): Word[] {
  const words: Word[] = [];
  let glued = false;
  for (const part of parts) {
    const pieces = part.text.split(" ");
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) glued = false;
      if (piece === "") continue;
      const last = words.at(-1);
      if (glued && last !== undefined && last.emphasis === part.emphasis) {
        last.text += piece;
        last.columns += columnsOf(piece);
      } else if (glued && last !== undefined) {
        words[words.length - 1] = {
          text: `${last.text}\u0000${piece}`,
          emphasis: last.emphasis,
          columns: last.columns + columnsOf(piece),
        };
      } else {
        words.push({ text: piece, emphasis: part.emphasis, columns: columnsOf(piece) });
      }
      glued = true;
    }
    if (part.text.endsWith(" ")) glued = false;
  }
  return words;
}

/** Only the first piece of a glued word carries its emphasis. */
function show(word: Word, options: WrapOptions): string {
  const [head = "", ...tail] = word.text.split("\u0000");
  return (word.emphasis === undefined ? head : options.emphasise(head, word.emphasis)) + tail.join("");
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many columns a text takes: East Asian characters and pictures two, marks that combine none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}
