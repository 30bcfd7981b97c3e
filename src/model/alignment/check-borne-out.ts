import type { Range } from "../../domain/evidence/span.ts";
import { skipDateline } from "../../evidence/skip-dateline.ts";
import { conjunctsOf, predicateOf } from "../../extract/clauses/clause-roles.ts";
import { CONNECTORS } from "../../extract/en/alignment/alignment-words.ts";
import { english } from "../../extract/en/english.ts";
import { findCountries } from "../../extract/find-countries.ts";
import { findPeople } from "../../extract/find-people.ts";
import { readText, type TextModel } from "../../extract/read-text.ts";
import type { Sentence } from "../../extract/tokens.ts";
import { attributionsOf, isAside } from "./attribution.ts";
import { findWhole, touches } from "./find-whole.ts";
import { isExcerpt } from "./is-excerpt.ts";
import { isShortened } from "./is-shortened.ts";
import { knownWordsOf } from "./known-words.ts";
import { type Line, lowerOf, placesOf, readPassage, readSaid, withDays } from "./line.ts";
import { type Match, matchClaim } from "./match-claim.ts";
import { isFree } from "./phrase.ts";
import { type CheckReason, missingIn } from "./reasons.ts";
import { type KnownWords, MISSES, type Miss } from "./sides.ts";

/** Of an article the sentences with most words of the one to check are compared, so many; the others could hardly bear it out. */
const MAX_PASSAGES = 12;
/** Comparisons for one sentence; real ones need some hundreds. */
const MAX_COMPARISONS = 20_000;

/** An article as sentences are checked against it. */
export interface CheckedArticle {
  text: TextModel;
  passages: readonly Line[];
  known: KnownWords;
}

export interface BorneOut {
  kept: boolean;
  /** Empty where it is kept. */
  reasons: { reason: CheckReason; detail: string }[];
  /** Where it is kept, what bears it out; otherwise what comes nearest. Offsets into the article's text. */
  passages: Range[];
}

/** Reads an article once for all sentences that are checked against it. Linear in its length; the grammar is read where it is needed. */
export function readChecked(article: { text: string; publishedAt: string | null }): CheckedArticle {
  const text = readText(article.text, english);
  return {
    text,
    passages: text.sentences.map((sentence) => readPassage(text, withoutDateline(text, sentence), article.publishedAt)),
    known: knownWordsOf(findPeople(text, findCountries(text)).list),
  };
}

/** "BRENNA (Coast Wire) - Ministers met": what stands before is no part of the sentence's grammar. */
function withoutDateline({ text, tokens }: TextModel, sentence: Sentence): Sentence {
  const { start } = skipDateline(text, sentence);
  if (start === sentence.start) return sentence;
  let { firstToken } = sentence;
  while (firstToken < sentence.lastToken && (tokens[firstToken]?.start ?? start) < start) firstToken++;
  return firstToken < sentence.lastToken ? { ...sentence, start: tokens[firstToken]?.start ?? start, firstToken } : sentence;
}

/**
 * Whether an article bears out a sentence: it stands there word for word, or a passage shortened is the sentence, or each of its claims has
 * the same words in the same dependencies in one passage. With `cites` only the passages that these touch count. It is made to refuse what
 * it cannot prove: a paraphrase in other words is refused too. Pure; never throws.
 */
export function checkBorneOut(sentence: string, article: CheckedArticle, cites: readonly Range[] | null): BorneOut {
  const said = readText(sentence, english);
  const whole = findWhole(article.text, said, cites);
  if (whole !== null) return { kept: true, reasons: [], passages: [whole] };
  const cited =
    cites === null ? article.passages : article.passages.filter((line) => cites.some((cite) => touches(line.sentence, cite)));
  const results = said.sentences.map((each) => checkLine(readSaid(said, each), cited, article.known));
  if (results.length === 0) return { kept: false, reasons: [{ reason: "no-claim", detail: "" }], passages: [] };
  return {
    kept: results.every((each) => each.reasons.length === 0),
    reasons: results.flatMap((each) => each.reasons),
    passages: [...new Set(results.flatMap((each) => each.lines))].map((line) => rangeOf(line)),
  };
}

interface Checked {
  reasons: BorneOut["reasons"];
  lines: Line[];
}

function checkLine(line: Line, cited: readonly Line[], known: KnownWords): Checked {
  const near = nearest(line, cited);
  const days = withDays(line);
  const forms = days === null ? [line] : [line, days];
  for (const form of forms) {
    const passage = near.find((each) => isShortened(form, each) || isExcerpt(form, each));
    if (passage !== undefined) return { reasons: [], lines: [passage] };
  }
  const results = forms.map((form) => checkClaims(form, near, known));
  return results.find((each) => each.reasons.length === 0) ?? (results[0] as Checked);
}

function checkClaims(line: Line, passages: readonly Line[], known: KnownWords): Checked {
  const budget = { left: MAX_COMPARISONS };
  const borne = new Set<number>();
  const lines: Line[] = [];
  const claims = claimsIn(line);
  if (claims.length === 0 || placesOf(line).every((at) => isFree(line, at)))
    return { reasons: [{ reason: "no-claim", detail: "" }], lines: [] };
  for (const claim of claims) {
    const found = findClaim(passages, (passage) => matchClaim({ said: line, passage, known, budget }, claim));
    if (found.kind === "missed") {
      const missing = missingIn(line, passages);
      const reason = found.miss === "relation" ? missing : { reason: found.miss, detail: "" };
      return { reasons: [reason], lines: found.passage === null ? passages.slice(0, 1) : [found.passage] };
    }
    lines.push(found.passage);
    for (const word of found.words) borne.add(word);
  }
  const left = placesOf(line).filter((at) => !borne.has(at) && !isFree(line, at) && !CONNECTORS.has(lowerOf(line, at)));
  return { reasons: left.length === 0 ? [] : [missingIn(line, passages)], lines };
}

type Found = { kind: "borne"; words: number[]; passage: Line } | { kind: "missed"; miss: Miss; passage: Line | null };

function findClaim(passages: readonly Line[], match: (passage: Line) => Match): Found {
  let worst: Extract<Found, { kind: "missed" }> = { kind: "missed", miss: "relation", passage: null };
  for (const passage of passages) {
    const found = match(passage);
    if (found.kind === "borne") return { ...found, passage };
    if (MISSES.indexOf(found.miss) > MISSES.indexOf(worst.miss)) worst = { ...found, passage };
  }
  return worst;
}

/** The predicates that a sentence claims on its own: its head, and what is joined to it; of what only says who said it, what was said. */
function claimsIn(line: Line): number[] {
  const { clauses } = line;
  const root = placesOf(line).find((token) => clauses.relationOf(token) === "root");
  if (root === undefined) return [];
  return conjunctsOf(clauses, root)
    .filter((token) => token === root || (predicateOf(clauses, token) === token && !isAside(line, token)))
    .map((token) => contentOf(line, token));
}

function contentOf(line: Line, predicate: number): number {
  const content = line.clauses
    .childrenOf(predicate, "ccomp")
    .find((clause) => attributionsOf(line, clause).some((each) => each.token === predicate));
  return content === undefined ? predicate : contentOf(line, content);
}

/** The passages that share most words with a sentence, the best first. */
function nearest(line: Line, passages: readonly Line[]): Line[] {
  const wanted = new Set(
    placesOf(line).flatMap((at) => (isFree(line, at) ? [] : (line.keys[at - line.sentence.firstToken] ?? []))),
  );
  return passages
    .map((passage) => ({ passage, shared: new Set(passage.keys.flat().filter((key) => wanted.has(key))).size }))
    .filter((each) => each.shared > 0)
    .sort((a, b) => b.shared - a.shared || a.passage.sentence.start - b.passage.sentence.start)
    .slice(0, MAX_PASSAGES)
    .map((each) => each.passage);
}

function rangeOf({ sentence }: Line): Range {
  return { start: sentence.start, end: sentence.end };
}
