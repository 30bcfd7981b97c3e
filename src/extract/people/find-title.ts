import type { Role } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { countryWord } from "../countries.ts";
import { ARTICLES, THEIR_POSSESSIVES } from "../en/function-words.ts";
import { PERSONAL_VERBS } from "../en/personal-verbs.ts";
import { isTitleHead, isTitleModifier, officeOf, titleGender } from "../en/titles.ts";
import type { Token } from "../tokens.ts";
import { cutPossessive, type NameSpan } from "./name-spans.ts";

/** What titles are read with: short titles that the text explains, and the countries that it names. */
export interface TitleContext {
  abbreviations: ReadonlyMap<string, string>;
  /** The country named in a range or right before it: "New Zealand's", "South Korean"; with the words that name it. */
  countryIn(range: Range): { code: string; text: string } | null;
}

export interface FoundTitle {
  /** Token indices, last exclusive. */
  first: number;
  last: number;
  words: string[];
  role: Role | null;
  gender: "male" | "female" | null;
}

const MAX_TITLE_TOKENS = 12;
const MAX_BODY_WORDS = 6;
const NOT_IN_TITLE = new Set([
  ...PERSONAL_VERBS,
  ..."who which that and or but in on at by for with from to as of where when while after before not also".split(" "),
]);
/** Words of countries' long names: "President of the Islamic Republic of Iran". */
const REALM = /^(?:Republic|Kingdom|Sultanate|Federation|Emirates|Commonwealth|Democratic|Islamic)$/;
/** Behind "and" an office begins anew: "Member of the Central Committee and Foreign Minister". */
const BODY = /^(?:Committee|Council|Commission|Bureau|Board|Party|Assembly|Parliament)$/;
const LINK = /^(?:of|for|and|the|to)$/;

/** The title in front of a name: "Japanese Prime Minister", "Minister of Defence,", "External Affairs Minister (EAM)". Null where there is none. */
export function titleBefore(tokens: Token[], span: NameSpan, context: TitleContext): FoundTitle | null {
  const start = span.sentence.firstToken;
  let last = skipBack(tokens, span.first, start);
  const comma = tokens[last - 1]?.text === ",";
  if (comma) last--;
  let first = last;
  while (first > start && last - first < MAX_TITLE_TOKENS && isTitlePart(tokens, first - 1, { start, context })) first--;
  // "Governor of Arkansas", "spokesman for the president": what follows the link is no bearer of the title.
  if (last > first && LINK.test(tokens[last - 1]?.lower ?? "") && tokens[last - 1]?.lower !== "the") return null;
  while (first < last && (LINK.test(tokens[first]?.lower ?? "") || tokens[first]?.kind === "mark")) first++;
  const words = wordsBetween(tokens, first, last);
  if (!words.some((word) => isTitleHead(word) || context.abbreviations.has(word)))
    return comma ? titleOverLink(tokens, span, context) : titleOverBody(tokens, { first, last, start }, context);
  // After a comma a title must be whole: "the foreign minister, Hayashi Yoshimasa"; "met the minister, Tokyo" is none.
  const determined = isOwned(tokens[first - 1]) || namesOwner(tokens, first, last);
  if (comma && !(determined || (opensPhrase(tokens, first, start) && words.length > 1))) return null;
  // "An adviser to the premier, Ada Lund,": the adviser's name.
  const governed = /^(?:of|for|to)$/.test(tokens[first - 2]?.lower ?? "") && isTitleHead(tokens[first - 3]?.text ?? "");
  if (comma && governed) return titleOverLink(tokens, span, context);
  const found = titleOf(tokens, { first, last, words }, context);
  // "Minister for Fisheries, Dr Ada Smith": a form of address, and the office before it.
  if (found.role !== null || comma) return found;
  if (tokens[first - 1]?.text === ",") return titleBefore(tokens, { ...span, first }, context) ?? found;
  return titleOverBody(tokens, { first, last, start }, context) ?? found;
}

/** "the foreign minister", "his adviser": a noun phrase begins here. */
function isOwned(token: Token | undefined): boolean {
  return token !== undefined && (token.lower === "the" || THEIR_POSSESSIVES.has(token.lower));
}

/** "Armenia's prime minister": the country whose office it is stands before it. */
function namesOwner(tokens: Token[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const word = tokens[at]?.text ?? "";
    if (/['’]s$/.test(word) && countryWord(cutPossessive(word)) !== null) return true;
  }
  return false;
}

/** "A spokesman for the Foreign Ministry of Bangladesh, Tanvir Chowdhury,": the name stands between commas behind the whole phrase. */
function titleOverLink(tokens: Token[], span: NameSpan, context: TitleContext): FoundTitle | null {
  if (tokens[span.last]?.text !== ",") return null;
  const start = Math.max(span.sentence.firstToken, span.first - MAX_TITLE_TOKENS);
  for (let at = span.first - 2; at >= start; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark" || PERSONAL_VERBS.has(token.lower)) return null;
    if (!isTitleHead(token.text) || !/^(?:of|for|at|to)$/.test(tokens[at + 1]?.lower ?? "")) continue;
    let first = at;
    while (first > start && isTitleish(tokens[first - 1]?.text ?? "")) first--;
    if (!ARTICLES.has(tokens[first - 1]?.lower ?? "")) return null;
    return titleOf(
      tokens,
      {
        first,
        last: span.first - 1,
        words: wordsBetween(tokens, first, at + 1),
        tail: wordsBetween(tokens, at + 1, span.first - 1),
      },
      context,
    );
  }
  return null;
}

/** "Secretary of the Mongolian Security Council Jadamba Bold": the office stands before its body. */
function titleOverBody(
  tokens: Token[],
  body: { first: number; last: number; start: number },
  context: TitleContext,
): FoundTitle | null {
  let bodyFirst = body.first;
  while (bodyFirst > body.start && body.last - bodyFirst < MAX_BODY_WORDS && tokens[bodyFirst - 1]?.capital === true) bodyFirst--;
  const link = tokens[bodyFirst - 1]?.lower === "the" ? bodyFirst - 2 : bodyFirst - 1;
  if (body.last === body.first || !/^(?:of|for)$/.test(tokens[link]?.lower ?? "") || !isTitleHead(tokens[link - 1]?.text ?? ""))
    return null;
  let first = link - 1;
  while (first > body.start && isTitleish(tokens[first - 1]?.text ?? "")) first--;
  const words = wordsBetween(tokens, first, link);
  return titleOf(tokens, { first, last: body.last, words, tail: ["of", ...wordsBetween(tokens, bodyFirst, body.last)] }, context);
}

/** Back over "(EAM)" and the stop of "Gen.". */
function skipBack(tokens: Token[], from: number, start: number): number {
  if (tokens[from - 1]?.text === ")" && tokens[from - 3]?.text === "(" && from - 3 > start) return from - 3;
  return from;
}

function opensPhrase(tokens: Token[], first: number, start: number): boolean {
  const before = tokens[first - 1];
  return (
    first === start ||
    before === undefined ||
    isOwned(before) ||
    /^(?:and|,|with|"|“)$/i.test(before.text) ||
    /['’]s$/.test(before.text) ||
    countryWord(cutPossessive(before.text)) !== null
  );
}

function isTitlePart(tokens: Token[], at: number, { start, context }: { start: number; context: TitleContext }): boolean {
  const token = tokens[at];
  if (token === undefined || at < start) return false;
  const word = cutPossessive(token.text);
  if (context.abbreviations.has(word)) return true;
  if (token.text === ".") return isTitleHead(tokens[at - 1]?.text ?? "");
  if (token.lower === "and") return isTitleModifier(tokens[at - 1]?.text ?? "") && !BODY.test(tokens[at - 1]?.text ?? "");
  if (LINK.test(token.lower)) return token.lower !== "the" && isTitleish(tokens[at - 1]?.text ?? "");
  return isTitleish(word);
}

function isTitleish(text: string): boolean {
  const word = cutPossessive(text);
  return isTitleHead(word) || isTitleModifier(word) || countryWord(word) !== null || REALM.test(word);
}

/** The phrase after a name that says who that is: ", the prime minister of Japan,". Null where there is none. */
export function titleAfter(tokens: Token[], span: NameSpan, context: TitleContext): FoundTitle | null {
  const limit = Math.min(span.sentence.lastToken, span.last + 22);
  if (tokens[span.last]?.text !== "," && tokens[span.last]?.text !== "(") return null;
  let at = span.last + 1;
  const first = at;
  const determined = isOwned(tokens[at]) || /^(?:a|an|one|then)$/i.test(tokens[at]?.text ?? "");
  if (determined) at++;
  let head = -1;
  for (let steps = 0; at < limit && steps < 8; at++, steps++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark" || NOT_IN_TITLE.has(token.lower)) break;
    if (isTitleHead(token.text)) head = at;
    else if (head >= 0 || !(determined || isTitleish(token.text) || /['’]s$/.test(token.text))) break;
  }
  // "Costa, President Mora and": the next of a list.
  if (head < 0 || (!determined && tokens[head + 1]?.capital === true)) return null;
  const last = continuation(tokens, head + 1, limit);
  const words = wordsBetween(tokens, first, head + 1).filter(
    (word) => isTitleHead(word) || isTitleModifier(word) || countryWord(word) !== null,
  );
  return titleOf(tokens, { first, last, words, tail: wordsBetween(tokens, head + 1, last) }, context);
}

/** "of Japan", "for foreign affairs", "at the central bank": up to the next mark. */
function continuation(tokens: Token[], from: number, limit: number): number {
  if (!/^(?:of|for|at|in|to)$/.test(tokens[from]?.lower ?? "")) return from;
  let at = from + 1;
  while (
    at < limit &&
    at - from < MAX_TITLE_TOKENS &&
    tokens[at]?.kind !== "mark" &&
    !/^(?:who|which|that|said|says|told|has|is|was|met)$/.test(tokens[at]?.lower ?? "") &&
    !(tokens[at]?.lower === "and" && !goesOn(tokens, at))
  )
    at++;
  return at;
}

/** "for Foreign and Diaspora Affairs": a field of office in two parts. */
function goesOn(tokens: Token[], and: number): boolean {
  const [before, after] = [tokens[and - 1], tokens[and + 1]];
  return (
    isTitleModifier(after?.text ?? "") || (before?.capital === true && after?.capital === true && isTitleModifier(before.text))
  );
}

interface TitlePhrase {
  first: number;
  last: number;
  /** The words up to the head that belong to a title. */
  words: string[];
  /** What follows the head: "of Japan". */
  tail?: string[];
}

function titleOf(tokens: Token[], phrase: TitlePhrase, context: TitleContext): FoundTitle {
  const tail = phrase.tail ?? [];
  const first = tokens[phrase.first];
  const last = tokens[phrase.last - 1];
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const country = context.countryIn(range);
  const nation = new Set((country?.text ?? "").split(/[\s-]+/));
  const own = phrase.words.filter((word) => countryWord(word) === null && !nation.has(word));
  const portfolio = portfolioOf(own.at(-1) ?? "", tail);
  const office = officeOf(trimLinks([...own, ...portfolio]), context.abbreviations);
  const affiliation =
    portfolio.length === 0 && country === null ? (affiliationOf(tail) ?? bodyBefore(tokens, phrase.first)) : null;
  return {
    first: phrase.first,
    last: phrase.last,
    words: phrase.words,
    role: office === null ? null : { title: office, affiliation, country: country?.code ?? null },
    gender: titleGender(phrase.words),
  };
}

/** "for Foreign Affairs" of "for Foreign Affairs of Japan"; nothing where the words behind "of" or "for" are no field of office. */
function portfolioOf(head: string, tail: string[]): string[] {
  const end = tail.findIndex(
    (word, at) => at > 0 && word === "of" && /^\p{Lu}/u.test(tail[at + 1 + (tail[at + 1] === "the" ? 1 : 0)] ?? ""),
  );
  const field = end < 0 ? tail : tail.slice(0, end);
  const named = field[0]?.toLowerCase() === "for" && end > 0 && /^(?:minister|secretary)$/i.test(head);
  const fits = (word: string) => isTitleModifier(word) || /^(?:of|the|and)$/i.test(word) || (named && /^\p{Lu}/u.test(word));
  return field.length > 1 && field.slice(1).every(fits) ? field : [];
}

function trimLinks(words: string[]): string[] {
  let last = words.length;
  while (last > 0 && LINK.test((words[last - 1] ?? "").toLowerCase())) last--;
  return words.slice(0, last);
}

/** "NATO Secretary General": the body whose office it is, in capitals. */
function bodyBefore(tokens: Token[], first: number): string | null {
  const text = cutPossessive(tokens[first - 1]?.text ?? "");
  return /^\p{Lu}{2,6}$/u.test(text) && countryWord(text) === null && !isTitleHead(text) ? text : null;
}

function affiliationOf(tail: string[]): string | null {
  // "an analyst in Kochi": a place.
  if (tail[0]?.toLowerCase() === "in") return null;
  const name = tail.slice(1).filter((word, at) => !(at === 0 && /^the$/i.test(word)));
  return name.length > 0 && name.length <= 6 && /^\p{Lu}/u.test(name[0] ?? "") ? name.join(" ") : null;
}

function wordsBetween(tokens: Token[], first: number, last: number): string[] {
  return tokens.slice(first, last).flatMap((token) => (token.kind === "mark" ? [] : [cutPossessive(token.text)]));
}

/** "CS Wanjiru" in a text that has a "Cabinet Secretary": the initials of a title, before a name. */
function addInitials(tokens: Token[], found: Map<string, string>): Map<string, string> {
  const wanted = new Set(
    tokens.flatMap(({ text }, at) =>
      /^\p{Lu}{2,4}$/u.test(text) && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? "") ? [text] : [],
    ),
  );
  for (let at = 0; wanted.size > 0 && at < tokens.length; at++) {
    if (!isTitleHead(tokens[at]?.text ?? "")) continue;
    for (let first = at - 1; first >= Math.max(0, at - 3) && isTitleModifier(tokens[first]?.text ?? ""); first--) {
      const words = tokens.slice(first, at + 1).map((token) => token.text);
      const initials = words.map((word) => word.charAt(0)).join("");
      if (wanted.has(initials) && !isTitleHead(initials) && !found.has(initials)) found.set(initials, words.join(" "));
    }
  }
  return found;
}

/** Short titles that the text itself explains: "External Affairs Minister (EAM)". */
export function titleAbbreviations(tokens: Token[]): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 2; at < tokens.length - 1; at++) {
    const short = tokens[at]?.text ?? "";
    if (tokens[at - 1]?.text !== "(" || tokens[at + 1]?.text !== ")" || !/^\p{Lu}{2,5}$/u.test(short)) continue;
    const words = tokens.slice(Math.max(0, at - 1 - short.length), at - 1).map((token) => token.text);
    if (words.map((word) => word.charAt(0)).join("") === short && words.some(isTitleHead)) found.set(short, words.join(" "));
  }
  return addInitials(tokens, found);
}
