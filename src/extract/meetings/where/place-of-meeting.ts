import type { MeetingKind } from "../../../domain/evidence/extraction.ts";
import type { Heads } from "../../clauses/relations-of.ts";
import { isCalendarWord, RELATIVE_DAYS } from "../../en/calendar.ts";
import {
  GOES_TO,
  HOUSES,
  NO_PLACE,
  PEOPLE_THERE,
  PLACE_BEARERS,
  PLACE_PREPOSITIONS,
  VERB_ONLY,
  VISITED,
  WHICH_TIME,
} from "../../en/place-words.ts";
import type { Token } from "../../tokens.ts";
import { clauseEnd, clauseStart } from "../clause.ts";
import type { EventAt } from "../when/date-host.ts";

/** A report of a meeting whose place is asked for. */
export interface PlacedReport {
  /** The sentence's tokens; every place below is one of these. */
  tokens: Token[];
  grammar: Heads | null;
  event: EventAt;
  /** The sentence's other reports. */
  others: readonly EventAt[];
  kind: MeetingKind;
  /** Whether a token is part of a person's name. */
  isPerson: (token: number) => boolean;
}

interface Name {
  text: string;
  first: number;
  last: number;
}

const MAX_CLIMB = 6;
/** Behind "visit" the place is near. */
const VISIT_REACH = 12;
/** So near behind "who" its verb stands. */
const ASIDE_REACH = 3;

/** The place that a report names: the town of "at his office in Seoul", else the house of "at the White House"; as the text has it. */
export function placeOfMeeting(report: PlacedReport): string | null {
  if (report.kind === "call" || report.kind === "video") return null;
  const named = namesBehindPrepositions(report).filter((one) => belongs(one, report));
  const town = named.find(({ preposition }) => preposition !== "at") ?? named[0];
  return (town?.name ?? visited(report) ?? houseBefore(report) ?? whereOf(report))?.text ?? null;
}

interface Placed {
  preposition: string;
  at: number;
  name: Name;
}

/** "in Oslo", "at the White House": those behind the report first. */
function namesBehindPrepositions(report: PlacedReport): Placed[] {
  const { tokens, event } = report;
  const found: Placed[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const preposition = tokens[at]?.lower ?? "";
    if (!PLACE_PREPOSITIONS.has(preposition)) continue;
    const name = nameAt(report, at + 1);
    if (name !== null) found.push({ preposition, at, name });
  }
  return [...found.filter((one) => one.at >= event.first), ...found.filter((one) => one.at < event.first)];
}

/** The capitals from a token on, with what a comma adds: "Bali, Indonesia". Null for people, months, bodies and events. */
function nameAt(report: PlacedReport, at: number): Name | null {
  const { tokens, grammar } = report;
  const first = tokens[at]?.lower === "the" ? at + 1 : at;
  let last = first;
  while (last < tokens.length && (isNamePart(report, last) || isInner(report, last))) last++;
  if (last === first || isModifier(report, last)) return null;
  const text = textOf(tokens, first, last);
  if (NO_PLACE.test(text) || /[’']s?$/u.test(text) || /^JJ/.test(grammar?.tags[last - 1] ?? "")) return null;
  const wider = tokens[last]?.text === "," && isNamePart(report, last + 1) && !isNamePart(report, last + 2);
  const closed = wider && /^[,.;)]$/.test(tokens[last + 2]?.text ?? ".");
  return closed ? { text: textOf(tokens, first, last + 2), first, last: last + 2 } : { text, first, last };
}

function isNamePart({ tokens, isPerson }: PlacedReport, at: number): boolean {
  const token = tokens[at];
  return token?.capital === true && !isPerson(at) && !isCalendarWord(token.lower);
}

/** The "of" or "of the" inside of a name. */
function isInner(report: PlacedReport, at: number): boolean {
  const word = report.tokens[at]?.lower;
  if (word === "of") return isNamePart(report, at + 1) || (report.tokens[at + 1]?.lower === "the" && isNamePart(report, at + 2));
  return word === "the" && report.tokens[at - 1]?.lower === "of" && isNamePart(report, at + 1);
}

/** "in Ukraine talks", "at White House dinners": the name only describes a noun. */
function isModifier({ tokens, grammar }: PlacedReport, next: number): boolean {
  const token = tokens[next];
  if (token === undefined || token.kind !== "word" || token.capital) return false;
  return grammar !== null && /^NNS?$/.test(grammar.tags[next] ?? "") && grammar.heads[next - 1] === next;
}

/** The text's own characters, from the first to the last token; the full stop of a sentence is not among them. */
function textOf(tokens: readonly Token[], first: number, last: number): string {
  let text = "";
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    text += i > first && tokens[i - 1]?.end !== token.start ? ` ${token.text}` : token.text;
  }
  return text;
}

/** Whether a place hangs on the report: by the grammar, else by standing in its clause. */
function belongs({ at, name }: Placed, report: PlacedReport): boolean {
  const { tokens, event, grammar } = report;
  if (PEOPLE_THERE.test(tokens[at - 1]?.lower ?? "") || isOfAside(at, report)) return false;
  const inClause = at >= clauseStart(tokens, event.first) && at < clauseEnd(tokens, event.last - 1);
  if (inClause && isDated(tokens, name.last)) return true;
  // "ceasefire in Sudan": whatever the grammar says, a noun before "in" is where that is.
  if (grammar !== null)
    return (
      (!/^NNS?$/.test(grammar.tags[at - 1] ?? "") || bears(report, at - 1)) && hangsOn(name.last - 1, { ...report, grammar })
    );
  return inClause && bears(report, at - 1);
}

/** "Moreno, who met Lask in Oslo in May, is to meet Riis": the place of an earlier report that is told in an aside. */
function isOfAside(at: number, { tokens, event, others }: PlacedReport): boolean {
  if (at >= event.first) return false;
  return others.some(
    (other) =>
      other.at < at &&
      tokens.slice(Math.max(0, other.at - ASIDE_REACH), other.at).some(({ lower }) => lower === "who" || lower === "whom") &&
      tokens.slice(at, event.first).some(({ text }) => text === ","),
  );
}

/** "in Alexandria on January 15": where a day follows, a place of the meeting stands before it. */
function isDated(tokens: readonly Token[], behind: number): boolean {
  const at = tokens[behind]?.lower === "on" ? behind + 1 : behind;
  const next = tokens[at]?.lower ?? "";
  if (RELATIVE_DAYS.has(next) || WHICH_TIME.test(next)) return true;
  return isCalendarWord(next) || isCalendarWord(tokens[at + 1]?.lower ?? "");
}

/** A verb, a name, a time or a noun that says what was held: behind any other noun "in" tells where that is. */
function bears({ tokens, event }: PlacedReport, at: number): boolean {
  const before = tokens[at];
  if (before === undefined || before.capital || before.kind !== "word") return true;
  return (at >= event.first && at < event.last) || PLACE_BEARERS.test(before.lower);
}

function hangsOn(place: number, report: PlacedReport & { grammar: Heads }): boolean {
  const { tokens, event, others, grammar } = report;
  const { heads, tags } = grammar;
  const above = new Set(upward(event.at, heads));
  let at = place;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const head = heads[at] ?? -1;
    if (head < 0) return above.has(at);
    if (head === event.at || (head >= event.first && head < event.last)) return true;
    if (others.some((other) => other.at === head)) return false;
    const tag = tags[head] ?? "";
    if (/^VB/.test(tag)) return above.has(head) && !isFarVerb(head, report);
    if (/^NNS?$/.test(tag) && !PLACE_BEARERS.test(tokens[head]?.lower ?? "")) return false;
    at = head;
  }
  return false;
}

/** A verb that governs the report's own verb tells where something else was: "said in Oslo that they met". */
function isFarVerb(verb: number, { tokens, event, grammar }: PlacedReport & { grammar: Heads }): boolean {
  const { heads, tags } = grammar;
  if (/^VB/.test(tags[event.at] ?? "") || VERB_ONLY.test(tokens[event.at]?.lower ?? "")) return true;
  for (let at = heads[event.at] ?? -1; at >= 0 && at !== verb; at = heads[at] ?? -1) if (/^VB/.test(tags[at] ?? "")) return true;
  return false;
}

function upward(at: number, heads: ArrayLike<number>): number[] {
  const found: number[] = [];
  for (let head = heads[at] ?? -1; head >= 0 && found.length < MAX_CLIMB; head = heads[head] ?? -1) found.push(head);
  return found;
}

/** "visited Oslo", "a visit to Oslo", "welcomed him to Oslo". */
function visited(report: PlacedReport): Name | null {
  const { tokens, event } = report;
  const own = [tokens[event.at], ...tokens.slice(event.first, event.last)].map((token) => token?.lower ?? "");
  if (own.some((word) => VISITED.test(word))) {
    const name = nameAt(report, event.last);
    if (name !== null) return name;
  }
  if (!own.some((word) => GOES_TO.test(word))) return null;
  const end = Math.min(clauseEnd(tokens, event.at), event.at + VISIT_REACH);
  for (let at = event.at + 1; at < end; at++) if (tokens[at]?.lower === "to") return nameAt(report, at + 1);
  return null;
}

/** "a White House dinner", "the Oval Office meeting". */
function houseBefore(report: PlacedReport): Name | null {
  const { tokens, event } = report;
  let last = event.at;
  while (last > 0 && last > event.at - 3 && tokens[last - 1]?.capital === false) last--;
  let first = last;
  while (first > 0 && isNamePart(report, first - 1)) first--;
  if (/^(?:a|an|the)$/.test(tokens[first]?.lower ?? "")) first++;
  const text = textOf(tokens, first, last);
  return last > first && event.at > 0 && HOUSES.test(text) ? { text, first, last } : null;
}

/** "is in Oslo, where she meets": the place of the clause before. */
function whereOf(report: PlacedReport): Name | null {
  const { tokens, event } = report;
  const start = clauseStart(tokens, event.first);
  if (tokens[start - 1]?.lower !== "where") return null;
  const end = tokens[start - 2]?.text === "," ? start - 2 : start - 1;
  for (let at = end - 1; at >= Math.max(0, end - 8); at--) {
    if (!/^(?:in|at|to)$/.test(tokens[at]?.lower ?? "")) continue;
    const name = nameAt(report, at + 1);
    return name?.last === end ? name : null;
  }
  return null;
}
