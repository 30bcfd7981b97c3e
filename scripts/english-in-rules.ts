import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { RELATIONS, TAGS } from "../src/grammar/labels.ts";
import { readSources } from "./walls.ts";

/** The rooms and files whose rules hold no English of their own: its words and patterns are named in `src/extract/en/`. */
export const RULES = [
  "answer/",
  "briefing/",
  "evidence/",
  "extract/clauses/",
  "extract/people/",
  "extract/quotes/",
  "extract/boilerplate.ts",
  "extract/find-countries.ts",
  "extract/find-people.ts",
  "extract/find-quotes.ts",
  "extract/named-like-a-country.ts",
];
/** So many words are a list; one or two are compared with. */
const MIN_WORDS = 3;
const GRAMMAR: ReadonlySet<string> = new Set([...RELATIONS, ...TAGS]);

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/**
 * One sentence for each regular expression with a written word in it, and for each list of words, in the rules. A list is what `words()`,
 * `new Set([…])` or `"…".split(" ")` makes of three words or more in lower case. A word that is compared with (`=== "of"`) is no list; the
 * labels of the grammar are no English.
 */
export function englishInRules(sources: Map<string, string>): string[] {
  const found: string[] = [];
  for (const [path, source] of sources) {
    if (!RULES.some((rule) => path.startsWith(rule))) continue;
    for (const node of nodesOf(parseSync(path, source).program)) {
      const what = patternIn(node) ?? listIn(node);
      if (what === null) continue;
      const line = source.slice(0, node.start).split("\n").length;
      found.push(`src/${path}:${line} holds English (${what.slice(0, 60)}): name it in src/extract/en and import it.`);
    }
  }
  return found;
}

function* nodesOf(root: unknown): Generator<Node> {
  const pending = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== "object" || node === null) continue;
    if ("type" in node && "start" in node) yield node as Node;
    pending.push(...Object.values(node).reverse());
  }
}

/** A regular expression in which letters stand for themselves, two in a row or more. */
function patternIn(node: Node): string | null {
  if (node["regex"] === undefined) return null;
  const { pattern } = node["regex"] as { pattern: string };
  const plain = pattern.replace(/\\[pP]\{\w+\}|\\[a-zA-Z]|\[[^\]]*\]|\(\?<?[=!:]/g, " ");
  return /[a-z]{2}/i.test(plain) ? `/${pattern}/` : null;
}

function listIn(node: Node): string | null {
  const list = wordsOf(node).filter((word) => /^[\p{Ll}’'-]{2,}$/u.test(word) && !GRAMMAR.has(word));
  return list.length >= MIN_WORDS ? list.join(" ") : null;
}

function wordsOf(node: Node): string[] {
  if (node.type === "NewExpression") {
    const [list] = node["arguments"] as Node[];
    const elements = list?.type === "ArrayExpression" ? (list["elements"] as (Node | null)[]) : [];
    return elements.flatMap((element) => (typeof element?.["value"] === "string" ? [element["value"]] : []));
  }
  if (node.type !== "CallExpression") return [];
  const callee = node["callee"] as Node;
  if (callee["name"] === "words") return (node["arguments"] as Node[]).flatMap(written);
  const property = callee["property"] as Node | undefined;
  return property?.["name"] === "split" ? written(callee["object"] as Node) : [];
}

/** The words of a string, be it written in several parts. */
function written(node: Node): string[] {
  if (typeof node["value"] === "string") return node["value"].split(" ");
  if (node.type === "ParenthesizedExpression") return written(node["expression"] as Node);
  return node.type === "BinaryExpression" ? [...written(node["left"] as Node), ...written(node["right"] as Node)] : [];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = englishInRules(readSources(fileURLToPath(new URL("../src", import.meta.url))));
  for (const sentence of found) console.error(sentence);
  if (found.length > 0) process.exitCode = 1;
}
