import { WALLS } from "../../../extract/en/pages/walls.ts";

export type Wall = keyof typeof WALLS;

/** What is behind a notice and longer than this is the article after all: the notice was shown on top of it. */
const LONGEST_ADVERT = 900;
/** A paragraph with more characters tells something, and asks for nothing. */
const LONGEST_NOTICE = 1500;
/** Articles on cookies and bots say one thing that a notice says; a paragraph this short says nothing else. */
const BUTTON = 60;

interface CutText {
  text: string;
  /** What stands in the text's place, or ends it; null where nothing does. */
  wall: Wall | null;
}

/**
 * An article's text without the notices that ask for money, a browser or consent. A notice ends the text, adverts and all, unless more text
 * follows it than an advert has. Linear in its input.
 */
export function cutWall(text: string): CutText {
  const kept: string[] = [];
  let left = text.length;
  for (const paragraph of text.split("\n\n")) {
    left -= paragraph.length + 2;
    const wall = wallIn(paragraph);
    if (wall === null) kept.push(paragraph);
    else if (left <= LONGEST_ADVERT) return { text: kept.join("\n\n"), wall };
  }
  return { text: kept.join("\n\n"), wall: null };
}

function wallIn(paragraph: string): Wall | null {
  if (paragraph.length > LONGEST_NOTICE) return null;
  for (const kind of ["paywall", "bot-check", "consent"] as const) {
    const { sure, others } = WALLS[kind];
    if (sure.some((pattern) => pattern.test(paragraph))) return kind;
    const said = others.filter((pattern) => pattern.test(paragraph)).length;
    if (said >= 2 || (said === 1 && paragraph.length <= BUTTON)) return kind;
  }
  return null;
}
