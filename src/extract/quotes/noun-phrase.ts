import { TITLE_ABBREVIATIONS } from "../en/abbreviations.ts";
import { RELATIVE_DAYS, WEEKDAYS } from "../en/calendar.ts";
import {
  ARTICLES,
  COORDINATORS,
  HAVE,
  INDEFINITES,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from "../en/function-words.ts";
import { BETWEEN_SUBJECT_AND_VERB, isParticiple, isReportingVerb } from "../en/reporting-verbs.ts";
import type { Token } from "../tokens.ts";
import { either, together, words } from "../words.ts";

/** Tokens `first` to `last`, exclusive, of a list of tokens. */
export interface Phrase {
  first: number;
  last: number;
  /** The token of the noun that heads it, where the grammar tells. */
  head?: number;
}

const MAX_WORDS = 12;
const PRONOUN = together(SUBJECT_PRONOUNS, INDEFINITES, words("who this that"));
const BOUNDARY = together(
  COORDINATORS,
  SUBORDINATORS,
  words("than then"),
  [...PREPOSITIONS].filter((word) => word !== "of" && word !== "for"),
);
/** What comes "from" whoever wrote it. */
const DOCUMENT = /^(?:statement|letter|message|note|report|readout|memo|communiqu[eé]|post|tweet|email|release)$/;

const OPENS_PHRASE = together(ARTICLES, POSSESSIVES, words("this these those another one some many several other"));
const PRONOUN_WITH_VERB = new RegExp(`^(?:${either(SUBJECT_PRONOUNS)})(?:['’](?:s|ve|re|d|ll|m))?$`);

/** A pronoun, alone or with its verb: "he", "he's". */
export function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && PRONOUN_WITH_VERB.test(token.lower);
}

/** Prepositions that go on with a noun phrase: "the head of the bank", "a spokesman for the ministry". */
const INSIDE = new Set(["of", "for", "at", "in", "from", "with", "to", "and", "the"]);
const FINITE = together(HAVE, words("having is was are were will would says said told asked"));
/** Behind a head these begin another phrase: "the minister the day before". */
const BEGINS_ANEW = together(ARTICLES, WEEKDAYS, RELATIVE_DAYS, words("his her their this last earlier"));
const HEAD_OF_LINK =
  /(?:man|woman|person|people|er|or|ist|ent|ant|head|chief|chair|director|president|minister|secretary|member|aide|official|source|report|statement|spokes\w+|analyst|fellow|professor|lawyer|attorney|mother|father|poll|study|co-founder|ceo|resident|voter|veteran|king|queen|governor|mayor|representative|delegate|envoy|counterpart|colleague|rival|predecessor|successor|deputy|ally|neighbour|neighbor|staff|crowd|mob|letter|niece|nephew|daughter|son|wife|husband|brother|sister|friend)s?$/;

/** A common noun for somebody: "official", "niece". */
export function isPersonNoun(token: Token): boolean {
  return token.kind === "word" && !token.capital && HEAD_OF_LINK.test(token.lower);
}

/** The phrase that ends right before `at`: the subject of the verb there. Null where no noun stands there. */
export function phraseBefore(tokens: Token[], at: number, limit: number): Phrase | null {
  const nearest = nearestBefore(tokens, at, limit);
  return nearest === null ? null : (overLink(tokens, nearest, limit) ?? nearest);
}

const PLACING =
  /^(?:outside|inside|on|near|about|around|in|at|of|for|from|with|against|behind|beside|before|by|over|under|among|to|opposite|alongside)$/;
const HEADS_CLAUSE = /^(?:a|an|the|one|some|several|many|most|another)$/;
const CLAUSE_STARTS = /^(?:and|but|as|while|that|when|because|,|;|:|—|–)$/;
const SPEAKING_HEAD =
  /^(?:office|crowd|report|banner|sign|placard|article|paper|editorial|book|song|poem|people|women|men|youths?|children|child|mob|group|throng|poster|card|note|message|statement|letter|email|leaflet|petition|motion|bill|speech|email|caption|headline|post|tweet|video|ministry|department|embassy|commission|committee|party|government)$/;

/** "a crowd outside Smith's hotel", "a report on Smith", "a woman who knows Smith": the noun before the link, where a clause begins with it. */
function overLink(tokens: Token[], phrase: Phrase, limit: number): Phrase | null {
  const link = tokens[phrase.first - 1]?.lower ?? "";
  const relative = /^(?:who|that|which)$/.test(tokens[phrase.first - 2]?.lower ?? "");
  const gerund = /^\p{Ll}{3,}ing$/u.test(tokens[phrase.first - 1]?.text ?? "");
  if (phrase.first - 2 < limit || !(PLACING.test(link) || relative || gerund)) return null;
  const end = relative ? phrase.first - 2 : phrase.first - 1;
  const head = tokens[end - 1];
  if (head === undefined || head.kind !== "word" || !(isPersonNoun(head) || SPEAKING_HEAD.test(head.lower))) return null;
  let first = end - 1;
  while (first > limit && end - first < 5 && tokens[first - 1]?.kind === "word" && !HEADS_CLAUSE.test(tokens[first]?.lower ?? ""))
    first--;
  const opens = first === limit || CLAUSE_STARTS.test(tokens[first - 1]?.lower ?? "");
  return opens &&
    (HEADS_CLAUSE.test(tokens[first]?.lower ?? "") || (first === end - 1 && /(?:s|people|men|women)$/.test(head.lower)))
    ? { first, last: gerund || relative ? end : phrase.last }
    : null;
}

function nearestBefore(tokens: Token[], at: number, limit: number): Phrase | null {
  let last = at;
  while (last > limit && BETWEEN_SUBJECT_AND_VERB.has(tokens[last - 1]?.lower ?? "")) last--;
  while (last > limit && /ly$/.test(tokens[last - 1]?.lower ?? "") && !tokens[last - 1]?.capital) last--;
  last = withoutTime(tokens, last, limit);
  const before = tokens[last - 1];
  if (before === undefined || last <= limit) return null;
  if (before.text === ",") return overApposition(tokens, last - 1, limit);
  if (/^[–—]$/.test(before.text)) return overDashes(tokens, last - 1, limit);
  if (before.text === ")") return beforeParenthesis(tokens, last - 1, limit);
  if (/^(?:who|which|that)$/.test(before.lower)) {
    const head = tokens[last - 2]?.text === "," ? last - 2 : last - 1;
    return plainPhraseBefore(tokens, head, limit);
  }
  return plainPhraseBefore(tokens, last, limit);
}

/** Back over "on Sunday", "last week", "in May": when it was said is not who said it. */
function withoutTime(tokens: Token[], last: number, limit: number): number {
  const lower = tokens[last - 1]?.lower ?? "";
  const before = tokens[last - 2]?.lower ?? "";
  const bare = WEEKDAYS.has(lower) || /^(?:yesterday|today|tonight)$/.test(lower);
  if (bare) {
    const first = before === "on" ? last - 2 : last - 1;
    return first > limit &&
      tokens[first - 1]?.kind === "word" &&
      !/^(?:of|from|for|the|a|by)$/.test(tokens[first - 1]?.lower ?? "")
      ? first
      : last;
  }
  const relative =
    /^(?:week|month|year|morning|afternoon|evening|night)$/.test(lower) &&
    (WEEKDAYS.has(before) || /^(?:last|this|next|earlier|late|early)$/.test(before));
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
  if (PRONOUN.has(first.lower)) return true;
  // "a teacher from Elmstead, Marland, said": a place in the apposition.
  if (/^(?:from|in|of|at|near)$/.test(before?.lower ?? "")) return false;
  // "Sen. Smith, D-Ohio, said": a party and its state.
  if (/^[DRI]-\p{Lu}/u.test(first.text)) return false;
  const opens =
    before === undefined || before.kind === "mark" || /^(?:and|but|as|while|when|said|that|whereas|because)$/.test(before.lower);
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
    if (PRONOUN.has(token.lower) && first === last - 1) break;
    if (OPENS_PHRASE.has(token.lower) && !linked(tokens, first, limit)) break;
  }
  while (
    first < last &&
    (INSIDE.has(tokens[first]?.lower ?? "") || tokens[first]?.kind === "mark") &&
    !/^the$/i.test(tokens[first]?.text ?? "")
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
    ((/^(?:of|for|at|with|to)$/.test(link.lower) && (isHeadOfLink(head) || (head.lower === "close" && link.lower === "to"))) ||
      (link.lower === "from" && DOCUMENT.test(head.lower)))
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
  if (token.lower === "from" && DOCUMENT.test(tokens[at - 1]?.lower ?? "") && at - 1 >= bounds.limit) return false;
  if (/^(?:of|for|at|with|in|to)$/.test(token.lower)) {
    const head = tokens[at - 1] ?? token;
    return !(at - 1 >= bounds.limit && (isHeadOfLink(head) || isClose(tokens, at)) && at + 1 < bounds.last);
  }
  if (token.lower === "and") return !(tokens[at - 1]?.capital && tokens[at + 1]?.capital);
  if (BOUNDARY.has(token.lower) || FINITE.has(token.lower)) return true;
  if (/^(?:let|lets|letting)$/.test(token.lower) || (isParticiple(token.lower) && at + 1 < bounds.last)) return true;
  return (
    !token.capital &&
    isReportingVerb(token.lower) &&
    /(?:ed|s)$/.test(token.lower) &&
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
    if (PRONOUN.has(token.lower) && !determines(tokens, last))
      return last === first ? { first, last: last + 1 } : { first, last };
    if (token.kind === "mark" && !continues(tokens, last)) break;
    if (/^(?:of|for|at|with|from|to)$/.test(token.lower)) {
      if (!(isHeadOfLink(tokens[last - 1] ?? token) || isClose(tokens, last)) || last === first) break;
    } else if (token.lower === "and") {
      if (!(tokens[last - 1]?.capital && tokens[last + 1]?.capital)) break;
    } else if (BOUNDARY.has(token.lower) || FINITE.has(token.lower)) break;
    if (
      last > first &&
      !token.capital &&
      BEGINS_ANEW.has(token.lower) &&
      !/^(?:of|for|at|with|from)$/.test(tokens[last - 1]?.lower ?? "")
    )
      break;
    last++;
    if (/['’]s$/.test(token.text) && !tokens[last]?.capital && tokens[last]?.kind !== "word") break;
  }
  while (last > first && /^(?:of|for|at|with|from|and|the)$/.test(tokens[last - 1]?.lower ?? "")) last--;
  return last > first ? { first, last } : null;
}

/** "one official", "another voter": a word that stands for somebody, but not before a noun. */
function determines(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!/^(?:one|another|some|many|both)$/.test(tokens[at]?.lower ?? "") || next === undefined || next.kind !== "word")
    return false;
  return next.capital ? !/day$/.test(next.lower) : HEAD_OF_LINK.test(next.lower) && !BOUNDARY.has(next.lower);
}

function continues(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.text === "-" || token?.text === "&") return true;
  return (
    token?.text === "." &&
    before !== undefined &&
    before.end === token.start &&
    (/^(?:\p{Lu}|jr|sr)$/iu.test(before.text) || TITLE_ABBREVIATIONS.has(before.lower)) &&
    tokens[at + 1]?.capital === true
  );
}
