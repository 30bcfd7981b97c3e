import { AFTER_NAME, AND, BODY, BY, BY_WITHIN, NO_NAME, OFFICE } from "../../../extract/en/pages/page-words.ts";
import { findDateIn } from "../find-date-in.ts";
import { monthOf } from "../month-names.ts";

/** Of one line: papers name more for an investigation. */
const MOST_NAMES = 4;
const LONGEST_NAME = 60;
const MOST_WORDS = 6;
const MAIL = /\s?\(?[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}\)?/u;
/** Behind a name in Korean and Japanese papers: reporter. */
const CALLING = /\s(?:기자|記者)$/u;

/** The names in a line that says who wrote: "By Ana Lund and Max Toll, in Lisbon" holds two. Empty where it says something else. */
export function namesInLine(line: string | null): string[] {
  if (line === null) return [];
  // "Ana (Maria) Lund"
  const bare = behindBy(line)
    .replace(/\s\([^()]{1,40}\)(?=\s\p{Lu})/u, "")
    .replace(MAIL, "");
  const dated = dateBegins(bare);
  const end = Math.min(
    dated > 0 ? dated : bare.length,
    ...[AFTER_NAME, OFFICE].map((ends) => ends.exec(bare)?.index ?? bare.length),
  );
  const names = apart(bare.slice(0, end)).map(withoutEnds).map(withoutCalling);
  return names.filter(isName).slice(0, MOST_NAMES);
}

/** Where a date stands behind a name; 0 where none does. Of what may be a weekday before a number, "Ana Lund 24 November", the end is a name's. */
function dateBegins(line: string): number {
  const at = findDateIn(line, { first: "day" })?.at ?? 0;
  return /^\d/.test(line.slice(at)) || monthOf(/^\p{L}+/u.exec(line.slice(at))?.[0]) > 0 ? at : 0;
}

/** Without what a paper in Korean or Japanese calls its reporters. */
function withoutCalling(name: string): string {
  return name.replace(CALLING, "");
}

/** Whether a name is written as people's are: two to four words, of which most begin with a capital. */
export function isPerson(name: string): boolean {
  const words = name.split(/[\s.]+/).filter((word) => word !== "");
  if (BODY.test(name) || words.length < 2 || words.length > 5) return false;
  return words.filter((word) => !/^\p{Ll}/u.test(word)).length * 2 > words.length;
}

/** Two bylines may follow each other ("Author: by Ana Lund"), and a date may stand before one. */
function behindBy(line: string): string {
  const bare = line.replace(BY, "").replace(BY, "").trim();
  const within = byBehindDate(bare);
  return within === null ? bare : bare.slice(within);
}

/** Where the name begins in "24 November 2026 by Ana Lund"; null where no date stands before. "© 2012, made by Otto" names nobody. */
function byBehindDate(line: string): number | null {
  const within = BY_WITHIN.exec(line);
  if (within === null || findDateIn(line.slice(0, within.index), { first: "day" }) === null) return null;
  return within.index + within[0].length;
}

/** Whether a line says who wrote, and what follows is the name. */
export function isByline(line: string): boolean {
  return BY.test(line) || byBehindDate(line) !== null;
}

/** "Ana Lund, Max Toll and Eva Ohm" are three; behind a comma without such a word stands an office, a place or a paper. */
function apart(text: string): string[] {
  const parts = text.split(AND);
  const last = parts.pop()?.split(/[,;]\s/)[0] ?? "";
  const before = parts.flatMap((part) => part.split(/[,;]\s/)).map((part) => part.replace(BY, ""));
  if (before.length > 0 && [...before, last].every((part) => part.trim().includes(" "))) return [...before, last];
  const listed = text.split(/\s?;\s/);
  if (listed.length > 1 && listed.every((part) => isPerson(part.trim()))) return listed;
  return [text.split(/[,;]\s/)[0] ?? ""];
}

function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (name.length < 2 || name.length > LONGEST_NAME || words.length > MOST_WORDS) return false;
  if (/[!?@©#%{}<>]|https?:|www\./i.test(name) || NO_NAME.test(name)) return false;
  // A sentence is no name: names are written with capitals, where the script has any.
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return small === 0 || small < words.length - 1 || words.length === 1;
}

function withoutEnds(line: string): string {
  let [start, end] = [0, line.length];
  while (end > start && /[\s,;:|.•·–*"“”-]/u.test(line[end - 1] ?? "")) end -= 1;
  while (start < end && /[\s,;:|.•·–*"“”-]/u.test(line[start] ?? "")) start += 1;
  return line.slice(start, end);
}
