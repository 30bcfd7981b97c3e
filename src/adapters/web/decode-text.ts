/** Where a document names its encoding itself: an XML declaration, or HTML's meta (in its first kilobyte, by the HTML standard). */
const IN_DOCUMENT =
  /^\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']|<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;
const HEAD_BYTES = 1024;
/** Encodings whose bytes may all be valid UTF-8 without being it. */
const SEVEN_BIT_OR_WIDE = /^(?:utf-?16|iso-2022|hz)/i;

/**
 * The text of a body: by its byte order mark, else as UTF-8 where the bytes are that, whatever the header says (many say what their
 * server was set up with), else as the header or the document says, else as Windows-1252, as browsers take it. Never fails.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const mark = byteOrderMark(body);
  if (mark !== null) return decode(body, mark, false) ?? "";
  const named = [/charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(contentType)?.[1], namedInside(body)];
  const declared = named.filter((label) => label !== undefined);
  const order = [...declared.filter((label) => SEVEN_BIT_OR_WIDE.test(label)), "utf-8", ...declared];
  for (const label of order) {
    const text = decode(body, label, true);
    if (text !== null) return text;
  }
  return decode(body, "windows-1252", false) ?? "";
}

function byteOrderMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return null;
}

function namedInside(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, HEAD_BYTES)).toString("latin1");
  const match = IN_DOCUMENT.exec(head);
  return match?.[1] ?? match?.[2];
}

/** Null where the label names no encoding, or the bytes are none in it. */
function decode(body: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(body);
  } catch {
    return null;
  }
}
