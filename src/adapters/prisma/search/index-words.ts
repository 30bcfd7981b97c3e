import { stemmer } from "stemmer";
import { MAX_TERMS } from "./article-search.ts";

const MAX_WORD_LENGTH = 64;

/**
 * The words of a text as SQLite's index has them: runs of letters and digits, without case and diacritics, and of them the stem by
 * Porter's algorithm. PostgreSQL's own parser would follow the server's language, and take addresses and hyphens for words of their own.
 */
export function indexWords(text: string): string[] {
  const folded = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    // SQLite knows one small sigma.
    .replaceAll("ς", "σ");
  return Array.from(folded.matchAll(/[\p{L}\p{N}\p{Co}]+/gu), ([word]) => stemmer(cut(word)));
}

function cut(word: string): string {
  return word.length <= MAX_WORD_LENGTH ? word : word.slice(0, MAX_WORD_LENGTH).toWellFormed();
}

/** The terms of a query as lists of index words: one word, or several that follow each other. What holds no word is left out. */
export function queryWords(terms: string[]): string[][] {
  return terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MAX_TERMS)
    .map(indexWords)
    .filter((words) => words.length > 0);
}
