import { isUtf8 } from "node:buffer";
import { detect } from "chardet";

/** Where a document names its encoding itself: an XML declaration, or HTML's meta. */
const IN_DOCUMENT =
  /^\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']|<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;
/** By the HTML standard it stands in the first kilobyte. Scripts and comments push it further down. */
const HEAD_BYTES = 65_536;
/** Names that others use for encodings of the Encoding Standard. */
const ALIASES: Record<string, string> = {
  cp932: "shift_jis",
  "x-mac-japanese": "shift_jis",
  shiftjis: "shift_jis",
  eucjp: "euc-jp",
  cp51932: "euc-jp",
  "eucjp-win": "euc-jp",
  euckr: "euc-kr",
  cp949: "euc-kr",
  uhc: "euc-kr",
  cp936: "gbk",
  "gb-2312": "gbk",
  cp950: "big5",
  "big-5": "big5",
  "big5-tw": "big5",
  utf8mb4: "utf-8",
  utf_8: "utf-8",
  cp65001: "utf-8",
  ansi: "windows-1252",
  "latin-1": "windows-1252",
  win1251: "windows-1251",
  win1252: "windows-1252",
};
/** Encodings in seven bits, whose bytes are all valid UTF-8 without being it. */
const SEVEN_BITS = /^(?:iso-2022-(?:jp|kr|cn)|csiso2022\w{2}|hz(?:-gb-2312)?)$/i;
const ESCAPE = 0x1b;
const TILDE = 0x7e;
/** In UTF-16 every second byte of markup is zero. */
const WIDE_SHARE = 0.3;
const WIDE_SAMPLE = 2000;
/** A text in UTF-8 with so many whole characters for each broken byte was cut or glued, and is no other encoding. */
const MOSTLY_UTF8 = 8;
/** A declared encoding with more replacements among its characters beyond ASCII is not the one. */
const MOST_WRONG = 0.1;
/** Bytes that the detector looks at. */
const SAMPLE_BYTES = 32_768;
/** "<" and ">", which are no part of a character in any encoding that the web uses. */
const [OPENING, CLOSING] = [0x3c, 0x3e];

/**
 * The text of a body: by its byte order mark or zeros, else as UTF-8 where the bytes are that or nearly are, whatever the header says (many
 * say what their server was set up with), else as the header or the document says, else as chardet finds. What is broken becomes U+FFFD.
 * Never fails.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const mark = byteOrderMark(body) ?? wideOrder(body);
  if (mark !== null) return decode(body, mark) ?? "";
  const mayBeNarrow = body.includes(ESCAPE) || body.includes(TILDE);
  // So are nearly all bodies, whatever they declare.
  if (!mayBeNarrow && isUtf8(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
  const declared = [/charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(contentType)?.[1], namedInside(body)]
    .filter((label) => label !== undefined)
    .map((label) => ALIASES[label.toLowerCase()] ?? label)
    // The zeros of UTF-16 would have been seen: programs name it that hold their texts in it.
    .filter((label) => !/^(?:utf-?16|ucs-?2|unicode\b|iso-10646)/i.test(label));
  const narrow = declared.find((label) => SEVEN_BITS.test(label));
  if (narrow !== undefined && mayBeNarrow) return decode(body, narrow) ?? "";
  if (isMostlyUtf8(body)) return sevenBits(body) ?? decode(body, "utf-8") ?? "";
  for (const label of declared) {
    const text = decode(body, label);
    if (text !== null && wrongShare(text) <= MOST_WRONG) return text;
  }
  return decode(body, detected(body)) ?? decode(body, "windows-1252") ?? "";
}

/** An ISO-8859 has control characters where Windows has dashes and quotation marks, and no text has those. */
function detected(body: Uint8Array): string {
  const label = detect(sampleOf(body)) ?? "";
  const windows = WINDOWS[label.toLowerCase()];
  return windows !== undefined && body.some((byte) => byte >= 0x80 && byte <= 0x9f) ? windows : label;
}

const WINDOWS: Record<string, string> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-2": "windows-1250",
  "iso-8859-5": "windows-1251",
  "iso-8859-6": "windows-1256",
  "iso-8859-7": "windows-1253",
  "iso-8859-8": "windows-1255",
  "iso-8859-9": "windows-1254",
  "iso-8859-15": "windows-1252",
};

function byteOrderMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a byte order mark, by where its zeros stand. */
function wideOrder(body: Uint8Array): string | null {
  const zeros = [0, 0];
  const length = Math.min(body.length, WIDE_SAMPLE);
  for (let at = 0; at < length; at++) if (body[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < (WIDE_SHARE * length) / 2) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function namedInside(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, HEAD_BYTES)).toString("latin1");
  const match = IN_DOCUMENT.exec(head);
  return match?.[1] ?? match?.[2];
}

/** ISO-2022-JP that nobody named: its escapes stand in no other text. */
function sevenBits(body: Uint8Array): string | null {
  const at = body.indexOf(ESCAPE);
  const isJapanese = at >= 0 && body[at + 1] === 0x24 && (body[at + 2] === 0x40 || body[at + 2] === 0x42);
  return isJapanese ? decode(body, "iso-2022-jp") : null;
}

/** Counts characters of several bytes and bytes that belong to none. Nearly every body is valid, which Node tells at once. */
function isMostlyUtf8(body: Uint8Array): boolean {
  if (isUtf8(body)) return true;
  let [whole, broken] = [0, 0];
  for (let at = 0; at < body.length; ) {
    const byte = body[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthAt(body, at);
    if (length === 0) broken += 1;
    else whole += 1;
    at += Math.max(1, length);
  }
  return whole >= broken * MOSTLY_UTF8;
}

/** Bytes of the UTF-8 character that begins here, 0 where none does. One that the end cuts off counts as it is. */
function lengthAt(body: Uint8Array, at: number): number {
  const first = body[at] ?? 0;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((body[at + next] ?? 0x80) & 0xc0) !== 0x80) return 0;
  return length;
}

function wrongShare(text: string): number {
  let [wrong, beyond] = [0, 0];
  for (const character of text.matchAll(/[^\p{ASCII}]/gu)) {
    beyond += 1;
    if (character[0] === "\ufffd" || /[\u0080-\u009f]/.test(character[0])) wrong += 1;
  }
  return beyond === 0 ? 0 : wrong / beyond;
}

/** The texts between tags that are not ASCII: tags and scripts would make every page English. */
function sampleOf(body: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  let size = 0;
  let from = 0;
  let isTold = false;
  for (let at = 0; at <= body.length && size < SAMPLE_BYTES; at++) {
    const byte = body[at] ?? OPENING;
    if (byte >= 0x80) isTold = true;
    if (byte !== OPENING && byte !== CLOSING) continue;
    if (isTold) {
      const told = body.subarray(from, Math.min(at, from + SAMPLE_BYTES - size));
      sample.set(told, size);
      size += told.length;
    }
    from = at + 1;
    isTold = false;
  }
  return sample.subarray(0, size);
}

/** Null where the label names no encoding. */
function decode(body: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(ALIASES[label.toLowerCase()] ?? label);
    const text = decoder.decode(body);
    return decoder.encoding === "windows-1252" ? withMarks(text) : text;
  } catch {
    return null;
  }
}

/** Some versions of Node read Windows-1252 as ISO-8859-1 (nodejs/node issue 56542): its quotation marks become control characters. */
function withMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => MARKS[control.charCodeAt(0) - 0x80] ?? control);
}

const MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
