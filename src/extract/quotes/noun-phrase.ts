import { TITLE_ABBREVIATIONS } from "../en/abbreviations.ts";
import { WEEKDAYS } from "../en/calendar.ts";
import { ARTICLES, POSSESSIVES } from "../en/function-words.ts";
import {
  BEFORE_ORIGIN,
  BEFORE_PHRASE_END,
  BEGINS_ANEW,
  BEGINS_CLAUSE,
  CLAUSE_STARTS,
  DAYS_BEFORE_SUBJECT,
  DOCUMENTS_WITH_AUTHOR,
  ED_OR_S,
  FINITE_VERBS,
  HEAD_OF_LINK,
  HEADS_CLAUSE,
  ING,
  INSIDE_PHRASE,
  KEEPS_DAY,
  LETS,
  LY,
  NOT_LAST_IN_PHRASE,
  ONE_OR_SOME,
  OPENS_PHRASE,
  PHRASE_BOUNDARY,
  PHRASE_GOES_ON,
  PHRASE_LINKS,
  PHRASE_LINKS_AHEAD,
  PLACING,
  PLURAL_PEOPLE,
  PRONOUN_WITH_VERB,
  RELATIVE,
  SOURCE_PRONOUNS,
  SPEAKING_HEAD,
  STOPPED_IN_PHRASE,
  THE_AS_WRITTEN,
  TIME_NOUNS,
  WEEKDAY_ENDING,
  WHICH_OF_TIMES,
} from "../en/quotes/phrase-words.ts";
import { BETWEEN_SUBJECT_AND_VERB, isParticiple, isReportingVerb } from "../en/reporting-verbs.ts";
import type { Token } from "../tokens.ts";

/** Tokens `first` to `last`, exclusive, of a list of tokens. */
export interface Phrase {
  first: number;
  last: number;
  /** The token of the noun that heads it, where the grammar tells. */
  head?: number;
}

const MAX_WORDS = 12;

/** A pronoun, alone or with its verb: "he", "he's". */
export function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && PRONOUN_WITH_VERB.test(token.lower);
}

/** A common noun for somebody: "official", "niece". */
export function isPersonNoun(token: Token): boolean {
  return token.kind === "word" && !token.capital && HEAD_OF_LINK.test(token.lower);
}

/** The phrase that ends right before `at`: the subject of the verb there. Null where no noun stands there. */
export function phraseBefore(tokens: Token[], at: number, limit: number): Phrase | null {
  const nearest = nearestBefore(tokens, at, limit);
  return nearest === null ? null : (overLink(tokens, nearest, limit) ?? nearest);
}

/** "a crowd outside Smith's hotel", "a report on Smith", "a woman who knows Smith": the noun before the link, where a clause begins with it. */
function overLink(tokens: Token[], phrase: Phrase, limit: number): Phrase | null {
  const link = tokens[phrase.first - 1]?.lower ?? "";
  const relative = RELATIVE.has(tokens[phrase.first - 2]?.lower ?? "");
  const gerund = ING.test(tokens[phrase.first - 1]?.text ?? "");
  if (phrase.first - 2 < limit || !(PLACING.has(link) || relative || gerund)) return null;
  const end = relative ? phrase.first - 2 : phrase.first - 1;
  const head = tokens[end - 1];
  if (head === undefined || head.kind !== "word" || !(isPersonNoun(head) || SPEAKING_HEAD.has(head.lower))) return null;
  let first = end - 1;
  while (first > limit && end - first < 5 && tokens[first - 1]?.kind === "word" && !HEADS_CLAUSE.has(tokens[first]?.lower ?? ""))
    first--;
  const opens = first === limit || CLAUSE_STARTS.has(tokens[first - 1]?.lower ?? "");
  return opens && (HEADS_CLAUSE.has(tokens[first]?.lower ?? "") || (first === end - 1 && PLURAL_PEOPLE.test(head.lower)))
    ? { first, last: gerund || relative ? end : phrase.last }
    : null;
}

function nearestBefore(tokens: Token[], at: number, limit: number): Phrase | null {
  let last = at;
  while (last > limit && BETWEEN_SUBJECT_AND_VERB.has(tokens[last - 1]?.lower ?? "")) last--;
  while (last > limit && LY.test(tokens[last - 1]?.lower ?? "") && !tokens[last - 1]?.capital) last--;
  last = withoutTime(tokens, last, limit);
  const before = tokens[last - 1];
  if (before === undefined || last <= limit) return null;
  if (before.text === ",") return overApposition(tokens, last - 1, limit);
  if (/^[–—]$/.test(before.text)) return overDashes(tokens, last - 1, limit);
  if (before.text === ")") return beforeParenthesis(tokens, last - 1, limit);
  if (RELATIVE.has(before.lower)) {
    const head = tokens[last - 2]?.text === "," ? last - 2 : last - 1;
    return plainPhraseBefore(tokens, head, limit);
  }
  return plainPhraseBefore(tokens, last, limit);
}

/** Back over "on Sunday", "last week", "in May": when it was said is not who said it. */
function withoutTime(tokens: Token[], last: number, limit: number): number {
  const lower = tokens[last - 1]?.lower ?? "";
  const before = tokens[last - 2]?.lower ?? "";
  const bare = WEEKDAYS.has(lower) || DAYS_BEFORE_SUBJECT.has(lower);
  if (bare) {
    const first = before === "on" ? last - 2 : last - 1;
    return first > limit && tokens[first - 1]?.kind === "word" && !KEEPS_DAY.has(tokens[first - 1]?.lower ?? "") ? first : last;
  }
  const relative = TIME_NOUNS.has(lower) && (WEEKDAYS.has(before) || WHICH_OF_TIMES.has(before));
  return relative ? withoutTime(tokens, WEEKDAYS.has(before) ? last - 1 : last - 2, limit) : last;
}

/** "Smith, a lawyer in Boston, said": back over what stands between the commas. */
function overApposition(tokens: Token[], comma: number, limit: number): Phrase | null {
  const bracketed = tokens[comma - 1]?.text === ")" ? beforeParenthesis(tokens, comma - 1, limit) : null;
  if (bracketed !== null && tokens[bracketed.last - 1]?.capital === true) return bracketed;
  for (let at = comma - 1; at > limit && comma - at < 40; at--) {
    if (tokens[at]?.text === "," && !(tokens[at + 1]?.kind === "number" && comma - at > 6)) {
      const phrase =
        tokens[at - 1]?.text === ")" ? beforeParenthesis(tokens, at - 1, limit) : plainPhraseBefore(tokens, at, limit);
      if (phrase !== null && looksNominal(tokens, phrase)) return phrase;
    }
    if (/["“”]/.test(tokens[at]?.text ?? "")) break;
  }
  return plainPhraseBefore(tokens, comma, limit);
}

/** "Minister Wu – who was there – said". */
function overDashes(tokens: Token[], dash: number, limit: number): Phrase | null {
  for (let at = dash - 1; at > limit && dash - at < 30; at--)
    if (tokens[at]?.text === tokens[dash]?.text) return plainPhraseBefore(tokens, at, limit);
  return null;
}

function looksNominal(tokens: Token[], phrase: Phrase): boolean {
  const first = tokens[phrase.first];
  const before = tokens[phrase.first - 1];
  if (first === undefined) return false;
  if (SOURCE_PRONOUNS.has(first.lower)) return true;
  // "a teacher from Elmstead, Marland, said": a place in the apposition.
  if (BEFORE_ORIGIN.has(before?.lower ?? "")) return false;
  // "Sen. Smith, D-Ohio, said": a party and its state.
  if (/^[DRI]-\p{Lu}/u.test(first.text)) return false;
  const opens = before === undefined || before.kind === "mark" || BEGINS_CLAUSE.has(before.lower);
  return (
    tokens.slice(phrase.first, phrase.last).some((token) => token.capital) ||
    (opens && isPersonNoun(tokens[phrase.last - 1] ?? first)) ||
    (opens && (ARTICLES.has(first.lower) || POSSESSIVES.has(first.lower) || first.lower === "one"))
  );
}

function beforeParenthesis(tokens: Token[], close: number, limit: number): Phrase | null {
  for (let at = close - 1; at > limit && close - at < 12; at--)
    if (tokens[at]?.text === "(") return plainPhraseBefore(tokens, at, limit);
  return null;
}

function plainPhraseBefore(tokens: Token[], last: number, limit: number): Phrase | null {
  let first = last;
  while (first > limit && last - first < MAX_WORDS) {
    const token = tokens[first - 1];
    if (token === undefined || endsPhrase(tokens, first - 1, { last, limit })) break;
    first--;
    if (SOURCE_PRONOUNS.has(token.lower) && first === last - 1) break;
    if (OPENS_PHRASE.has(token.lower) && !linked(tokens, first, limit)) break;
  }
  while (
    first < last &&
    (INSIDE_PHRASE.has(tokens[first]?.lower ?? "") || tokens[first]?.kind === "mark") &&
    !THE_AS_WRITTEN.test(tokens[first]?.text ?? "")
  )
    first++;
  return first < last ? { first, last } : null;
}

/** Whether the phrase that begins here hangs on another noun: "a spokesman for the ministry". */
function linked(tokens: Token[], first: number, limit: number): boolean {
  const link = tokens[first - 1];
  const head = tokens[first - 2];
  return (
    first - 2 >= limit &&
    link !== undefined &&
    head !== undefined &&
    ((PHRASE_LINKS.has(link.lower) && (isHeadOfLink(head) || (head.lower === "close" && link.lower === "to"))) ||
      (link.lower === "from" && DOCUMENTS_WITH_AUTHOR.has(head.lower)))
  );
}

/** "a source close to Smith". */
function isClose(tokens: Token[], to: number): boolean {
  return tokens[to]?.lower === "to" && tokens[to - 1]?.lower === "close";
}

function isHeadOfLink(token: Token): boolean {
  return token.kind === "word" && (HEAD_OF_LINK.test(token.lower) || token.capital);
}

function endsPhrase(tokens: Token[], at: number, bounds: { last: number; limit: number }): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.kind === "mark")
    return (
      !(token.text === "." && tokens[at - 1]?.end === token.start && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? "")) &&
      token.text !== "-" &&
      token.text !== "&" &&
      !isNicknameMark(tokens, at)
    );
  if (token.lower === "from" && DOCUMENTS_WITH_AUTHOR.has(tokens[at - 1]?.lower ?? "") && at - 1 >= bounds.limit) return false;
  if (PHRASE_GOES_ON.has(token.lower)) {
    const head = tokens[at - 1] ?? token;
    return !(at - 1 >= bounds.limit && (isHeadOfLink(head) || isClose(tokens, at)) && at + 1 < bounds.last);
  }
  if (token.lower === "and") return !(tokens[at - 1]?.capital && tokens[at + 1]?.capital);
  if (PHRASE_BOUNDARY.has(token.lower) || FINITE_VERBS.has(token.lower)) return true;
  if (LETS.has(token.lower) || (isParticiple(token.lower) && at + 1 < bounds.last)) return true;
  return (
    !token.capital &&
    isReportingVerb(token.lower) &&
    ED_OR_S.test(token.lower) &&
    at + 1 < bounds.last &&
    tokens[at + 1]?.capital === true
  );
}

/** Either mark of `Marcia "Cia" Price`. */
function isNicknameMark(tokens: Token[], at: number): boolean {
  return isNickname(tokens, at) || isNickname(tokens, at - 2);
}

/** Whether a word in marks begins here, between two words of a name. */
function isNickname(tokens: Token[], open: number): boolean {
  const isMark = (at: number) => /^["“”]$/.test(tokens[at]?.text ?? "");
  return isMark(open) && isMark(open + 2) && [-1, 1, 3].every((word) => tokens[open + word]?.capital === true);
}

/** The phrase that begins at `at`: the subject after an inverted verb. Null where no noun stands there. */
export function phraseAfter(tokens: Token[], at: number, limit: number): Phrase | null {
  let first = at;
  while (first < limit && BETWEEN_SUBJECT_AND_VERB.has(tokens[first]?.lower ?? "")) first++;
  let last = first;
  while (last < limit && last - first < MAX_WORDS) {
    const token = tokens[last];
    if (token === undefined) break;
    if (SOURCE_PRONOUNS.has(token.lower) && !determines(tokens, last))
      return last === first ? { first, last: last + 1 } : { first, last };
    if (token.kind === "mark" && !continues(tokens, last)) break;
    if (PHRASE_LINKS_AHEAD.has(token.lower)) {
      if (!(isHeadOfLink(tokens[last - 1] ?? token) || isClose(tokens, last)) || last === first) break;
    } else if (token.lower === "and") {
      if (!(tokens[last - 1]?.capital && tokens[last + 1]?.capital)) break;
    } else if (PHRASE_BOUNDARY.has(token.lower) || FINITE_VERBS.has(token.lower)) break;
    if (last > first && !token.capital && BEGINS_ANEW.has(token.lower) && !BEFORE_PHRASE_END.has(tokens[last - 1]?.lower ?? ""))
      break;
    last++;
    if (/['’]s$/.test(token.text) && !tokens[last]?.capital && tokens[last]?.kind !== "word") break;
  }
  while (last > first && NOT_LAST_IN_PHRASE.has(tokens[last - 1]?.lower ?? "")) last--;
  return last > first ? { first, last } : null;
}

/** "one official", "another voter": a word that stands for somebody, but not before a noun. */
function determines(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!ONE_OR_SOME.has(tokens[at]?.lower ?? "") || next === undefined || next.kind !== "word") return false;
  return next.capital ? !WEEKDAY_ENDING.test(next.lower) : HEAD_OF_LINK.test(next.lower) && !PHRASE_BOUNDARY.has(next.lower);
}

function continues(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.text === "-" || token?.text === "&") return true;
  return (
    token?.text === "." &&
    before !== undefined &&
    before.end === token.start &&
    (STOPPED_IN_PHRASE.test(before.text) || TITLE_ABBREVIATIONS.has(before.lower)) &&
    tokens[at + 1]?.capital === true
  );
}
