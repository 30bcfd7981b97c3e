import { stemOf, wordsOf } from "../evidence/words.ts";
import { MARGINS } from "../extract/en/briefing/briefing-words.ts";
import { EVENT_NOUNS } from "../extract/en/event-words.ts";
import type { Mention, Sides, Words } from "./sides.ts";

/** A phrase: whatever is said of it. */
export function phraseSides({ text, terms }: { text: string; terms: string[] }): Sides {
  return {
    count: 1,
    isPhrase: true,
    isLong: terms.length > 1,
    find: (words) => phraseMentions(text, words.text),
    findAgain({ text: told }) {
      const found = phraseMentions(text, told);
      const event = terms.find((term) => EVENT_NOUNS.has(term));
      return found.length > 0 || event === undefined ? found : eventMentions(event, told);
    },
    countOthers: () => 0,
    namesThird: () => false,
    thirdsIn: () => [],
  };
}

/** Words of which no article holds the phrase: sentences that hold most of them. */
export function looseSides(terms: string[]): Sides {
  const wanted = new Set(terms.map(stemOf));
  const least = Math.max(MIN_LOOSE, Math.ceil(wanted.size * LOOSE_SHARE));
  const find = ({ text }: Words): Mention[] => {
    const held = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => wanted.has(stemOf(word)));
    if (new Set(held.map(([word]) => stemOf(word))).size < least) return [];
    return held.map((match) => ({ side: 0, start: match.index, end: match.index + match[0].length, isPlace: false }));
  };
  return {
    count: 1,
    isPhrase: true,
    isLong: true,
    find,
    findAgain: find,
    countOthers: () => 0,
    namesThird: () => false,
    thirdsIn: () => [],
  };
}

/** "the summit", "this week's summit". */
function eventMentions(event: string, text: string): Mention[] {
  return [...text.matchAll(new RegExp(`\\b(?:the|this|week['’]s) ${event}\\b(?! of\\b)`, "giu"))].map((match) => ({
    side: 0,
    start: match.index,
    end: match.index + match[0].length,
    isPlace: MARGINS.test(text.slice(Math.max(0, match.index - MARGIN), match.index)),
  }));
}

const MIN_LOOSE = 2;
const LOOSE_SHARE = 0.6;

/** Between the first and the last word of a phrase that is taken apart stand so many words at the most. */
const MAX_APART = 4;

const MARGIN = 40;

/** Where a text holds a phrase: its words in their order, in any form, or all that carry meaning near each other. */
function phraseMentions(phrase: string, text: string): Mention[] {
  const wanted = wordsOf(phrase).map(stemOf);
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stem: stemOf(match[0]),
  }));
  const mentions: Mention[] = [];
  for (let at = 0; at < found.length; at++) {
    const last = endOfPhrase(found, at, wanted);
    const [first, end] = [found[at]?.start, found[last]?.end];
    if (last < 0 || first === undefined || end === undefined) continue;
    mentions.push({ side: 0, start: first, end, isPlace: MARGINS.test(text.slice(Math.max(0, first - MARGIN), first)) });
    at = last;
  }
  return mentions;
}

/** The place of the phrase's last word, which begins at `at`; -1 where it does not. */
function endOfPhrase(found: { stem: string }[], at: number, wanted: string[]): number {
  let place = at - 1;
  for (const [step, stem] of wanted.entries()) {
    const next = found.findIndex(
      (each, index) => index > place && index <= place + (step === 0 ? 1 : MAX_APART) && each.stem === stem,
    );
    if (next < 0) return -1;
    place = next;
  }
  return place;
}
