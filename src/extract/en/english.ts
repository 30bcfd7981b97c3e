import { READ_LANGUAGE } from "../../domain/evidence/language.ts";
import { loadGrammar } from "../../grammar/load-grammar.ts";
import type { Language } from "../language.ts";
import { onFirstUse } from "../on-first-use.ts";
import { words } from "../words.ts";
import { OTHER_ABBREVIATIONS, SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from "./abbreviations.ts";

/**
 * Words that English can hardly do without, less those that other languages of Europe write as well (in, a, on, is, at, for): a fifth of
 * running English, and next to nothing of anything else.
 */
const COMMON = words(
  "the and of to that with from this which who what when where has been was were are their they his her it its by be would will said after before " +
    "about not but she we you our your more than into could should there these those while between because against",
);

const BOILERPLATE =
  /^(?:(?:image|photo|picture|video|media|file)\b.{0,40}\b(?:copyright|caption|credit|by)\b|read (?:more|also)|also read|click here|sign up|subscribe|follow us|share this|advertisement|by [\p{Lu}][\p{L}.'-]+(?: [\p{Lu}][\p{L}.'-]+)*$|updated?:|published:)/iu;

/** English, as the engine reads it. */
export const english: Language = {
  tag: READ_LANGUAGE,
  sentences: {
    titleAbbreviations: TITLE_ABBREVIATIONS,
    otherAbbreviations: OTHER_ABBREVIATIONS,
    starters: SENTENCE_STARTERS,
    beforeNetwork: words("on via to"),
  },
  // "to" is Polish as well.
  judged: { common: COMMON, minShare: 0.07, minDifferent: 4 },
  boilerplate: BOILERPLATE,
  // The weights are data like any table here, but they take tens of milliseconds: who never asks for a parse never loads them.
  grammar: onFirstUse(loadGrammar),
};
