import { stripEnd } from "../../domain/strip-end.ts";
/** A word of a typed line, or what stands between quotation marks. */
export interface Token {
  /** As typed, without the marks around it; empty for a part of the word before it, which holds its characters. */
  raw: string;
  /** As it is compared: small letters, without the punctuation around it. */
  word: string;
  /** What stands between quotation marks is never an option. */
  isQuoted: boolean;
}

/** Longer lines are cut: no command has as many words. */
const MAX_TOKENS = 400;
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"“”',
  "“": '”“"',
  "”": "”",
  "„": '“”"',
  "«": "»",
  "»": "«",
  "‘": "’",
  "‚": "‘’",
  "'": "'",
};
/** "march-may", "2024–2026", "2026-01-01..2026-02-01": two dates that a dash or dots hold together. */
const JOINED =
  /^(\p{L}{3,9}|\d{4}(?:-\d{2}-\d{2})?|\d{1,2}(?:\.\d{1,2}\.(?:\d{2,4})?)?)(?:-|–|—|\.{2,3}|…)(\p{L}{3,9}|\d{4}(?:-\d{2}-\d{2})?|\d{1,2}(?:\.\d{1,2}\.(?:\d{2,4})?)?)$/u;
const OPENS_VALUE = /^(?:--|—|–)?[a-z]{2,12}[=:]$/i;

/** The words of a line. `isDateWord` says which words are dates, so that "march-may" is two of them and "india-japan" is one word. */
export function splitTokens(line: string, isDateWord: (word: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length && tokens.length < MAX_TOKENS) {
    if (line[at] === " ") at++;
    else at = takeToken(line, at, { tokens, isDateWord });
  }
  return tokens;
}

function takeToken(line: string, at: number, into: { tokens: Token[]; isDateWord: (word: string) => boolean }): number {
  const end = closingOf(line, at);
  if (end !== null) {
    const raw = line.slice(at + 1, end).trim();
    if (raw !== "") into.tokens.push({ raw, word: wordOf(raw), isQuoted: true });
    return end + 1;
  }
  const stop = endOfWord(line, at);
  // A mark that opens and never closes is none.
  const word = line.slice(at, stop).replace(/^["“”„«»]+/, "");
  const bare = stripEnd(word, /[.,;:!?]/);
  const raw = stripEnd(bare, /["“”„«»]/) + word.slice(bare.length);
  if (raw !== "") into.tokens.push(...partsOf(raw, into.isDateWord));
  return stop;
}

/** A word ends at a space, or behind "--since=" where a quotation begins. */
function endOfWord(line: string, at: number): number {
  const space = line.indexOf(" ", at);
  const end = space < 0 ? line.length : space;
  const sign = line.slice(at, end).search(/[=:]["“”„«‘']/);
  return sign > 0 && OPENS_VALUE.test(line.slice(at, at + sign + 1)) ? at + sign + 1 : end;
}

/** Where the quotation that begins here ends; null where none does. An apostrophe ends none: a space or a mark must follow. */
function closingOf(line: string, at: number): number | null {
  const closing = CLOSING[line[at] ?? ""];
  if (closing === undefined) return null;
  for (let end = at + 1; end < line.length; end++) {
    if (closing.includes(line[end] ?? "") && /^(?:[\s.,;:!?)]|$)/.test(line.slice(end + 1, end + 2))) return end;
  }
  return null;
}

function partsOf(raw: string, isDateWord: (word: string) => boolean): Token[] {
  const [, first = "", second = ""] = JOINED.exec(stripEnd(raw, /[.,;:!?]/)) ?? [];
  const isRange = first !== "" && isDateWord(wordOf(first)) && isDateWord(wordOf(second)) && !/^\d{4}-\d{1,2}$/.test(raw);
  if (!isRange) return [{ raw, word: wordOf(raw), isQuoted: false }];
  const part = (word: string, shown: string) => ({ raw: shown, word: wordOf(word), isQuoted: false });
  return [part(first, raw), part("to", ""), part(second, "")];
}

export function wordOf(raw: string): string {
  const opened = raw
    .toLowerCase()
    .replace(/^[([{]+/, "")
    .replace(/[’‘]/g, "'");
  const bare = stripEnd(opened, /[)\]},;:!?…]/);
  // The full stop of "1.6." is a part of it.
  return /^\d{1,2}\.\d{1,2}\.$/.test(bare) ? bare : stripEnd(bare, /\./);
}

/** Tokens as the words they were. */
export function joinTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({ raw }) => raw)
    .filter((raw) => raw !== "")
    .join(" ");
}
