import { bestClass, Features } from "../../src/grammar/features.ts";
import { RELATIONS } from "../../src/grammar/labels.ts";
import { moveFeatures } from "../../src/grammar/move-features.ts";
import { advance, attachBy, bestMove } from "../../src/grammar/parse-words.ts";
import { ParserState, REDUCE, SHIFT } from "../../src/grammar/parser-state.ts";
import { relationFeatures } from "../../src/grammar/relation-features.ts";
import { moveCosts } from "./oracle.ts";
import { Perceptron } from "./perceptron.ts";
import type { Shuffle } from "./shuffle.ts";
import type { Example } from "./train-tagger.ts";

/** The parser's two decisions while they are learned. */
export class ParserTrainer {
  readonly moves: Perceptron;
  readonly relations: Perceptron;
  readonly #features = new Features();

  constructor({ moveBits, relationBits }: { moveBits: number; relationBits: number }) {
    this.moves = new Perceptron(4, moveBits);
    this.relations = new Perceptron(RELATIONS.length, relationBits);
  }

  /** One round through the examples. Where `explores`, the parser goes on from its own mistakes nine times of ten. */
  learn(examples: Example[], shuffle: Shuffle, explores: boolean): void {
    for (const example of shuffle(examples)) this.#learnSentence(example, explores);
  }

  #learnSentence({ words, gold }: Example, explores: boolean): void {
    const state = new ParserState(words);
    while (!state.isDone) {
      const move = this.#nextMove(state, gold.heads, explores);
      if (move === SHIFT) state.shift();
      else if (move === REDUCE) state.reduce();
      else {
        const dependent = attachBy(state, move);
        this.#learnRelation(state, dependent, gold);
        advance(state, move);
      }
    }
  }

  #nextMove(state: ParserState, heads: Int16Array, explores: boolean): number {
    const features = this.#features;
    moveFeatures(state, features);
    const scores = this.moves.score(features);
    const guessed = bestMove(state, scores);
    const costs = moveCosts(state, heads);
    const least = Math.min(...costs);
    let right = -1;
    for (let move = 0; move < costs.length; move++) {
      if (costs[move] === least && (right < 0 || (scores[move] as number) > (scores[right] as number))) right = move;
    }
    this.moves.learn(features, right, guessed);
    return costs[guessed] === least || (explores && this.moves.examples % 10 < 9) ? guessed : right;
  }

  #learnRelation(state: ParserState, dependent: number, gold: Example["gold"]): void {
    relationFeatures(state, dependent, this.#features);
    const guessed = bestClass(this.relations.score(this.#features));
    const isRight = state.head[dependent] === gold.heads[dependent];
    const right = isRight ? (gold.relations[dependent] as number) : guessed;
    if (isRight) this.relations.learn(this.#features, right, guessed);
    state.relation[dependent] = right;
  }
}
