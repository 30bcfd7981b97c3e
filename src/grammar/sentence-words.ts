import { hashOf } from "./features.ts";

/** Properties of a word's spelling, each a number for features. */
interface WordForm {
  norm: number;
  suffix: number;
  ending: number;
  beginning: number;
  shape: number;
}

/**
 * A sentence as the tagger and the parser see it: one column a property. Behind its words stand two places of no word: `root`, the head of
 * the sentence's head, and `none`, where there is no word to look at.
 */
export interface SentenceWords {
  length: number;
  root: number;
  none: number;
  norm: Int32Array;
  suffix: Int32Array;
  ending: Int32Array;
  beginning: Int32Array;
  shape: Int32Array;
  tag: Uint8Array;
}

/** Tags of the two places that hold no word. */
const NONE_TAG = 61;
const ROOT_TAG = 62;
/** The size at which the cache of word forms is cleared: more words than a day's articles have. */
const MAX_KNOWN = 20_000;
/** Of a longer word, only the ends count. */
const MAX_LETTERS = 40;
const QUOTES = /^(?:["“”„‟«»]|''|``)$/;
const APOSTROPHE = /[’‘`]/g;
const DASH = /^[-–—‒―]+$/;

/** Reads words as forms, and keeps what it read. */
export function createWordReader(): (words: readonly string[]) => SentenceWords {
  const known = new Map<string, WordForm>();
  function formOf(word: string): WordForm {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MAX_KNOWN) known.clear();
    const form = readForm(word.length > MAX_LETTERS ? word.slice(0, MAX_LETTERS / 2) + word.slice(-MAX_LETTERS / 2) : word);
    known.set(word, form);
    return form;
  }
  return (words) => {
    const sentence = emptyWords(words.length);
    for (let at = 0; at < words.length; at++) {
      const form = formOf(words[at] ?? "");
      sentence.norm[at] = form.norm;
      sentence.suffix[at] = form.suffix;
      sentence.ending[at] = form.ending;
      sentence.beginning[at] = form.beginning;
      sentence.shape[at] = form.shape;
    }
    return sentence;
  };
}

function emptyWords(length: number): SentenceWords {
  const columns = () => {
    const column = new Int32Array(length + 2);
    column[length] = ROOT_TAG;
    column[length + 1] = NONE_TAG;
    return column;
  };
  const tag = new Uint8Array(length + 2);
  tag[length] = ROOT_TAG;
  tag[length + 1] = NONE_TAG;
  return {
    length,
    root: length,
    none: length + 1,
    norm: columns(),
    suffix: columns(),
    ending: columns(),
    beginning: columns(),
    shape: columns(),
    tag,
  };
}

function readForm(word: string): WordForm {
  const lower = word.toLowerCase().replace(APOSTROPHE, "'");
  return {
    norm: hashOf(normOf(lower)),
    suffix: hashOf(lower.slice(-3)),
    ending: hashOf(lower.slice(-2)),
    beginning: hashOf(lower.slice(0, 2)),
    shape: hashOf(shapeOf(word)),
  };
}

/** One spelling for all quotation marks, all dashes, all years and all other numbers. */
function normOf(lower: string): string {
  if (QUOTES.test(lower)) return '"';
  if (DASH.test(lower)) return lower.length === 1 && lower === "-" ? "-" : "--";
  if (/^[12]\d{3}$/.test(lower)) return "!year";
  if (/^[\d.,:]+$/.test(lower) && /\d/.test(lower)) return "!number";
  return lower;
}

/** "Obama" is "Xx", "U.S." is "X.X.", "G20" is "Xd". */
function shapeOf(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, "X")
    .replace(/\p{Ll}+/gu, "x")
    .replace(/\p{N}+/gu, "d");
}
