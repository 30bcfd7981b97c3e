import { isStatement } from "../evidence/is-statement.ts";
import { contentWords, wordsOf } from "../evidence/words.ts";
import {
  ABOUT_THE_PAGE,
  CONTACT_WORDS,
  GOES_ON,
  LEANS_ON_ANOTHER,
  MET_OR_SPOKE,
  OF_TWO,
  TAKEN_UP,
} from "../extract/en/briefing/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import { GOES_ON_ABOUT_ONE } from "../extract/en/people/office-words.ts";
import type { Line } from "./line.ts";

/** A line, and whether it says little without the sentence before it. */
export interface WeighedLine {
  line: Line;
  leans: boolean;
}

/** Two sentences in one line. */
const MAX_JOINED = 420;
/** What leans is worth a second sentence only if it is so much on the topic. */
const WORTH_JOINING = 2.6;
/** With so few words beside names, offices and the verb of the contact, a line says only that two met. */
const BARE = 1;
/** What a line is worth less that says only that. */
const BARE_LESS = 0.8;

export function leansOnAnother(text: string): boolean {
  return LEANS_ON_ANOTHER.test(text) || TAKEN_UP.test(text);
}

/**
 * The lines of an article of which each can be read alone. "The two met today" is told with the sentence that says what about, and what
 * leans on a line stands behind it or not at all. A joined line is the article's own text, as it stands there.
 */
export function joinLines(weighed: WeighedLine[]): Line[] {
  const lines: Line[] = [];
  const places = new Map(weighed.map((each) => [each.line.at, each]));
  let joined = -1;
  for (const { line, leans } of [...weighed].sort((a, b) => a.line.at - b.line.at)) {
    if (leans || line.at === joined) continue;
    const next = places.get(line.at + 1);
    const isWanted = isBare(line) ? next !== undefined || goesOn(line) : isWorth(next);
    const both = isWanted ? join(line, next?.line ?? null) : null;
    if (both !== null) joined = line.at + 1;
    lines.push(both ?? (isBare(line) ? { ...line, score: line.score - BARE_LESS } : line));
  }
  return lines;
}

function isWorth(next: WeighedLine | undefined): boolean {
  return next?.leans === true && next.line.fit >= WORTH_JOINING;
}

/** "President A spoke today with President B of C." */
function isBare({ text }: Line): boolean {
  const names = new Set(wordsOf((text.match(/\p{Lu}[\p{L}\p{M}'’.-]*/gu) ?? []).join(" ")));
  const told = contentWords(text).filter((word) => !names.has(word) && !CONTACT_WORDS.has(word) && !isCalendarWord(word));
  return told.filter((word) => !/\d/.test(word)).length <= BARE;
}

/** "They discussed …", and behind a text's first sentence, on who spoke with whom, "He expressed …": what was spoken about. */
function goesOn({ article: { text, sentences }, at, text: told }: Line): boolean {
  const next = sentences[at + 1];
  if (next === undefined) return false;
  const words = text.slice(next.start, next.end);
  return GOES_ON.test(words) || (at === 0 && MET_OR_SPOKE.test(told) && GOES_ON_ABOUT_ONE.test(words));
}

/** Two sentences that follow one another, as one line; null where they are too long, or the second one is incomplete. */
function join(line: Line, next: Line | null): Line | null {
  const { article, range, at } = line;
  const behind = article.sentences[at + 1];
  if (behind === undefined || behind.end - range.start > MAX_JOINED) return null;
  const told = article.text.slice(behind.start, behind.end);
  if (!isStatement(told) || ABOUT_THE_PAGE.test(told) || (OF_TWO.test(told) && !MET_OR_SPOKE.test(line.text))) return null;
  return {
    ...line,
    range: { start: range.start, end: behind.end },
    text: article.text.slice(range.start, behind.end),
    words: new Set([...line.words, ...(next?.words ?? contentWords(told))]),
    fit: Math.max(line.fit, next?.fit ?? 0),
    score: Math.max(line.score, next?.score ?? 0),
    isBackground: line.isBackground && (next?.isBackground ?? true),
  };
}
