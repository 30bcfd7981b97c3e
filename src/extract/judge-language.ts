import { READ_LANGUAGE } from "../domain/evidence/language.ts";

/**
 * Words that English can hardly do without, less those that other languages of Europe write as well (in, a, on, is, at, for): a fifth of
 * running English, and next to nothing of anything else.
 */
const ENGLISH = new Set(
  (
    "the and of to that with from this which who what when where has been was were are their they his her it its by be would will said after before " +
    "about not but she we you our your more than into could should there these those while between because against"
  ).split(" "),
);
const MIN_SHARE = 0.07;
/** One of them alone may be another language's word: "to" is Polish. */
const MIN_DIFFERENT = 4;
/** Fewer words than these tell nothing. */
const MIN_WORDS = 50;
/** So much of a text tells its language. */
const LOOKED_THROUGH = 4000;
const MIN_LATIN = 0.5;

export interface JudgedLanguage {
  /** Primary tag of BCP 47; null where nobody says, or what is said is not so. */
  language: string | null;
  /** Whether quotes, people and meetings are looked for in it. */
  isRead: boolean;
}

/** The language of a text as its publisher declares it, unless its words say otherwise: many declare what their program was set up with. */
export function judgeLanguage(text: string, declared: string | null): JudgedLanguage {
  const isEnglish = readsAsEnglish(text);
  if (isEnglish === null) return { language: declared, isRead: declared === null || declared === READ_LANGUAGE };
  if (isEnglish) return { language: declared === null ? null : READ_LANGUAGE, isRead: true };
  return { language: declared === READ_LANGUAGE ? null : declared, isRead: false };
}

/** By its words; null where it is too short to tell. */
function readsAsEnglish(text: string): boolean | null {
  const some = text.slice(0, LOOKED_THROUGH);
  const letters = some.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= MIN_WORDS && (some.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters * MIN_LATIN) return false;
  const words = some.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const found = words.filter((word) => ENGLISH.has(word));
  return found.length >= words.length * MIN_SHARE && new Set(found).size >= MIN_DIFFERENT;
}
