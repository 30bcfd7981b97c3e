import { TAGS } from "./labels.ts";
import type { SentenceWords } from "./sentence-words.ts";

/** The four moves of the arc-eager parser. */
export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;
export const RIGHT = 3;

/**
 * How far a sentence is parsed: a stack, the next word, and for each word its head, its relation and its outermost two children of either
 * side. The root stands behind the last word. Where there is none, the place is `words.none`.
 */
export class ParserState {
  readonly words: SentenceWords;
  readonly head: Int16Array;
  readonly relation: Uint8Array;
  readonly left: Int16Array;
  readonly left2: Int16Array;
  readonly right: Int16Array;
  readonly right2: Int16Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  readonly stack: Int16Array;
  /** The numbers of verbs and of commas before a position. */
  readonly verbs: Uint8Array;
  readonly commas: Uint8Array;
  depth = 0;
  next = 0;

  constructor(words: SentenceWords) {
    const size = words.length + 2;
    const places = () => new Int16Array(size).fill(words.none);
    this.words = words;
    this.head = places();
    this.left = places();
    this.left2 = places();
    this.right = places();
    this.right2 = places();
    this.relation = new Uint8Array(size).fill(NO_RELATION);
    this.leftCount = new Uint8Array(size);
    this.rightCount = new Uint8Array(size);
    this.stack = new Int16Array(size);
    this.verbs = countBefore(words, VERBS);
    this.commas = countBefore(words, COMMAS);
  }

  get top(): number {
    return this.depth > 0 ? (this.stack[this.depth - 1] as number) : this.words.none;
  }

  get second(): number {
    return this.depth > 1 ? (this.stack[this.depth - 2] as number) : this.words.none;
  }

  get isDone(): boolean {
    return this.next === this.words.root && this.depth === 0;
  }

  isLegal(move: number): boolean {
    const { top, words } = this;
    if (move === SHIFT) return this.next < words.root;
    if (top === words.none) return false;
    if (move === RIGHT) return this.next < words.root;
    return (this.head[top] === words.none) === (move === LEFT);
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  reduce(): void {
    this.depth--;
  }

  /** Makes `dependent` a child of `head`; its relation is set later. */
  attach(head: number, dependent: number): void {
    this.head[dependent] = head;
    if (dependent < head) {
      this.left2[head] = this.left[head] as number;
      this.left[head] = dependent;
      if ((this.leftCount[head] as number) < 255) this.leftCount[head] = (this.leftCount[head] as number) + 1;
    } else {
      this.right2[head] = this.right[head] as number;
      this.right[head] = dependent;
      if ((this.rightCount[head] as number) < 255) this.rightCount[head] = (this.rightCount[head] as number) + 1;
    }
  }
}

/** The relation of a word that has no head yet. */
const NO_RELATION = 255;
const VERBS = TAGS.map((tag) => /^(?:VB|MD)/.test(tag));
const COMMAS = TAGS.map((tag) => tag === ",");

/** For each place how many of the words before it have one of some tags. */
function countBefore({ length, tag }: SentenceWords, counted: readonly boolean[]): Uint8Array {
  const counts = new Uint8Array(length + 2);
  for (let at = 0; at < length; at++) counts[at + 1] = (counts[at] as number) + (counted[tag[at] as number] ? 1 : 0);
  return counts;
}
