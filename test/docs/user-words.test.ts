import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms whose sentences people read. Elsewhere strings are SQL, grammar or what a program reads. */
const ROOMS = [
  "answer",
  "app",
  "briefing",
  "commands",
  "config",
  "digest",
  "documents",
  "domain",
  "evidence",
  "ingest",
  "model",
].map((room) => `src/${room}`);
const ADAPTERS = [
  "api",
  "chat",
  "cron",
  "discord",
  "feeds",
  "http",
  "mcp",
  "operations",
  "publish",
  "queue",
  "slack",
  "terminal",
  "threads",
  "tokens",
  "web",
].map((room) => `src/adapters/${room}`);

/** Words of the code's glossary that nobody outside it knows, and turns of phrase that make a reader stop. */
const INNER = /\b(?:slots?|told|polled|sightings?|soundings?|leases?|claimed|claims?|deaf|worked off|in doubt)\b/iu;
const ROUNDABOUT =
  /\b(?:anew|whoever|ask on|mended?|given up|no room here|none yet|the one of|from now on|how (?:it|the \w+|attaché) (?:is|are)|what happens with|by .{0,20}'s word|could not be (?:told|looked))\b/iu;

/** What a line of the program says to somebody: its strings of more than one word, without what is put into them. */
function sentencesIn(line: string): string[] {
  if (/^\s*(?:\/\/|\/?\*|import )/.test(line)) return [];
  const strings = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map((match) => match[1] ?? match[2] ?? "");
  return strings.map((string) => string.replace(/\$\{[^}]*\}/g, "…")).filter(isSentence);
}

/** Neither a pattern nor a list of words, such as those that a search leaves out. */
function isSentence(string: string): boolean {
  return /[\p{L}….,] \p{L}/u.test(string) && !/[|\\]/.test(string) && (/[.,:;]/.test(string) || string.split(" ").length < 14);
}

function sentencesOf(room: string): { where: string; sentence: string }[] {
  const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return files.flatMap((name) =>
    readFileSync(join(room, name), "utf8")
      .split("\n")
      .flatMap((line, at) => sentencesIn(line).map((sentence) => ({ where: `${room}/${name}:${at + 1}`, sentence }))),
  );
}

describe("what people read", () => {
  const sentences = [...ROOMS, ...ADAPTERS].flatMap(sentencesOf);

  it("is found in every room", () => {
    expect(sentences.length).toBeGreaterThan(500);
    for (const room of ["src/commands", "src/documents", "src/adapters/terminal", "src/adapters/slack", "src/adapters/discord"])
      expect(sentences.filter(({ where }) => where.startsWith(room)).length).toBeGreaterThan(5);
  });

  it.each([
    ["no inner word", INNER],
    ["no roundabout phrase", ROUNDABOUT],
  ])("has %s", (_, words) => {
    expect(sentences.filter(({ sentence }) => words.test(sentence)).map((each) => `${each.where} ${each.sentence}`)).toEqual([]);
  });

  it.each(["docs/slack.md", "docs/discord.md"])("is what %s quotes, word for word", (page) => {
    const rows = readFileSync(page, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| “") || line.startsWith("| `"));
    const quoted = rows.flatMap((row) =>
      [...(row.split(" | ")[0] ?? "").matchAll(/“([^”…]+)/g)].map((match) => (match[1] ?? "").trim()),
    );
    expect(quoted.length).toBeGreaterThan(4);
    // Discord's own sentence.
    const ours = quoted.filter((words) => words !== "The application did not respond");
    expect(ours.filter((words) => !sentences.some(({ sentence }) => sentence.includes(words)))).toEqual([]);
  });

  it("would be caught with either", () => {
    expect(
      sentencesIn("  return `The slot was given up.`;").map((sentence) =>
        [INNER, ROUNDABOUT].map((words) => words.test(sentence)),
      ),
    ).toEqual([[true, true]]);
    expect(sentencesIn("// The slot was given up.")).toEqual([]);
  });
});
