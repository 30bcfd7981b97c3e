import { BE, DETERMINERS, HAVE, SUBJECT_PRONOUNS, SUBORDINATORS } from "../en/function-words.ts";
import { formsOf } from "../en/inflect.ts";
import type { Token } from "../tokens.ts";
import { together, words } from "../words.ts";

/** A run of tokens of one sentence: `first` to `last`, last exclusive, as indices into the sentence's own tokens. */
export interface Stretch {
  first: number;
  last: number;
}

const HARD_BREAKS = new Set([";", ":", "“", "”", '"', "«", "»", "„", "—", "–", "-", "|", "…"]);
/** They end a clause: what stands before is what somebody said. */
const REPORTING = words(
  formsOf("say tell").join(" "),
  "added according reported reports announced wrote tweeted confirmed stated stating noted",
);
const DETERMINES = together(DETERMINERS, words("us two three four five"));
const PRONOUNS = together(SUBJECT_PRONOUNS, words("there"));
/** How far a clause is followed: longer ones are lists, not sentences. */
const CLAUSE_REACH = 60;

export function isDeterminer(word: string | undefined): boolean {
  return word !== undefined && DETERMINES.has(word);
}

/** Where the clause of the verb at `at` begins: after the last break or subordinator before it. */
export function clauseStart(tokens: Token[], at: number): number {
  const limit = Math.max(0, at - CLAUSE_REACH);
  for (let i = at - 1; i >= limit; i--) {
    const token = tokens[i];
    if (token === undefined) return i + 1;
    if (HARD_BREAKS.has(token.text)) return i + 1;
    if (SUBORDINATORS.has(token.lower) && !isCompared(tokens, i)) return i + 1;
    if (REPORTING.has(token.lower) && i < at - 1) return i + 1;
  }
  return limit;
}

/** Where the clause of the verb at `at` ends, exclusive: before a break, a subordinator, a purpose ("to discuss") or a new verb. */
export function clauseEnd(tokens: Token[], at: number): number {
  const limit = Math.min(tokens.length, at + CLAUSE_REACH);
  for (let i = at + 1; i < limit; i++) {
    const token = tokens[i];
    if (token === undefined) return i;
    if (HARD_BREAKS.has(token.text)) return i;
    if (SUBORDINATORS.has(token.lower) && !isCompared(tokens, i)) return i;
    if (i > at + 1 && isPurpose(tokens, i)) return i;
    if ((token.lower === "and" || token.lower === "," || token.lower === "but") && startsVerb(tokens, i + 1)) return i;
    if (token.lower === "but" || (token.lower === "and" && PRONOUNS.has(tokens[i + 1]?.lower ?? ""))) return i;
    if (token.lower === "," && isReportTail(tokens, i)) return i;
  }
  return limit;
}

/** "as well as", "such as", "as part of" and "after all" do not begin a clause. */
function isCompared(tokens: Token[], at: number): boolean {
  if (tokens[at]?.lower !== "as") return false;
  const next = tokens[at + 1]?.lower;
  const before = tokens[at - 1]?.lower;
  return next === "well" || next === "part" || next === "of" || before === "well" || before === "such";
}

/** "to discuss", "to express his deepest condolences": "to" and a verb in lower case. */
function isPurpose(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.lower !== "to" || next === undefined || next.kind !== "word" || next.capital) return false;
  return (
    !isDeterminer(next.lower) && !/^(?:former|president|prime|foreign|chancellor|date|incoming|senior|top|new)$/.test(next.lower)
  );
}

function startsVerb(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.capital || token.kind !== "word") return false;
  if (token.lower === "then" || token.lower === "also" || token.lower === "later") return startsVerb(tokens, at + 1);
  return /(?:ed|ing)$/.test(token.lower) &&
    token.lower.length > 4 &&
    !/^(?:united|visiting|incoming|outgoing|leading)$/.test(token.lower)
    ? true
    : REPORTING.has(token.lower) ||
        BE.has(token.lower) ||
        HAVE.has(token.lower) ||
        /^(?:gave|took|made|will|called|spoke|held|met)$/.test(token.lower);
}

/** A comma after which only the source follows: ", the Presidential Palace said on Monday". */
function isReportTail(tokens: Token[], comma: number): boolean {
  const limit = Math.min(tokens.length, comma + 10);
  for (let i = comma + 1; i < limit; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ",") return false;
    if (REPORTING.has(token.lower)) return true;
  }
  return false;
}
