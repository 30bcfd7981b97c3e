import { parseSync } from "oxc-parser";

interface Change {
  start: number;
  end: number;
  was: string;
  becomes: string;
}

/**
 * A module whose regular expressions and raw texts say the same in ASCII. Of all that code may hold beyond ASCII, esbuild cannot escape these,
 * because it does not look into them. Throws where the module cannot be parsed.
 */
export function escapePatterns(name: string, module: string): string {
  if (isAscii(module)) return module;
  const { program, errors } = parseSync(name, module);
  if (errors[0] !== undefined) throw new Error(`${name}: ${errors[0].message}`);
  const changes: Change[] = [];
  visit(program, changes);
  let text = module;
  for (const { start, end, was, becomes } of changes.sort((a, b) => b.start - a.start)) {
    // What a piece of a template spans has its marks in it or not, as the parser likes.
    const at = text.slice(start, end).indexOf(was) + start;
    text = text.slice(0, at) + becomes + text.slice(at + was.length);
  }
  return text;
}

function visit(node: unknown, changes: Change[]): void {
  if (Array.isArray(node)) for (const each of node) visit(each, changes);
  if (typeof node !== "object" || node === null || !("type" in node)) return;
  const found = node as { type: string; start: number; end: number; raw?: string | null; value?: unknown; regex?: unknown };
  if (found.type === "Literal" && found.regex !== undefined && typeof found.raw === "string" && !isAscii(found.raw))
    changes.push({ start: found.start, end: found.end, was: found.raw, becomes: escaped(found.raw) });
  if (found.type === "TaggedTemplateExpression") visitRaw(node as unknown as Tagged, changes);
  for (const value of Object.values(node)) visit(value, changes);
}

interface Tagged {
  tag: { property?: { name?: string } };
  quasi: { quasis: { start: number; end: number; value: { raw: string } }[] };
}

/** `String.raw` would show an escape as it stands: the characters are put in as values. To another tag, values mean something else. */
function visitRaw({ tag, quasi }: Tagged, changes: Change[]): void {
  if (tag.property?.name !== "raw") return;
  for (const { start, end, value } of quasi.quasis)
    if (!isAscii(value.raw)) changes.push({ start, end, was: value.raw, becomes: value.raw.replace(/[^\0-\x7f]+/g, asValue) });
}

function asValue(text: string): string {
  return `\${"${escaped(text)}"}`;
}

function escaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
