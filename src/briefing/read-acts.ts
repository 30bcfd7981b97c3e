import { type Clauses, NO_TOKEN } from "../extract/clauses/clauses.ts";
import { clausesOf } from "../extract/clauses/clauses-of.ts";
import {
  ABOUT_WAR,
  ASIDE_PREPOSITIONS,
  NAMES_WAR,
  OPEN_PRONOUNS,
  PLAN_HELPERS,
  STATE_VERBS,
  TOGETHER,
} from "../extract/en/briefing/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import type { TextModel } from "../extract/read-text.ts";
import { type Mention, UNPLACED } from "./sides.ts";

/** What a sentence says of the sides that it names. */
export interface Acts {
  /** Sides that do something, or to whom it is done, in a main clause or in what somebody says. */
  subjects: ReadonlySet<number>;
  /** Whether somebody in office acts of whom no article says for whom. */
  hasUnplaced: boolean;
  /** Sides in what the main clause says of its subject. */
  objects: ReadonlySet<number>;
  /** Sides in clauses beside it ("after …", "who …"), and places. */
  asides: ReadonlySet<number>;
  /** Two sides named in one breath, outside of the asides: "talks between India and Japan". */
  isTogether: boolean;
  /** The main verb is a past, a perfect or a plan, not a state of things. */
  isEvent: boolean;
  /** The main clause speaks of "he" or "it", and nobody is named before. */
  leans: boolean;
}

const CLAUSE = ["ccomp", "conj", "parataxis", "xcomp"];
const FINITE = new Set(["VBD", "VBZ", "VBP", "VBN", "MD"]);
const ASIDE = ["acl", "advcl"];
/** "praised a position on the war in Ukraine": who stands deeper below the verb is not acted on. */
const MAX_DEPTH = 3;
const SAME_DEPTH = ["conj", "appos", "flat"];

/** Reads a sentence's grammar for who acts. */
export function readActs(model: TextModel, mentions: Mention[]): Acts {
  const subjects = new Set<number>();
  const objects = new Set<number>();
  const asides = new Set<number>();
  const inAside: boolean[] = [];
  let isWarBefore = false;
  let isEvent = false;
  let leans = false;
  let hasUnplaced = false;
  for (const sentence of model.sentences) {
    const clauses = clausesOf(model, sentence);
    const main = predicatesOf(clauses, sentence.firstToken, sentence.lastToken);
    const verb = firstVerb(clauses, main);
    isEvent ||= main.some((at) => isEventful(model, clauses, at)) || (verb !== null && isEventful(model, clauses, verb));
    leans ||= sentence === model.sentences[0] && hasOpenPronoun(model, clauses, main);
    for (const [at, mention] of mentions.entries()) {
      if (mention.start < sentence.start || mention.start >= sentence.end) continue;
      const token = tokenAt(model, mention);
      const named = verb !== null && token < verb ? "subject" : partOf({ model, clauses, main }, token);
      const before = model.text.slice(sentence.start, mention.start);
      const isWar: boolean = namesWar(model.text, mention) && (named === "object" || isOfWar(before, isWarBefore));
      isWarBefore = isWar;
      const part = isWar ? "aside" : named;
      inAside[at] = part === "aside";
      if (mention.side === UNPLACED) hasUnplaced ||= part === "subject";
      else if (part === "aside" || mention.isPlace) asides.add(mention.side);
      else (part === "subject" ? subjects : objects).add(mention.side);
    }
  }
  const isTogether = mentions.some((mention, at) => {
    const next = mentions[at + 1];
    if (next === undefined || next.side === mention.side || Math.min(next.side, mention.side) < 0 || inAside[at] === true)
      return false;
    return TOGETHER.test(model.text.slice(mention.end, next.start).replace(/\s+/g, " ").trim());
  });
  return { subjects, hasUnplaced, objects, asides, isTogether, isEvent, leans };
}

/** "praised a position on the war in Ukraine": what it is called, not who is acted on. */
function namesWar(text: string, { start, end }: Mention): boolean {
  return NAMES_WAR.before.test(text.slice(Math.max(0, start - 48), start)) || NAMES_WAR.behind.test(text.slice(end, end + 60));
}

/** "differences over one's invasion of the other": the subject is the difference. */
function isOfWar(before: string, isWarBefore: boolean): boolean {
  return ABOUT_WAR.test(before) || (isWarBefore && NAMES_WAR.before.test(before));
}

/** The last token of a mention: of "Prime Minister Abe" the one that heads it. */
function tokenAt({ tokens }: TextModel, { start, end }: Mention): number {
  let found = -1;
  for (let at = firstFrom(tokens, start); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= end) break;
    found = at;
  }
  return found;
}

function firstFrom(tokens: TextModel["tokens"], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The heads of the sentence, and what is said, done or added with them. */
function predicatesOf(clauses: Clauses, first: number, last: number): number[] {
  const main: number[] = [];
  for (let at = first; at < last; at++) if (clauses.headOf(at) === NO_TOKEN && !clauses.isOf(at, "punct")) main.push(at);
  for (const each of main) main.push(...clauses.childrenOf(each, ...CLAUSE).filter((child) => isClause(clauses, child)));
  return main;
}

function isVerb(clauses: Clauses, at: number): boolean {
  return clauses.tagOf(at).startsWith("VB") || clauses.tagOf(at) === "MD";
}

function isClause(clauses: Clauses, at: number): boolean {
  return isVerb(clauses, at) || clauses.childrenOf(at, "nsubj", "cop").length > 0;
}

/** Where the parser finds no verb to head a sentence, who is named before the first one is taken for its subject. */
function firstVerb(clauses: Clauses, main: number[]): number | null {
  if (main.some((at) => isClause(clauses, at))) return null;
  const { firstToken, lastToken } = clauses.sentence;
  for (let at = firstToken; at < lastToken; at++) if (FINITE.has(clauses.tagOf(at))) return at;
  return null;
}

interface Parsed {
  model: TextModel;
  clauses: Clauses;
  main: number[];
}

/** "since the invasion of Ukraine", "amid a dispute with Norway": when it was, not who does what. */
function isBeside({ tokens }: TextModel, clauses: Clauses, at: number): boolean {
  return clauses.childrenOf(at, "case").some((each) => each < at && ASIDE_PREPOSITIONS.has(tokens[each]?.lower ?? ""));
}

function partOf({ model, clauses, main }: Parsed, token: number): "subject" | "object" | "aside" {
  let at = token;
  let depth = 0;
  while (at !== NO_TOKEN) {
    if (main.includes(at)) return depth > MAX_DEPTH ? "aside" : "object";
    if (clauses.isOf(at, ...ASIDE) || isBeside(model, clauses, at)) return "aside";
    if (!clauses.isOf(at, ...SAME_DEPTH)) depth++;
    const head = clauses.headOf(at);
    const isSubject = clauses.isOf(at, "nsubj", "csubj") || clauses.relationOf(at) === "obl:agent";
    if (isSubject && main.includes(head)) return "subject";
    at = head;
  }
  return "object";
}

/** "met", "has agreed", "will visit", "is to meet": something happens. */
function isEventful({ tokens }: TextModel, clauses: Clauses, at: number): boolean {
  const tag = clauses.tagOf(at);
  const lower = tokens[at]?.lower ?? "";
  if (clauses.childrenOf(at, "cop").length > 0 || STATE_VERBS.has(lower)) return false;
  if (tag === "VBD" || tag === "VBN") return true;
  return tag === "VB" && clauses.childrenOf(at, "aux").some((aux) => PLAN_HELPERS.has(tokens[aux]?.lower ?? ""));
}

/** "On Friday, he said it would stay": whoever it is stands in the sentence before. */
function hasOpenPronoun({ tokens, text }: TextModel, clauses: Clauses, main: number[]): boolean {
  return main.some((predicate) =>
    clauses.childrenOf(predicate, "nsubj").some((subject) => {
      if (!OPEN_PRONOUNS.has(tokens[subject]?.lower ?? "")) return false;
      const { firstToken } = clauses.sentence;
      for (let at = firstToken; at < subject; at++) {
        if (clauses.tagOf(at).startsWith("NNP") && !isCalendarWord(tokens[at]?.lower ?? "")) return false;
        if (clauses.tagOf(at).startsWith("NN") && clauses.isOf(at, "nsubj")) return false;
      }
      return !isQuoted(text, tokens[subject]?.start ?? 0);
    }),
  );
}

/** Whether an offset lies behind an opening mark that no other has closed. */
function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const straight = (before.match(/"/g)?.length ?? 0) % 2 === 1;
  return straight || before.lastIndexOf("“") > before.lastIndexOf("”");
}
