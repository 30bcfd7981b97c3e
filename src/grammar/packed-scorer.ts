import type { Features, Scorer } from "./features.ts";

/** Weights in eight bits: `classes` to a row, and a row for each value of the hash's low bits. */
export interface Weights {
  classes: number;
  rows: number;
  values: Int8Array;
}

/** Sums the weights of a decision's features. */
export function createPackedScorer({ classes, rows, values }: Weights): Scorer {
  const mask = rows - 1;
  const scores = new Int32Array(classes);
  if (classes === 4) return { score: (features) => sumFour(features, values, { mask, scores }) };
  return {
    score(features) {
      scores.fill(0);
      for (let at = 0; at < features.count; at++) {
        const row = ((features.hashes[at] as number) & mask) * classes;
        for (let of = 0; of < classes; of++) scores[of] = (scores[of] as number) + (values[row + of] as number);
      }
      return scores;
    },
  };
}

/** The same for the parser's four moves, where most of the time is spent. */
function sumFour(features: Features, values: Int8Array, { mask, scores }: { mask: number; scores: Int32Array }): Int32Array {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let at = 0; at < features.count; at++) {
    const row = ((features.hashes[at] as number) & mask) << 2;
    a += values[row] as number;
    b += values[row + 1] as number;
    c += values[row + 2] as number;
    d += values[row + 3] as number;
  }
  scores[0] = a;
  scores[1] = b;
  scores[2] = c;
  scores[3] = d;
  return scores;
}
