import { type How, setBound } from "./bounds.ts";
import { DATE_WORDS } from "./calendar-words.ts";
import { fullYear, isAmbiguousDate, readDate } from "./read-date.ts";
import { BACK, type ReadDate } from "./read-relative-date.ts";
import { dateAt, type Reading, rangeAt, restOf, take, typedAt, withWords } from "./reading.ts";
import { wordOf } from "./split-tokens.ts";
import { nearest, quoted, Unclear } from "./unclear.ts";

/** Words that mean a time wherever a date follows them. */
const LEADS: Readonly<Record<string, How>> = {
  since: "since",
  from: "since",
  starting: "since",
  after: "after",
  to: "until",
  until: "until",
  till: "until",
  til: "until",
  untill: "until",
  through: "until",
  thru: "until",
  before: "before",
};
/** These mean nothing but a time, in a line such as people type: what follows must be a date. */
const ONLY_TIMES: ReadonlySet<string> = new Set(["since", "until", "till", "untill"]);
/** After one of these, a mistyped month or weekday gets an error message. */
const MENDABLE: ReadonlySet<string> = new Set(["in", "on", "during"]);
/** A word that is one letter off one of these, with a date behind it, was meant as it. */
const MISTYPED = ["since", "from", "until", "between", "before", "after"];
/** Words such as "in", which have a time behind them at the beginning or at the end of a line only, and which times those are. */
const AROUND: Readonly<Record<string, (date: ReadDate, isLed: boolean) => boolean>> = {
  in: (date, isLed) => date.kind !== "age" || isLed,
  during: () => true,
  throughout: () => true,
  on: (date) => date.last - date.first <= DAY_MS,
  at: (date) => date.last - date.first === DAY_MS,
  over: (date) => date.kind === "age" || date.kind === "relative" || date.last - date.first === DAY_MS,
  for: (date) => date.kind === "age" || date.kind === "relative",
  within: (date) => date.kind === "age" || date.kind === "relative",
  of: (date) => date.first !== date.last && date.hasYear,
};
const DAY_MS = 86_400_000;
const FIGURES = /^\d{1,4}([-./])\d{1,2}\1(?:\d{1,4})?$/;

/** Takes the dates that a word such as "since" introduces, wherever they stand. */
export function takeLedDates(reading: Reading): void {
  const { words, taken } = reading;
  for (const [at, word] of words.entries()) {
    if (taken[at] === true) continue;
    if (isAmbiguousDate(word)) throw ambiguous(reading, at);
    const how = LEADS[word];
    const isLed = word === "between" || word === "from";
    if (takeRange(reading, at, isLed ? at + 1 : at)) continue;
    if (how !== undefined) takeBehind(reading, at, how);
    else if (MENDABLE.has(word) && mended(reading, at + 1, word) !== null) throw noDate(reading, at);
  }
}

function takeRange(reading: Reading, from: number, at: number): boolean {
  const range = rangeAt(reading, at);
  // "march and april" is no range, but "between march and april" is one.
  if (range === null || (reading.words[range.cut] === "and" && reading.words[from] !== "between")) return false;
  setBound(reading.bounds, "since", { date: range.first, typed: typedAt(reading, at, range.cut) });
  setBound(reading.bounds, "until", { date: range.last, typed: typedAt(reading, range.second, range.end) });
  take(reading, from, range.end);
  return true;
}

function takeBehind(reading: Reading, at: number, how: How): void {
  const { words } = reading;
  const word = words[at] ?? "";
  const inQuotes = ONLY_TIMES.has(word) ? quotedDate(reading, at + 1) : null;
  const date = inQuotes ?? dateAt(reading, at + 1);
  if (date !== null) {
    const end = at + 1 + (inQuotes === null ? date.length : 1);
    setBound(reading.bounds, how, { date, typed: typedAt(reading, at + 1, end) });
    take(reading, at, end);
    return;
  }
  if (isAmbiguousDate(words[at + 1] ?? "")) throw ambiguous(reading, at + 1);
  if (ONLY_TIMES.has(word) || FIGURES.test(words[at + 1] ?? "") || mended(reading, at + 1, word) !== null)
    throw noDate(reading, at);
}

/** since "last week" */
function quotedDate({ tokens, todayMs }: Reading, at: number): ReadDate | null {
  const token = tokens[at];
  if (token?.isQuoted !== true) return null;
  const words = token.raw.split(" ").map(wordOf);
  const date = readDate({ words, at: 0, todayMs });
  return date?.length === words.length ? date : null;
}

/** "since jnue", "since mao", "since". */
function noDate(reading: Reading, at: number): Unclear {
  const { words, tokens } = reading;
  const lead = words[at] ?? "";
  if (at + 1 >= tokens.length)
    return new Unclear(`${quoted(lead)} needs a day behind it: ${lead} monday, or ${lead} 2026-01-31.`);
  const typed = typedAt(reading, at + 1, at + 2);
  if (FIGURES.test(words[at + 1] ?? "")) return noDay(typed);
  const meant = mended(reading, at + 1, lead);
  if (meant !== null)
    return new Unclear(`${quoted(typed)} is not a date. Did you mean ${quoted(`${lead} ${meant}`)}?`, [
      withWords(reading, at + 1, { end: at + 2, words: meant }),
    ]);
  return new Unclear(
    `${quoted(typedAt(reading, at + 1, at + 4))} is not a date: write ${lead} monday, ${lead} June or ${lead} 2026-01-31. If it belongs to the topic, put the topic in quotation marks.`,
  );
}

function noDay(typed: string): Unclear {
  return new Unclear(`${quoted(typed)} is not a day of the calendar: write it like 2026-01-31.`);
}

/** The mistyped date word, if any. "to marsh" may be a place, so after other words only long ones count. */
function mended(reading: Reading, at: number, lead: string): string | null {
  const { words, todayMs } = reading;
  const word = words[at] ?? "";
  if (word.length < (ONLY_TIMES.has(lead) ? 4 : 6)) return null;
  const meant = nearest(word, DATE_WORDS, word.length > 5 ? 2 : 1);
  if (meant === null) return null;
  const fixed = [...words.slice(0, at), meant, ...words.slice(at + 1)];
  return readDate({ words: fixed, at, todayMs }) === null ? null : meant;
}

/** "01/06/2026" is one day in London and another in Washington. */
export function ambiguous(reading: Reading, at: number, typed = reading.words[at] ?? ""): Unclear {
  const [one = "", other = "", year = ""] = typed.split("/");
  const iso = (month: string, day: string) => `${fullYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const ways = [iso(other, one), iso(one, other)];
  return new Unclear(
    `${quoted(typed)} is ${ways[0]} to some and ${ways[1]} to others: write one of the two.`,
    ways.map((words) => withWords(reading, at, { end: at + 1, words })),
  );
}

/** Takes a date from the start or end of the remaining words: "this week", "in July", "6 months". Returns whether it found one. */
export function takeOuterDate(reading: Reading): boolean {
  const left = reading.taken.flatMap((isTaken, at) => (isTaken ? [] : [at]));
  const [first] = left;
  const last = left.at(-1);
  if (first === undefined || last === undefined) return false;
  return takeEnding(reading, first, last) || takeBeginning(reading, first);
}

const MAX_DATE_WORDS = 8;

function takeEnding(reading: Reading, first: number, last: number): boolean {
  for (let at = Math.max(first, last - MAX_DATE_WORDS); at <= last; at++) {
    if (reading.taken.slice(at, last + 1).includes(true)) continue;
    const around = aroundAt(reading, at);
    if (around !== null && around.end === last + 1) return takeWithin(reading, at, around);
    const date = dateAt(reading, at);
    if (date === null || date.kind === "bare" || at + date.length !== last + 1) continue;
    // "the attack of October 7" is what it is called.
    if (/^(?:of|the)$/.test(reading.words[at - 1] ?? "") && date.kind === "named") return false;
    return takeWithin(reading, at, { date, start: at, end: last + 1 });
  }
  return false;
}

function takeBeginning(reading: Reading, first: number): boolean {
  const around = aroundAt(reading, first);
  if (around !== null) return takeWithin(reading, first, around);
  const date = dateAt(reading, first);
  const isAge = date?.kind === "age" && (date.length === 1 || BACK.has(reading.words[first] ?? ""));
  if (date === null || !(date.kind === "day" || date.kind === "relative" || isAge)) return false;
  return takeWithin(reading, first, { date, start: first, end: first + date.length });
}

interface Around {
  date: ReadDate;
  /** Where the date begins, and where it ends. */
  start: number;
  end: number;
}

/** "in July 2026", "over the past week", "on 5 June". */
function aroundAt(reading: Reading, at: number): Around | null {
  const { words } = reading;
  const fits = AROUND[words[at] ?? ""];
  const date = fits === undefined ? null : dateAt(reading, at + 1);
  if (fits === undefined || date === null) return null;
  const isLed = BACK.has(words[at + 1] ?? "") || (words[at + 1] === "the" && BACK.has(words[at + 2] ?? ""));
  if (words[at] === "in" && date.kind === "age" && !isLed) {
    const typed = typedAt(reading, at + 1, at + 1 + date.length);
    const meant = reading.isPast ? [`last ${typed}`] : [`last ${typed}`, `next ${typed}`];
    throw new Unclear(
      `Write ${meant.map(quoted).join(" or ")} instead of ${quoted(`in ${typed}`)}.`,
      meant.map((said) => withWords(reading, at, { end: at + 1 + date.length, words: said })),
    );
  }
  return fits(date, isLed) ? { date, start: at + 1, end: at + 1 + date.length } : null;
}

function takeWithin(reading: Reading, from: number, { date, start, end }: Around): boolean {
  setBound(reading.bounds, "within", { date, typed: typedAt(reading, start, end) });
  take(reading, from, end);
  return true;
}

/** Words that look like a time but are not: "sicne monday", "last few days", "last 5". */
export function refuseNearTimes(reading: Reading): void {
  const { words, taken } = reading;
  for (const [at, word] of words.entries()) {
    if (taken[at] === true || word === "") continue;
    const meant = at + 1 < words.length && word.length > 2 ? nearest(word, MISTYPED, 1) : null;
    if (meant !== null && readDate({ words, at: at + 1, todayMs: reading.todayMs }) !== null)
      throw new Unclear(`Did you mean ${quoted(meant)} instead of ${quoted(typedAt(reading, at, at + 1))}?`, [
        withWords(reading, at, { end: at + 1, words: meant }),
      ]);
    const isVague = /^(?:last|past|recent|next)$/.test(word) && /^(?:few|couple|several|some)$/.test(words[at + 1] ?? "");
    if (isVague) throw new Unclear(`How many? Write a number, such as ${quoted("last 3 days")} or ${quoted("last 2 weeks")}.`);
    const isUnitless = BACK.has(word) && /^\d{1,4}$/.test(words[at + 1] ?? "") && at + 2 === words.length;
    if (isUnitless)
      throw new Unclear(
        `${quoted(typedAt(reading, at, at + 2))} of what? Write days, weeks or months behind the number.`,
        ["days", "weeks", "months"].map((unit) => `${restBefore(reading, at)} last ${words[at + 1]} ${unit}`.trim()),
      );
    if (FIGURES.test(word) && isFullDate(word)) throw noDay(typedAt(reading, at, at + 1));
  }
}

function restBefore(reading: Reading, at: number): string {
  return restOf({ ...reading, tokens: reading.tokens.slice(0, at) });
}

/** "2026-13-01", "31.02.2026": with a year of four figures. "24/7" and "1.5" are no dates. */
function isFullDate(word: string): boolean {
  return /(?:^(?:19|20)\d\d[-./]|[-./](?:19|20)\d\d$)/.test(word) && readDate({ words: [word], at: 0, todayMs: 0 }) === null;
}

const SINCE_WORD = /^(?:--|—|–|-)?(?:since|from)[:=]?$/;
/** "since last time", "since my last briefing", and a field of Discord's form with the same words in it. */
const LAST_TIME = /^(?:since )?(?:(?:the|my|our) )?last (?:time|briefing|one)(?= |$)/;
const MOST_LAST_WORDS = 4;

/** Takes "since last time": what is new since whoever asks last had a briefing on the topic. */
export function takeSinceLast(reading: Reading): boolean {
  const { tokens } = reading;
  for (const [at, { raw, isQuoted }] of tokens.entries()) {
    const sign = raw.search(/[:=]/) + 1;
    const [opening, inline] = [raw.slice(0, sign).toLowerCase(), raw.slice(sign).toLowerCase()];
    const isOpening = !isQuoted && SINCE_WORD.test(opening === "" ? raw.toLowerCase() : opening);
    if (!isOpening) continue;
    const behind = tokens.slice(at + 1, at + 1 + MOST_LAST_WORDS).map((token) => token.raw.toLowerCase());
    const words = opening === "" || inline === "" ? behind : [inline, ...behind];
    const [said] = LAST_TIME.exec(words.join(" ").replace(/[.,;!?]/g, "")) ?? [];
    if (said === undefined) continue;
    const isField = tokens[at + 1]?.isQuoted === true;
    const count = isField ? 1 : said.split(" ").length - (words.length - behind.length);
    take(reading, at, at + 1 + count);
    return true;
  }
  return false;
}

/** Only a briefing is remembered, and it has no other beginning and no end. */
export function refuseSinceLast(reading: Reading, command: string): void {
  const about = restOf(reading);
  if (command !== "briefing")
    throw new Unclear("Only a briefing is remembered for you, so only /briefing takes “since last time”.", [
      `/briefing ${about} since last time`,
    ]);
  const { since, until } = reading.bounds;
  const other = since ?? until;
  if (other !== null) throw new Unclear(`“since last time” and ${quoted(other.typed)} do not go together: write one of them.`);
}
