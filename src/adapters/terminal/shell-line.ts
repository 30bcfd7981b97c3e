/** What no shell gives a meaning of its own. */
const PLAIN = /^[\p{L}\p{N}_./:@%+=,-]+$/u;

/** A command as a shell passes it on unchanged: `add https://…?a=1&b=2` keeps its address whole, and a topic in quotation marks keeps those. */
export function shellLine(line: string): string {
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
