import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/documents/frame.ts";
import type { Frame } from "../../src/documents/frames/frame-words.ts";
import { LANGUAGES } from "../../src/domain/digests/digest.ts";

/** Words of programmers that mean nothing to a reader: of values, of databases and queues, and the program's own names of things. */
const INNER = new RegExp(
  `(?:^|[^\\p{L}_-])(?:${[
    ...[
      "undefined",
      "null",
      "NaN",
      "boolean",
      "enums?",
      "regex(?:es|p)?",
      "payloads?",
      "prisma",
      "tenants?",
      "tuples?",
      "mutex\\w*",
    ],
    ...["dedup(?:e[ds]?|licat\\w*)", "upsert\\w*", "idempoten\\w*", "nonces?", "callbacks?", "singletons?", "stack ?traces?"],
    ...["foreign keys?", "primary keys?", "[a-z]+[A-Z]\\p{L}*", "off-topic", "not-held", "same-as", "statement-signing"],
  ].join("|")})(?![\\p{L}_-])`,
  "u",
);
/** What stands in a sentence as it is typed or as its owner spells it. */
const SPELT_SO =
  /\/correct|(?:such as|etwa|par exemple) meeting m12|standard input: \{|\d+ kB|… kB|quote ID speaker NAME|openai|discord\.com|api\.slack|WebSocket|JavaScript|GitHub|LibreOffice|macOS|PostgreSQL|PgBouncer|YouTube|OAuth|NetNewsWire|\b[a-z]+\.[a-z]+[A-Z]/;
/** For programs and their makers: descriptions of fields, what reads a database or a page, what draws and writes files. */
const NOT_SEEN =
  /^src\/(?:commands\/reads|adapters\/(?:prisma|api|mcp|queue|openai|feeds\/pages)|documents\/(?:pictures|export\/write-docx)|extract|grammar|model|config\/model)/;
/** A log is read by operators, who know Discord's and Slack's words; a RegExp is no text. */
const CALLEES = new Set(["debug", "info", "warn", "error", "RegExp", "describe", "Error"]);
/** Properties of documents and forms that are shown, however short. */
const SHOWN = new Set(["label", "title", "text", "caption", "hint", "placeholder", "description"]);

interface Found {
  where: string;
  words: string;
}

/** Every text of a source file that somebody may see: strings of several words, and short ones that a document or a form shows. */
function textsIn(path: string, source: string): Found[] {
  const { program } = parseSync(path, source);
  const found: Found[] = [];
  const unseen: [number, number][] = [];
  const isUnseen = (at: number) => unseen.some(([start, end]) => at >= start && at < end);
  const add = (at: number, words: string, isShort: boolean) => {
    if (words.includes(" ") || isShort) found.push({ where: `${path}:${source.slice(0, at).split("\n").length}`, words });
  };
  const shorts = new Set<number>();
  new Visitor({
    CallExpression({ callee, start, end }) {
      const name = callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : null;
      if (name !== null && CALLEES.has(name)) unseen.push([start, end]);
    },
    NewExpression({ callee, start, end }) {
      if (callee.type === "Identifier" && CALLEES.has(callee.name)) unseen.push([start, end]);
    },
    TaggedTemplateExpression: ({ start, end }) => void unseen.push([start, end]),
    TSLiteralType: ({ start, end }) => void unseen.push([start, end]),
    Property({ key, value }) {
      if (key.type === "Identifier" && SHOWN.has(key.name)) shorts.add(value.start);
    },
    Literal({ value, start }) {
      if (typeof value === "string" && !isUnseen(start)) add(start, value, shorts.has(start));
    },
    TemplateLiteral({ quasis, start }) {
      if (!isUnseen(start)) add(start, quasis.map(({ value }) => value.cooked ?? "").join("…"), shorts.has(start));
    },
  }).visit(program);
  return found;
}

function allTexts(): Found[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("generated"))
    .map((name) => join("src", name))
    .filter((path) => !NOT_SEEN.test(path))
    .flatMap((path) => textsIn(path, readFileSync(path, "utf8")));
}

function inner(texts: Found[]): string[] {
  return texts.filter(({ words }) => INNER.test(words) && !SPELT_SO.test(words)).map(({ where, words }) => `${where} ${words}`);
}

describe("what somebody may see of the program", () => {
  const texts = allTexts();

  it("is found: help, errors, labels and forms", () => {
    expect(texts.length).toBeGreaterThan(1500);
    for (const words of ["Add to calendar", "Back", "Not in my sources. …", "What is wrong?", "Ask a follow-up"])
      expect(texts.map((each) => each.words)).toContain(words);
  });

  it("has no inner word", () => {
    expect(inner(texts)).toEqual([]);
  });

  it("would be caught with one", () => {
    const source = 'say("The payload is null."); const a = { label: "tenant" }; logger.warn("A payload came");';
    expect(inner(textsIn("a.ts", source))).toEqual(["a.ts:1 The payload is null.", "a.ts:1 tenant"]);
  });
});

type Spoken = { [Key in keyof Frame as Frame[Key] extends (...given: never[]) => string ? Key : never]: Frame[Key] };
type Samples = { [Key in keyof Spoken]: Spoken[Key] extends (...given: infer Given) => string ? Given[] : never };

const SAMPLES: Samples = {
  planned: [
    [1, 1],
    [3, 2],
  ],
  until: [["9 May"]],
  withdrawn: [[1], [2]],
  nothingNew: [["Quad"]],
  left: [[1], [2]],
  publishers: [[1], [2]],
  carried: [
    [null, 2, "A, B"],
    ["Kyodo", 2, "A, B"],
  ],
  since: [["1 quote"]],
  change: [
    [{ kind: "articles", count: 2, publishers: ["A"] }],
    [{ kind: "changed", count: 1, publishers: ["A"] }],
    [{ kind: "withdrawn", count: 1, publishers: ["A"] }],
    [{ kind: "corrected", publisher: "A", words: "words" }],
    [{ kind: "unquoted", publisher: "A", words: "words" }],
    [{ kind: "now-says", publisher: "A", now: "two", before: "one" }],
    [{ kind: "quotes", count: 1 }],
    [{ kind: "cancelled", count: 2 }],
  ],
  differ: [["talks"]],
  says: [["A", "9 May"]],
  redated: [["A", "talks"]],
  dayNow: [["9 May"]],
  dayBefore: [["8 May"]],
  read: [[1], [2]],
  failing: [[1, "A"]],
  more: [["A, B", 2]],
  used: [
    [1, 1],
    [2, 2],
  ],
  chosen: [["a model"]],
  written: [
    ["a model", 0],
    ["a model", 2],
  ],
  late: [["9 May", "2 h"]],
  catchUp: [[2, "8 May", "9 May"]],
  place: [["Oslo"]],
  topics: [["fish"]],
};

describe.each(LANGUAGES)("a digest's own words in %s", (language) => {
  const frame = frameOf(language);

  it("are whole sentences without an inner word, whatever is put in", () => {
    const said = (Object.entries(SAMPLES) as [keyof Spoken, unknown[][]][]).flatMap(([key, samples]) =>
      samples.map((given) => (frame[key] as (...given: unknown[]) => string)(...given)),
    );
    const plain = Object.values(frame).flatMap((each) =>
      typeof each === "string" ? [each as string] : typeof each === "object" ? Object.values(each as Record<string, string>) : [],
    );
    expect(said.length).toBeGreaterThan(30);
    expect([...said, ...plain].filter((words) => INNER.test(words) || /\s{2}|\.\.|\( |\bobject\b/.test(words))).toEqual([]);
  });
});
