import { readFileSync } from "node:fs";
import type { Article } from "../../src/domain/evidence/article.ts";

/** An article with what a careful reader finds in it; `start` and `end` of quotations and of the sentence that reports a meeting best. */
export interface Annotated {
  article: Article;
  people: { name: string; aliases: string[]; role: string | null; country: string | null }[];
  quotes: { start: number; end: number; speaker: string | null }[];
  meetings: GoldMeeting[];
}

export interface GoldMeeting {
  kind: string;
  status: string;
  date: string | null;
  place: string | null;
  participants: string[];
  start: number;
  end: number;
}

/** A place by its offsets, or by its words. */
type Placed = { start: number; end: number } | { text: string } | { evidence: string };

export function readAnnotated(path: string): Annotated[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { gold, id, title = null, url = null, publishedAt = null, text } = JSON.parse(line);
      const article = { id, title, url, publishedAt, text, publisher: null, author: null, language: null };
      const placed = <T extends Placed>(each: T) => ({ ...each, ...placeOf(text, each) });
      return { article, people: gold.people, quotes: gold.quotes.map(placed), meetings: gold.meetings.map(placed) };
    });
}

function placeOf(text: string, place: Placed): { start: number; end: number } {
  if ("start" in place) return { start: place.start, end: place.end };
  const words = "text" in place ? place.text : place.evidence;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`No such words: ${words}`);
  return { start, end: start + words.length };
}
