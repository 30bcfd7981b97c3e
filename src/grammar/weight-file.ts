import { createRequire } from "node:module";
import type { Weights } from "./packed-scorer.ts";

/** The weights of the three decisions. */
export interface GrammarWeights {
  tags: Weights;
  moves: Weights;
  relations: Weights;
}

/** Four 32-bit numbers open each table: its classes, its rows, how many of them are kept, and the length of the gaps between these. */
const HEAD_BYTES = 16;

/** Two 32-bit numbers open a table that is laid out: its classes and its rows. */
const LAID_OUT_HEAD_BYTES = 8;

/** Unpacks a weight file: three tables of which only the rows that hold weights are kept, each by its distance from the one before. */
export function readWeightFile(file: Uint8Array): GrammarWeights {
  // The built program reads laid out tables, and would load this for nothing.
  const { brotliDecompressSync }: typeof import("node:zlib") = createRequire(import.meta.url)("node:zlib");
  const bytes = brotliDecompressSync(file);
  const tags = readTable(bytes, 0);
  const moves = readTable(bytes, tags.end);
  const relations = readTable(bytes, moves.end);
  return { tags: tags.weights, moves: moves.weights, relations: relations.weights };
}

function readTable(bytes: Buffer, from: number): { weights: Weights; end: number } {
  const classes = bytes.readUInt32LE(from);
  const rows = bytes.readUInt32LE(from + 4);
  const kept = bytes.readUInt32LE(from + 8);
  let gapAt = from + HEAD_BYTES;
  let valueAt = gapAt + bytes.readUInt32LE(from + 12);
  const values = new Int8Array(rows * classes);
  const packed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  let row = -1;
  for (let count = 0; count < kept; count++) {
    let gap = 0;
    let shift = 0;
    let byte = 128;
    while (byte >= 128) {
      byte = bytes[gapAt++] as number;
      gap |= (byte & 127) << shift;
      shift += 7;
    }
    row += gap + 1;
    const start = row * classes;
    for (let at = 0; at < classes; at++) values[start + at] = packed[valueAt + at] as number;
    valueAt += classes;
  }
  return { weights: { classes, rows, values }, end: valueAt };
}

/** Writes unpacked tables one behind the other, each behind its classes and rows: twice as large as a weight file, and read at once. */
export function layOutWeights({ tags, moves, relations }: GrammarWeights): Buffer {
  return Buffer.concat(
    [tags, moves, relations].flatMap(({ classes, rows, values }) => {
      const head = Buffer.alloc(LAID_OUT_HEAD_BYTES);
      head.writeUInt32LE(classes, 0);
      head.writeUInt32LE(rows, 4);
      return [head, Buffer.from(values.buffer, values.byteOffset, values.length)];
    }),
  );
}

/** The tables of `layOutWeights`, as views of its bytes. */
export function readLaidOutWeights(bytes: Buffer): GrammarWeights {
  let at = 0;
  const next = (): Weights => {
    const [classes, rows] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + at + LAID_OUT_HEAD_BYTES, rows * classes);
    at += LAID_OUT_HEAD_BYTES + values.length;
    return { classes, rows, values };
  };
  return { tags: next(), moves: next(), relations: next() };
}
