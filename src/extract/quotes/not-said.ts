import { BE } from "../en/function-words.ts";
import {
  BEFORE_NAMED_THING,
  CALLED,
  CARRIERS,
  GLOSS,
  MAKES_A_WORK,
  MARKED,
  NAMED_THINGS,
  NAMING,
  PHRASES,
  PLURAL_IN_FORM,
  READS,
  SAYINGS,
  SMALL_IN_TITLES,
  SPEAKING_PRONOUNS,
  TERMS,
  UTTERS,
} from "../en/quotes/not-said-words.ts";
import { AN_OR_ONE } from "../en/quotes/speaker-words.ts";
import { isParticiple } from "../en/reporting-verbs.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Token } from "../tokens.ts";
import { tokenIndexAt } from "./cues.ts";
import type { MarkedSpan } from "./find-spans.ts";

/** "used a new phrase": so many words from the verb to the noun. */
const UTTERED_REACH = 3;
const CARRIER_REACH = 7;
const MAX_TERM_WORDS = 4;
const MAX_NAME_WORDS = 8;

/** Whether marks stand round a name, a word as a word, or what a thing bears: that is no quotation, whatever verb is near. */
export function isNotSaid(model: TextModel, span: MarkedSpan): boolean {
  const { tokens } = model;
  const first = tokenIndexAt(tokens, span.start);
  const start = sentenceAt(model, span.start)?.firstToken ?? first;
  if (first <= start) return false;
  const inner = tokens.slice(first, tokenIndexAt(tokens, span.end)).filter((token) => token.kind !== "mark");
  // "He read out one word: “Enough.”"
  if (tokens[first - 1]?.text === ":") return bearsWords(tokens, first, start);
  const before = lowerBefore(tokens, first, start);
  if (bearsWords(tokens, first, start)) return true;
  if ((SAYINGS.has(before) || isSaying(tokens, { first, start })) && inner.length <= MAX_NAME_WORDS)
    return !isSentence(model, span);
  if (GLOSS.has(before) && inner.length <= MAX_NAME_WORDS) return true;
  if (inner.length > 1 && isUttered(tokens, { first, start })) return false;
  if (inner.length <= MAX_TERM_WORDS && TERMS.has(before) && !endsSentence(model, span)) return true;
  if (inner.length <= MAX_TERM_WORDS && TERMS.has(before) && !/^\p{Lu}/u.test(inner[0]?.text ?? "")) return true;
  if (
    inner.length <= MAX_NAME_WORDS &&
    hasCapitals(inner) &&
    (NAMED_THINGS.has(singular(before)) || TERMS.has(before) || MAKES_A_WORK.has(before))
  )
    return true;
  if (inner.length <= MAX_NAME_WORDS && NAMING.has(before)) return hasCapitals(inner) || isParticipleOfName(tokens, first);
  return inner.length <= MAX_NAME_WORDS && hasCapitals(inner) && inner.length > 1 && namesThing(tokens, { first, start }, inner);
}

/** "passed the “Safe Harbours and Ferries Act”": the last word tells the kind of thing. */
function namesThing(tokens: Token[], { first, start }: { first: number; start: number }, inner: Token[]): boolean {
  const article = lowerBefore(tokens, first, start);
  return BEFORE_NAMED_THING.has(article) && NAMED_THINGS.has(singular(inner.at(-1)?.lower ?? ""));
}

function lowerBefore(tokens: Token[], at: number, start: number): string {
  let before = at - 1;
  while (before >= start && (tokens[before]?.kind === "mark" || tokens[before]?.lower === "as")) before--;
  return tokens[before]?.lower ?? "";
}

/** "has used the phrase", "coined a new phrase": words that somebody said, not words as words. */
function isUttered(tokens: Token[], { first, start }: { first: number; start: number }): boolean {
  const noun = tokens[first - 1]?.text === "," ? first - 2 : first - 1;
  if (!PHRASES.has(tokens[noun]?.lower ?? "")) return false;
  return tokens.slice(Math.max(start, noun - UTTERED_REACH), noun).some(({ lower }) => UTTERS.has(lower));
}

/** "a ship called", not "Smith called": the participle behind a noun. */
function isParticipleOfName(tokens: Token[], first: number): boolean {
  const verb = tokens[first - 1]?.lower ?? "";
  const noun = tokens[first - 2];
  if (MARKED.has(verb)) return AN_OR_ONE.has(tokens[first - 3]?.lower ?? "");
  if (!CALLED.has(verb)) return true;
  if (noun?.text === ",") return true;
  return noun !== undefined && !noun.capital && NAMED_THINGS.has(singular(noun.lower));
}

/** "wore a badge that said", "a wall with the words": the carrier stands near, with a verb of reading between. */
function bearsWords(tokens: Token[], first: number, start: number): boolean {
  let reads = false;
  for (let at = first - 1; at >= Math.max(start, first - CARRIER_REACH); at--) {
    const lower = tokens[at]?.lower ?? "";
    if (CARRIERS.has(singular(lower))) return reads;
    if (READS.has(lower)) reads = true;
    else if (SPEAKING_PRONOUNS.has(lower) || (tokens[at]?.capital === true && !isParticiple(lower))) return false;
  }
  return false;
}

/** "The motto of the town is “…”". */
function isSaying(tokens: Token[], { first, start }: { first: number; start: number }): boolean {
  if (!BE.has(tokens[first - 1]?.lower ?? "")) return false;
  for (let at = first - 2; at >= Math.max(start, first - CARRIER_REACH); at--)
    if (SAYINGS.has(tokens[at]?.lower ?? "")) return true;
  return false;
}

/** "Her slogan is “I am with you.”": somebody's sentence after all. */
function isSentence(model: TextModel, span: MarkedSpan): boolean {
  return endsSentence(model, span) && /^\p{Lu}/u.test(model.text.slice(span.start + 1, span.start + 2));
}

function endsSentence(model: TextModel, span: MarkedSpan): boolean {
  return /[.!?]$/.test(model.text.slice(span.start, span.end - 1));
}

function hasCapitals(words: Token[]): boolean {
  const long = words.filter((word) => word.text.length > 3 && !SMALL_IN_TITLES.has(word.lower));
  return (
    (long.length > 0 || words.length > 2) &&
    words[0]?.capital === true &&
    [...long, words.at(-1)].every((word) => word !== undefined && (word.capital || word.kind === "number"))
  );
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") && !PLURAL_IN_FORM.has(word) ? word.slice(0, -1) : word;
}
