import type { DateExpression } from "../../dates/date-expression.ts";
import { whichOf } from "./calendar-rules.ts";
import { type DateRule, lowerAt, type Match, readCount, type Word } from "./date-scan.ts";
import { isPartOfDay, unitOf } from "./date-words.ts";

const DAYS_AWAY: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
]);
/** Behind "the day before" these go on; any other word says before what. */
const GOES_ON = new Set("in at on with to and but when who he she they it as by for".split(" "));
const REPEATED = new Set(
  "time times first second third fourth fifth visit visits meeting meetings summit trip only once twice".split(" "),
);

/** "today", "yesterday evening", "last night", "the day before yesterday". */
export const dayWordRule: DateRule = (words, at) => {
  const away = DAYS_AWAY.get(lowerAt(words, at));
  if (away !== undefined) return awayMatch("day", away, isPartOfDay(lowerAt(words, at + 1)) ? at + 2 : at + 1);
  const two = `${lowerAt(words, at)} ${lowerAt(words, at + 1)}`;
  if (two === "last night" || two === "last evening") return awayMatch("day", -1, at + 2);
  if (lowerAt(words, at) === "this" && isPartOfDay(lowerAt(words, at + 1))) return awayMatch("day", 0, at + 2);
  const from = lowerAt(words, at) === "the" ? at + 1 : at;
  if (lowerAt(words, from) !== "day") return null;
  const three = `${lowerAt(words, from + 1)} ${lowerAt(words, from + 2)}`;
  if (three === "before yesterday") return awayMatch("day", -2, from + 3);
  return three === "after tomorrow" ? awayMatch("day", 2, from + 3) : null;
};

function awayMatch(unit: "day" | "week" | "month" | "year", count: number, next: number): Match {
  return { expression: { kind: "away", unit, count }, next };
}

/** "two days ago", "a week from now", "in three weeks", "three days earlier", "a day after the summit". */
export const countedRule: DateRule = (words, at) => {
  const from = lowerAt(words, at) === "in" ? at + 1 : at;
  const count = readCount(words, from);
  const unit = count === null ? null : unitOf(lowerAt(words, from + 1));
  if (count === null || unit === null) return null;
  const next = from + 2;
  const behind = lowerAt(words, next);
  if (behind === "ago") return awayMatch(unit, -count, next + 1);
  if (behind === "from" && lowerAt(words, next + 1) === "now") return awayMatch(unit, count, next + 2);
  if (from > at) return inTime(words, at, { unit, count, next });
  return distance(words, { at: next, unit, count });
};

interface Counted {
  unit: "day" | "week" | "month" | "year";
  count: number;
  next: number;
}

/** "in two weeks", "in two weeks' time"; "the third time in a year" is a duration. */
function inTime(words: Word[], at: number, { unit, count, next }: Counted): Match | null {
  if (REPEATED.has(lowerAt(words, at - 1)) || isSuperlative(words, at)) return null;
  const time = [next, next + 1, next + 2].find((i) => lowerAt(words, i) === "time");
  const certain = time !== undefined && words.slice(next, time).every((word) => /^[’'s]$/.test(word.lower));
  const expression: DateExpression = { kind: "away", unit, count, ...(certain ? {} : { open: true as const }) };
  return { expression, next: certain ? time + 1 : next };
}

const SUPERLATIVE_REACH = 14;
const SUPERLATIVE = /^(?:first|second|third|last|only|most|least|\p{L}{2,}est)(?:-|$)/u;

/** "The highest-ranking official to visit in 18 years", "their first talks in a decade": how long ago the last one was. */
function isSuperlative(words: Word[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(1, at - SUPERLATIVE_REACH); before--) {
    const word = lowerAt(words, before);
    if (/^[.;:!?]$/.test(word)) return false;
    if (SUPERLATIVE.test(word) && /^(?:the|a|an|its|his|her|their|our)$|['’]s$/.test(lowerAt(words, before - 1))) return true;
  }
  return false;
}

/** "two days earlier" counts from the date spoken of before; "two days before the vote" from something else. */
function distance(words: Word[], { at, unit, count }: { at: number; unit: string; count: number }): Match | null {
  const word = lowerAt(words, at);
  const sign = word === "earlier" || word === "before" ? -1 : /^(?:later|after|afterwards?)$/.test(word) ? 1 : 0;
  if (sign === 0) return null;
  const other = /^(?:before|after)$/.test(word) && saysOfWhat(words, at + 1);
  const expression: DateExpression = unit !== "day" || other ? { kind: "unknown" } : { kind: "from-spoken", days: sign * count };
  return { expression, next: at + 1 };
}

function saysOfWhat(words: Word[], at: number): boolean {
  const word = lowerAt(words, at);
  return /^[\p{L}\d]/u.test(word) && !GOES_ON.has(word);
}

/** "the same day", "that evening", "earlier in the day", "the next day", "the day before". */
export const spokenRule: DateRule = (words, at) => {
  const lead = lowerAt(words, at);
  const second = lowerAt(words, at + 1);
  const third = lowerAt(words, at + 2);
  const ofDay = (word: string): boolean => word === "day" || isPartOfDay(word);
  if (lead === "earlier" || lead === "later") {
    if (/^(?:in|on)$/.test(second) && third === "the" && lowerAt(words, at + 3) === "day") return spoken(0, at + 4);
    return null;
  }
  if (lead === "that" && ofDay(second)) return spoken(0, at + 2);
  if ((lead === "the" || lead === "that") && second === "same" && ofDay(third)) return spoken(0, at + 3);
  if (lead !== "the") return null;
  if (second === "previous" && ofDay(third)) return spoken(-1, at + 3);
  if ((second === "next" || second === "following") && ofDay(third)) return spoken(1, at + 3);
  if (second !== "day" || !/^(?:before|after)$/.test(third)) return null;
  if (saysOfWhat(words, at + 3)) return { expression: { kind: "unknown" }, next: at + 3 };
  return spoken(third === "before" ? -1 : 1, at + 3);
};

function spoken(days: number, next: number): Match {
  return { expression: { kind: "from-spoken", days }, next };
}

/** "last week", "this past weekend", "next month", "over the weekend", "in the last week", "later in the year". */
export const periodRule: DateRule = (words, at) => {
  const lead = lowerAt(words, at);
  if (/^(?:over|at|during|on)$/.test(lead) && lowerAt(words, at + 1) === "the" && lowerAt(words, at + 2) === "weekend")
    return { expression: { kind: "weekend", which: null }, next: at + 3 };
  if (/^(?:earlier|later)$/.test(lead) && lowerAt(words, at + 1) === "in" && lowerAt(words, at + 2) === "the") {
    const unit = unitOf(lowerAt(words, at + 3));
    return unit === "month" || unit === "year" ? awayMatch(unit, 0, at + 4) : null;
  }
  const from = lead === "this" && whichOf(lowerAt(words, at + 1)) !== null ? at + 1 : at;
  const which = whichOf(lowerAt(words, from));
  const noun = lowerAt(words, from + 1);
  if (which === null) return null;
  if (noun === "weekend") return { expression: { kind: "weekend", which }, next: from + 2 };
  if (noun !== "week" && noun !== "month" && noun !== "year") return null;
  if (from === at && lowerAt(words, at - 1) === "the") {
    const days = noun === "week" && which === "last" ? 7 : 0;
    return days === 0 ? null : { expression: { kind: "past-days", days }, next: from + 2 };
  }
  return awayMatch(noun, which === "last" ? -1 : which === "next" ? 1 : 0, from + 2);
};
