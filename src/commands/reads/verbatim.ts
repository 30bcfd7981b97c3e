import type { Clock } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { Range } from "../../domain/evidence/span.ts";

/** What a passage needs to be counted and cut. */
interface Quoted extends Range {
  articleId: string;
  text: string;
}

/** Languages without spaces have words of two characters or so; others, and their signs, of fewer than this. */
const CHARACTERS_A_WORD = 12;
const WORD = /\S+/gu;
/** Chinese, Japanese and Thai are written without spaces: every two characters count as a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;

/** How many words of each article may still be quoted. What was quoted before costs nothing. */
export interface Verbatim {
  /** The passage, or its beginning where the rest is over the limit: exact in either case. Null where nothing may be quoted any more. */
  quote<T extends Quoted>(passage: T): T | null;
  /** Whether the whole passage may be quoted; then it counts. */
  take(passage: Quoted): boolean;
  /** One sentence for whoever asks for more of an article than the limit, and when to ask again. */
  refuse(articleId: string): AppError;
}

/** What readers may quote: by answer, or by reader and day. */
export interface VerbatimLimit {
  of(readerId: string): Verbatim;
}

/** What has been quoted of one article. */
interface Spent {
  words: number;
  ranges: Range[];
  sinceMs: number;
}

const WINDOW_MS = 24 * 60 * 60_000;
/** So many pairs of a reader and an article are remembered; beyond that the oldest are forgotten, and begin anew. */
const MOST_KNOWN = 50_000;

/** The limit holds for each answer by itself. */
export function verbatimPerAnswer(words: number): VerbatimLimit {
  return { of: () => createVerbatim(words) };
}

/** The limit holds for each reader and article for 24 hours from the first quotation, however many answers it is in. Each process counts for itself. */
export function verbatimPerDay(words: number, clock: Clock): VerbatimLimit {
  const known = new Map<string, Spent>();
  return {
    of: (readerId) =>
      verbatimOf(
        words,
        (articleId) => {
          const key = `${readerId} ${articleId}`;
          const nowMs = clock.now();
          const before = known.get(key);
          if (before !== undefined && nowMs < before.sinceMs + WINDOW_MS) return before;
          const spent = { words: 0, ranges: [], sinceMs: nowMs };
          known.delete(key);
          known.set(key, spent);
          if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? "");
          return spent;
        },
        clock.now,
      ),
  };
}

/** Counts what one document quotes of each article, at most `words` of each. */
export function createVerbatim(words: number): Verbatim {
  const known = new Map<string, Spent>();
  return verbatimOf(words, (articleId) => {
    const spent = known.get(articleId) ?? { words: 0, ranges: [], sinceMs: 0 };
    known.set(articleId, spent);
    return spent;
  });
}

function verbatimOf(words: number, spentOn: (articleId: string) => Spent, nowMs = () => 0): Verbatim {
  const fits = (passage: Quoted) => {
    const spent = spentOn(passage.articleId);
    return (
      newPieces(passage, spent.ranges).every((piece) => beginningOf(piece, words - spent.words) === piece) &&
      spent.words + costOf(passage, spent) <= words
    );
  };
  const count = (passage: Quoted) => {
    const spent = spentOn(passage.articleId);
    spent.words += costOf(passage, spent);
    spent.ranges = withRange(spent.ranges, passage);
  };
  return {
    quote(passage) {
      if (fits(passage)) {
        count(passage);
        return passage;
      }
      const kept = beginningOf(passage.text, words - spentOn(passage.articleId).words);
      if (kept === "") return null;
      const shown = { ...passage, end: passage.start + kept.length, text: kept };
      count(shown);
      return shown;
    },
    take(passage) {
      if (!fits(passage)) return false;
      count(passage);
      return true;
    },
    refuse(articleId) {
      const at = new Date(spentOn(articleId).sinceMs + WINDOW_MS);
      const sentence =
        `Of this article ${words} words have been quoted, which is the limit for 24 hours: open the publisher's page, ` +
        `or ask again after ${at.toISOString().slice(0, 16).replace("T", " ")} UTC.`;
      return new AppError("over-limit", sentence, { retryAfterMs: Math.max(0, at.getTime() - nowMs()) });
    },
  };
}

function costOf(passage: Quoted, { ranges }: Spent): number {
  return newPieces(passage, ranges).reduce((sum, piece) => sum + countWords(piece), 0);
}

/** What of a passage was not quoted before, in order. */
function newPieces({ start, end, text }: Quoted, ranges: readonly Range[]): string[] {
  const pieces: string[] = [];
  let from = start;
  for (const range of ranges) {
    if (range.end <= from || range.start >= end) continue;
    if (range.start > from) pieces.push(text.slice(from - start, range.start - start));
    from = Math.max(from, range.end);
  }
  if (from < end) pieces.push(text.slice(from - start));
  return pieces;
}

/** Ranges in order, none of which touches another. */
function withRange(ranges: readonly Range[], { start, end }: Range): Range[] {
  const apart = ranges.filter((each) => each.end < start || each.start > end);
  const joined = ranges.filter((each) => each.end >= start && each.start <= end);
  const whole = {
    start: Math.min(start, ...joined.map((each) => each.start)),
    end: Math.max(end, ...joined.map((each) => each.end)),
  };
  return [...apart, whole].sort((a, b) => a.start - b.start);
}

/** Words as they are counted: those between spaces; of scripts without spaces every two characters. */
function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return (text.replace(UNSPACED, " ").match(WORD)?.length ?? 0) + Math.ceil(unspaced / 2);
}

/** The words of a text up to a number of them, without a cut word; all of it where they suffice. */
function beginningOf(text: string, words: number): string {
  if (words <= 0) return "";
  const room = words * CHARACTERS_A_WORD;
  if (text.length <= room && countWords(text) <= words) return text;
  let end = 0;
  let spent = 0;
  for (const found of text.matchAll(WORD)) {
    spent += countWords(found[0]);
    const behind = found.index + found[0].length;
    if (spent > words || behind > room) break;
    end = behind;
  }
  // A text without a space: so many characters as are a word each, and never half of one.
  return end > 0 ? text.slice(0, end) : wholeCharacters(text, Math.min(room, words * 2));
}

function wholeCharacters(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
