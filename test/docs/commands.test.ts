import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { runCli } from "../../src/adapters/terminal/cli.ts";
import type { Program } from "../../src/adapters/terminal/program.ts";
import type { Reply } from "../../src/domain/chat/chat.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import { emptyDepth } from "../../src/domain/job-queue.ts";
import type { IngestResult } from "../../src/ingest/ingest-articles.ts";
import { LISBON } from "../fakes/evidence.ts";
import { SUNDAY } from "../fakes/typed.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith(".md"),
);
const shown = pages.map((path) => readFileSync(join(root, path), "utf8"));
const commandsPage = readFileSync(join(root, "docs/commands.md"), "utf8");
const configurationPage = readFileSync(join(root, "docs/configuration.md"), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "attache-docs-"));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What stands for something in the documents, and what a reader may put there. */
const PLACEHOLDERS: Record<string, string[]> = {
  FILE: [join(root, "test/fixtures/she-and-he.json")],
  TOPIC: ["india-japan"],
  NAME: ["jaishankar"],
  QUESTION: ["Who", "met", "whom?"],
  SENTENCE: ["They met."],
  DATE: ["2023-01-31"],
  ID: ["article-1"],
  URL: ["file:./x.db"],
  "articles/*.json": [join(root, "test/fixtures/she-and-he.json")],
  "…": [],
};

/** Every command line that the documents show: `attache …` in the tables of docs/commands.md, and the lines of all examples. */
function shownCommands(): string[] {
  const inTable = [...commandsPage.matchAll(/`attache ([a-z][^`]*)`/g)].map((match) => match[1] ?? "");
  const inExamples = shown.flatMap((page) =>
    [...page.matchAll(/^ {3,4}(?:npm run (?:--silent )?attache --|npx attache) (.+)$/gm)].map((match) => match[1] ?? ""),
  );
  return [...new Set([...inTable, ...inExamples])];
}

/** A program that answers everything with nothing, and remembers what it was asked. */
const NOTHING: Extraction = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };

function createAsked(): { program: Program; intents: Intent[] } {
  const intents: Intent[] = [];
  const reply: Reply = {
    document: { title: "Nothing", audience: "channel", blocks: [], detail: [] },
    data: {},
    files: [],
    topic: null,
  };
  const program: Program = {
    serve: async () => undefined,
    mcp: async () => undefined,
    slackManifest: async () => ({}),
    discordInvite: async () => "",
    discordRegister: async () => [],
    rotateTokens: async () => ({ rotated: 0, current: 0, faults: [] }),
    reread: async () => ({ done: 0, left: 0 }),
    why: async () => ({ article: LISBON, extraction: NOTHING, refused: null }),
    copyStore: async () => [],
    backUp: async (path) => ({ path, bytes: 0, articles: 0, workspaces: 0 }),
    async *examine() {},
    withJobs: (work) =>
      work({ depth: async () => emptyDepth(), untakenMs: async () => 0, dead: async () => [], revive: async () => 1 }, true),
    extract: async () => () => ({ extraction: NOTHING, refused: null }),
    openSession: async () => ({
      answer: async (intent) => {
        intents.push(intent);
        return reply;
      },
      moment: () => SUNDAY,
      suggest: async () => [],
      giveHeader: async () => reply,
      deliverDigests: async () => ({ count: 0, failures: [] }),
      async *ingest(): AsyncGenerator<IngestResult> {},
      async *replayWatches() {},
      async *readAddress() {},
      async *export() {},
      pollSources: async () => ({
        polled: { sources: 0, unchanged: 0, failed: 0, left: 0 },
        read: { new: 0, updated: 0, unchanged: 0, dropped: 0, later: 0 },
        told: [],
        faults: [],
      }),
      close: async () => {},
    }),
  };
  return { program, intents };
}

test("the documents show commands", () => {
  expect(shownCommands().length).toBeGreaterThanOrEqual(10);
});

test.each(shownCommands())("attache %s is understood", async (line) => {
  // What an example calls its files does not matter here: any article does.
  const argv = line
    .replace(/ > \S+$/, "")
    .split(/\s+/)
    .flatMap((word) => PLACEHOLDERS[word] ?? (/\.(?:txt|jsonl?)$/.test(word) ? (PLACEHOLDERS["FILE"] ?? []) : [word]));
  const { program, intents } = createAsked();
  const stderr = new PassThrough();
  const status = await runCli(program, argv, {
    terminal: { stdin: Readable.from([]), stdout: new PassThrough(), stderr, env: {} },
    version: "0.0.0",
    debug: false,
    demo: { articles: join(root, "demo/articles"), database: join(scratch, "demo.db") },
    envFile: join(scratch, ".env"),
    isNew: () => false,
  });
  expect(String(stderr.read() ?? "")).not.toMatch(/unknown|error|usage/i);
  expect(status).toBe(0);
  const first = argv[0] ?? "";
  if (/^person (?:merge|split) /.test(line)) {
    expect(intents.map((intent) => intent.kind)).toEqual([line.startsWith("person merge") ? "merge-people" : "split-person"]);
  } else if (
    ["briefing", "meetings", "timeline", "upcoming", "person", "people", "quotes", "stories", "ask", "status"].includes(first)
  ) {
    expect(intents.map((intent) => intent.kind)).toEqual([first]);
  }
});

test("the table of settings in docs/configuration.md and .env.example name the same settings", () => {
  const example = readFileSync(join(root, ".env.example"), "utf8");
  const inExample = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]).sort();
  const inTable = [...configurationPage.matchAll(/^\| `([A-Z][A-Z_]+)`\s+\|/gm)].map((match) => match[1]).sort();
  expect(inExample.length).toBeGreaterThan(0);
  expect(inTable).toEqual(inExample);
});
