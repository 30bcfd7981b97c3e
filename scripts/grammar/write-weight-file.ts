import { brotliCompressSync, constants } from "node:zlib";
import type { Perceptron } from "./perceptron.ts";

/** Weights this small, in eight-bit steps, change next to nothing. */
const LARGEST = 127;

/** Packs averaged weights as `readWeightFile` reads them: in eight bits, small ones left out, by brotli. */
export function packWeights(tables: { perceptron: Perceptron; clip: number; least: number }[]): Buffer {
  const raw = Buffer.concat(tables.map(packTable));
  return brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
}

function packTable({ perceptron, clip, least }: { perceptron: Perceptron; clip: number; least: number }): Buffer {
  const { classes, rows } = perceptron;
  const weights = perceptron.average();
  const step = clip / LARGEST;
  const gaps: number[] = [];
  const kept: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const start = row * classes;
    const values = Array.from(weights.subarray(start, start + classes), (weight) =>
      Math.abs(weight) < least ? 0 : eightBits(weight / step),
    );
    if (values.every((value) => value === 0)) continue;
    addVarint(gaps, row - last - 1);
    last = row;
    kept.push(start);
    for (let at = 0; at < classes; at++) weights[start + at] = values[at] as number;
  }
  const head = Buffer.alloc(16);
  head.writeUInt32LE(classes, 0);
  head.writeUInt32LE(rows, 4);
  head.writeUInt32LE(kept.length, 8);
  head.writeUInt32LE(gaps.length, 12);
  const values = Buffer.alloc(kept.length * classes);
  for (const [at, start] of kept.entries()) {
    for (let of = 0; of < classes; of++) values.writeInt8(weights[start + of] as number, at * classes + of);
  }
  return Buffer.concat([head, Buffer.from(gaps), values]);
}

function eightBits(value: number): number {
  return Math.round(Math.max(-LARGEST, Math.min(LARGEST, value)));
}

function addVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}
