import { Decompress } from "fzstd";

const MAGIC = 0xfd2fb528;
/** RFC 9659: no server may ask for a longer window. The decoder reserves what a frame asks for before it reads on. */
const MAX_WINDOW = 8 * 1024 * 1024;
const MAX_FRAMES = 64;

class ZstdError extends Error {
  readonly code = "Z_DATA_ERROR";
}

/** Unpacks Zstandard (RFC 8878). Throws a RangeError beyond the limit, and an error with zlib's code for what is damaged or asks for too much memory. */
export function decompressZstd(bytes: Buffer, limitBytes: number): Buffer {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const frame of framesOf(bytes)) {
    const decoder = new Decompress((chunk) => {
      size += chunk.length;
      if (size > limitBytes) throw new RangeError(`more than ${limitBytes} bytes`);
      chunks.push(chunk.slice());
    });
    push(decoder, frame);
  }
  return Buffer.concat(chunks, size);
}

function push(decoder: Decompress, frame: Uint8Array): void {
  try {
    decoder.push(frame, true);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new ZstdError("damaged", { cause: error });
  }
}

/** The frames, one after another, each looked through for what it asks for; those for users' own data are passed over. */
function* framesOf(bytes: Buffer): Generator<Buffer> {
  let at = 0;
  for (let frames = 0; at < bytes.length; frames += 1) {
    if (frames >= MAX_FRAMES || at + 9 > bytes.length) throw new ZstdError("damaged");
    const magic = bytes.readUInt32LE(at);
    const end = (magic & 0xfffffff0) >>> 0 === 0x184d2a50 ? at + 8 + bytes.readUInt32LE(at + 4) : frameEnd(bytes, at);
    if (magic === MAGIC) yield bytes.subarray(at, end);
    at = end;
  }
}

/** RFC 8878, 3.1.1: a header with the window's size, blocks that each say their own, and a checksum. */
function frameEnd(bytes: Buffer, start: number): number {
  if (bytes.readUInt32LE(start) !== MAGIC) throw new ZstdError("damaged");
  const flags = bytes[start + 4] ?? 0;
  const isSingle = (flags & 32) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  let at = start + (isSingle ? 5 : 6) + dictionaryBytes;
  if (at + sizeBytes > bytes.length) throw new ZstdError("damaged");
  const window = isSingle ? contentSize(bytes, at, sizeBytes) : windowSize(bytes[start + 5] ?? 0);
  if (window > MAX_WINDOW) throw new ZstdError("asks for a window that is too long");
  at += sizeBytes;
  for (let isLast = false; !isLast; ) {
    if (at + 3 > bytes.length) throw new ZstdError("damaged");
    const block = bytes.readUIntLE(at, 3);
    isLast = (block & 1) === 1;
    at += 3 + (((block >> 1) & 3) === 1 ? 1 : block >> 3);
  }
  const end = at + ((flags & 4) === 0 ? 0 : 4);
  if (end > bytes.length) throw new ZstdError("damaged");
  return end;
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function contentSize(bytes: Buffer, at: number, sizeBytes: number): number {
  if (sizeBytes === 8) return Number(bytes.readBigUInt64LE(at));
  return bytes.readUIntLE(at, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
}
