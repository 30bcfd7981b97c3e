import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from "node:zlib";
import { decompressZstd } from "./decompress-zstd.ts";

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
/** Registered ways to compress (IANA) that are not read. Any other name is a mistake of the server's, such as utf-8 or none. */
const UNREAD = new Set("compress x-compress exi pack200-gzip dcb dcz".split(" "));

/**
 * Reads a body whole, and unpacks it. What comes over the wire is counted while it comes, and what it unpacks to while it is unpacked, so that
 * neither an endless body nor a small one that unpacks to gigabytes fills the memory. Many servers name an encoding that the bytes are not in:
 * the bytes decide, where they tell.
 */
export async function readBody(body: Readable, encoding: string, limitBytes: number): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const known = names.filter((name) => UNPACK.has(name) || UNREAD.has(name));
  if (known.length > MAX_ENCODINGS || known.some((name) => UNREAD.has(name))) throw new UnknownEncodingError(encoding);
  let bytes = await collect(body, limitBytes);
  for (const name of known.reverse()) bytes = await unpack(bytes, name, limitBytes);
  // A file that was compressed before it was put there, such as sitemap.xml.gz.
  return isGzip(bytes) ? unpack(bytes, "gzip", limitBytes) : bytes;
}

async function collect(body: Readable, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
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

/** A stream that ends early still gives what it has: servers cut the trailer off. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };
type Unpack = (bytes: Buffer, limitBytes: number) => Promise<Buffer>;

const UNPACK = new Map<string, Unpack>([
  ["gzip", (bytes, maxOutputLength) => promisify(gunzip)(bytes, { ...LENIENT, maxOutputLength })],
  ["x-gzip", (bytes, maxOutputLength) => promisify(gunzip)(bytes, { ...LENIENT, maxOutputLength })],
  // RFC 9110 means zlib's format; some servers send what is in it.
  [
    "deflate",
    (bytes, maxOutputLength) => promisify(isZlib(bytes) ? inflate : inflateRaw)(bytes, { ...LENIENT, maxOutputLength }),
  ],
  ["br", (bytes, maxOutputLength) => promisify(brotliDecompress)(bytes, { maxOutputLength })],
  ["zstd", async (bytes, limitBytes) => decompressZstd(bytes, limitBytes)],
]);

async function unpack(bytes: Buffer, name: string, limitBytes: number): Promise<Buffer> {
  if (bytes.length === 0 || isText(bytes)) return bytes;
  try {
    return (await UNPACK.get(name)?.(bytes, limitBytes)) ?? bytes;
  } catch (error) {
    if (error instanceof RangeError) throw new TooLargeError(limitBytes);
    throw error;
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** RFC 1950: the method is deflate, and the first two bytes are a multiple of 31. */
function isZlib(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 15) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

/** Whether it begins as a page, a feed or JSON does, which nothing that is compressed goes on with. */
function isText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64).toString("latin1");
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<[?!a-z]|[{[]\s*["{[])/i.test(head) && !/[^\t\n\r\x20-\xff]/.test(head);
}
