import type { Features, Scorer } from "../../src/grammar/features.ts";

/** An averaged perceptron over hashed features: what it learns is the mean of its weights over all examples it saw. */
export class Perceptron implements Scorer {
  readonly classes: number;
  readonly rows: number;
  readonly weights: Float32Array;
  readonly #sums: Float32Array;
  readonly #changed: Int32Array;
  readonly #scores: Float32Array;
  #averaged: Float32Array | null = null;
  examples = 0;

  constructor(classes: number, bits: number) {
    this.classes = classes;
    this.rows = 1 << bits;
    this.weights = new Float32Array(this.rows * classes);
    this.#sums = new Float32Array(this.rows * classes);
    this.#changed = new Int32Array(this.rows * classes);
    this.#scores = new Float32Array(classes);
  }

  score(features: Features): Float32Array {
    const { classes, rows } = this;
    const weights = this.#averaged ?? this.weights;
    const scores = this.#scores.fill(0);
    for (let at = 0; at < features.count; at++) {
      const row = ((features.hashes[at] as number) & (rows - 1)) * classes;
      for (let of = 0; of < classes; of++) scores[of] = (scores[of] as number) + (weights[row + of] as number);
    }
    return scores;
  }

  /** Learns from one example: the features speak for `right` from here on, and against `rival`; with `right` itself for a rival nothing changes. */
  learn(features: Features, right: number, rival: number): void {
    this.examples++;
    if (right === rival) return;
    for (let at = 0; at < features.count; at++) {
      const row = ((features.hashes[at] as number) & (this.rows - 1)) * this.classes;
      this.#add(row + right, 1);
      this.#add(row + rival, -1);
    }
  }

  /** Learns that `right` should outscore every other class by more than `margin`. The scores are those of the last `score`. */
  learnClass(features: Features, right: number, margin: number): void {
    const scores = this.#scores;
    let rival = right === 0 ? 1 : 0;
    for (let of = 0; of < this.classes; of++) {
      if (of !== right && (scores[of] as number) > (scores[rival] as number)) rival = of;
    }
    this.learn(features, right, (scores[right] as number) - (scores[rival] as number) <= margin ? rival : right);
  }

  #add(at: number, change: number): void {
    const weight = this.weights[at] as number;
    this.#sums[at] = (this.#sums[at] as number) + (this.examples - (this.#changed[at] as number)) * weight;
    this.#changed[at] = this.examples;
    this.weights[at] = weight + change;
  }

  /** Scores by the means from here on, until `resume`. */
  average(): Float32Array {
    const averaged = new Float32Array(this.weights.length);
    for (let at = 0; at < averaged.length; at++) {
      const weight = this.weights[at] as number;
      averaged[at] =
        ((this.#sums[at] as number) + (this.examples - (this.#changed[at] as number)) * weight) / (this.examples || 1);
    }
    this.#averaged = averaged;
    return averaged;
  }

  resume(): void {
    this.#averaged = null;
  }
}
