import {
  AHEAD_OF,
  DEPENDS,
  LINKS,
  LOOKS_AHEAD,
  NEVER_WAS,
  OFF_PREDICATE,
  OPPORTUNITY,
  PLANNED_PREDICATE,
  UNSETTLED_PREDICATE,
} from "../../en/meetings/status-words.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { deny, type Told, type Verdict } from "./told.ts";
import { lowerWords } from "./untrue.ts";

/** How far behind an event's noun its verb is looked for: over "between President Alda Reyes and Prime Minister Jonas Falk". */
const PHRASE_REACH = 24;
const PREDICATE_REACH = 8;
const LEAD_REACH = 8;

/** What one says that an event is: "a meeting with Falk was possible", "is on the schedule for Thursday", "is off". */
export function predicateStanding({ scene, why }: Told, noun: number): Verdict {
  if (NEVER_WAS.test(phraseBehind(scene, noun))) return deny(why, "never");
  const link = linkBehind(scene, noun);
  if (link < 0) return LOOKS_AHEAD.test(leadOf(scene, noun)) ? ahead(why) : null;
  const said = lowerWords(scene.tokens.slice(link + 1, link + 1 + PREDICATE_REACH));
  const verdict: Verdict =
    DEPENDS.test(lowerAt(scene, link)) || UNSETTLED_PREDICATE.test(said)
      ? "none"
      : OFF_PREDICATE.test(said)
        ? "cancelled"
        : PLANNED_PREDICATE.test(said) || (lowerAt(scene, link) === "is" && OPPORTUNITY.test(said))
          ? "planned"
          : null;
  if (verdict !== null) why.push(`${lowerAt(scene, link)} ${said.split(" ").slice(0, 3).join(" ")}`);
  return verdict;
}

function ahead(why: string[]): Verdict {
  why.push("ahead");
  return "planned";
}

/** The words behind an event's noun, up to a mark of the sentence. */
function phraseBehind({ tokens }: Scene, noun: number): string {
  const words = tokens.slice(noun + 1, noun + 1 + PHRASE_REACH);
  const end = words.findIndex(({ kind, text }) => kind !== "word" && /^[,;:.–—]$/.test(text));
  return lowerWords(end < 0 ? words : words.slice(0, end));
}

/** The "is" of which an event's noun is the subject; -1 where there is none. */
function linkBehind(scene: Scene, noun: number): number {
  const { tokens, tree } = scene;
  if (/^(?:IN|TO|VB.?)$/.test(tree.tags[phraseStart(scene, noun) - 1] ?? "") && !isSaid(scene, phraseStart(scene, noun) - 1))
    return -1;
  for (let at = noun + 1; at < Math.min(tokens.length, noun + PHRASE_REACH); at++) {
    const word = lowerAt(scene, at);
    if (LINKS.test(word) || DEPENDS.test(word)) return LINKS.test(lowerAt(scene, at + 1)) ? at + 1 : at;
    const tag = tree.tags[at] ?? "";
    if (/^(?:has|have|had|will|would|could|may|might)$/.test(word) && LINKS.test(lowerAt(scene, at + 1))) continue;
    if (tokens[at]?.kind !== "word" || /^(?:VB[DZP]|MD|WP|WDT|WRB)$/.test(tag) || word === "that") return -1;
  }
  return -1;
}

function isSaid(scene: Scene, at: number): boolean {
  return /^(?:said|says|say|added|that)$/.test(lowerAt(scene, at));
}

/** Where the words that describe an event's noun begin: "her first bilateral | meeting". */
function phraseStart({ tree }: Scene, noun: number): number {
  let at = noun;
  while (at > 0 && /^(?:DT|JJ.?|PRP\$|NN.*|CD|POS|HYPH|VBN)$/.test(tree.tags[at - 1] ?? "")) at--;
  return at;
}

/** The words in front of an event's noun phrase, lower case. */
export function leadOf(scene: Scene, noun: number): string {
  const start = phraseStart(scene, noun);
  return lowerWords(scene.tokens.slice(Math.max(0, start - LEAD_REACH), start));
}

/** "Ahead of her meeting with Falk, Reyes spoke": the parser may take the event for the subject. */
export function isAheadOf(scene: Scene, noun: number): boolean {
  return AHEAD_OF.test(leadOf(scene, noun));
}
