import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));

const packageJson = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

function markdownFiles(): string[] {
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const nested = ["docs", "demo", "test"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  );
  return [...top, ...nested].sort();
}

/** Paths in code spans: those that begin with a folder of this project, and root files written with an extension. */
function namedPaths(markdown: string): string[] {
  const folders = new Set(
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  );
  for (const folder of ["src", "test", "docs", "demo", "prisma", "scripts", "bench", ".ci"]) {
    folders.add(folder);
  }
  const spans = [...markdown.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? "");
  return spans.filter((span) => {
    const [first = "", ...rest] = span.split("/");
    const isPattern = /[*{}<>…]|[A-Z]{4,}\./.test(span);
    return (
      !isPattern &&
      (rest.length > 0 ? folders.has(first) : /^[\w.-]+\.(?:json|md|ts|mjs)$/.test(span) && existsSync(join(root, span)))
    );
  });
}

/** A folder's tree in an indented block: `    src/extract/   what it holds`. */
function treePaths(markdown: string): string[] {
  return [...markdown.matchAll(/^ {4}((?:src|test|docs|demo|prisma|scripts|bench|\.ci)(?:\/[\w.-]*)*)(?:\s|$)/gm)].map(
    (match) => match[1] ?? "",
  );
}

function linkTargets(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? "").replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target));
}

describe.each(markdownFiles())("%s", (file) => {
  const markdown = readFileSync(join(root, file), "utf8");

  test("every path that it names exists", () => {
    const missing = [...namedPaths(markdown), ...treePaths(markdown)].filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  test("every file that it links to exists", () => {
    const folder = dirname(join(root, file));
    const missing = linkTargets(markdown).filter((target) => !existsSync(resolve(folder, target)));
    expect(missing.map((target) => relative(root, resolve(folder, target)))).toEqual([]);
  });

  test("every npm script that it names exists", () => {
    const named = [...markdown.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

test("the documents that a newcomer looks for are there", () => {
  expect(markdownFiles()).toEqual(expect.arrayContaining(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]));
});

test("a decision is told in at most 300 words", () => {
  const long = markdownFiles()
    .filter((file) => file.startsWith("docs/decisions/"))
    .map((file) => ({ file, words: readFileSync(join(root, file), "utf8").trim().split(/\s+/).length }))
    .filter(({ words }) => words > 300);
  expect(long).toEqual([]);
});
