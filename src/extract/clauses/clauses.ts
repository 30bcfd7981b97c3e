import type { Range } from "../../domain/evidence/span.ts";
import { RELATIONS, TAGS } from "../../grammar/labels.ts";
import type { Parse } from "../../grammar/parse.ts";
import { NEGATIONS } from "../en/function-words.ts";
import type { Sentence } from "../tokens.ts";
import type { GrammarWords } from "./split-words.ts";

/** No word: the head of the word that heads a sentence. */
export const NO_TOKEN = -1;
const PUNCT = RELATIONS.indexOf("punct");

/** One sentence's grammar. Every token is a place in `TextModel.tokens`. */
export class Clauses {
  readonly sentence: Sentence;
  readonly #head: Int32Array;
  readonly #relation: Uint8Array;
  readonly #tag: Uint8Array;
  readonly #negative: Uint8Array;
  readonly #children: number[][];
  #spans: Range[] | null = null;

  constructor(sentence: Sentence, split: GrammarWords, parse: Parse) {
    const length = sentence.lastToken - sentence.firstToken;
    this.sentence = sentence;
    this.#head = new Int32Array(length).fill(NO_TOKEN);
    this.#relation = new Uint8Array(length).fill(PUNCT);
    this.#tag = new Uint8Array(length).fill(TAGS.indexOf("."));
    this.#negative = new Uint8Array(length);
    this.#children = Array.from({ length }, () => []);
    this.#mapParts(split, parse);
    for (let at = 0; at < length; at++) {
      const head = this.#head[at] as number;
      if (head !== NO_TOKEN) this.#children[head - sentence.firstToken]?.push(at + sentence.firstToken);
    }
  }

  /** A token hangs where the topmost of its parts hangs. */
  #mapParts({ words, tokens }: GrammarWords, { heads, tags, relations }: Parse): void {
    const first = this.sentence.firstToken;
    const depths = depthsOf(heads);
    const main = new Int32Array(this.#head.length).fill(NO_TOKEN);
    for (let part = 0; part < words.length; part++) {
      const at = (tokens[part] as number) - first;
      const known = main[at] as number;
      if (known === NO_TOKEN || (depths[part] as number) < (depths[known] as number)) main[at] = part;
      const head = heads[part] as number;
      if (head >= 0 && NEGATIONS.has((words[part] ?? "").toLowerCase())) this.#negative[(tokens[head] as number) - first] = 1;
    }
    for (let at = 0; at < main.length; at++) {
      const part = main[at] as number;
      if (part === NO_TOKEN) {
        // A stop that is written as a part of the word before it.
        this.#head[at] = first + at - 1;
        continue;
      }
      const head = heads[part] as number;
      this.#head[at] = head < 0 ? NO_TOKEN : (tokens[head] as number);
      this.#relation[at] = relations[part] as number;
      this.#tag[at] = tags[part] as number;
    }
  }

  /** The token it hangs on; `NO_TOKEN` for the head of the sentence, and for a token of another sentence. */
  headOf(token: number): number {
    return this.#head[token - this.sentence.firstToken] ?? NO_TOKEN;
  }

  /** The Universal Dependencies relation to its head, with its subtype: "nsubj:pass". Empty outside of the sentence. */
  relationOf(token: number): string {
    return RELATIONS[this.#relation[token - this.sentence.firstToken] ?? RELATIONS.length] ?? "";
  }

  /** Whether its relation is one of these; "nsubj" stands for "nsubj:pass" too. */
  isOf(token: number, ...relations: readonly string[]): boolean {
    const relation = this.relationOf(token);
    const base = relation.slice(0, relation.includes(":") ? relation.indexOf(":") : undefined);
    return relations.includes(relation) || relations.includes(base);
  }

  /** The Penn tag: "NNP", "VBD". Empty outside of the sentence. */
  tagOf(token: number): string {
    return TAGS[this.#tag[token - this.sentence.firstToken] ?? TAGS.length] ?? "";
  }

  /** What hangs on a token, from left to right; with relations only what hangs on it by one of them. */
  childrenOf(token: number, ...relations: readonly string[]): number[] {
    const children = this.#children[token - this.sentence.firstToken] ?? [];
    return relations.length === 0 ? [...children] : children.filter((child) => this.isOf(child, ...relations));
  }

  /** Whether "not", "n't", "never" hangs right on it. */
  hasNegation(token: number): boolean {
    return this.#negative[token - this.sentence.firstToken] === 1;
  }

  /** All that hangs on a token, with itself, from its first to its last token (last exclusive). */
  spanOf(token: number): Range {
    this.#spans ??= this.#readSpans();
    return this.#spans[token - this.sentence.firstToken] ?? { start: token, end: token };
  }

  /** Whether a token hangs on another, at any remove; none hangs on itself. */
  isUnder(token: number, above: number): boolean {
    for (let at = this.headOf(token); at !== NO_TOKEN; at = this.headOf(at)) if (at === above) return true;
    return false;
  }

  #readSpans(): Range[] {
    const first = this.sentence.firstToken;
    const spans = this.#children.map((_, at) => ({ start: first + at, end: first + at + 1 }));
    const order = spans.map((_, at) => at).filter((at) => this.#head[at] === NO_TOKEN);
    for (const at of order) for (const child of this.#children[at] ?? []) order.push(child - first);
    for (const at of order.reverse()) {
      const own = spans[at];
      const above = spans[(this.#head[at] as number) - first];
      if (own === undefined || above === undefined) continue;
      above.start = Math.min(above.start, own.start);
      above.end = Math.max(above.end, own.end);
    }
    return spans;
  }
}

/** How many steps each word is below the head of its sentence. */
function depthsOf(heads: Int32Array): Int32Array {
  const depths = new Int32Array(heads.length).fill(-1);
  for (let at = 0; at < heads.length; at++) {
    const path: number[] = [];
    let above = at;
    while (above >= 0 && (depths[above] as number) < 0) {
      path.push(above);
      above = heads[above] as number;
    }
    let depth = above < 0 ? -1 : (depths[above] as number);
    for (const word of path.reverse()) depths[word] = ++depth;
  }
  return depths;
}
