/** U+FFFD, and UTF-8 that was read as Windows-1252 or ISO-8859-1: "MÃ¼ller", "â€œ", "Â " before a space that does not break. */
const FAULT = /\ufffd|[\u00c2\u00c3][\u0080-\u00bf\u201a-\u2122]|\u00e2(?:\u20ac.|\u0080[\u0080-\u00bf])/gu;

/** How many characters of a text were decoded wrongly. */
export function decodingFaults(text: string): number {
  return text.match(FAULT)?.length ?? 0;
}
