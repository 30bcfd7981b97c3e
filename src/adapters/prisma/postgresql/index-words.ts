import { stemmer } from "stemmer";
import { MAX_TERMS } from "../article-search.ts";
import { scopeWord } from "../scope-word.ts";

/** PostgreSQL's limits of a tsvector (its manual, section 12.11): the last position, and how many a word may have. */
const MAX_POSITION = 16_383;
const MAX_POSITIONS = 255;
/** A tsvector holds one megabyte of words; an article of more different words than this is a list, and is found by its beginning. */
const MAX_WORD_BYTES = 600_000;
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

/** An article as text that PostgreSQL reads as a tsvector, and how many words it has. */
export function indexDocument(article: { workspaceId: string; title: string | null; text: string }): {
  document: string;
  length: number;
} {
  const places = new Map<string, string[]>([[scopeWord(article.workspaceId), []]]);
  const title = indexWords(article.title ?? "");
  const text = indexWords(article.text);
  let room = addPlaces(places, title, { from: 1, weight: "A", room: MAX_WORD_BYTES });
  // A gap, so that no phrase runs from the title into the text.
  room = addPlaces(places, text, { from: title.length + 2, weight: "", room });
  const document = [...places].map(([word, at]) => (at.length === 0 ? `'${word}'` : `'${word}':${at.join(",")}`)).join(" ");
  return { document, length: title.length + text.length };
}

function addPlaces(
  places: Map<string, string[]>,
  words: string[],
  given: { from: number; weight: string; room: number },
): number {
  let room = given.room;
  for (const [index, word] of words.entries()) {
    let known = places.get(word);
    if (known === undefined) {
      room -= Buffer.byteLength(word);
      if (room < 0) continue;
      known = [];
      places.set(word, known);
    }
    const position = Math.min(given.from + index, MAX_POSITION);
    if (known.length < MAX_POSITIONS) known.push(`${position}${given.weight}`);
  }
  return room;
}

/** The terms of a query as lists of index words: one word, or several that follow each other. What holds no word is left out. */
export function queryWords(terms: string[]): string[][] {
  return terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MAX_TERMS)
    .map(indexWords)
    .filter((words) => words.length > 0);
}

/** Index words as text that PostgreSQL reads as a tsquery. They hold letters and digits alone, so that nothing in them is an operator. */
export function phraseQuery(words: string[]): string {
  return words.map((word) => `'${word}'`).join(" <-> ");
}
