import { distance } from "fastest-levenshtein";
import type { Range } from "../domain/evidence/span.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { english } from "../extract/en/english.ts";
import { CORRECTION_NOTE, DENIAL, isFurniture, NUMBER_WORDS, WEIGHTLESS } from "../extract/en/pages/change-words.ts";
import { readText } from "../extract/read-text.ts";

/** What a revision says that the text before it did not. Ranges are into the newer text, words are the older text's own. */
export type MaterialChange =
  /** The publisher's own note of a mistake. */
  | { kind: "corrected"; at: Range }
  /** A sentence says something else: `now` and `before` are the words around the difference. */
  | { kind: "now-says"; at: Range; now: string; before: string }
  | { kind: "added"; at: Range }
  | { kind: "dropped"; before: string }
  /** A quotation that is nowhere in the newer text. */
  | { kind: "unquoted"; before: string };

/** A word as it is compared, and where it stands. */
interface Word extends Range {
  key: string;
}

interface Line extends Range {
  words: Word[];
  /** Its words in one string. */
  key: string;
  isSentence: boolean;
}

/** Fewer words are a heading or a label. */
const MIN_WORDS = 5;
/** Two sentences with so many words in common are one, changed: Dice's coefficient over their words. */
const SAME_SENTENCE = 0.5;
/** Words shown on each side of a difference. */
const CONTEXT = 2;
const MAX_SHOWN_WORDS = 14;
const MIN_TYPO_LETTERS = 6;
/** A longer sentence is compared word by word at this length: what changed first is enough to tell. */
const MAX_COMPARED = 120;
const MIN_QUOTED_WORDS = 3;
const QUOTED = /[“"«„]([^“”"«»„\n]{8,600})[”"»“]/gu;
const WORD = /[$€£¥₹]|\p{Sc}|%|[\p{L}\p{N}\p{M}]+(?:['’.,:/-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;

/**
 * What a revision changes in what an article says. White space, marks, datelines, addresses, the site's own lines, the order of sentences,
 * numbers in words and slips of the pen change nothing. Linear in the texts but for sentences that differ, which are compared with each other.
 */
export function materialChanges(before: string, after: string): MaterialChange[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  const [oldKeys, nowKeys] = [` ${old.map(({ key }) => key).join(" ")} `, ` ${now.map(({ key }) => key).join(" ")} `];
  const gone = old.filter(({ key }) => !nowKeys.includes(` ${key} `));
  const fresh = now.filter(({ key }) => !oldKeys.includes(` ${key} `));
  const changes: MaterialChange[] = [];
  const pairedOld = new Set<Line>();
  const pairedNow = new Set<Line>();
  for (const [one, other] of pairs(gone, fresh)) {
    pairedOld.add(one);
    pairedNow.add(other);
    const changed = compare({ text: before, line: one }, { text: after, line: other });
    if (changed !== null) changes.push(changed);
  }
  for (const line of fresh) {
    if (pairedNow.has(line) || !isTelling(line)) continue;
    const at = { start: line.start, end: line.end };
    changes.push({ kind: CORRECTION_NOTE.test(after.slice(at.start, at.end)) ? "corrected" : "added", at });
  }
  for (const line of gone) if (!pairedOld.has(line) && isTelling(line)) changes.push(dropped(before, line, nowKeys));
  return changes.sort((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind]);
}

/** What is told first. */
const WEIGHT: Record<MaterialChange["kind"], number> = { corrected: 0, "now-says": 1, unquoted: 2, added: 3, dropped: 4 };

function isTelling({ words, isSentence }: Line): boolean {
  return isSentence && words.length >= MIN_WORDS;
}

function dropped(before: string, line: Line, nowKeys: string): MaterialChange {
  const sentence = before.slice(line.start, line.end);
  for (const { 0: quote, 1: inner = "", index } of sentence.matchAll(QUOTED)) {
    // Whoever took out "It is not true that “…”" took out no quotation alone.
    if (DENIAL.test(sentence.slice(0, index))) continue;
    const words = wordsOf(inner, { start: 0, end: inner.length });
    if (words.length >= MIN_QUOTED_WORDS && !nowKeys.includes(` ${keyOf(words)} `)) return { kind: "unquoted", before: quote };
  }
  return { kind: "dropped", before: sentence };
}

function linesOf(text: string): Line[] {
  const { sentences } = readText(text, english);
  return [...sentences, ...notesIn(text, sentences)].flatMap((range) => {
    const { start, end } = range;
    const sentence = text.slice(start, end);
    if (isFurniture(sentence.trim())) return [];
    const words = wordsOf(text, skipDateline(text, { start, end }));
    const isSentence = /[.!?…]["”’»')\]]*\s*$/u.test(sentence);
    return words.length === 0 ? [] : [{ start, end, words, key: keyOf(words), isSentence }];
  });
}

/** The sentences of the publisher's notes on its own text, which are none of the article's. What stands behind a note may be in its paragraph or not. */
function notesIn(text: string, sentences: Range[]): Range[] {
  return [...text.matchAll(/[^\n]+/g)]
    .map(({ 0: paragraph, index }) => ({ start: index, end: index + paragraph.length }))
    .filter(({ start, end }) => CORRECTION_NOTE.test(text.slice(start, end)))
    .filter((note) => !sentences.some(({ start, end }) => start < note.end && note.start < end))
    .flatMap(({ start, end }) =>
      sentencesOf(text.slice(start, end)).map((each) => ({ start: start + each.start, end: start + each.end })),
    );
}

function sentencesOf(paragraph: string): Range[] {
  const ends = [...paragraph.matchAll(/[.!?…]["”’»')\]]*(?=\s+[\p{Lu}“"«„])/gu)].map(({ 0: mark, index }) => index + mark.length);
  const bounds = [...ends, paragraph.length];
  return bounds.map((end, at) => {
    const start = bounds[at - 1] ?? 0;
    return { start: start + paragraph.slice(start, end).search(/\S|$/), end };
  });
}

function wordsOf(text: string, { start, end }: Range): Word[] {
  // Addresses keep their length, so that what follows stays in its place.
  const plain = text.slice(start, end).replace(ADDRESS, (address) => " ".repeat(address.length));
  return [...plain.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const key = wordKey(word);
    return WEIGHTLESS.has(key) ? [] : [{ key, start: start + index, end: start + index + word.length }];
  });
}

function wordKey(word: string): string {
  const plain = word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/(?<=\d),(?=\d{3})/g, "");
  return NUMBER_WORDS.get(plain) ?? plain;
}

function keyOf(words: Word[]): string {
  return words.map(({ key }) => key).join(" ");
}

/** Sentences that are one, changed: the likeliest first, each once. */
function pairs(gone: Line[], fresh: Line[]): [Line, Line][] {
  const likely = gone.flatMap((one) =>
    fresh.map((other) => ({ one, other, share: shareOf(one, other) })).filter(({ share }) => share >= SAME_SENTENCE),
  );
  const taken = new Set<Line>();
  const found: [Line, Line][] = [];
  for (const { one, other } of likely.sort((a, b) => b.share - a.share)) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    found.push([one, other]);
  }
  return found;
}

function shareOf(one: Line, other: Line): number {
  const left = new Map<string, number>();
  for (const { key } of one.words) left.set(key, (left.get(key) ?? 0) + 1);
  let shared = 0;
  for (const { key } of other.words) {
    const count = left.get(key) ?? 0;
    if (count > 0) shared += 1;
    left.set(key, count - 1);
  }
  return (2 * shared) / (one.words.length + other.words.length);
}

interface Sentence {
  text: string;
  line: Line;
}

/** The words in which two sentences differ; null where they say the same. */
function compare(one: Sentence, other: Sentence): MaterialChange | null {
  const runs = differences(one.line.words.slice(0, MAX_COMPARED), other.line.words.slice(0, MAX_COMPARED)).filter(
    ({ old, now }) => !isSlip(one.line.words.slice(...old), other.line.words.slice(...now)),
  );
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return null;
  const at = { start: other.line.start, end: other.line.end };
  if (CORRECTION_NOTE.test(other.text.slice(at.start, at.end))) return { kind: "corrected", at };
  const isShort = last.now[1] - first.now[0] <= MAX_SHOWN_WORDS && last.old[1] - first.old[0] <= MAX_SHOWN_WORDS;
  const end = isShort ? last : first;
  return {
    kind: "now-says",
    at,
    now: excerpt(other, [first.now[0], end.now[1]]),
    before: excerpt(one, [first.old[0], end.old[1]]),
  };
}

function excerpt({ text, line }: Sentence, [from, to]: [number, number]): string {
  const first = line.words[Math.max(0, from - CONTEXT)];
  const last = line.words[Math.min(line.words.length, Math.min(to, from + MAX_SHOWN_WORDS) + CONTEXT) - 1];
  return text.slice(first?.start ?? line.start, last?.end ?? line.end).replace(/\s+/g, " ");
}

/** Other spelling of the same: a letter too many or too few, two letters that changed places, one word in two. Other figures never. */
function isSlip(old: Word[], now: Word[]): boolean {
  const [one, other] = [old, now].map((words) => words.map(({ key }) => key.replace(/[^\p{L}\p{N}]/gu, "")).join("")) as [
    string,
    string,
  ];
  if (one === other) return true;
  if (old.length !== 1 || now.length !== 1 || /\d/.test(one + other)) return false;
  if (Math.min(one.length, other.length) < MIN_TYPO_LETTERS) return false;
  return one.charAt(0) === other.charAt(0) && ([...one].sort().join("") === [...other].sort().join("") || isDoubled(one, other));
}

/** "goverment", "occured": the longer has one letter more, and no other word is as near to it by ending. */
function isDoubled(one: string, other: string): boolean {
  return distance(one, other) === 1 && one.length !== other.length && one.slice(-2) === other.slice(-2);
}

interface Difference {
  old: [number, number];
  now: [number, number];
}

/** The runs in which two rows of words differ, by the longest common subsequence (Wagner and Fischer 1974). */
function differences(old: Word[], now: Word[]): Difference[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row !== undefined) row[j] = old[i]?.key === now[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const found: Difference[] = [];
  let open: Difference | null = null;
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i]?.key === now[j]?.key) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) {
      open = { old: [i, i], now: [j, j] };
      found.push(open);
    }
    if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) i += 1;
    else j += 1;
    open.old[1] = i;
    open.now[1] = j;
  }
  return found;
}
