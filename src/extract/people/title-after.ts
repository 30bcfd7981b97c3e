import { countryWord } from "../countries.ts";
import { isCalling } from "../en/callings.ts";
import { BEHIND_TITLE_HEAD, ENDS_TITLE, NOT_IN_TITLE, TITLE_DETERMINERS } from "../en/people/title-words.ts";
import { isTitleHead, isTitleModifier } from "../en/titles.ts";
import type { Token } from "../tokens.ts";
import { isTitleish } from "./find-title.ts";
import type { NameSpan } from "./name-spans.ts";
import { type FoundTitle, type TitleContext, titleOf, wordsBetween } from "./title-phrase.ts";

const MAX_PHRASE_TOKENS = 24;
const MAX_TOKENS_TO_HEAD = 9;
const MAX_TAIL_TOKENS = 14;
/** So many phrases in a row may say who somebody is: ", R-Tenn., chairman of the committee, an old friend of". */
const MAX_PHRASES = 3;

/**
 * The phrases after a name that say who that is: ", the prime minister of Japan,", ", R-Ohio, chairman of the committee". `next` is where
 * the title right before the next name begins, or the sentence ends: a phrase that runs into it is the next one's.
 */
export function titlesAfter(
  tokens: Token[],
  span: NameSpan,
  { context, next }: { context: TitleContext; next: number },
): FoundTitle[] {
  const found: FoundTitle[] = [];
  let at = span.last;
  for (let count = 0; count < MAX_PHRASES; count++) {
    const phrase = phraseAt(tokens, at, { limit: Math.min(span.sentence.lastToken, at + MAX_PHRASE_TOKENS), next });
    if (phrase === null) break;
    if (phrase.words.length > 0) found.push(titleOf(tokens, phrase, context));
    else
      found.push({
        first: phrase.first,
        last: phrase.last,
        words: [],
        role: { title: null, affiliation: null, country: "US" },
        gender: null,
      });
    at = phrase.last;
  }
  return found;
}

interface Phrase {
  first: number;
  last: number;
  words: string[];
  tail: string[];
  headEnd: number;
}

function phraseAt(tokens: Token[], comma: number, { limit, next }: { limit: number; next: number }): Phrase | null {
  if (tokens[comma]?.text !== "," && tokens[comma]?.text !== "(") return null;
  const first = comma + 1;
  const tag = partyTag(tokens, first);
  if (tag > first) return { first, last: tag, words: [], tail: [], headEnd: tag };
  const determined = TITLE_DETERMINERS.test(tokens[first]?.text ?? "");
  const head = headFrom(tokens, determined ? first + 1 : first, { limit, determined });
  // "Costa, President Mora and": the next of a list.
  if (head < 0 || (!determined && tokens[head + 1]?.capital === true && tokens[head + 1]?.text !== "R")) return null;
  if (next <= head) return null;
  const last = Math.min(continuation(tokens, head + 1, limit), next);
  const words = wordsBetween(tokens, determined ? first + 1 : first, head + 1).filter(
    (word) => isTitleHead(word) || isTitleModifier(word) || countryWord(word) !== null || isCalling(word),
  );
  return { first, last, words, tail: wordsBetween(tokens, head + 1, last), headEnd: head + 1 };
}

/** Behind "R-Tenn." or "D-Ohio": a legislator of the United States, of this party, for this state. */
function partyTag(tokens: Token[], first: number): number {
  if (!/^[RDI]-\p{Lu}/u.test(tokens[first]?.text ?? "")) return first;
  return tokens[first + 1]?.text === "." ? first + 2 : first + 1;
}

/** The last head of the phrase that begins here, -1 where it has none. Without an article only title words lead to it, or a body's name. */
function headFrom(tokens: Token[], from: number, { limit, determined }: { limit: number; determined: boolean }): number {
  let head = -1;
  for (let at = from; at < limit && at - from < MAX_TOKENS_TO_HEAD; at++) {
    const token = tokens[at];
    if (
      token === undefined ||
      token.kind === "mark" ||
      (NOT_IN_TITLE.has(token.lower) && !(determined && at > from && head < 0 && token.lower === "and"))
    )
      break;
    if (isTitleHead(token.text) || isCalling(token.text)) head = at;
    else if (head >= 0) break;
    else if (!determined && !isTitleish(token.text) && !token.capital && !/['’]s$|-/.test(token.text) && !leadsToHead(tokens, at))
      break;
  }
  if (head >= 0 && !determined && from < head && startsWithName(tokens, from, head)) return -1;
  return head;
}

/** "research associate", "climate campaigner": one small word before a small head. */
function leadsToHead(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && !next.capital && (isTitleHead(next.text) || isCalling(next.text));
}

/** "Amnesty International director for Europe" is a phrase; "Jordan Foreign Minister" before a comma too; "Ada Lund's lawyer" is the next of a list. */
function startsWithName(tokens: Token[], from: number, head: number): boolean {
  for (let at = from; at < head; at++) {
    const token = tokens[at];
    if (token !== undefined && /['’]s$/.test(token.text) && countryWord(token.text.replace(/['’]s$/, "")) === null) return true;
  }
  return false;
}

/** "of Japan", "for foreign affairs", "at the central bank": up to the next mark. */
function continuation(tokens: Token[], from: number, limit: number): number {
  if (!BEHIND_TITLE_HEAD.has(tokens[from]?.lower ?? "")) return from;
  let at = from + 1;
  while (
    at < limit &&
    at - from < MAX_TAIL_TOKENS &&
    tokens[at]?.kind !== "mark" &&
    !ENDS_TITLE.has(tokens[at]?.lower ?? "") &&
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
