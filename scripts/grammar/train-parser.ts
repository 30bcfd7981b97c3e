import { bestClass, Features } from "../../src/grammar/features.ts";
import { RELATIONS } from "../../src/grammar/labels.ts";
import { moveFeatures } from "../../src/grammar/move-features.ts";
import { advance, attachBy, bestMove } from "../../src/grammar/parse-words.ts";
import { ParserState, REDUCE, RIGHT, SHIFT } from "../../src/grammar/parser-state.ts";
import { relationFeatures } from "../../src/grammar/relation-features.ts";
import { moveCosts } from "./oracle.ts";
import { Perceptron } from "./perceptron.ts";
import type { GoldSentence } from "./read-treebank.ts";
import type { Shuffle } from "./shuffle.ts";
import type { Example } from "./train-tagger.ts";

/** By how much a right move and a right relation should outscore the next. */
const MOVE_MARGIN = 60;
const RELATION_MARGIN = 25;

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
        const { relation, right } = this.#learnRelation(state, dependent, gold);
        state.relation[dependent] = explores ? relation : right;
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
    const right = bestOf(scores, (move) => costs[move] === least);
    const rival = bestOf(scores, (move) => costs[move] !== least && state.isLegal(move));
    const isClear = rival < 0 || (scores[right] as number) - (scores[rival] as number) > MOVE_MARGIN;
    this.moves.learn(features, right, isClear ? right : rival);
    return costs[guessed] === least || (explores && this.moves.examples % 10 < 9) ? guessed : right;
  }

  #learnRelation(state: ParserState, dependent: number, { heads, relations }: GoldSentence): { relation: number; right: number } {
    relationFeatures(state, dependent, this.#features);
    const relation = bestClass(this.relations.score(this.#features));
    // A wrong head has no right relation.
    if (state.head[dependent] !== heads[dependent]) return { relation, right: relation };
    const right = relations[dependent] as number;
    this.relations.learnClass(this.#features, right, RELATION_MARGIN);
    return { relation, right };
  }
}

/** The best of the moves that are allowed; -1 where none is. */
function bestOf(scores: ArrayLike<number>, isAllowed: (move: number) => boolean): number {
  let best = -1;
  for (let move = SHIFT; move <= RIGHT; move++) {
    if (isAllowed(move) && (best < 0 || (scores[move] as number) > (scores[best] as number))) best = move;
  }
  return best;
}
