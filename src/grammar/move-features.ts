import type { Features } from "./features.ts";
import type { ParserState } from "./parser-state.ts";

/** Larger distances and counts are treated as equal. */
const FAR = 10;
const MANY = 3;

/** The features of the parser's next move: the top of the stack, the next words, and what hangs on them so far. */
export function moveFeatures(state: ParserState, features: Features): void {
  features.clear();
  addWords(state, features);
  addDistances(state, features);
  addNeighbours(state, features);
  addBetween(state, features);
}

function addWords(state: ParserState, features: Features): void {
  const { norm, tag, none, length } = state.words;
  const { top, next } = state;
  const next1 = next + 1 < length ? next + 1 : none;
  const next2 = next + 2 < length ? next + 2 : none;
  const next3 = next + 3 < length ? next + 3 : none;
  const s = norm[top] as number;
  const st = tag[top] as number;
  const n = norm[next] as number;
  const nt = tag[next] as number;
  const n1 = norm[next1] as number;
  const n1t = tag[next1] as number;
  const n2t = tag[next2] as number;
  features.add(s, st);
  features.add(s);
  features.add(st, state.head[top] === none ? 0 : 1);
  features.add(n, nt);
  features.add(n);
  features.add(nt);
  features.add(n1, n1t);
  features.add(n1);
  features.add(n1t);
  features.add(norm[next2] as number, n2t);
  features.add(n2t);
  features.add(s ^ n, st, nt);
  features.add(s, st, n);
  features.add(s, n, nt);
  features.add(s, st, nt);
  features.add(st, n, nt);
  features.add(s, n);
  features.add(st, nt);
  features.add(nt, n1t);
  features.add(nt, n1t, n2t);
  features.add(st, nt, n1t);
  features.add(tag[next3] as number, n2t, n1t);
  features.add(s, nt, n1t);
  features.add(st, n, n1t);
  features.add(state.words.suffix[top] as number, nt);
  features.add(st, state.words.suffix[next] as number);
}

function addDistances(state: ParserState, features: Features): void {
  const { norm, tag } = state.words;
  const { top, next } = state;
  const s = norm[top] as number;
  const st = tag[top] as number;
  const n = norm[next] as number;
  const nt = tag[next] as number;
  const distance = Math.min(Math.abs(next - top), FAR);
  const rights = state.rightCount[top] as number;
  const lefts = FAR + (state.leftCount[top] as number);
  const nextLefts = state.leftCount[next] as number;
  features.add(s, distance);
  features.add(st, distance);
  features.add(n, distance);
  features.add(nt, distance);
  features.add(s ^ n, distance);
  features.add(st, nt, distance);
  features.add(s, rights);
  features.add(st, rights);
  features.add(s, lefts);
  features.add(st, lefts);
  features.add(n, nextLefts);
  features.add(nt, nextLefts);
  features.add(st, state.relation[state.right[top] as number] as number, rights);
}

function addNeighbours(state: ParserState, features: Features): void {
  const { norm, tag } = state.words;
  const { head, relation, left, left2, right, right2, top, next } = state;
  const st = tag[top] as number;
  const nt = tag[next] as number;
  const up = head[top] as number;
  const up2 = head[up] as number;
  const l = left[top] as number;
  const l2 = left2[top] as number;
  const r = right[top] as number;
  const r2 = right2[top] as number;
  const nl = left[next] as number;
  const nl2 = left2[next] as number;
  features.add(tag[up] as number, st, nt);
  features.add(st, tag[l] as number, nt);
  features.add(st, tag[r] as number, nt);
  features.add(st, nt, tag[nl] as number);
  features.add(relation[top] as number);
  for (const place of [up, l, r, nl]) {
    features.add(norm[place] as number);
    features.add(tag[place] as number);
    features.add(relation[place] as number);
  }
  features.add(norm[up2] as number);
  features.add(tag[up2] as number);
  features.add(tag[l2] as number);
  features.add(tag[r2] as number);
  features.add(tag[nl2] as number);
  features.add(st, tag[l] as number, tag[l2] as number);
  features.add(st, tag[r] as number, tag[r2] as number);
  features.add(st, tag[up] as number, tag[up2] as number);
  features.add(nt, tag[nl] as number, tag[nl2] as number);
  features.add(tag[state.second] as number, st, nt);
  features.add(norm[state.second] as number, tag[state.second] as number);
  features.add(st, relation[l] as number, nt);
  features.add(relation[top] as number, nt, st);
  features.add(norm[top] as number, relation[r] as number);
  features.add(0);
}

/** What stands between the top of the stack and the next word, right beside them, and below the top. */
function addBetween(state: ParserState, features: Features): void {
  const { norm, tag, none, length } = state.words;
  const { top, next, second, verbs, commas } = state;
  const isWord = top < length;
  const s = norm[top] as number;
  const st = tag[top] as number;
  const n = norm[next] as number;
  const nt = tag[next] as number;
  const verbsBetween = isWord ? Math.min((verbs[next] as number) - (verbs[top + 1] as number), MANY) : 0;
  const commasBetween = isWord ? Math.min((commas[next] as number) - (commas[top + 1] as number), MANY) : 0;
  const between = verbsBetween * (MANY + 1) + commasBetween;
  features.add(st, nt, between);
  features.add(s, nt, between);
  features.add(st, n, between);
  features.add(tag[next > 0 ? next - 1 : none] as number, st, nt);
  features.add(tag[isWord && top + 1 < length ? top + 1 : none] as number, st, nt);
  features.add(tag[isWord && top > 0 ? top - 1 : none] as number, st, nt);
  features.add(norm[second] as number, nt);
  features.add(tag[second] as number, n);
  features.add(tag[second] as number, s, nt);
}
