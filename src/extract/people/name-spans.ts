import { countryWord } from "../countries.ts";
import { isCalling, isDemonymNoun } from "../en/callings.ts";
import { POSSESSIVES } from "../en/function-words.ts";
import { isNoNameWord, NO_FIRST_NAME, NOT_IN_NAMES } from "../en/not-names.ts";
import {
  ADVERB_ENDING,
  BODY_HEADS,
  BODY_LINKS,
  DESCRIBES_BY_NAME,
  JOINED_PARTICLE,
  JUNIOR,
  MAY_BE_A_NAME,
  NAME_PARTICLES,
  NAME_SUFFIX,
  NOT_LAST_IN_NAME,
  NOT_NOW,
  NOT_WITHIN_NAME,
  OF_A_BODY,
  ORDINAL_SUFFIX,
  STOPPED_IN_NAME,
  STYLES_IN_LETTERS,
  SUFFIX_BEHIND_COMMA,
} from "../en/people/name-words.ts";
import { OPENS_SPEECH } from "../en/reporting-verbs.ts";
import { isNameToo, isShortTitle, isTitleHead, isTitleModifier } from "../en/titles.ts";
import { isNamedLikeCountry } from "../named-like-a-country.ts";
import { SON_OF } from "../names.ts";
import type { TextModel } from "../read-text.ts";
import type { Sentence, Token } from "../tokens.ts";

/** A run of words that may be a name, with the title words right before it. Token indices, last exclusive. */
export interface NameSpan {
  sentence: Sentence;
  first: number;
  last: number;
  /** The words of the name, possessive cut off. */
  words: string[];
  /** Token indices of the title; empty where there is none. */
  titleFirst: number;
  titleLast: number;
  start: number;
  end: number;
}

const MAX_NAME_WORDS = 7;
/** So near before a body's name its office stands. */
const MAX_OFFICE_TOKENS = 5;

/** A headline has a capital at nearly every word: what is a name in it cannot be told from what isn't. */
export function isHeadline(model: TextModel, sentence: Sentence): boolean {
  let words = 0;
  let capitals = 0;
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    const token = model.tokens[at];
    if (token?.kind !== "word" || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= 4 && capitals / words > 0.75 && !/[,:;]|[.!?]["”’)]*$/.test(model.text.slice(sentence.start, sentence.end));
}

/** Every run of capitalised words of a sentence that may be a name, cut from its titles; `abbreviations` are titles that the text itself shortens. */
export function nameSpans(model: TextModel, sentence: Sentence, abbreviations: ReadonlyMap<string, string>): NameSpan[] {
  const spans: NameSpan[] = [];
  const { tokens } = model;
  let at = sentence.firstToken;
  while (at < sentence.lastToken) {
    const run = readRun(tokens, at, sentence.lastToken);
    if (run === null) {
      at++;
      continue;
    }
    spans.push(...cutRun(model, sentence, { ...run, abbreviations }));
    at = run.last;
  }
  return spans;
}

interface Run {
  first: number;
  last: number;
}

/** Capitalised words, initials and particles in a row, up to a mark that no name holds. */
function readRun(tokens: Token[], first: number, limit: number): Run | null {
  const start = tokens[first];
  const next = tokens[first + 1];
  // "said bin Salman": without the small word the name is the father's.
  const isSonOf = start !== undefined && SON_OF.has(start.lower) && next !== undefined && first + 1 < limit && startsName(next);
  if (start === undefined || !(startsName(start) || isSonOf)) return null;
  let last = first + 1;
  while (last < limit && last - first < 14) {
    if (endsPossessive(tokens[last - 1])) break;
    const step = nextPart(tokens, last, limit);
    if (step === 0) break;
    last += step;
  }
  return { first, last };
}

function startsName(token: Token): boolean {
  return (
    token.kind === "word" &&
    (token.capital || JOINED_PARTICLE.test(token.text)) &&
    !token.text.startsWith("@") &&
    !token.text.startsWith("#")
  );
}

function endsPossessive(token: Token | undefined): boolean {
  return /['’]s$|s['’]$/.test(token?.text ?? "");
}

/** How many tokens at `at` go on with the name: 0 where it ends. */
function nextPart(tokens: Token[], at: number, limit: number): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || at >= limit) return 0;
  if (token.text === "." && token.start === before.end && STOPPED_IN_NAME.test(before.text)) {
    return startsName(tokens[at + 1] ?? token) && at + 1 < limit ? 1 : JUNIOR.test(before.text) ? 1 : 0;
  }
  if (token.text === "," && SUFFIX_BEHIND_COMMA.test(tokens[at + 1]?.text ?? "")) return 2;
  if (token.start === before.end && !(before.text === "-" || before.text === ".")) return 0;
  if (startsName(token)) return 1;
  if (/^["“(]$/.test(token.text)) return nicknameSteps(tokens, at, limit);
  if (ORDINAL_SUFFIX.has(token.text)) return 1;
  if (NAME_PARTICLES.has(token.lower)) return particleSteps(tokens, at, limit);
  return 0;
}

/** `Benjamin "Benny" Gantz`: one marked word between two parts of a name. */
function nicknameSteps(tokens: Token[], at: number, limit: number): number {
  const [name, close, next] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (name === undefined || close === undefined || next === undefined || at + 3 >= limit) return 0;
  return /^["”)]$/.test(close.text) && startsName(name) && startsName(next) && /^\p{Lu}\p{L}*\p{Ll}$/u.test(name.text) ? 4 : 0;
}

function particleSteps(tokens: Token[], at: number, limit: number): number {
  let next = at + 1;
  while (next < limit && next - at < 3 && (NAME_PARTICLES.has(tokens[next]?.lower ?? "") || tokens[next]?.text === "-")) next++;
  const word = tokens[next];
  // "y" and "e" join two surnames in Spanish and Portuguese, but only between capitalised words.
  return next < limit && word !== undefined && startsName(word) ? next - at + 1 : 0;
}

/** Titles, demonyms and sentence words are cut off the front; what holds a word of an organisation or a place is no name. */
function cutRun(model: TextModel, sentence: Sentence, run: Run & { abbreviations: ReadonlyMap<string, string> }): NameSpan[] {
  const { tokens } = model;
  let first = run.first;
  let lastTitle = -1;
  for (let at = run.first; at < run.last; at++)
    if (isTitleToken(tokens, at, run) || (at === run.first && at < run.last - 1 && run.abbreviations.has(tokens[at]?.text ?? "")))
      lastTitle = at;
  if (lastTitle >= 0) first = lastTitle + 1;
  if (lastTitle < 0 && run.first === sentence.firstToken && run.last - run.first > 2 && isCalling(tokens[run.first]?.lower ?? ""))
    first = run.first + 1;
  first = behindBody(tokens, { ...run, first });
  while (
    first < run.last &&
    !isInitial(tokens, first) &&
    !isNamedLikeCountry(tokens, first) &&
    (isLeading(tokens[first], first === sentence.firstToken) ||
      opensSpeech(tokens, { first, last: run.last }, sentence) ||
      (run.last - first > 2 && STYLES_IN_LETTERS.has(tokens[first]?.lower ?? "")))
  )
    first++;
  while (first < run.last && tokens[first]?.text === ".") first++;
  let last = run.last;
  while (last > first && tokens[last - 1]?.kind === "mark" && !JUNIOR.test(tokens[last - 2]?.text ?? "")) last--;
  const words = wordsOf(tokens, first, last);
  const span = makeSpan(model, sentence, { first, last, words });
  const titled = lastTitle >= 0 || isTitleHead(tokens[first - 1]?.text ?? "");
  return words.length > 0 && words.length <= MAX_NAME_WORDS && isNameLike(words, titled) ? [span] : [];
}

/** A title word that is not itself a family name: "Justice", "King" and the like end a run only before other words. */
function isTitleToken(tokens: Token[], at: number, run: Run): boolean {
  const token = tokens[at];
  if (token === undefined || at === run.last - 1) return false;
  if (!isTitleHead(token.text) && !(isTitleModifier(token.text) && followsPortfolio(tokens, at, run))) return false;
  const before = tokens[at - 1]?.text ?? "";
  if (
    at === run.first ||
    before === "." ||
    isTitleHead(before) ||
    isTitleModifier(before) ||
    countryWord(cutPossessive(before)) !== null
  )
    return true;
  // "Senate Majority Whip Illinois Sen. Dick Durbin": a shortened title with its stop is never a name.
  if (tokens[at + 1]?.text === "." && isShortTitle(token.text)) return true;
  // "Texas Senator Ted Cruz": a head that is no family name ends whatever stands before it; "Martin Luther King Jr" stays whole.
  return isTitleHead(token.text) && at - run.first <= 3 && (!isNameToo(token.text) || allTitleish(tokens, run.first, at));
}

function allTitleish(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.text ?? "";
    if (
      !isTitleHead(word) &&
      !isTitleModifier(word) &&
      countryWord(cutPossessive(word)) === null &&
      !POSSESSIVES.has(word.toLowerCase()) &&
      !STYLES_IN_LETTERS.has(word.toLowerCase()) &&
      !NOT_IN_NAMES.has(word.toLowerCase())
    )
      return false;
  }
  return true;
}

/** "Secretary of the Mongolian Security Council Jadamba Bold": behind an office and "of" the body comes first, then the name. */
function behindBody(tokens: Token[], run: Run): number {
  let first = run.first;
  for (let at = run.first; at < run.last - 1; at++) if (BODY_HEADS.has(tokens[at]?.text ?? "")) first = at + 1;
  if (first === run.first && /^\p{Lu}{2,6}$/u.test(tokens[first]?.text ?? "") && run.last - first > 2) first++;
  if (first === run.first) return first;
  for (let at = run.first - 1; at >= Math.max(0, run.first - MAX_OFFICE_TOKENS); at--) {
    if (isTitleHead(tokens[at]?.text ?? "")) return OF_A_BODY.has(tokens[at + 1]?.lower ?? "") ? first : run.first;
    if (tokens[at]?.kind === "mark") return run.first;
  }
  return run.first;
}

/** "Secretary of State Antony Blinken": the portfolio after "of" belongs to the title before it. */
function followsPortfolio(tokens: Token[], at: number, run: Run): boolean {
  if (at > run.first) return isTitleModifier(tokens[at - 1]?.text ?? "") && followsPortfolio(tokens, at - 1, run);
  return BODY_LINKS.has(tokens[at - 1]?.text ?? "");
}

/** "A. Moreira": one capital letter with its stop is no article. */
function isInitial(tokens: Token[], at: number): boolean {
  const stop = tokens[at + 1];
  return /^\p{Lu}$/u.test(tokens[at]?.text ?? "") && stop?.text === "." && stop.start === tokens[at]?.end;
}

function isLeading(token: Token | undefined, startsSentence: boolean): boolean {
  if (token === undefined) return false;
  const word = cutPossessive(token.text);
  if (NO_FIRST_NAME.has(token.lower)) return true;
  const country = countryWord(word);
  if ((country !== null && country.kind !== "capital") || isDemonymNoun(word)) return true;
  if (NOT_NOW.has(token.lower)) return true;
  return startsSentence && token.text.length > 5 && ADVERB_ENDING.test(token.lower);
}

/** `Stated Lund: “…”`: a verb of speech with the capital of its sentence. "Said" may be a name: it is a verb before a colon alone. */
function opensSpeech(tokens: Token[], { first, last }: Run, sentence: Sentence): boolean {
  const lower = tokens[first]?.lower ?? "";
  if (first !== sentence.firstToken || last - first < 2 || !OPENS_SPEECH.has(lower)) return false;
  return !MAY_BE_A_NAME.has(lower) || tokens[last]?.text === ":";
}

export function cutPossessive(word: string): string {
  return word.replace(/['’]s?$/, "");
}

function wordsOf(tokens: Token[], first: number, last: number): string[] {
  return tokens.slice(first, last).flatMap((token) => (token.kind === "mark" ? [] : [cutPossessive(token.text)]));
}

function isNameLike(words: string[], titled: boolean): boolean {
  const significant = words.filter((word) => !NAME_PARTICLES.has(word.toLowerCase()));
  if (significant.some((_, at) => isNoNameWord(significant, at, titled))) return false;
  if (significant.every((word) => /^\p{Lu}{1,5}$/u.test(word))) return false;
  if (significant.some((word) => /\d/.test(word) && !NAME_SUFFIX.test(word))) return false;
  if (significant.slice(1).some((word) => NOT_WITHIN_NAME.has(word.toLowerCase()))) return false;
  if (NOT_LAST_IN_NAME.test(words.at(-1) ?? "") || words.some((word) => DESCRIBES_BY_NAME.test(word))) return false;
  if (countryWord(words.join(" ")) !== null) return false;
  if (words.every((word) => isTitleHead(word) || isTitleModifier(word))) return false;
  // "R-Ohio" is a seat in a legislature.
  if (/^[RDI]-\p{Lu}/u.test(words[0] ?? "")) return false;
  return significant.some((word) => word.length > 1);
}

function makeSpan(model: TextModel, sentence: Sentence, name: { first: number; last: number; words: string[] }): NameSpan {
  const { tokens } = model;
  const lastToken = tokens[name.last - 1];
  const cut = /['’]s?$/.exec(lastToken?.text ?? "")?.[0].length ?? 0;
  return {
    sentence,
    ...name,
    titleFirst: name.first,
    titleLast: name.first,
    start: tokens[name.first]?.start ?? sentence.start,
    end: (lastToken?.end ?? sentence.start) - cut,
  };
}
