import { indexWords } from "../search/index-words.ts";
import { scopeWord } from "../search/scope-word.ts";

/** PostgreSQL's limits of a tsvector (its manual, section 12.11): the last position, and how many a word may have. */
const MAX_POSITION = 16_383;
const MAX_POSITIONS = 255;
/** A tsvector holds one megabyte of words; an article of more different words than this is a list, and is found by its beginning. */
const MAX_WORD_BYTES = 600_000;

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

/** Index words as text that PostgreSQL reads as a tsquery. They hold letters and digits alone, so that nothing in them is an operator. */
export function phraseQuery(words: string[]): string {
  return words.map((word) => `'${word}'`).join(" <-> ");
}
