import { distance } from "fastest-levenshtein";
import { foldName, nameKey } from "../domain/evidence/fold-name.ts";
import { areOneGivenName, ELDER, YOUNGER } from "./en/people/short-names.ts";

/**
 * Names of people, compared by their letters alone. No list of anybody's name: only words that are no part of a name (honorifics,
 * suffixes) and particles that spellings add and drop.
 */
export interface PersonName {
  /** The name as given, white space tidied. */
  text: string;
  /** Folded words without particles, honorifics and suffixes: "haidar", "abadi". */
  words: string[];
  /** Whether the name has an Arabic or Hebrew particle: then its first words are father and son, not given names. */
  patronymic: boolean;
  /** The word behind "bin" within the name, null for none: "salman" of "Faisal bin Salman" alone is the father, not the son. */
  father: string | null;
  /** Whether the name begins with "bin": "bin Salman" is the son. */
  isSonOf: boolean;
  /** "ii", "iii", "vi": two kings of one name are two people. */
  ordinal: string | null;
  /** Of a father and a son of one name, where the name says which. */
  generation: "elder" | "younger" | null;
}

const HONORIFICS = new Set(
  (
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh sheik shaikh shri smt sri hon rev fr haji hajji u daw don dona el-sayed " +
    "his her excellency highness majesty royal"
  ).split(" "),
);
const SUFFIXES = new Set([...ELDER, ...YOUNGER, "esq", "phd", "md"]);
const ARABIC_PARTICLES = new Set(["al", "el", "ul", "bin", "ibn", "ben", "bint", "abu"]);
/** "Son of", "daughter of". */
export const SON_OF = new Set(["bin", "ibn", "bint"]);
const PARTICLES = new Set([
  "de",
  "da",
  "do",
  "dos",
  "das",
  "del",
  "della",
  "di",
  "du",
  "la",
  "le",
  "van",
  "von",
  "der",
  "den",
  "ter",
  "y",
  "e",
]);
const ORDINAL = /^(?:i{1,3}|iv|vi{0,3}|ix|x|xi{2,3}|xiv|xvi{0,3})$/;

export function parseName(text: string): PersonName {
  const raw = foldName(text)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const kept = raw.filter(
    (word, at) => !(HONORIFICS.has(word) && at < raw.length - 1 && raw.length > 2) && !(SUFFIXES.has(word) && at > 0),
  );
  const patronymic = kept.some((word, at) => ARABIC_PARTICLES.has(word) && at > 0);
  const ordinal = kept.find((word, at) => at > 0 && ORDINAL.test(word) && (word.length > 1 || at === kept.length - 1)) ?? null;
  const words = kept.filter(
    (word, at) =>
      word !== ordinal &&
      !(at > 0 && at < kept.length - 1 && isParticle(word)) &&
      !(at === 0 && isParticle(word) && kept.length > 1),
  );
  const sonOf = kept.findLastIndex((word, at) => at > 0 && SON_OF.has(word));
  const father = sonOf > 0 ? (kept.slice(sonOf + 1).find((word) => !isParticle(word)) ?? null) : null;
  const isSonOf = SON_OF.has(kept[0] ?? "");
  const suffixes = raw.slice(1);
  const generation = suffixes.some((word) => ELDER.has(word))
    ? "elder"
    : suffixes.some((word) => YOUNGER.has(word))
      ? "younger"
      : null;
  return { text: text.replace(/\s+/g, " ").trim(), words, patronymic, father, isSonOf, ordinal, generation };
}

function isParticle(word: string): boolean {
  return ARABIC_PARTICLES.has(word) || PARTICLES.has(word);
}

export type NameRelation =
  /** The same words. */
  | "same"
  /** One is a shorter, longer or turned form of the other: initials, middle names, East Asian order. */
  | "variant"
  /** One has a short form of the other's given name, or leaves out that it is the son's: only people of one country are one by this. */
  | "familiar"
  /** Alike in spelling; only people of one country and office are one by this alone. */
  | "misspelt"
  /** A monarch's name with and without its number. */
  | "unnumbered"
  /** One is the other's surname. */
  | "partial"
  | "different";

/** How two names stand to one another, by their letters alone. Symmetric. */
export function compareNames(a: PersonName, b: PersonName): NameRelation {
  if (a.words.length === 0 || b.words.length === 0) return "different";
  if (a.ordinal !== b.ordinal && a.ordinal !== null && b.ordinal !== null) return "different";
  if (a.generation !== b.generation && a.generation !== null && b.generation !== null) return "different";
  const isNumbered = a.ordinal !== b.ordinal && Math.min(a.words.length, b.words.length) === 1;
  if (a.words.join("") === b.words.join(""))
    return isNumbered ? "unnumbered" : a.generation === b.generation ? "same" : "familiar";
  if (isNumbered) return "different";
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.length === 1) return compareSingle(short, long);
  if (initialsDiffer(short.words.slice(1, -1), long.words.slice(1, -1))) return "different";
  if (!a.patronymic && !b.patronymic && isTurned(short.words, long.words)) return "variant";
  if (isShortened(short.words, long.words, equalOrInitial)) return a.generation === b.generation ? "variant" : "familiar";
  if (isFamiliar(short.words, long.words)) return "familiar";
  if (isShortened(short.words, long.words, alike)) return "misspelt";
  if (dropsFirstName(short, long) || areAlikeWhole(short.words, long.words)) return "misspelt";
  return "different";
}

/** "Kishida Fumio" for "Fumio Kishida": the family name moves as a whole from one end to the other. */
function isTurned(a: string[], b: string[]): boolean {
  if (a.length !== b.length || a.length > 3) return false;
  const turnedLeft = [...b.slice(1), ...b.slice(0, 1)];
  const turnedRight = [...b.slice(-1), ...b.slice(0, -1)];
  return [turnedLeft, turnedRight].some((turned) => turned.every((word, at) => word === a[at]));
}

function compareSingle(short: PersonName, long: PersonName): NameRelation {
  const word = short.words[0] ?? "";
  const [other = ""] = long.words;
  if (long.words.length === 1) return alike(word, other) && Math.min(word.length, other.length) >= 5 ? "misspelt" : "different";
  if (word.length < 2 || (word === long.father && !short.isSonOf)) return "different";
  return word === long.words.at(-1) || (word === long.words[0] && word.length >= 3) ? "partial" : "different";
}

/**
 * Whether `short` is `long` without some middle or last names: first names agree, and every other word of `short` comes in `long` in
 * order, the last one at its end or, as Spanish double surnames have it, before it. Two different middle initials never agree.
 */
function isShortened(short: string[], long: string[], agree: (a: string, b: string) => boolean): boolean {
  if (!agree(short[0] ?? "", long[0] ?? "")) return false;
  let at = 1;
  for (const word of short.slice(1)) {
    while (at < long.length && !agree(word, long[at] ?? "")) at++;
    if (at >= long.length) return false;
    at++;
  }
  const last = short.at(-1) ?? "";
  return last.length > 1 && (at === long.length || (at === long.length - 1 && short.length === long.length - 1));
}

/** "Joe Halden" for "Joseph R. Halden". */
function isFamiliar(short: string[], long: string[]): boolean {
  const [first = "", ...rest] = short;
  const [given = "", ...others] = long;
  return areOneGivenName(first, given) && isShortened([given, ...rest], [given, ...others], equalOrInitial);
}

function initialsDiffer(a: string[], b: string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return a.some((word) => word.length === 1) && b.some((word) => word.length === 1) && a.join("") !== b.join("");
}

function equalOrInitial(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** Two spellings of one word: a letter or two in a long word, or the same word after transliteration. */
function alike(a: string, b: string): boolean {
  if (equalOrInitial(a, b)) return true;
  const length = Math.min(a.length, b.length);
  if (length < 3) return false;
  if (transliterated(a) === transliterated(b)) return true;
  if (length >= 5 && transliterated(withoutRussianEnding(a)) === transliterated(withoutRussianEnding(b))) return true;
  return length >= 4 && distance(a, b) <= (length >= 6 ? 2 : 1);
}

/** "Rakhmonov" became "Rahmon": family names of Central Asia lose their Russian ending. */
function withoutRussianEnding(word: string): string {
  return word.length >= 7 ? word.replace(/(?:ov|ev)a?$/, "") : word;
}

/** Letters that alphabets other than Latin leave open: one sign for each group. */
function transliterated(word: string): string {
  return word
    .replace(/kh|gh|h|g(?=[ei])/g, "h")
    .replace(/sh|sch|ch|tch|s|z/g, "s")
    .replace(/ph|f|v|w/g, "v")
    .replace(/ou|oo|u|o/g, "o")
    .replace(/iy|yy|ij|ii|ee|ie|ei|ey|y|i|e|j/g, "i")
    .replace(/ck|q|k|c/g, "k")
    .replace(/(.)\1+/g, "$1");
}

/** "Quett Ketumile Masire" for "Ketumile Masire"; not where the first words are son and father. */
function dropsFirstName(short: PersonName, long: PersonName): boolean {
  if (short.patronymic || long.patronymic || short.words.length !== 2 || long.words.length !== 3) return false;
  return long.words.slice(1).every((word, at) => alike(word, short.words[at] ?? "") && word.length > 1);
}

/** Spellings that cut the words elsewhere: "Abdel Fattah", "Abdelfattah". */
function areAlikeWhole(a: string[], b: string[]): boolean {
  if (a[0]?.[0] !== b[0]?.[0]) return false;
  const [first, second] = [a.join(""), b.join("")];
  const length = Math.min(first.length, second.length);
  return length >= 10 && distance(first, second) <= Math.floor(length / 10) && a.length !== b.length;
}

/** The folded words of a name that people may be looked up by. */
export function nameWords(text: string): string[] {
  return nameKey(text)
    .split(" ")
    .filter((word) => word.length > 1);
}
