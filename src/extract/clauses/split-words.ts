import { AFFIXES, CLITIC } from "../en/function-words.ts";
import type { Sentence, Token } from "../tokens.ts";

/** A sentence's words as the grammar wants them, and for each the token that it is of. */
export interface GrammarWords {
  words: string[];
  /** Places in the text model's tokens. */
  tokens: Int32Array;
}

/** What has more parts is a line drawn of hyphens, or an address. */
const MAX_PARTS = 8;
const DOTTED = /^[.…]$/;

/** Cuts a sentence's tokens as treebanks cut them: "did n't", "Modi 's", "U.S. - led"; "Mr." is one word, as is "...". */
export function splitWords(tokens: Token[], { firstToken, lastToken }: Sentence): GrammarWords {
  const words: string[] = [];
  const of: number[] = [];
  for (let at = firstToken; at < lastToken; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const before = tokens[at - 1];
    const joins = at > firstToken && before !== undefined && before.end === token.start && DOTTED.test(token.text);
    if (joins && (isAbbreviated(before, tokens[at + 1], lastToken - at) || DOTTED.test(before.text))) {
      // The stop keeps its own token's place empty: it hangs on the word it belongs to.
      words[words.length - 1] = `${words.at(-1) ?? ""}${token.text}`;
      continue;
    }
    for (const word of partsOf(token)) {
      words.push(word);
      of.push(at);
    }
  }
  return { words, tokens: Int32Array.from(of) };
}

/** A stop right behind a word and in the middle of a sentence is the word's own. */
function isAbbreviated(before: Token, after: Token | undefined, left: number): boolean {
  return before.kind === "word" && before.text.length <= 6 && left > 2 && after !== undefined && after.kind !== "mark";
}

function partsOf(token: Token): string[] {
  const { text, lower, kind } = token;
  if (kind === "mark") return [text];
  if (lower === "cannot") return [text.slice(0, 3), text.slice(3)];
  const clitic = CLITIC.exec(text.slice(-3));
  const stem = clitic === null ? text : text.slice(0, text.length - clitic[0].length);
  if (stem === "") return [text];
  const parts = hyphenParts(stem);
  if (clitic !== null) parts.push(clitic[0]);
  return parts;
}

function hyphenParts(stem: string): string[] {
  if (!/[-/]/.test(stem) || !/\p{L}/u.test(stem)) return [stem];
  const parts = stem.split(/([-/])/);
  if (parts.length > 2 * MAX_PARTS || parts.includes("")) return [stem];
  const [first = "", mark, second = "", ...rest] = parts;
  return mark === "-" && AFFIXES.has(first.toLowerCase()) ? [`${first}-${second}`, ...rest] : parts;
}
