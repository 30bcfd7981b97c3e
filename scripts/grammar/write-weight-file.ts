import { brotliCompressSync, constants } from "node:zlib";
import type { Perceptron } from "./perceptron.ts";

const LARGEST = 127;

/** A table to pack: its largest weight, greater ones are cut to it, and its least, smaller ones are left out. */
interface Table {
  perceptron: Perceptron;
  largest: number;
  least: number;
}

/** Packs averaged weights as `readWeightFile` reads them: in eight bits, small ones left out, by brotli. */
export function packWeights(tables: Table[]): Buffer {
  const raw = Buffer.concat(tables.map(packTable));
  return brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
}

function packTable({ perceptron, largest, least }: Table): Buffer {
  const { classes, rows } = perceptron;
  const values = inEightBits(perceptron.average(), largest, least);
  const gaps: number[] = [];
  const kept = Buffer.alloc(values.length);
  let count = 0;
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * classes, (row + 1) * classes);
    if (own.every((value) => value === 0)) continue;
    addVarint(gaps, row - last - 1);
    last = row;
    kept.set(new Uint8Array(own.buffer, own.byteOffset, classes), count * classes);
    count++;
  }
  const head = Buffer.alloc(16);
  for (const [at, number] of [classes, rows, count, gaps.length].entries()) head.writeUInt32LE(number, at * 4);
  return Buffer.concat([head, Buffer.from(gaps), kept.subarray(0, count * classes)]);
}

function inEightBits(weights: Float32Array, largest: number, least: number): Int8Array {
  const values = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number;
    if (Math.abs(weight) < least) continue;
    values[at] = Math.round((Math.max(-largest, Math.min(largest, weight)) / largest) * LARGEST);
  }
  return values;
}

function addVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}
