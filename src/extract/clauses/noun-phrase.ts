import type { Range } from "../../domain/evidence/span.ts";
import type { Clauses } from "./clauses.ts";

/** What ends a noun's own phrase: more nouns, a clause about it, another name for it, marks. */
const BEYOND = [
  "conj",
  "cc",
  "acl",
  "appos",
  "parataxis",
  "punct",
  "nsubj",
  "cop",
  "advcl",
  "list",
  "dep",
  "ccomp",
  "obl",
  "aux",
];

/**
 * A noun with what belongs to it in one breath: "the foreign minister of Norway" without ", who left", ", Ines Alden" and "and his wife". With
 * `after: false` the phrase ends at the noun and the names behind it: "the foreign minister".
 */
export function nounPhraseOf(clauses: Clauses, noun: number, { after = true } = {}): Range {
  let { start, end } = { start: noun, end: noun + 1 };
  for (const child of clauses.childrenOf(noun)) {
    if (clauses.isOf(child, ...BEYOND) || (child < noun && clauses.isOf(child, "case", "mark"))) continue;
    const isName = clauses.isOf(child, "flat", "compound", "nummod");
    if (child > noun && !after && !isName) continue;
    // What is said of "Norland" in "the minister of Norland, which …" is no part of the minister's phrase either.
    const inner = clauses.isOf(child, "nmod") && child > noun ? withCase(clauses, child) : clauses.spanOf(child);
    start = Math.min(start, inner.start);
    end = Math.max(end, inner.end);
  }
  return { start, end };
}

function withCase(clauses: Clauses, noun: number): Range {
  const { start, end } = nounPhraseOf(clauses, noun);
  return { start: Math.min(start, ...clauses.childrenOf(noun, "case")), end };
}
