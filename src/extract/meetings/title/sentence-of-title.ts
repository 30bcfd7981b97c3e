import { countryWord } from "../../countries.ts";
import {
  BEFORE_SITE,
  DOUBTFUL_LABEL,
  HEADLINE_PLAN,
  HEADLINE_SUBJECT,
  JOURNEY,
  SMALL_WORDS,
  TITLE_IN_DOUBT,
  TITLE_LABEL,
} from "../../en/meetings/title-words.ts";

/** What a headline's words are to the article below it. */
export interface TitleNames {
  /** The end of the name of a person or a country that begins at this word, exclusive; -1 where none begins. Words without their marks. */
  nameEnd(words: readonly string[], at: number): number;
  /** Whether the article writes this word without a capital as well. Lower case. */
  isSmall(word: string): boolean;
}

/** A longer title is a standfirst. */
const MAX_TITLE = 200;
/** From this share of words with a capital on, capitals say nothing. */
const ALL_CAPITALS = 0.75;

/**
 * A headline as a plain sentence that the rules can read: "Lund, Falk to Meet in Oslo | Herald" is "Lund and Falk are to meet in Oslo." Null
 * for a title that asks or doubts, and for one whose label says that it is hearsay or an opinion.
 */
export function sentenceOfTitle(title: string, names: TitleNames): string | null {
  const plain = withoutLabel(ownWords(title.slice(0, MAX_TITLE)), names);
  if (plain === null || plain === "" || TITLE_IN_DOUBT.test(plain)) return null;
  const words = plain.match(/[^\s,;:]+|[,;:]/g) ?? [];
  const isName = namesIn(words, names);
  const small = withoutCapitals(words, isName, names);
  return `${withTripTo(inPlainGrammar(small, isName))
    .join(" ")
    .replace(/ (?=[,;:])/g, "")}.`;
}

/** "Photos: Lund in Oslo" is of Lund; "Lund: We stay" and "Report: Lund in Oslo" tell nothing that is sure. */
function withoutLabel(title: string, names: TitleNames): string | null {
  const label = TITLE_LABEL.exec(title);
  if (label?.[1] === undefined) return title;
  const isSpeaker = namesIn(label[1].split(" "), names).some(Boolean);
  return isSpeaker || DOUBTFUL_LABEL.test(label[1]) ? null : title.slice(label[0].length);
}

/** The title without the site's name, and without the dots where it was cut. */
function ownWords(title: string): string {
  const own = (title.split(BEFORE_SITE)[0] ?? "").replace(/\s+/g, " ").trim();
  let end = own.length;
  while (end > 0 && /[.… ]/.test(own.charAt(end - 1))) end--;
  return own.slice(0, end);
}

/** "“Falk’s" is "Falk". */
function bare(word: string): string {
  let end = word.replace(/[’']s?$/u, "").length;
  while (end > 0 && !/[\p{L}\p{N}.]/u.test(word.charAt(end - 1))) end--;
  let start = 0;
  while (start < end && !/[\p{L}\p{N}]/u.test(word.charAt(start))) start++;
  return word.slice(start, end);
}

function namesIn(words: readonly string[], names: TitleNames): boolean[] {
  const plain = words.map(bare);
  const isName = words.map(() => false);
  for (let at = 0; at < words.length; at++) {
    const end = names.nameEnd(plain, at);
    for (let i = at; i < end; i++) isName[i] = true;
    if (end > at) at = end - 1;
  }
  return isName;
}

/** Titles in capitals have those of their names left. */
function withoutCapitals(words: readonly string[], isName: readonly boolean[], names: TitleNames): string[] {
  const letters = words.filter((word) => /^\p{L}/u.test(word));
  const capitals = letters.filter((word) => /^\p{Lu}/u.test(word));
  if (capitals.length < ALL_CAPITALS * letters.length) return [...words];
  return words.map((word, at) => {
    const lower = word.toLowerCase();
    return !isName[at] && (SMALL_WORDS.test(lower) || names.isSmall(lower)) ? lower : word;
  });
}

/** "Lund, Falk to meet": "Lund and Falk are to meet". */
function inPlainGrammar(words: readonly string[], isName: readonly boolean[]): string[] {
  const joined = words.map((word, at) =>
    word === "," && isName[at - 1] && isName[at + 1] && !words.slice(at + 1).some((next) => /^(?:,|and|&)$/.test(next))
      ? "and"
      : word,
  );
  const to = joined.findIndex((word, at) => word === "to" && HEADLINE_PLAN.test(joined[at + 1] ?? ""));
  const isSubject =
    to > 0 && joined.slice(0, to).every((word, at) => isName[at] || HEADLINE_SUBJECT.test(word) || isOfficial(word));
  if (!isSubject) return joined;
  return [...joined.slice(0, to), joined.slice(0, to).includes("and") ? "are" : "is", ...joined.slice(to)];
}

/** "cancels China trip": "cancels trip to China". */
function withTripTo(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (JOURNEY.test(words[at + 1] ?? "") && isCountry(word) && /^\p{Ll}/u.test(words[at - 1] ?? "")) return [];
    const before = words[at - 1] ?? "";
    return JOURNEY.test(word) && isCountry(before) && /^\p{Ll}/u.test(words[at - 2] ?? "") ? [word, "to", before] : [word];
  });
}

function isCountry(word: string): boolean {
  return countryWord(word)?.kind === "name";
}

/** "Indian": a word with a capital. */
function isOfficial(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
