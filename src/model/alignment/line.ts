import { BLOCS } from "../../evidence/blocs.ts";
import type { Clauses } from "../../extract/clauses/clauses.ts";
import { clausesOf } from "../../extract/clauses/clauses-of.ts";
import { countryWord, countryWordsFrom } from "../../extract/countries.ts";
import { type FoundDate, resolveDates } from "../../extract/dates/resolve-dates.ts";
import { SAME_OFFICE } from "../../extract/en/alignment/alignment-words.ts";
import { CLITIC } from "../../extract/en/function-words.ts";
import type { TextModel } from "../../extract/read-text.ts";
import type { Sentence, Token } from "../../extract/tokens.ts";
import { keysOf } from "./word-key.ts";

/** One sentence with its grammar, which is parsed when it is first asked for, and the keys of its words. */
export interface Line {
  model: TextModel;
  sentence: Sentence;
  readonly clauses: Clauses;
  /** By the place of a token in the sentence. A name of several words has its key at one of them; the others have none. */
  keys: readonly (readonly string[])[];
}

const MAX_BLOC_WORDS = 6;

/** A day that a sentence names, by the words for it. */
const DAY = "@";

/**
 * Reads a sentence of an article. Its dates are known by their words and by the days they stand for, resolved to the past and to the
 * future: "on Monday" of an article of 9 September 2022 is the fifth and the twelfth.
 */
export function readPassage(model: TextModel, sentence: Sentence, publishedAt: string | null): Line {
  const keys = readKeys(model, sentence);
  for (const direction of ["past", "future"] as const) {
    for (const { at, key } of daysIn(model, sentence, resolve(model, sentence, { publishedAt, direction }))) {
      const there = keys[at];
      if (there !== undefined && !there.includes(key)) there.push(key);
    }
  }
  return lineOf(model, sentence, keys);
}

/** Reads a sentence that is to be checked. */
export function readSaid(model: TextModel, sentence: Sentence): Line {
  return lineOf(model, sentence, readKeys(model, sentence));
}

/** The same sentence with its full dates as the days they stand for, so that "on 8 September 2022" is the "Thursday" of an article; null where it has none. */
export function withDays(line: Line): Line | null {
  const { model, sentence } = line;
  const days = daysIn(model, sentence, resolve(model, sentence, { publishedAt: null, direction: "past" }));
  if (days.length === 0) return null;
  const keys = line.keys.map((each) => [...each]);
  for (const { at, key } of days) keys[at] = [key];
  return lineOf(model, sentence, keys);
}

export function isDayKey(key: string): boolean {
  return key.startsWith(DAY);
}

export function lowerOf(line: Line, token: number): string {
  return line.model.tokens[token]?.lower ?? "";
}

export function textOf(line: Line, token: number): string {
  return line.model.tokens[token]?.text ?? "";
}

export function keysAt(line: Line, token: number): readonly string[] {
  return line.keys[token - line.sentence.firstToken] ?? [];
}

/** The places of a sentence's tokens in the text's. */
export function placesOf({ sentence }: Pick<Line, "sentence">): number[] {
  return Array.from({ length: sentence.lastToken - sentence.firstToken }, (_, at) => sentence.firstToken + at);
}

function lineOf(model: TextModel, sentence: Sentence, keys: string[][]): Line {
  return {
    model,
    sentence,
    keys,
    get clauses() {
      return clausesOf(model, sentence);
    },
  };
}

function readKeys(model: TextModel, sentence: Sentence): string[][] {
  const words = tokensIn(model, sentence).map((token) => token.text);
  const keys: string[][] = [];
  for (let at = 0; at < words.length; at++) {
    const bloc = blocAt(words, at);
    if (bloc !== null) {
      keys.push([`=${bloc.name}`]);
      for (let more = 1; more < bloc.length; more++) keys.push([]);
      at += bloc.length - 1;
      continue;
    }
    if (words[at]?.toLowerCase() === "per" && words[at + 1]?.toLowerCase() === "cent") {
      keys.push([]);
      continue;
    }
    if (words[at]?.toLowerCase() === "some" && /^\d/.test(words[at + 1] ?? "")) {
      keys.push(keysOf("about"));
      continue;
    }
    const country = countryAt(words, at);
    const office = SAME_OFFICE.get(
      words
        .slice(at, at + 2)
        .join(" ")
        .toLowerCase(),
    );
    if (office !== undefined) {
      keys.push([], office.split(" ").flatMap(keysOf));
      at++;
    } else if (country === null) {
      keys.push(keysOf(words[at] ?? ""));
    } else {
      keys.push([`=${country.code}`]);
      for (let more = 1; more < country.length; more++) keys.push([]);
      at += country.length - 1;
    }
  }
  return keys;
}

/** A group of states that begins here, under any of its names: "Group of Seven" is the G7. */
function blocAt(words: string[], at: number): { name: string; length: number } | null {
  if (!/^\p{Lu}/u.test(words[at] ?? "")) return null;
  for (let length = MAX_BLOC_WORDS; length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .join(" ")
      .replace(CLITIC, "")
      .toLowerCase();
    const bloc = BLOCS.find((each) => each.forms.includes(phrase));
    if (bloc !== undefined) return { name: bloc.name, length };
  }
  return null;
}

/** The longest name or demonym of a country that begins here. A capital is a place of its own. */
function countryAt(words: string[], at: number): { code: string; length: number } | null {
  const first = (words[at] ?? "").replace(CLITIC, "");
  if (!/^\p{Lu}/u.test(first)) return null;
  for (let length = countryWordsFrom(first); length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .join(" ")
      .replace(CLITIC, "");
    const word = countryWord(phrase);
    if (word !== null && word.kind !== "capital" && phrase !== "Us") return { code: word.code, length };
  }
  return null;
}

function resolve(
  { text }: TextModel,
  { start, end }: Sentence,
  context: { publishedAt: string | null; direction: "past" | "future" },
): FoundDate[] {
  return resolveDates(text.slice(start, end), context);
}

function daysIn(model: TextModel, sentence: Sentence, dates: FoundDate[]): { at: number; key: string }[] {
  return tokensIn(model, sentence).flatMap((token, at) => {
    const inside = dates.find((date) => holds(date, token, sentence.start));
    if (inside === undefined || token.kind === "mark") return [];
    return [{ at, key: `${DAY}${inside.span.start}/${inside.span.end}` }];
  });
}

function holds(date: FoundDate, token: Token, offset: number): boolean {
  return token.start - offset >= date.start && token.end - offset <= date.end;
}

function tokensIn(model: TextModel, { firstToken, lastToken }: Sentence): Token[] {
  return model.tokens.slice(firstToken, lastToken);
}
