import { stripEnd } from "../../domain/strip-end.ts";
import { FOR_ALL, FOR_ME } from "../../extract/en/questions/chat-words.ts";
import { type How, type Period, periodOf, setBound } from "./bounds.ts";
import { countOf } from "./calendar-words.ts";
import { isAmbiguousDate, readDate } from "./read-date.ts";
import { beginReading, type Reading, restOf, take, withWords } from "./reading.ts";
import { wordOf } from "./split-tokens.ts";
import { ambiguous, refuseNearTimes, refuseSinceLast, takeLedDates, takeOuterDate, takeSinceLast } from "./take-dates.ts";
import { type Option, optionsOf, type Takes } from "./typed-commands.ts";
import { nearest, quoted, Unclear } from "./unclear.ts";

/** What is understood of the words behind a command. */
export interface Taken extends Period {
  /** The topic, the name, the question: what is no option. */
  about: string;
  page?: number;
  explain?: true;
  matrix?: true;
  all?: true;
  sinceLast?: true;
}

export interface Behind {
  /** The command's name, for what is said of it. */
  command: string;
  words: string;
  takes: Takes;
  todayMs: number;
}

const HOW: Readonly<Record<string, How>> = {
  since: "since",
  from: "since",
  after: "after",
  to: "until",
  until: "until",
  till: "until",
  before: "before",
  in: "within",
  on: "within",
  during: "within",
};
/** What Discord calls the field that holds the topic: some type it. */
const TOPIC_NAMES = /^(?:topic|about|question|name|person):/i;
const MAX_PAGE = 9999;

/** Takes the options out of the words behind a command, in whatever order and form they stand. Throws Unclear. */
export function takeOptions(behind: Behind): Taken {
  const { takes, todayMs } = behind;
  const isPast = takes.dates !== "any";
  const reading = beginReading(behind.words.replace(TOPIC_NAMES, ""), { todayMs, isPast });
  const found: Omit<Taken, keyof Period | "about"> = {};
  if (takeSinceLast(reading)) found.sinceLast = true;
  takeNamed(reading, behind, found);
  takeLedDates(reading);
  for (let isMore = true; isMore; ) isMore = takePage(reading, found) || (takes.options.length > 0 && takeOuterDate(reading));
  refuseNearTimes(reading);
  if (found.sinceLast === true) refuseSinceLast(reading, behind.command);
  refuseUntaken(reading, behind, found);
  takeLead(reading, takes.leads);
  const about = aboutOf(reading);
  return { about, ...found, ...periodOf(reading.bounds, { todayMs, isPast, about }) };
}

interface Named {
  /** In small letters. */
  name: string;
  /** As typed, with its marks. */
  typed: string;
  value: string;
  dashes: string;
}

/** "--since 2026-01-01", "—since=monday", "since:monday", "-page 2". */
function namedAt({ tokens }: Reading, at: number): Named | null {
  const token = tokens[at];
  if (token === undefined || token.isQuoted) return null;
  const [typed, dashes = "", name = "", sign, value = ""] =
    /^(--?|—|–)?([a-z][a-z-]{1,30})(?:([=:])(.*))?$/i.exec(token.raw) ?? [];
  if (typed === undefined || (dashes === "" && (sign === undefined || value.startsWith("//")))) return null;
  return { name: name.toLowerCase(), typed: `${dashes}${name}`, value, dashes };
}

function takeNamed(reading: Reading, behind: Behind, found: Omit<Taken, keyof Period | "about">): void {
  for (const at of reading.tokens.keys()) {
    if (reading.taken[at] === true) continue;
    const named = namedAt(reading, at);
    if (named === null) continue;
    const how = HOW[named.name];
    // "in:" and "on -" are as likely to be the topic's.
    const isKnown = behind.takes.options.some((option) => namesOf(option).includes(named.name));
    if (!isKnown) refuseNamed(reading, at, { named, behind });
    else if (named.name === "explain" || named.name === "matrix" || named.name === "all") {
      found[named.name] = true;
      take(reading, at, at + 1);
    } else if (named.name === "page") found.page = takePageValue(reading, at, named);
    else if (how !== undefined) takeDateValue(reading, { at, how, named });
  }
}

/** The names under which an option is known. */
function namesOf(option: Option): readonly string[] {
  if (option === "dates") return Object.keys(HOW);
  return [option];
}

function takeDateValue(reading: Reading, { at, how, named }: { at: number; how: How; named: Named }): void {
  const inline = named.value === "" ? null : wordOf(named.value);
  const next = reading.tokens[at + 1];
  // A quotation is the whole value; a field of Discord's form comes as one.
  const isQuoted = inline === null && next?.isQuoted === true;
  const words = isQuoted ? next.raw.toLowerCase().split(/\s+/).map(wordOf) : valueWords(reading, at, inline);
  const start = words.length > 1 && HOW[words[0] ?? ""] !== undefined ? 1 : 0;
  const date = readDate({ words, at: start, todayMs: reading.todayMs });
  const length = date === null ? 0 : date.length + start;
  if (date === null || (isQuoted && length < words.length))
    throw noValue(reading, at, { named, value: isQuoted ? next.raw : (words[0] ?? "") });
  const end = isQuoted ? at + 2 : at + length + (inline === null ? 1 : 0);
  setBound(reading.bounds, how, { date, typed: words.slice(start, length).join(" ") });
  take(reading, at, end);
}

/** What stands behind an option, up to the next one. */
function valueWords(reading: Reading, at: number, inline: string | null): string[] {
  const words = inline === null ? [] : [inline];
  for (let next = at + 1; next < reading.words.length && namedAt(reading, next) === null; next++) {
    if (reading.taken[next] !== true) words.push(reading.words[next] ?? "");
  }
  return words;
}

function noValue(reading: Reading, at: number, { named, value }: { named: Named; value: string }): Unclear {
  if (value === "") return new Unclear(`${named.typed} needs a day behind it, such as ${named.typed} 2026-01-31.`);
  if (isAmbiguousDate(value)) return ambiguous(reading, named.value === "" ? at + 1 : at, value);
  return new Unclear(`${quoted(value)} is not a date: write ${named.typed} 2026-01-31, monday, June or "last week".`);
}

function takePageValue(reading: Reading, at: number, named: Named): number {
  const typed = named.value === "" ? reading.tokens[at + 1]?.word : wordOf(named.value);
  const page = countOf(typed);
  if (page === undefined) throw new Unclear(`${named.typed} needs a number from 1 to ${MAX_PAGE} behind it.`);
  take(reading, at, at + (named.value === "" ? 2 : 1));
  return checkedPage(page);
}

function checkedPage(page: number): number {
  if (page < 1) throw new Unclear("The first page is page 1.");
  return page;
}

/** "page 2", "page two", at the beginning or at the end of what is left. */
function takePage(reading: Reading, found: { page?: number }): boolean {
  const left = reading.taken.flatMap((isTaken, at) => (isTaken ? [] : [at]));
  const places = [left[0], left.at(-2)].filter((at) => at !== undefined);
  for (const at of places) {
    const number = reading.words[at + 1] ?? "";
    if (reading.words[at] !== "page" || reading.taken[at + 1] === true) continue;
    if (/^-\d+$/.test(number)) throw new Unclear("The first page is page 1.");
    if (/^\d{5,}$/.test(number)) throw new Unclear(`There is no page ${number.slice(0, 12)}: pages go up to ${MAX_PAGE}.`);
    const page = countOf(number);
    if (page === undefined || /^an?$/.test(number)) continue;
    if (found.page !== undefined && found.page !== page)
      throw new Unclear(`Page ${found.page} or page ${page}? Write one of them.`);
    found.page = checkedPage(page);
    take(reading, at, at + 2);
    return true;
  }
  return false;
}

/** An option that there is not. One hyphen before a word may be a dash, unless the word is nearly an option. */
function refuseNamed(reading: Reading, at: number, { named, behind }: { named: Named; behind: Behind }): void {
  const { takes, command } = behind;
  const known = takes.options.flatMap(namesOf);
  const meant = nearest(named.name, known, named.name.length > 4 ? 2 : 1);
  const isOption = named.dashes === "--" || named.dashes === "—" || meant !== null || ALL_NAMES.has(named.name);
  // "brics: what next" is a heading; "site:courier.example" is an option, which there is not.
  const isHeading = named.dashes === "" && named.value === "";
  if (isHeading || !(isOption || (named.dashes === "" && named.name.length > 2))) return;
  if (meant !== null)
    throw new Unclear(`/${command} has no option ${named.typed}. Did you mean --${meant}?`, [
      withWords(reading, at, { end: at + 1, words: `--${meant}${named.value === "" ? "" : `=${named.value}`}` }),
    ]);
  throw new Unclear(
    `/${command} has no option ${named.typed}: it takes ${takenBy(takes)}. If it belongs to the topic, put the topic in quotation marks.`,
  );
}

const ALL_NAMES: ReadonlySet<string> = new Set(
  [...Object.keys(HOW), "page", "explain", "matrix", "all"].filter((name) => name.length > 2),
);

function takenBy(takes: Takes): string {
  const all = optionsOf(takes).map((name) => `--${name}`);
  return all.length < 2 ? (all[0] ?? "none") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** A time or a page behind a command that has none. */
function refuseUntaken(reading: Reading, { takes, command }: Behind, found: { page?: number }): void {
  const { since, until } = reading.bounds;
  const bound = since ?? until;
  const about = restOf(reading);
  if (takes.dates === null && bound !== null) {
    const meant = command === "person" && since !== null ? [`/quotes ${about} since ${since.typed}`] : [];
    throw new Unclear(`/${command} takes no dates: leave out ${quoted(bound.typed)}.${sayInstead(meant)}`, meant);
  }
  if (found.page !== undefined && !takes.options.includes("page")) {
    const meant =
      command === "briefing" ? [`/sources ${about}`] : command === "person" ? [`/quotes ${about} page ${found.page}`] : [];
    throw new Unclear(`/${command} has only one page.${sayInstead(meant)}`, meant);
  }
}

function sayInstead([meant]: readonly string[]): string {
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

function takeLead(reading: Reading, leads: readonly string[]): void {
  const [first, second] = reading.taken.flatMap((isTaken, at) => (isTaken ? [] : [at]));
  if (first !== undefined && second !== undefined && leads.includes(reading.words[first] ?? "")) take(reading, first, first + 1);
}

/** What is left, as it is looked for. A quotation is left as it is. */
function aboutOf(reading: Reading): string {
  const last = reading.tokens.findLast((_, at) => reading.taken[at] !== true);
  return last?.isQuoted === true ? restOf(reading) : withoutMarks(restOf(reading));
}

/** A topic without the marks that a sentence ends with; those of "U.S." stay. */
function withoutMarks(about: string): string {
  const bare = stripEnd(stripEnd(stripEnd(about, /[,;:!?…\s]/), /[-–—]/), /[,;:!?…\s]/).replace(/^(?:[,;:]|[-–—]+\s|\s)+/, "");
  return /(?:^|[\s.])\p{L}\.$/u.test(bare) ? bare : stripEnd(bare, /\./);
}

/** Words at the end of a line that say who sees the answer, and the line without them. */
export function takeAudience(words: string): { words: string; audience?: "channel" | "asker" } {
  for (const [audience, said] of [["channel", FOR_ALL] as const, ["asker", FOR_ME] as const]) {
    const rest = words.replace(said, "");
    if (rest !== words) return { words: rest, audience };
  }
  return { words };
}
