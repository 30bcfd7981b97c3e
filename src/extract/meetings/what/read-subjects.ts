import {
  ANNOUNCES,
  CUT_SHORT,
  EMPTY_ADJECTIVE,
  EMPTY_NOUN,
  GOES_ON,
  HELPS,
  IN_LINKS,
  KEPT_WITH_MORE,
  NO_SUBJECT,
  NOMINAL,
} from "../../en/topic-words.ts";
import type { Token } from "../../tokens.ts";

/** A sentence's words with their Penn tags. */
export interface TaggedWords {
  tokens: readonly Token[];
  tags: readonly string[];
  /** Whether a token is part of a person's name. */
  isPerson: (token: number) => boolean;
}

export interface Subjects {
  topics: string[];
  /** The token behind what was read. */
  end: number;
}

const MAX_ITEMS = 10;
const MAX_WORDS = 6;
/** "humanitarian aid to the millions of Ukrainians": such a chain may have two words more. */
const MAX_WHOLE = 9;

/** The subjects of a talk from a token on: noun phrases beside each other, "the war in Yemen, trade and ways to end the blockade". */
export function readSubjects(text: TaggedWords, from: number, beforeVerb = false): Subjects {
  const topics: string[] = [];
  let at = from;
  for (let items = 0; items < MAX_ITEMS; items++) {
    const item = readItem(text, at);
    if (item === null) break;
    if (item.topic !== null) topics.push(item.topic);
    at = item.end;
    const next = behindJoint(text, at);
    if (next === null || (!beforeVerb && isClause(text, next))) break;
    at = next;
  }
  return { topics, end: at };
}

interface Item {
  topic: string | null;
  end: number;
}

function tagAt({ tags }: TaggedWords, at: number): string {
  return tags[at] ?? "";
}

function lowerAt({ tokens }: TaggedWords, at: number): string {
  return tokens[at]?.lower ?? "";
}

/** One phrase, behind the verbs and nouns that only announce it. Null where none begins here. */
function readItem(text: TaggedWords, from: number): Item | null {
  let at = lowerAt(text, from) === "how" && lowerAt(text, from + 1) === "to" ? from + 1 : from;
  for (let step = 0; step < MAX_ITEMS; step++) {
    at = behindVerbs(text, behindDeterminers(text, at));
    if (at > from && HELPS.test(lowerAt(text, at - 1))) return null;
    const end = chunkEnd(text, at);
    if (end === null) return null;
    const announced = ANNOUNCES.test(lowerAt(text, end - 1)) ? behindAnnouncement(text, { first: at, end }) : null;
    if (announced === null) return finish(text, at, end);
    at = announced;
  }
  return null;
}

function behindDeterminers(text: TaggedWords, from: number): number {
  let at = from;
  while (/^(?:DT|PDT|PRP\$|WP\$|RB|RBR|RBS)$/.test(tagAt(text, at)) || /^(?:both|also|about|on|of)$/.test(lowerAt(text, at)))
    at++;
  return at;
}

/** "ending the war", "to end the war": the verb says what is done about it. */
function behindVerbs(text: TaggedWords, from: number): number {
  let at = from;
  const joined = /^(?:,|and|or)$/.test(lowerAt(text, at - 1));
  if (tagAt(text, at) === "TO" && tagAt(text, at + 1) === "VB") at += 2;
  else if (
    ((tagAt(text, at) === "VBG" && !NOMINAL.test(lowerAt(text, at))) || (joined && tagAt(text, at) === "VB")) &&
    chunkBegins(text, at + 1)
  )
    at++;
  else return at;
  return behindDeterminers(text, at);
}

function chunkBegins(text: TaggedWords, at: number): boolean {
  return /^(?:DT|PDT|PRP\$|NN|JJ|CD|VBN)/.test(tagAt(text, at));
}

/** The end of a run of adjectives and nouns; null where it holds no noun. */
function chunkEnd(text: TaggedWords, from: number): number | null {
  let at = from;
  let nouns = 0;
  while (isChunkWord(text, at, from)) {
    if (
      /^(?:NN|CD|FW)/.test(tagAt(text, at)) ||
      (at === from && /^VB[^G]?$/.test(tagAt(text, at))) ||
      text.tokens[at]?.capital === true
    )
      nouns = at + 1;
    at++;
  }
  return nouns > from && !isPersonal(text, from, nouns) ? nouns : null;
}

function isChunkWord(text: TaggedWords, at: number, first: number): boolean {
  const tag = tagAt(text, at);
  // "discussed trade": a bare verb cannot stand here, whatever the tagger says.
  if (at === first && (/^VBP?$/.test(tag) || (/^VB[ND]$/.test(tag) && text.tokens[at + 1]?.kind === "mark"))) return true;
  if (/^(?:NN|JJ|CD|FW|HYPH|POS)/.test(tag)) return true;
  if (/^VB[NG]$/.test(tag)) return /^(?:NN|JJ)/.test(tagAt(text, at + 1)) || (at > first && text.tokens[at]?.capital === true);
  return /[’']s?$/u.test(text.tokens[at]?.text ?? "");
}

function isPersonal({ isPerson }: TaggedWords, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (isPerson(at)) return true;
  return false;
}

/** "efforts to end", "the importance of", "issues such as": where what is announced begins; null where nothing follows. */
function behindAnnouncement(text: TaggedWords, { first, end }: { first: number; end: number }): number | null {
  const word = lowerAt(text, end);
  const own = text.tokens.slice(first, end - 1).some(({ lower }) => !EMPTY_ADJECTIVE.test(lower));
  if (own) return null;
  if (word === "such" && lowerAt(text, end + 1) === "as") return end + 2;
  if (/^(?:including|like|namely)$/.test(word)) return end + 1;
  if (KEPT_WITH_MORE.test(lowerAt(text, end - 1)) && /^(?:on|in|for|with|of)$/.test(word)) return null;
  if (word === "to" && /^VBG?$/.test(tagAt(text, end + 1))) return tagAt(text, end + 1) === "VB" ? end : end + 1;
  return /^(?:of|in|on|for|about|over|around|regarding|from)$/.test(word) ? end + 1 : null;
}

/** A phrase with what goes on behind it, while the whole stays short. */
function finish(text: TaggedWords, first: number, end: number): Item {
  let last = end;
  let read = end;
  while (GOES_ON.test(lowerAt(text, read))) {
    const isBetween = lowerAt(text, read) === "between";
    const from = behindDeterminers(text, read + 1);
    const next = isToDo(text, read) ? null : chunkEnd(text, from);
    if (next === null) break;
    const isName = isCapital(text, end - 1) && isCapital(text, next - 1);
    const whole = isName ? behindName(text, next) : behindOwner(text, from, next);
    const says = isName || !(isBare(text, from, whole) || isCut(text, from, whole));
    const most = whole > next ? MAX_WHOLE : MAX_WORDS + 1;
    if (!isBetween && last === read && whole - first <= most && says) last = whole;
    read = whole;
  }
  const phrase = { first, last: withoutEnd(text, first, last) };
  const isWhole = last > end || !isCut(text, first, end);
  return { topic: isWhole && !isVague(text, { ...phrase, end }) ? textOf(text, phrase) : null, end: read };
}

/** "obstacles to the export of grain": the noun that a bare one is of. */
function behindOwner(text: TaggedWords, first: number, end: number): number {
  const noun = lowerAt(text, first);
  if (end - first > 1 || lowerAt(text, end) !== "of" || IN_LINKS.test(noun) || ANNOUNCES.test(noun)) return end;
  return chunkEnd(text, behindDeterminers(text, end + 1)) ?? end;
}

/** "preparations to impose": what is to be done. */
function isToDo(text: TaggedWords, at: number): boolean {
  return lowerAt(text, at) === "to" && /^VB/.test(tagAt(text, at + 1));
}

/** A phrase that says nothing without what stands behind it and is not read: "principles that would", "the millions of", "efforts to end", "in light of". */
function isCut(text: TaggedWords, first: number, end: number): boolean {
  const [before, head] = [lowerAt(text, first - 1), lowerAt(text, end - 1)];
  if (isToDo(text, end) && CUT_SHORT.test(head)) return true;
  if (before === "in" && IN_LINKS.test(head)) return true;
  if (end - first > 1 || isCapital(text, first)) return false;
  const next = lowerAt(text, end);
  return next === "of" || /^(?:that|which|who|whose)$/.test(next) || isToDo(text, end) || isClauseBehind(text, end);
}

/** "the benefits our alliance provides": a clause without a word that opens it. */
function isClauseBehind(text: TaggedWords, at: number): boolean {
  return /^(?:PRP|PRP\$|DT|NNP)$/.test(tagAt(text, at)) && lowerAt(text, at) !== "both";
}

function isCapital({ tokens }: TaggedWords, at: number): boolean {
  return tokens[at]?.capital === true;
}

/** "Ministry of Trade and Industry": what is joined inside of a name. */
function behindName(text: TaggedWords, end: number): number {
  if (lowerAt(text, end) !== "and" || !isCapital(text, end + 1)) return end;
  return chunkEnd(text, end + 1) ?? end;
}

/** "with the two countries" and "on Monday" say nothing more. */
function isBare(text: TaggedWords, first: number, end: number): boolean {
  const last = lowerAt(text, end - 1);
  const only = text.tokens
    .slice(first, end - 1)
    .every(({ lower }) => EMPTY_ADJECTIVE.test(lower) || /^(?:two|three|four|both)$/.test(lower));
  return NO_SUBJECT.test(last) || (only && EMPTY_NOUN.test(last));
}

function withoutEnd(text: TaggedWords, first: number, last: number): number {
  let end = last;
  while (end > first && /^(?:POS|HYPH)$/.test(tagAt(text, end - 1))) end--;
  return end;
}

/** Says nothing: "bilateral issues", "the situation"; or is no noun phrase that a reader can take in. */
function isVague(text: TaggedWords, { first, last, end }: { first: number; last: number; end: number }): boolean {
  const head = lowerAt(text, end - 1);
  if (last <= first || last - first > MAX_WHOLE || NO_SUBJECT.test(head)) return true;
  if (text.tokens[first]?.kind === "mark") return true;
  const before = text.tokens
    .slice(first, end - 1)
    .filter(({ lower }, i) => !EMPTY_ADJECTIVE.test(lower) && tagAt(text, first + i) !== "CD");
  const says = EMPTY_NOUN.test(head) || ANNOUNCES.test(head) || EMPTY_ADJECTIVE.test(head);
  return says && before.length === 0 && last === end;
}

function textOf({ tokens }: TaggedWords, { first, last }: { first: number; last: number }): string {
  let text = "";
  for (let at = first; at < last; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    text += at > first && tokens[at - 1]?.end !== token.start ? ` ${token.text}` : token.text;
  }
  return text.replace(/[’']s?$/u, "");
}

/** Behind "and", a comma, "as well as" or "including" where a further phrase follows; null where the list ends. */
function behindJoint(text: TaggedWords, from: number): number | null {
  let at = from;
  while (/^(?:,|and|&|or)$/.test(lowerAt(text, at))) at++;
  if (lowerAt(text, at) === "as" && lowerAt(text, at + 1) === "well") at += 3;
  else if (/^(?:including|notably|particularly|especially)$/.test(lowerAt(text, at))) at++;
  else if (lowerAt(text, at) === "such" && lowerAt(text, at + 1) === "as") at += 2;
  if (at === from) return null;
  if (/^(?:through|by|via|at)$/.test(lowerAt(text, at))) return null;
  if (/^(?:in|on|about)$/.test(lowerAt(text, at))) at++;
  const begins = chunkBegins(text, behindDeterminers(text, at)) || (/^VBG?$/.test(tagAt(text, at)) && chunkBegins(text, at + 1));
  return begins ? at : null;
}

/** ", Lask said": a comma, a subject and its verb; no further phrase. */
function isClause(text: TaggedWords, from: number): boolean {
  const end = chunkEnd(text, behindDeterminers(text, from));
  const next = end ?? from;
  return /^(?:VBD|VBZ|VBP|MD|WDT|WP)$/.test(tagAt(text, next));
}
