import type { GivenRole } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { countryWord } from "../countries.ts";
import { isCalling } from "../en/callings.ts";
import {
  FIELD_LINKS,
  MINISTERS,
  OF_STATE,
  OF_STATE_WORDS,
  SENT_OFFICES,
  STATE_BODIES,
  THE,
  TITLE_LINKS,
  TO,
  US_HEADS,
} from "../en/people/title-words.ts";
import { isKin, isPrivate, isTitleHead, isTitleModifier, officeOf, titleGender } from "../en/titles.ts";
import type { Token } from "../tokens.ts";
import { cutPossessive } from "./name-spans.ts";
import { isStateOfUnion } from "./states/us-states.ts";

/** What titles are read with: short titles that the text explains, and the countries that it names. */
export interface TitleContext {
  abbreviations: ReadonlyMap<string, string>;
  /** The country named in a range or right before it: "New Zealand's", "South Korean", "Kremlin"; with the words that name it. */
  countryIn(range: Range): NamedState | null;
  /** The state that "its" right before an offset means, or with `noun` "the country's". */
  countryMeant(offset: number, noun: boolean): { code: string } | null;
}

/** A state where a title names it; `seat` is true for a body or a house of its government. */
interface NamedState extends Range {
  code: string;
  text: string;
  seat: boolean;
}

export interface FoundTitle {
  /** Token indices, last exclusive. */
  first: number;
  last: number;
  words: string[];
  role: GivenRole | null;
  gender: "male" | "female" | null;
}

export interface TitlePhrase {
  first: number;
  last: number;
  /** The words up to the head that belong to a title. */
  words: string[];
  /** What follows the head: "of Japan". */
  tail?: string[];
  /** Token index right behind the head. */
  headEnd?: number;
}

/** One title out of its words: the office in one form, the state or body whose it is, and the bearer's sex where the words tell it. */
export function titleOf(tokens: Token[], phrase: TitlePhrase, context: TitleContext): FoundTitle {
  const tail = phrase.tail ?? [];
  const country = ownerOf(tokens, phrase, context);
  const nation = new Set(country === null || country.seat ? [] : country.text.split(/[\s-]+/));
  const own = phrase.words.filter((word) => countryWord(word) === null && !nation.has(word));
  const head = own.at(-1) ?? "";
  const portfolio = portfolioOf(head, tail);
  const sent =
    SENT_OFFICES.test(head) && TO.test(tail[0] ?? "") && countryTail(tail) !== null ? ["to", ...(countryTail(tail) ?? [])] : [];
  const calling = own.length > 0 && !own.some(isTitleHead) && isCalling(head.toLowerCase());
  const office = calling ? sentenceCase(head) : officeOf(trimLinks([...own, ...portfolio, ...sent]), context.abbreviations);
  const affiliation =
    (portfolio.length === 0 || country?.seat === true) && sent.length === 0 && (country === null || country.seat)
      ? (affiliationOf(tail) ?? bodyBefore(tokens, phrase.first, country))
      : null;
  const code =
    calling || isPrivate(head) ? null : sitsForUnitedStates(tokens, phrase.first, head) ? "US" : (country?.code ?? null);
  return {
    first: phrase.first,
    last: phrase.last,
    words: phrase.words,
    role: office === null || isKin(head) ? null : { title: office, affiliation, country: code },
    gender: titleGender(phrase.words),
  };
}

/** The state whose office it is: the one before the head, else the one behind "of"; never the one behind "to", where an envoy is sent. */
function ownerOf(tokens: Token[], phrase: TitlePhrase, context: TitleContext): NamedState | null {
  const start = tokens[phrase.first]?.start ?? 0;
  const headEnd = tokens[(phrase.headEnd ?? phrase.last) - 1]?.end ?? start;
  const before = context.countryIn({ start, end: headEnd });
  if (before !== null || !OF_STATE.test(phrase.tail?.[0] ?? "")) return before;
  const behind = context.countryIn({ start: headEnd + 1, end: tokens[phrase.last - 1]?.end ?? headEnd });
  // "Minister for Foreign Affairs of Japan" is Japan's; "director of research on Latin America" is nobody's.
  for (let at = phrase.headEnd ?? phrase.last; behind !== null && at < phrase.last; at++) {
    if (tokens[at]?.start !== behind.start) continue;
    const link = tokens[at - 1]?.lower === "the" ? at - 2 : at - 1;
    return OF_STATE_WORDS.has(tokens[link]?.lower ?? "") ? behind : null;
  }
  return null;
}

/** "Georgia Sen. A" sits for a state of the union. */
function sitsForUnitedStates(tokens: Token[], first: number, head: string): boolean {
  return US_HEADS.test(head) && [first, first - 1].some((at) => isStateOfUnion(tokens, at));
}

function countryTail(tail: string[]): string[] | null {
  const words = tail.slice(1);
  const name = words.filter((word) => !THE.test(word)).join(" ");
  return words.length <= 4 && /^\p{Lu}/u.test(name) ? words : null;
}

function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "for Foreign Affairs" of "for Foreign Affairs of Japan"; nothing where the words behind "of" or "for" are no field of office. */
function portfolioOf(head: string, tail: string[]): string[] {
  const end = tail.findIndex(
    (word, at) => at > 0 && word === "of" && /^\p{Lu}/u.test(tail[at + 1 + (tail[at + 1] === "the" ? 1 : 0)] ?? ""),
  );
  const field = end < 0 ? tail : tail.slice(0, end);
  const named = field[0]?.toLowerCase() === "for" && end > 0 && MINISTERS.test(head);
  const fits = (word: string) => isTitleModifier(word) || FIELD_LINKS.test(word) || (named && /^\p{Lu}/u.test(word));
  return field.length > 1 && field.slice(1).every(fits) && !field.some((word) => STATE_BODIES.test(word)) ? field : [];
}

function trimLinks(words: string[]): string[] {
  let last = words.length;
  while (last > 0 && TITLE_LINKS.has((words[last - 1] ?? "").toLowerCase())) last--;
  return words.slice(0, last);
}

/** "NATO Secretary General": the body whose office it is, in capitals. */
function bodyBefore(tokens: Token[], first: number, country: NamedState | null): string | null {
  const start = tokens[first]?.start ?? 0;
  if (country?.seat === true && country.end <= start) return country.text;
  // "at 1400 GMT": a time zone.
  if (tokens[first - 2]?.kind === "number") return null;
  const text = cutPossessive(tokens[first - 1]?.text ?? "");
  return /^\p{Lu}{2,6}$/u.test(text) && countryWord(text) === null && !isTitleHead(text) ? text : null;
}

function affiliationOf(tail: string[]): string | null {
  // "an analyst in Kochi": a place.
  if (tail[0]?.toLowerCase() === "in") return null;
  const name = tail.slice(1).filter((word, at) => !(at === 0 && THE.test(word)));
  return name.length > 0 && name.length <= 6 && /^\p{Lu}/u.test(name[0] ?? "") ? name.join(" ") : null;
}

export function wordsBetween(tokens: Token[], first: number, last: number): string[] {
  return tokens.slice(first, last).flatMap((token) => (token.kind === "mark" ? [] : [cutPossessive(token.text)]));
}
