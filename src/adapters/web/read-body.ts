import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`more than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}

/** An encoding that was not asked for. */
export class UnknownEncodingError extends Error {
  override readonly name = "UnknownEncodingError";
}

const MAX_ENCODINGS = 2;

/**
 * Reads a body whole, unpacking it on the way. Both what comes over the wire and what it unpacks to is counted while it comes, so that
 * neither an endless body nor a small one that unpacks to gigabytes fills the memory.
 */
export async function readBody(body: Readable, encoding: string, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = unpack(body, encoding, limitBytes);
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limitBytes) {
      body.destroy();
      throw new TooLargeError(limitBytes);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

function unpack(body: Readable, header: string, limitBytes: number): Readable {
  const encodings = header
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length === 0) return body;
  if (encodings.length > MAX_ENCODINGS) throw new UnknownEncodingError(header);
  const steps = encodings.reverse().map(decoderOf);
  let last: Readable = body;
  for (const step of [countBytes(limitBytes), ...steps]) {
    // The reader sees a failure as the last stream's error; the callback only keeps it from being thrown a second time.
    last = pipeline(last, step, () => undefined);
  }
  return last;
}

function decoderOf(name: string): Transform {
  // A stream that ends early still gives what it has: servers cut the trailer off.
  if (name === "gzip" || name === "x-gzip") return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  if (name === "deflate") return createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  if (name === "br") return createBrotliDecompress();
  throw new UnknownEncodingError(name);
}

function countBytes(limitBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      size += chunk.length;
      if (size > limitBytes) done(new TooLargeError(limitBytes));
      else done(null, chunk);
    },
  });
}
