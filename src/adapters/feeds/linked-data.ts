import { z } from "zod";
import type { PageDocument } from "./pages/page-document.ts";

/** schema.org's things on a page as JSON-LD, their keys in lower case and without a prefix. */
export type LinkedThing = Record<string, unknown>;

const MAX_CHARACTERS = 200_000;
/** Of one page: lists of related stories hold hundreds. */
const MAX_THINGS = 500;
const MAX_DEPTH = 6;

/** Everything that a page says of itself and of others in JSON-LD, whatever it is nested in, in the order of the page. */
export function linkedThings(document: PageDocument): LinkedThing[] {
  const found: LinkedThing[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const text = script.textContent ?? "";
    if (text.length <= MAX_CHARACTERS) collect(parseJson(text), found, 0);
  }
  return found;
}

function collect(value: unknown, found: LinkedThing[], depth: number): void {
  if (depth > MAX_DEPTH || found.length >= MAX_THINGS) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, found, depth + 1);
    return;
  }
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  if (!parsed.success) return;
  const thing: LinkedThing = {};
  for (const [key, each] of Object.entries(parsed.data)) thing[plainKey(key)] = each;
  found.push(thing);
  for (const key of NESTED) if (typeof thing[key] === "object") collect(thing[key], found, depth + 1);
}

/** Where a page puts one thing into another. Stories that it lists beside its own are in none of these. */
const NESTED = ["graph", "mainentity", "mainentityofpage", "haspart"];

/** "@type", "schema:headline", "http://schema.org/datePublished". */
function plainKey(key: string): string {
  return key
    .slice(Math.max(key.lastIndexOf(":"), key.lastIndexOf("/")) + 1)
    .replace(/^@/, "")
    .toLowerCase();
}

/** JSON as sites write it: in comments, with line breaks in texts, and with commas too many or too few. */
export function parseJson(text: string): unknown {
  const bare = text.replace(/<!--|-->|<!\[CDATA\[|\/\*|\*\/|\]\]>|^[ \t]*\/\/[ \t]*(?=<|\]|$)/gm, "").trim();
  for (const each of [
    bare,
    bare
      .replace(/\p{Cc}/gu, " ")
      .replace(/([}\]])(\s{1,40})(?=")/g, "$1,$2")
      .replace(/,(\s{0,20})(?=[}\]])/g, "$1")
      .replace(/;$/, ""),
  ]) {
    try {
      return JSON.parse(each);
    } catch {
      // The second attempt mends what is often wrong.
    }
  }
  return null;
}

const typeNames = z.union([z.string().transform((type) => [type]), z.array(z.string().catch(""))]).catch([]);

export function isOfType(thing: LinkedThing, type: RegExp): boolean {
  return typeNames.parse(thing["type"]).some((each) => type.test(each));
}

/** A field as text: itself, or what the object in its place is called. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value !== "object" || value === null) return undefined;
  const named = new Map(Object.entries(value).map(([key, each]) => [plainKey(key), each]));
  const inner = named.get("value") ?? named.get("name") ?? named.get("id");
  return typeof inner === "string" ? inner : undefined;
}

/** The names in a field that holds one or several. */
export function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map(nameOf).filter((name) => name !== undefined);
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const named = new Map(Object.entries(value).map(([key, each]) => [plainKey(key), each]));
  const name = named.get("name");
  return Array.isArray(name) ? textOf(name[0]) : typeof name === "string" ? name : undefined;
}

/** schema.org's false in all its spellings: false, "False", "no", "http://schema.org/False", and whatever holds one of them. */
export function saysNo(value: unknown): boolean {
  if (value === false || value === 0) return true;
  const text = textOf(value);
  return text !== undefined && /^(?:.{0,60}[/:#])?(?:false|no|0)$/i.test(text.trim());
}

export function saysYes(value: unknown): boolean {
  if (value === true) return true;
  const text = textOf(value);
  return text !== undefined && /^(?:.{0,60}[/:#])?(?:true|yes|1)$/i.test(text.trim());
}
