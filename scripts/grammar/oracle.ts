import { LEFT, type ParserState, REDUCE, RIGHT, SHIFT } from "../../src/grammar/parser-state.ts";

/** How many of the right arcs each move puts out of reach (a dynamic oracle for arc-eager parsing). */
export function moveCosts(state: ParserState, gold: Int16Array): number[] {
  return [SHIFT, REDUCE, LEFT, RIGHT].map((move) => (state.isLegal(move) ? costOf(state, gold, move) : Number.POSITIVE_INFINITY));
}

function costOf(state: ParserState, gold: Int16Array, move: number): number {
  const { top, next, words } = state;
  if (move === SHIFT) return stackLoss(state, gold, words.none);
  if (move === REDUCE) return childrenAhead(state, gold);
  if (move === LEFT) {
    const head = gold[top] as number;
    return childrenAhead(state, gold) + (head !== next && head > next ? 1 : 0);
  }
  return stackLoss(state, gold, top) + ((gold[next] as number) > next ? 1 : 0);
}

/** Right children of the top of the stack among the words ahead. */
function childrenAhead({ top, next, words }: ParserState, gold: Int16Array): number {
  let count = 0;
  for (let at = next; at < words.length; at++) if (gold[at] === top) count++;
  return count;
}

/** Arcs between the next word and the stack that are lost once it is pushed. */
function stackLoss({ stack, depth, next, head, words }: ParserState, gold: Int16Array, spared: number): number {
  let count = 0;
  for (let at = 0; at < depth; at++) {
    const word = stack[at] as number;
    if (gold[word] === next && head[word] === words.none) count++;
    if (gold[next] === word && word !== spared) count++;
  }
  return count;
}
