import { bestClass, type Features, type Scorer } from "./features.ts";
import { RELATIONS } from "./labels.ts";
import { moveFeatures } from "./move-features.ts";
import { LEFT, ParserState, REDUCE, RIGHT, SHIFT } from "./parser-state.ts";
import { relationFeatures } from "./relation-features.ts";
import type { SentenceWords } from "./sentence-words.ts";

/** What the parser decides by. */
export interface ParserScorers {
  moves: Scorer;
  relations: Scorer;
}

const ROOT = RELATIONS.indexOf("root");
const PARATAXIS = RELATIONS.indexOf("parataxis");
const PUNCT = RELATIONS.indexOf("punct");

/** Parses tagged words greedily, in at most two moves a word. */
export function parseWords(words: SentenceWords, scorers: ParserScorers, features: Features): ParserState {
  const state = new ParserState(words);
  while (!state.isDone) {
    moveFeatures(state, features);
    const move = bestMove(state, scorers.moves.score(features));
    if (move === SHIFT) state.shift();
    else if (move === REDUCE) state.reduce();
    else {
      const dependent = attachBy(state, move);
      relationFeatures(state, dependent, features);
      state.relation[dependent] = bestClass(scorers.relations.score(features));
      advance(state, move);
    }
  }
  keepOneRoot(state);
  return state;
}

/** The legal move with the highest score. */
export function bestMove(state: ParserState, scores: ArrayLike<number>): number {
  let best = -1;
  for (let move = SHIFT; move <= RIGHT; move++) {
    if (state.isLegal(move) && (best < 0 || (scores[move] as number) > (scores[best] as number))) best = move;
  }
  return best;
}

/** Makes the arc of a LEFT or RIGHT move and returns the word that found its head. */
export function attachBy(state: ParserState, move: number): number {
  const { top, next } = state;
  if (move === LEFT) state.attach(next, top);
  else state.attach(top, next);
  return move === LEFT ? top : next;
}

/** What a LEFT or RIGHT move does once its arc is made. */
export function advance(state: ParserState, move: number): void {
  if (move === LEFT) state.reduce();
  else state.shift();
}

/** A sentence has one head: of several the first that is no mark, and the others hang on it. */
function keepOneRoot({ words, head, relation }: ParserState): void {
  let root = -1;
  for (let at = 0; at < words.length; at++) {
    if (head[at] === words.root && (root < 0 || (relation[root] === PUNCT && relation[at] !== PUNCT))) root = at;
  }
  for (let at = 0; at < words.length; at++) {
    if (at !== root && head[at] === words.root) {
      head[at] = root;
      if (relation[at] === ROOT) relation[at] = PARATAXIS;
    } else if (relation[at] === ROOT && at !== root) relation[at] = PARATAXIS;
  }
  if (root >= 0) relation[root] = ROOT;
}
