import type { Heads } from "../../clauses/relations-of.ts";
import { OF_EVENT, SPEECH, VERBAL_PREPOSITION } from "../../en/dates/when-words.ts";
import type { Token } from "../../tokens.ts";

/** A word that reports a meeting, as places in its sentence's tokens: its head word, and its words from first to last, last exclusive. */
export interface EventAt {
  at: number;
  first: number;
  last: number;
}

/** What a date hangs on: the report itself, a verb above it, a verb of speech, another word ("loose" where no other verb stands between, so that the parse may err); "open" where the grammar does not tell. */
export type Tie = "own" | "governor" | "speech" | "other" | "loose" | "open";

export interface Tied {
  tokens: readonly Token[];
  grammar: Heads;
  event: EventAt;
  /** The sentence's other reports. */
  others: readonly EventAt[];
}

/** Deeper is a parser's mistake. */
const MAX_CLIMB = 10;

/** What ties the date that begins at the token `date` to a report. */
export function tieOf(date: number, tied: Tied): Tie {
  const { tokens, grammar, event, others } = tied;
  const host = hostOf(date, tied);
  if (host < 0) return "open";
  if (isPart(host, event) || (OF_EVENT.test(tokens[host]?.lower ?? "") && isPart(grammar.heads[host] ?? -1, event))) return "own";
  if (isItsPlan(host, tied)) return "own";
  if (others.some((other) => isPart(host, other))) return "other";
  if (SPEECH.test(tokens[host]?.lower ?? "")) return "speech";
  if (governs(host, event.at, grammar)) return "governor";
  return isLoose(date, tied) ? "loose" : "other";
}

/** "cancelled a visit to Cairo planned for Thursday": the day it was planned for, wherever the parser hangs the plan. */
function isItsPlan(host: number, { tokens, grammar: { heads, tags }, event }: Tied): boolean {
  const above = heads[host] ?? -1;
  return (
    host > event.at &&
    /^(?:planned|scheduled)$/.test(tokens[host]?.lower ?? "") &&
    !/^(?:MD|VB.?|CC|PRP|WDT|WP|,)$/.test(tags[host - 1] ?? "") &&
    (isPart(above, event) || (above >= 0 && above < event.at && above === heads[event.at]))
  );
}

/** "travelled on Wednesday and met", "welcomed him to Oslo this week": no verb with a subject of its own stands between. */
function isLoose(date: number, { tokens, grammar: { tags }, event }: Tied): boolean {
  const [from, to] = date < event.first ? [date, event.first] : [event.last, date];
  let joined = date > event.first;
  for (let at = from; at < to; at++) {
    if (/^(?:VBD|VBZ|VBP|MD|WP|WDT)$/.test(tags[at] ?? "")) return false;
    joined ||= tokens[at]?.lower === "and";
  }
  return joined;
}

function isPart(at: number, { at: head, first, last }: EventAt): boolean {
  return at === head || (at >= first && at < last);
}

/** The verb or the reporting word that a date hangs on, at however many removes. */
function hostOf(date: number, { tokens, grammar: { tags, heads }, event, others }: Tied): number {
  let at = date;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const head = heads[at] ?? -1;
    if (head < 0) return at === date ? -1 : at;
    const isVerb = /^VB/.test(tags[head] ?? "") && !VERBAL_PREPOSITION.test(tokens[head]?.lower ?? "");
    if (isVerb || isPart(head, event) || others.some((other) => isPart(head, other))) return head;
    at = head;
  }
  return -1;
}

function governs(above: number, at: number, { heads }: Heads): boolean {
  let head = heads[at] ?? -1;
  for (let step = 0; step < MAX_CLIMB && head >= 0; step++) {
    if (head === above) return true;
    head = heads[head] ?? -1;
  }
  return false;
}
