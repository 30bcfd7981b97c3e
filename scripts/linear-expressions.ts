import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RegExpParser } from "@eslint-community/regexpp";
import { parseSync } from "oxc-parser";
import { analyse } from "scslre";

/** A regular expression of a program, and where it stands. */
export interface Expression {
  path: string;
  line: number;
  source: string;
  flags: string;
}

/**
 * One sentence for each regular expression that may take more than linear time: of two parts that can share a text in several ways, or of
 * a part that is tried anew from each place of a long run. All texts come from strangers: none may be slow, however long. What scslre
 * finds is slow; alternatives that overlap within a repetition ("(?:a|[ab])*c") it may miss.
 */
export function slowExpressions(expressions: readonly Expression[]): string[] {
  const parser = new RegExpParser();
  const slow: string[] = [];
  for (const { path, line, source, flags } of expressions) {
    const read = parser.parseFlags(flags);
    const pattern = parser.parsePattern(source, 0, source.length, { unicode: read.unicode, unicodeSets: read.unicodeSets });
    const [report] = analyse({ pattern, flags: read }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports;
    if (report === undefined) continue;
    const time = report.exponential ? "exponential" : "quadratic";
    slow.push(
      `${path}:${line}: /${source.slice(0, 80)}/${flags} may take ${time} time: say its parts so that no text can be shared by two of them, or strip ends with a loop.`,
    );
  }
  return slow;
}

/** The literal regular expressions of a TypeScript file. */
export function expressionsIn(path: string, text: string): Expression[] {
  const found: Expression[] = [];
  const pending: unknown[] = [parseSync(path, text).program];
  for (let node = pending.pop(); pending.length > 0 || node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    if ("regex" in node && "start" in node) {
      const { regex, start } = node as { regex: { pattern: string; flags: string }; start: number };
      found.push({ path, line: text.slice(0, start).split("\n").length, source: regex.pattern, flags: regex.flags });
    } else pending.push(...Object.values(node));
  }
  return found.sort((a, b) => a.line - b.line);
}

/** The regular expressions of all TypeScript files under a folder, but of what is generated. */
export function expressionsUnder(folder: string): Expression[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return files
    .filter((path) => !path.includes("generated"))
    .sort()
    .flatMap((path) => expressionsIn(path, readFileSync(join(folder, path), "utf8")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const slow = slowExpressions(expressionsUnder(fileURLToPath(new URL("../src", import.meta.url))));
  for (const sentence of slow) console.error(`src/${sentence}`);
  process.exitCode = slow.length > 0 ? 1 : 0;
}
