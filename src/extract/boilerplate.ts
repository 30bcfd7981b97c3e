import type { Range } from "../domain/evidence/span.ts";
import {
  AGENCY,
  BYLINE,
  BYLINE_WORDS,
  CREDIT_LINKS,
  CREDIT_START,
  GLUED_LABEL,
  LINE_ENDS,
  LINE_STARTS,
  LINK_HEADING,
  LINK_LABEL,
} from "./en/boilerplate.ts";

/** A longer paragraph is news, whatever it begins with. */
const MAX_LINE_CHARACTERS = 420;
const MAX_HEADLINE_CHARACTERS = 160;
const MAX_CREDIT_CHARACTERS = 110;
/** So far from an article's beginning its byline may stand. */
const BYLINE_PARAGRAPHS = 4;

const ENDS_SENTENCE = /[.!?…]["”’»')\]]*$/u;

/**
 * The paragraphs of an article's own text: bylines, credits, notes on who wrote it, links to other articles, calls to subscribe and the
 * like are left out, and a photo's credit is cut off its caption. Linear in the text's length.
 */
export function withoutBoilerplate(text: string, paragraphs: Range[]): Range[] {
  const kept: Range[] = [];
  let links = false;
  for (const [at, range] of paragraphs.entries()) {
    const line = range.end - range.start > MAX_LINE_CHARACTERS ? null : text.slice(range.start, range.end);
    if (line !== null && LINK_HEADING.test(line)) links = true;
    else if (links && !(line !== null && isHeadlineOnly(line))) links = false;
    if (links || (line !== null && (isBoilerplate(line) || (at < BYLINE_PARAGRAPHS && isByline(line, paragraphs.length)))))
      continue;
    kept.push(withoutCredit(text, range));
  }
  // A text of nothing but such lines is read as it is: better a credit than no text.
  return kept.length > 0 ? kept : paragraphs;
}

function isBoilerplate(line: string): boolean {
  return LINE_STARTS.test(line) || LINK_LABEL.test(line) || (GLUED_LABEL.test(line) && line.length < 250) || LINE_ENDS.test(line);
}

function isHeadlineOnly(line: string): boolean {
  return line.length <= MAX_HEADLINE_CHARACTERS && !/[.!…]["”’»')\]]*$/u.test(line);
}

/** "By Ada Lund and Max Toll, Reuters", "Ada Lund": near the beginning, names and nothing else. */
function isByline(line: string, paragraphs: number): boolean {
  if (paragraphs < 2 || line.length > 120 || ENDS_SENTENCE.test(line)) return false;
  const words = line.split(/[\s,|·•–—-]+/).filter((word) => word !== "");
  const small = words.filter((word) => !/^[\p{Lu}\p{N}@]/u.test(word));
  if (BYLINE.test(line)) return words.length <= 16 && small.every((word) => BYLINE_WORDS.test(word));
  return paragraphs > 2 && words.length >= 1 && words.length <= 4 && small.length === 0 && /^\p{L}[\p{L}.'’ -]+$/u.test(line);
}

/** "… on Thursday. Ada Lund/AFP/Getty Images" and "(Ada Lund/Reuters)" end before the credit. */
function withoutCredit(text: string, { start, end }: Range): Range {
  const tail = text.slice(Math.max(start, end - MAX_CREDIT_CHARACTERS), end);
  const cut = creditIn(tail);
  const last = cut < 0 ? end : end - tail.length + cut;
  return last > start && text.slice(start, last).trim() !== ""
    ? { start, end: start + text.slice(start, last).trimEnd().length }
    : { start, end };
}

/** Where a photo's credit begins in the last words of a paragraph, -1 where there is none: agencies behind a slash or "Photo by". */
function creditIn(tail: string): number {
  const open = tail.lastIndexOf("(");
  if (open >= 0 && tail.endsWith(")") && isCredit(tail.slice(open + 1, -1))) return open;
  for (let at = tail.length - 1; at > 0; at--) {
    if (/[.!?”"’)]/.test(tail.charAt(at - 1)) && /\s/.test(tail.charAt(at)) && isCredit(tail.slice(at + 1))) return at;
  }
  return -1;
}

function isCredit(words: string): boolean {
  if (words.length > 90 || !AGENCY.test(words)) return false;
  const parts = words.split(/[/|]/);
  const plain = words.replace(CREDIT_LINKS, "");
  return (parts.length > 1 || CREDIT_START.test(words)) && !/(?:^|\s)\p{Ll}{2,}/u.test(plain);
}
