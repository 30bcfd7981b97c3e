import type { Range } from "../../domain/evidence/span.ts";
import {
  BEGINS_WITH_PRONOUN,
  CONTRACTED_SUBJECT,
  FIRES_BACK,
  NOT_BEFORE_VERB,
  NOT_DIRECT_OBJECT,
  PLURAL_SOURCE,
  SUPERLATIVE,
} from "../en/quotes/cue-words.ts";
import { isPlainReportingVerb, isReportingVerb, isWeakReportingVerb } from "../en/reporting-verbs.ts";
import { firstIndex } from "../first-index.ts";
import type { Token } from "../tokens.ts";
import { isPersonNoun, type Phrase } from "./noun-phrase.ts";

/** The index of the first token that begins at or after an offset. */
export function tokenIndexAt(tokens: Token[], offset: number): number {
  return firstIndex(tokens, (token) => token.start >= offset);
}

/** Whether the word at `at` may bring a quotation; `beside` where it stands right at one, which weak verbs need. */
export function isCueAt(tokens: Token[], at: number, beside: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return false;
  if (FIRES_BACK.has(token.lower)) return tokens[at + 1]?.lower === "back";
  if (!isReportingVerb(token.lower)) return false;
  const before = tokens[at - 1];
  // "United States", "Clinton's remarks": part of a name, and a noun.
  if (token.capital && before?.capital === true) return false;
  if (!isPlainReportingVerb(token.lower) && (NOT_BEFORE_VERB.has(before?.lower ?? "") || isPossessor(before))) return false;
  return beside || !isWeakReportingVerb(token.lower);
}

function isPossessor(token: Token | undefined): boolean {
  return /['’]s$|s['’]$/.test(token?.text ?? "") && !CONTRACTED_SUBJECT.test(token?.lower ?? "");
}

/** Whether a phrase can be somebody or something that speaks: a name, a pronoun, a noun with its article or in the plural. */
export function isSourceLike(tokens: Token[], source: Phrase): boolean {
  const first = tokens[source.first];
  // "That official said".
  if (first?.lower === "that" && source.last - source.first > 1 && isPersonNoun(tokens[source.last - 1] ?? first)) return true;
  if (first === undefined || NOT_DIRECT_OBJECT.has(first.lower)) return false;
  // "It said": a body; "it is", "it seems" are nobody.
  if (first.lower === "it" && tokens[source.first - 1]?.lower === "what") return true;
  if (first.lower === "it")
    return isPlainReportingVerb(tokens[source.last]?.lower ?? "") || isPlainReportingVerb(tokens[source.last + 1]?.lower ?? "");
  if (first.kind === "number") return true;
  if (!/^@?\p{L}/u.test(first.text)) return false;
  // "one of the biggest challenges": the noun behind it was taken for a verb.
  if (SUPERLATIVE.test(tokens[source.last - 1]?.text ?? "") && source.last - source.first > 1) return false;
  const bare = source.last - source.first === 1 && !first.capital;
  return !bare || first.text.startsWith("@") || BEGINS_WITH_PRONOUN.test(first.lower) || PLURAL_SOURCE.test(first.lower);
}

export function rangeOf(tokens: Token[], first: number, last: number): Range | null {
  const start = tokens[first];
  const end = tokens[last - 1];
  return start === undefined || end === undefined ? null : { start: start.start, end: end.end };
}
