import { countryWord } from "../countries.ts";
import { isCalling, isDemonymNoun } from "../en/callings.ts";
import { ARTICLES, THEIR_POSSESSIVES } from "../en/function-words.ts";
import {
  AT_A_BODY,
  BEFORE_TITLE_RUN,
  BODIES_WITH_OFFICES,
  CONSORTS,
  FOR_TO,
  OF_A_BODY,
  OF_A_FIELD,
  REALMS,
  TITLE_LINKS,
} from "../en/people/title-words.ts";
import { PERSONAL_VERBS } from "../en/personal-verbs.ts";
import { isTitleHead, isTitleModifier, officeOf } from "../en/titles.ts";
import type { Token } from "../tokens.ts";
import { cutPossessive, type NameSpan } from "./name-spans.ts";
import { type FoundTitle, type TitleContext, type TitlePhrase, titleOf, wordsBetween } from "./title-phrase.ts";

const MAX_TITLE_TOKENS = 12;
const MAX_BODY_WORDS = 6;

/** The title in front of a name: "Japanese Prime Minister", "Minister of Defence,", "External Affairs Minister (EAM)". Null where there is none. */
export function titleBefore(tokens: Token[], span: NameSpan, context: TitleContext): FoundTitle | null {
  // "The prime minister's August visit", "the speaker's Lunch": what an officeholder has is no name of his.
  const owner = tokens[span.first - 1]?.text ?? "";
  if (/['’]s?$/.test(owner) && isTitleHead(cutPossessive(owner))) return null;
  const start = span.sentence.firstToken;
  let last = skipBack(tokens, behindComma(tokens, span.first), start);
  const comma = tokens[last - 1]?.text === ",";
  if (comma) last--;
  let first = last > start && isCalling(tokens[last - 1]?.text ?? "") ? last - 1 : last;
  while (first > start && last - first < MAX_TITLE_TOKENS && isTitlePart(tokens, first - 1, { start, end: last, context }))
    first--;
  first = behindOtherHead(tokens, first, last);
  // "Governor of Arkansas", "spokesman for the president": what follows the link is no bearer of the title.
  if (last > first && TITLE_LINKS.has(tokens[last - 1]?.lower ?? "") && tokens[last - 1]?.lower !== "the") return null;
  // "Author of American Maelstrom": what a demonym leads into is no name.
  if (
    OF_A_BODY.has(tokens[last - 2]?.lower ?? "") &&
    last - 2 > first &&
    countryWord(tokens[last - 1]?.text ?? "")?.kind === "demonym"
  )
    return null;
  while (first < last && (TITLE_LINKS.has(tokens[first]?.lower ?? "") || tokens[first]?.kind === "mark")) first++;
  const words = wordsBetween(tokens, first, last);
  if (
    !words.some((word) => isTitleHead(word) || context.abbreviations.has(word)) &&
    !isCallingBefore(tokens, { first, last, words }, span)
  )
    return comma ? titleOverLink(tokens, span, context) : titleOverBody(tokens, { first, last, start }, context);
  // After a comma a title must be whole: "the foreign minister, Hayashi Yoshimasa"; "met the minister, Tokyo" is none.
  const determined = isOwned(tokens[first - 1]) || namesOwner(tokens, first, last);
  if (comma && !(determined || (opensPhrase(tokens, first, start) && words.length > 1)))
    return titleOverLink(tokens, span, context);
  // "An adviser to the premier, Ada Lund,": the adviser's name.
  const governed = OF_A_FIELD.has(tokens[first - 2]?.lower ?? "") && isTitleHead(tokens[first - 3]?.text ?? "");
  if (comma && governed) return titleOverLink(tokens, span, context);
  const found = titleOf(tokens, phraseOf(tokens, first, last), context);
  if (!comma && isAnothers(tokens, first, words)) return { ...found, role: null };
  // "Minister for Fisheries, Dr Ada Smith": a form of address, and the office before it.
  if (found.role !== null && !comma && words.length === 1 && tokens[first - 1]?.text === ",") {
    // "The foreign minister of Mexico, Secretary Ebrard": the whole office, and the short one.
    const whole = titleBefore(tokens, { ...span, first }, context);
    if (whole?.role != null && whole.role.country !== null) return { ...whole, last };
  }
  if (found.role !== null || comma) return found;
  if (tokens[first - 1]?.text === ",") return titleBefore(tokens, { ...span, first }, context) ?? found;
  return titleOverBody(tokens, { first, last, start }, context) ?? found;
}

/** "Assistant to the President for Trade Ida Lund": the president is another. */
function isAnothers(tokens: Token[], first: number, words: string[]): boolean {
  const [link, article] = [tokens[first - 2]?.lower ?? "", tokens[first - 1]?.lower ?? ""];
  return FOR_TO.has(link) && ARTICLES.has(article) && words.slice(1).some((word) => FOR_TO.has(word.toLowerCase()));
}

/** "the foreign minister", "his adviser", "Moscow's envoy": a noun phrase begins here. */
function isOwned(token: Token | undefined): boolean {
  return token !== undefined && (token.lower === "the" || THEIR_POSSESSIVES.has(token.lower) || /['’]s$/.test(token.text));
}

/** A title's words, the ones behind "of", "for" or "to" apart from its head: "Ambassador" and "to the US". */
function phraseOf(tokens: Token[], first: number, last: number): TitlePhrase {
  for (let at = first + 1; at < last - 1; at++) {
    if (!OF_A_FIELD.has(tokens[at]?.lower ?? "") || !isTitleHead(tokens[at - 1]?.text ?? "")) continue;
    if (holdsHead(tokens, at + 1, last) && !isTitleModifier(tokens[at + 1]?.text ?? "")) continue;
    return { first, last, words: wordsBetween(tokens, first, at), tail: wordsBetween(tokens, at, last), headEnd: at };
  }
  return { first, last, words: wordsBetween(tokens, first, last) };
}

/** "an expert Ada Lund", "musician Ada Lund": a calling before a name of several words. */
function isCallingBefore(tokens: Token[], title: { first: number; last: number; words: string[] }, span: NameSpan): boolean {
  const calling = title.words.at(-1) ?? "";
  if (span.words.length < 2 || tokens[title.last - 1]?.kind !== "word") return false;
  return isCalling(title.last - 1 === span.sentence.firstToken ? calling.toLowerCase() : calling);
}

/**
 * "A spokesman for Prime Minister", "the minister's aide": a head right before the name begins a title of its own behind the link or the
 * possessive, and what stands before is another person's. "Secretary of State" has no second head.
 */
function behindOtherHead(tokens: Token[], first: number, last: number): number {
  if (!isBearer(tokens, tokens[last - 1]?.text === "." ? last - 2 : last - 1)) return first;
  for (let at = last - 2; at >= first; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (/['’]s$/.test(token.text) && isTitleHead(cutPossessive(token.text))) return at + 1;
    if (OF_A_FIELD.has(token.lower) && holdsHead(tokens, first, at)) return tokens[at + 1]?.lower === "the" ? at + 2 : at + 1;
  }
  return first;
}

/** One person's title: "Minister", not "Governors" of a board. */
function isBearer(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isTitleHead(token.text) || /[^s]s$/.test(token.lower)) return false;
  // "First lady" is an office, "lady" a form of address, as "Dr" is.
  return officeOf([token.text]) !== null || CONSORTS.has(token.lower);
}

function holdsHead(tokens: Token[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (isTitleHead(tokens[at]?.text ?? "")) return true;
  return false;
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
    if (!isTitleHead(token.text) || !AT_A_BODY.has(tokens[at + 1]?.lower ?? "")) continue;
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
  if (bodyFirst === body.last || !AT_A_BODY.has(tokens[link]?.lower ?? "") || !isTitleHead(tokens[link - 1]?.text ?? ""))
    return null;
  let first = link - 1;
  while (first > body.start && isTitleish(tokens[first - 1]?.text ?? "")) first--;
  const words = wordsBetween(tokens, first, link);
  return titleOf(
    tokens,
    { first, last: body.last, words, tail: [tokens[link]?.lower ?? "of", ...wordsBetween(tokens, bodyFirst, body.last)] },
    context,
  );
}

/** "Its envoy, Dutchman Pieter Kuyl": what somebody is by birth stands between the comma and the name. */
function behindComma(tokens: Token[], first: number): number {
  const word = tokens[first - 1];
  return tokens[first - 2]?.text === "," && word !== undefined && isDemonymNoun(word.text) ? first - 1 : first;
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
    BEFORE_TITLE_RUN.test(before.text) ||
    /['’]s$/.test(before.text) ||
    countryWord(cutPossessive(before.text)) !== null
  );
}

function isTitlePart(
  tokens: Token[],
  at: number,
  { start, end, context }: { start: number; end: number; context: TitleContext },
): boolean {
  const token = tokens[at];
  if (token === undefined || at < start) return false;
  const word = cutPossessive(token.text);
  if (context.abbreviations.has(word)) return true;
  if (token.text === ".") return isTitleHead(tokens[at - 1]?.text ?? "");
  if (token.lower === "and")
    return isTitleModifier(tokens[at - 1]?.text ?? "") && !BODIES_WITH_OFFICES.has(tokens[at - 1]?.text ?? "");
  if (token.lower === "the")
    return at + 1 < end && OF_A_FIELD.has(tokens[at - 1]?.lower ?? "") && isTitleHead(tokens[at - 2]?.text ?? "");
  // "A lunch in Lisbon for President Falk": an office has a "for" or a "to", a place has none.
  if (FOR_TO.has(token.lower)) return isOfficeWord(tokens[at - 1]?.text ?? "");
  if (TITLE_LINKS.has(token.lower)) return isTitleish(tokens[at - 1]?.text ?? "");
  return isTitleish(word);
}

export function isTitleish(text: string): boolean {
  const word = cutPossessive(text);
  return isOfficeWord(word) || countryWord(word) !== null || REALMS.has(word);
}

function isOfficeWord(word: string): boolean {
  return isTitleHead(word) || isTitleModifier(word);
}
