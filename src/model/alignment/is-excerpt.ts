import { BREAKS, CONNECTORS, HEDGES, LOOSE_PREPOSITIONS } from "../../extract/en/alignment/alignment-words.ts";
import { UNCUTTABLE } from "../../extract/en/alignment/cutting-words.ts";
import { NEGATIONS } from "../../extract/en/function-words.ts";
import { isReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { alignInOrder, isLight, sharesAllKeys } from "./is-shortened.ts";
import { isDayKey, keysAt, type Line, lowerOf, placesOf } from "./line.ts";
import { isBareMark, isLimiting } from "./phrase.ts";

/** A stretch of a passage that the sentence leaves out, both ends included. */
interface Gap {
  from: number;
  to: number;
}

const FINITE = /^VB[DZP]$/;
/** A middle stretch that is no name beside another: ", who arrived late,", ", speaking there,", ", in Brenna,". */
const DESCRIBES = /^(?:WP|WDT|WRB|IN|VBG|VBN|RB|TO)$/;

/**
 * Whether a sentence is a passage with stretches left out that marks set off, or of two joined verbs of one subject one left out. Only the marks,
 * the tags of single words and closed lists are looked at, so that a sentence whose grammar is misread can still be proved. Nothing that is left
 * out may deny, limit, condition or attribute.
 */
export function isExcerpt(said: Line, passage: Line): boolean {
  const wanted = placesOf(said).filter((token) => !isLight(said, token) && !CONNECTORS.has(lowerOf(said, token)));
  const there = placesOf(passage).filter((token) => !isLight(passage, token));
  if (wanted.length < 2 || wanted.length > there.length) return false;
  const isSame = (token: number, other: number) => sharesAllKeys(keysAt(said, token), keysAt(passage, other));
  const fromFirst = alignInOrder(wanted, there, isSame);
  if (fromFirst === null) return false;
  const fromLast = alignInOrder(wanted.toReversed(), there.toReversed(), isSame) ?? [];
  return [fromFirst, fromLast.toReversed()].some((kept) => kept.length > 0 && isOfGaps(passage, kept, there));
}

function isOfGaps(passage: Line, kept: number[], there: number[]): boolean {
  return gapsIn(kept, there).every((gap) => mayGo(passage, gap, kept));
}

function gapsIn(kept: number[], there: number[]): Gap[] {
  const held = new Set(kept);
  const gaps: Gap[] = [];
  let open: Gap | null = null;
  for (const token of there) {
    if (held.has(token)) open = null;
    else if (open === null) {
      open = { from: token, to: token };
      gaps.push(open);
    } else open.to = token;
  }
  return gaps;
}

function mayGo(passage: Line, gap: Gap, kept: number[]): boolean {
  const { clauses } = passage;
  const [first = 0, last = 0] = [kept[0], kept.at(-1)];
  if (isDay(passage, gap)) return true;
  const limits = (token: number) => gap.to > first && token === gap.from;
  for (let token = gap.from; token <= gap.to; token++) if (isNeeded(passage, token, limits(token))) return false;
  const isSetOff = isMark(passage, gap.from - 1) || BREAKS.has(lowerOf(passage, gap.from));
  const waits = kept.some((token) => clauses.tagOf(token) === "MD");
  if (BREAKS.has(lowerOf(passage, gap.from)) && waits) return false;
  if (gap.to < first) return isMark(passage, first - 1) || (BREAKS.has(lowerOf(passage, gap.to)) && isMark(passage, gap.to - 1));
  if (isJoinedVerb(passage, gap, last)) return true;
  if (!isSetOff) return false;
  if (gap.from > last) return true;
  const isName = !DESCRIBES.test(clauses.tagOf(gap.from));
  return isMark(passage, gap.to + 1) && (!isName || /^(?:VB|MD)/.test(clauses.tagOf(gap.to + 2)));
}

/** "On Thursday", "last year": of what happened the day may be left out. */
function isDay(passage: Line, { from, to }: Gap): boolean {
  const words = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const isOfDay = (token: number) => keysAt(passage, token).some(isDayKey) || LOOSE_PREPOSITIONS.has(lowerOf(passage, token));
  return words.every(isOfDay) && words.some((token) => keysAt(passage, token).some(isDayKey));
}

/** "Talvania [rejected the charge and] called for an inquiry", "… rejected the charge [and called for an inquiry]". */
function isJoinedVerb(passage: Line, { from, to }: Gap, last: number): boolean {
  const { clauses } = passage;
  const finite = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((at) => FINITE.test(clauses.tagOf(at)));
  if (from > last && clauses.tagOf(from) === "CC") {
    if (lowerOf(passage, from + 1) === "that") return true;
    return FINITE.test(clauses.tagOf(from + 1)) && finite.length === 1;
  }
  const isFirst = FINITE.test(clauses.tagOf(from)) && finite.length === 1;
  return isFirst && clauses.tagOf(to) === "CC" && FINITE.test(clauses.tagOf(to + 1));
}

function isNeeded(line: Line, token: number, isFirst: boolean): boolean {
  const lower = lowerOf(line, token);
  if (UNCUTTABLE.has(lower) || NEGATIONS.has(lower) || HEDGES.has(lower) || isReportingVerb(lower)) return true;
  if (line.clauses.tagOf(token) === "MD" || lower === "whose") return true;
  return isLimiting(line, token) && (isFirst || lower.endsWith("ly"));
}

function isMark(line: Line, token: number): boolean {
  return isBareMark(line, token);
}
