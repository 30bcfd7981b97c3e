/** At least as many features as any decision has. */
const CAPACITY = 128;

/**
 * The features of one decision, each a 32-bit hash. Which template a feature is of follows from its place in the list: every decision of a
 * kind adds the same templates in the same order.
 */
export class Features {
  readonly hashes = new Int32Array(CAPACITY);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(a: number, b = 0, c = 0): void {
    let hash = Math.imul(this.count + 1, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(b + 1, 0x27d4eb2f);
    hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1) ^ Math.imul(c + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    this.hashes[this.count++] = hash ^ (hash >>> 15);
  }
}

/** A 32-bit hash of a string. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash;
}

/** What weighs features: the higher a class's score, the likelier the class. The array is the scorer's own and holds until the next call. */
export interface Scorer {
  score(features: Features): ArrayLike<number>;
}

/** The class with the highest score; of equals the first. */
export function bestClass(scores: ArrayLike<number>): number {
  let best = 0;
  let highest = scores[0] ?? 0;
  for (let at = 1; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= highest) continue;
    highest = score;
    best = at;
  }
  return best;
}
