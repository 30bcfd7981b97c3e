import { readFileSync } from "node:fs";
import type { Meeting } from "../../../src/domain/evidence/extraction.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";

/** A text of ours with the meetings that a careful reader finds in it, as "planned: Alda Reyes, Jonas Falk". */
export interface ToldMeetings {
  title?: string;
  publishedAt?: string;
  text: string;
  meetings: string[];
}

const MONDAY = "2026-03-09T10:00:00Z";

export function readTold(file: string): ToldMeetings[] {
  const lines = readFileSync(new URL(`../../fixtures/meetings/${file}`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): ToldMeetings => JSON.parse(line));
}

/** What the engine finds in a text, in the same words, in alphabetical order. */
export function foundIn(told: ToldMeetings): string[] {
  return meetingsIn(told).map(inWords).sort();
}

export function meetingsIn({ title = "", text, publishedAt = MONDAY }: ToldMeetings): Meeting[] {
  const article = { id: "told", title, text, publishedAt, url: null, publisher: null, author: null, language: "en" };
  return extractArticle(article).meetings;
}

/** The same words with their names in alphabetical order. */
export function sorted(meetings: readonly string[]): string[] {
  return meetings.map((line) => line.replace(/(?<=: ).*$/, (names) => names.split(", ").sort().join(", "))).sort();
}

function inWords({ status, participants }: Meeting): string {
  return `${status}: ${participants
    .map(({ name }) => name)
    .sort()
    .join(", ")}`;
}
