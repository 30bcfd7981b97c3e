import type { Grammar } from "./load-grammar.ts";
import type { Parse } from "./parse.ts";

/** Beside its words, an entry holds three arrays and a place in the table: measured, rounded up. */
const ENTRY_BYTES = 700;
const BYTES_PER_WORD = 6;
const BYTES_PER_CHARACTER = 2;

/**
 * A grammar that keeps what it parsed last, in so many bytes at the most, for whoever reads the same sentences again. Every caller of the
 * same words gets the same parse: nobody may change it.
 */
export function rememberParses(grammar: Grammar, { maxBytes }: { maxBytes: number }): Grammar {
  // A map keeps the order in which its keys were set: the first is the one that nobody asked for the longest.
  const parses = new Map<string, Parse>();
  let bytes = 0;
  return {
    parse(words) {
      const key = words.join(" ");
      const known = parses.get(key);
      if (known !== undefined) {
        parses.delete(key);
        parses.set(key, known);
        return known;
      }
      const parse = grammar.parse(words);
      parses.set(key, parse);
      bytes += sizeOf(key, parse);
      for (const [oldest, old] of parses) {
        if (bytes <= maxBytes) break;
        parses.delete(oldest);
        bytes -= sizeOf(oldest, old);
      }
      return parse;
    },
  };
}

function sizeOf(key: string, { tags }: Parse): number {
  return ENTRY_BYTES + key.length * BYTES_PER_CHARACTER + tags.length * BYTES_PER_WORD;
}
