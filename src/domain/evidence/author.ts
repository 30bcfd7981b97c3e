/** Longer than any name; what is longer is a biography, or an attack. */
const MAX_NAME = 80;
/** Papers name more for an investigation; a line of them is enough. */
const MAX_NAMES = 4;
/** What a publisher's program writes where nobody put a name. */
const NOBODY = /^(?:admin|administrator|webmaster|author|staff|unknown|none|null|undefined|n\/a)$/i;
/** Characters that turn the direction of what follows, or that nobody sees; joiners belong to names of several scripts. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;

/** Who wrote an article, out of what its publisher gives in the places for that; null where none of it is a name. */
export function authorLine(given: (string | null | undefined)[]): string | null {
  const names: string[] = [];
  for (const each of given) {
    const name = nameOf(each ?? "");
    if (name !== null && names.length < MAX_NAMES && !names.includes(name)) names.push(name);
  }
  return names.length === 0 ? null : names.join(", ");
}

function nameOf(given: string): string | null {
  const line = given
    .slice(0, 4 * MAX_NAME)
    .toWellFormed()
    .replace(UNSEEN, " ")
    .replace(/\s+/g, " ")
    .trim();
  // RSS asks for "jane@gazette.example (Jane Doe)".
  const inBrackets = /^[^\s@]+@[^\s@]+ \(([^()]+)\)$/.exec(line)?.[1] ?? line;
  const name = inBrackets.replace(/^by\b[: ]+/i, "").trim();
  // An address in the place of a name, of a page or of mail, is none.
  if (name.length > MAX_NAME || /:\/\/|@|^www\./i.test(name) || !/\p{L}/u.test(name) || NOBODY.test(name)) return null;
  return name;
}
