import { Readable } from "node:stream";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBody, TooLargeError, UnknownEncodingError } from "../../../src/adapters/web/read-body.ts";

const TEXT = `<?xml version="1.0"?><rss><channel><title>${"Harbour ".repeat(2000)}</title></channel></rss>`;
const read = (bytes: Buffer | string, encoding: string, limit = 100_000) =>
  readBody(Readable.from([Buffer.from(bytes)]), encoding, limit).then((body) => body.toString("utf8"));
/** A frame of Zstandard with blocks that are not compressed or repeat one byte, which needs no encoder. */
const frame = (head: number[], ...blocks: Buffer[]) => Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, ...head]), ...blocks]);
const block = (size: number, text: string, isLast = true) => {
  const head = Buffer.alloc(3);
  const isRepeated = text.length === 1 && size > 1;
  head.writeUIntLE(size * 8 + (isRepeated ? 2 : 0) + (isLast ? 1 : 0), 0, 3);
  return Buffer.concat([head, Buffer.from(text)]);
};

describe("a body is read", () => {
  it.each([
    ["gzip", "gzip", gzipSync(TEXT)],
    ["gzip by its old name", "x-gzip", gzipSync(TEXT)],
    ["brotli", "br", brotliCompressSync(TEXT)],
    ["deflate as the standard has it", "deflate", deflateSync(TEXT)],
    ["deflate without its wrapping", "deflate", deflateRawSync(TEXT)],
    ["gzip within deflate", "gzip, deflate", deflateSync(gzipSync(TEXT))],
    ["gzip that nobody told of", "", gzipSync(TEXT)],
    ["gzip without its end", "gzip", gzipSync(TEXT).subarray(0, -4)],
    ["plain text that is called gzip", "gzip", Buffer.from(TEXT)],
    ["plain text that is called deflate", "deflate", Buffer.from(TEXT)],
    ["plain text that is called brotli", "br", Buffer.from(`\ufeff${TEXT}`)],
  ])("in %s", async (_how, encoding, bytes) => {
    expect((await read(bytes, encoding)).replace("\ufeff", "")).toBe(TEXT);
  });

  it.each(["utf-8", "none", "aws-chunked", "identity", "binary", "UTF-8, none"])(
    "as it is where its encoding is called %s",
    async (encoding) => {
      expect(await read(TEXT, encoding)).toBe(TEXT);
    },
  );

  it("in Zstandard, frame by frame, without what is for others", async () => {
    const own = Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0]), Buffer.from("no")]);
    const first = frame([0x20, 6], block(6, "fish, "));
    const second = frame([0x00, 0x00], block(4, "wood", false), block(3, "!"));
    expect(await read(Buffer.concat([first, own, second]), "zstd")).toBe("fish, wood!!!");
  });
});

describe("a body is refused", () => {
  it.each([
    ["gzip", gzipSync(TEXT)],
    ["br", brotliCompressSync(TEXT)],
    ["deflate", deflateRawSync(TEXT)],
    ["zstd", frame([0x00, 0x38], ...[false, true].map((isLast) => block(100_000, "!", isLast)))],
    ["identity", Buffer.from(TEXT)],
  ])("that is longer than its limit, once unpacked, in %s", async (encoding, bytes) => {
    await expect(read(bytes, encoding, 10_000)).rejects.toThrow(TooLargeError);
  });

  it("that asks for a window of gigabytes, in whichever of its frames", async () => {
    const greedy = frame([0x00, 0xa8], block(1, "a"));
    const modest = frame([0x20, 1], block(1, "a"));
    for (const bytes of [greedy, Buffer.concat([modest, greedy])])
      await expect(read(bytes, "zstd")).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });

  it.each([
    ["cut off", frame([0x20, 6], block(6, "fi"))],
    ["of another kind", Buffer.from("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u0010")],
    ["of a thousand frames", Buffer.concat(Array.from({ length: 1000 }, () => frame([0x20, 1], block(1, "a"))))],
  ])("that is called Zstandard and is %s", async (_what, bytes) => {
    await expect(read(bytes, "zstd")).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });

  it.each(["compress", "dcz", "gzip, gzip, gzip"])("in %s", async (encoding) => {
    await expect(read(gzipSync(TEXT), encoding)).rejects.toThrow(UnknownEncodingError);
  });
});
