import type { DateSpan } from "../../domain/evidence/extraction.ts";
import { foldName } from "../../domain/evidence/fold-name.ts";
import { wordForms } from "../../evidence/word-forms.ts";
import { stemOf } from "../../evidence/words.ts";
import { resolveDates } from "../../extract/dates/resolve-dates.ts";
import { english } from "../../extract/en/english.ts";
import { findCountries } from "../../extract/find-countries.ts";
import { readText } from "../../extract/read-text.ts";
import type { EvidenceSentence, KnownNames } from "./evidence.ts";
import { numbersIn } from "./numbers.ts";

/** The cited passages in the forms that the rules compare. Built once per sentence. */
export interface CitedText {
  passages: EvidenceSentence[];
  /** All passages, folded, with single blanks. */
  folded: string;
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  /** ISO codes of countries named by name or people; capitals are words like any other. */
  countries: ReadonlySet<string>;
  dates: DateSpan[];
  numbers: ReadonlySet<string>;
  /** Aliases of the people in the passages. */
  aliasWords: ReadonlySet<string>;
}

export function readCited(passages: EvidenceSentence[], people: KnownNames[]): CitedText {
  const folded = foldText(passages.map((each) => each.passage).join(" "));
  const words = wordsOf(folded);
  const dates = passages.flatMap(datesOf);
  const numbers = passages.flatMap((each) => [
    ...numbersIn(
      each.passage,
      datesOf(each).map((date) => date.range),
    ),
  ]);
  const mentions = passages.flatMap((each) => findCountries(readText(each.passage, english)));
  return {
    passages,
    folded,
    words,
    stems: new Set([...words].flatMap((word) => wordForms(word).map(stemOf))),
    countries: new Set(mentions.filter((each) => each.kind !== "capital").map((each) => each.code)),
    dates: dates.map((date) => date.span),
    numbers: new Set([...numbers, ...dates.flatMap((date) => yearsOf(date.span))]),
    aliasWords: aliasWordsOf(words, people),
  };
}

/** Lower case, no accents, single blanks, plain apostrophes. */
export function foldText(text: string): string {
  return foldName(text.replace(/[‘’ʼ]/g, "'")).replace(/\s+/g, " ").trim();
}

/** The folded words of a folded text; of "India-Japan" and "Japan's" also the parts. */
export function wordsOf(folded: string): Set<string> {
  const words = new Set<string>();
  for (const [token] of folded.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-–'+&.,/][\p{L}\p{N}]+)*/gu)) {
    words.add(token);
    words.add(token.replace(/'s$/, ""));
    for (const part of token.split(/[-–'+&.,/]/)) if (part !== "") words.add(part);
  }
  return words;
}

interface ResolvedDate {
  span: DateSpan;
  range: { start: number; end: number };
}

/** The dates of a passage, resolved both to the past and to the future, because the model may not know which is meant. */
function datesOf({ passage, article }: EvidenceSentence): ResolvedDate[] {
  return (["past", "future"] as const).flatMap((direction) =>
    resolveDates(passage, { publishedAt: article.publishedAt, direction }).map((date) => ({
      span: date.span,
      range: { start: date.start, end: date.end },
    })),
  );
}

function yearsOf(span: DateSpan): string[] {
  return [span.start.slice(0, 4), span.end.slice(0, 4)];
}

/**
 * The words of all names of each person whom the passages name by one of them in full. A surname that two people share names neither:
 * it must not lend one the other's first name.
 */
function aliasWordsOf(words: ReadonlySet<string>, people: KnownNames[]): Set<string> {
  const forms = people.map((person) => [person.name, ...person.aliases].map((name) => [...wordsOf(foldText(name))]));
  const allowed = new Set<string>();
  for (const [at, names] of forms.entries()) {
    const isNamed = names.some(
      (name) => name.length > 0 && name.every((word) => words.has(word)) && !isShared(name, forms.toSpliced(at, 1)),
    );
    if (isNamed) for (const word of names.flat()) allowed.add(word);
  }
  return allowed;
}

function isShared(name: string[], others: string[][][]): boolean {
  return others.some((names) => names.some((other) => name.every((word) => other.includes(word))));
}
