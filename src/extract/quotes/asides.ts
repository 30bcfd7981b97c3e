import { ASIDE_TAIL, ASIDE_TIME, BEFORE_REPORTING_VERB, CLAUSE_SUBJECTS } from "../en/quotes/cue-words.ts";
import { isParticiple, isPlainReportingVerb } from "../en/reporting-verbs.ts";
import type { Sentence, Token } from "../tokens.ts";
import { isSourceLike, rangeOf } from "./cues.ts";
import type { Aside, Link } from "./link.ts";
import { type Phrase, phraseAfter } from "./noun-phrase.ts";

const ENDS = /^[,.;–—!?]$/;
const MAX_TIME_TOKENS = 4;
const MAX_TAIL_TOKENS = 25;

/** The asides of a sentence, in order. */
export function findAsides(tokens: Token[], sentence: Sentence, isQuoted: (token: number) => boolean): Aside[] {
  const asides: Aside[] = [];
  for (let at = sentence.firstToken; at < sentence.lastToken - 2; at++) {
    if (!/^[,”"’'–—]$/.test(tokens[at]?.text ?? "") || isQuoted(at + 1)) continue;
    const aside = asideAt(tokens, at + 1, sentence.lastToken);
    if (aside === null || isQuoted(aside.end - 1)) continue;
    asides.push(aside);
    at = aside.end - 1;
  }
  return asides;
}

function asideAt(tokens: Token[], at: number, limit: number): Aside | null {
  return inverted(tokens, at, limit) ?? straight(tokens, at, limit);
}

/** "said Smith,". */
function inverted(tokens: Token[], verb: number, limit: number): Aside | null {
  if (!isSpeaking(tokens[verb])) return null;
  const source = phraseAfter(tokens, verb + 1, limit);
  if (source === null || source.first !== verb + 1 || !isSomebody(tokens, source) || !closes(tokens, source.last, limit))
    return null;
  return { start: verb, end: source.last, link: linkOf(tokens, source, verb) };
}

/** "Smith said,", "she has argued.". */
function straight(tokens: Token[], at: number, limit: number): Aside | null {
  const found = phraseAfter(tokens, at, limit);
  if (found === null || found.first !== at) return null;
  const source = { first: found.first, last: cutAtVerb(tokens, found) };
  let verb = source.last;
  while (verb < limit && BEFORE_REPORTING_VERB.has(tokens[verb]?.lower ?? "")) verb++;
  if (!isSpeaking(tokens[verb]) || source.last === source.first || !isSomebody(tokens, source)) return null;
  let end = verb + 1;
  while (end < limit && end - verb <= MAX_TIME_TOKENS && ASIDE_TIME.has(tokens[end]?.lower ?? "")) end++;
  const tail = closes(tokens, end, limit) || endsInTail(tokens, end, limit);
  return tail ? { start: at, end, link: linkOf(tokens, source, verb) } : null;
}

/** The phrase up to a verb of speech that the search for its end ran over. */
function cutAtVerb(tokens: Token[], { first, last }: Phrase): number {
  for (let at = first + 1; at < last; at++)
    if (isSpeaking(tokens[at]) || BEFORE_REPORTING_VERB.has(tokens[at]?.lower ?? "")) return at;
  return last;
}

function isSpeaking(token: Token | undefined): boolean {
  return token !== undefined && !token.capital && isPlainReportingVerb(token.lower) && !isParticiple(token.lower);
}

function isSomebody(tokens: Token[], source: Phrase): boolean {
  return !CLAUSE_SUBJECTS.has(tokens[source.first]?.lower ?? "") && isSourceLike(tokens, source);
}

function closes(tokens: Token[], at: number, limit: number): boolean {
  return at >= limit || ENDS.test(tokens[at]?.text ?? "");
}

/** "…, she said in a message to the convention.": where or when it was said, up to the end of the sentence. */
function endsInTail(tokens: Token[], from: number, limit: number): boolean {
  if (!ASIDE_TAIL.has(tokens[from]?.lower ?? "") || limit - from > MAX_TAIL_TOKENS) return false;
  for (let at = from; at < limit; at++) if (/^[,;:“”"]$/.test(tokens[at]?.text ?? "")) return false;
  return true;
}

function linkOf(tokens: Token[], source: Phrase, verb: number): Link {
  return { rule: "attribution between marks", source, cue: rangeOf(tokens, verb, verb + 1) };
}
