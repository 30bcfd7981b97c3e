import { parseDigest } from "../../commands/typed/parse-digest.ts";
import { parsePerson } from "../../commands/typed/parse-person.ts";
import { parseSet } from "../../commands/typed/parse-set.ts";
import { parseSources } from "../../commands/typed/parse-sources.ts";
import type { Intent } from "../../domain/chat/intent.ts";

/** The words after a command, without any markup, as an intent. What can't be read as one gets the help, which shows how to ask. */
export function parseCommand(command: string, typed: string): Intent {
  const words = typed.replace(/\s+/g, " ").trim();
  if (words.toLowerCase() === "help") return { kind: "help" };
  switch (command.replace(/^\//, "").toLowerCase()) {
    case "briefing":
      return parseBriefing(words);
    case "meetings":
      return parseMeetings(words);
    case "person":
      return words === "" ? { kind: "people" } : parsePerson(words);
    case "quotes":
      return { kind: "quotes", about: given(words) };
    case "digest":
      return parseDigest(words) ?? { kind: "help" };
    case "sources":
      return parseSources(words);
    case "ask":
      return words === "" ? { kind: "help" } : { kind: "ask", question: words };
    case "attache":
      return parseAttache(words);
    default:
      return { kind: "help" };
  }
}

const LINE_COMMANDS = new Set(["briefing", "meetings", "person", "quotes", "digest", "sources", "ask", "help", "status"]);

/** A line to the bot that begins with a command's name ("briefing quad"), or null where it is a question. */
export function parseLine(line: string): Intent | null {
  const { first, rest } = firstWord(line.replace(/^\//, ""));
  const name = first.toLowerCase();
  if (!LINE_COMMANDS.has(name) || line.trimEnd().endsWith("?")) return null;
  if (name === "help") return { kind: "help" };
  if (name === "status") return { kind: "status" };
  return parseCommand(name, rest);
}

function parseBriefing(words: string): Intent {
  const [topic, since] = splitLast(words, " since ");
  return topic === "" ? { kind: "help" } : { kind: "briefing", topic, since };
}

/** What a date begins with: "a visit to Japan" names no date. */
const DATE_START =
  /^(?:\d|today|yesterday|tomorrow|last|this|next|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function parseMeetings(words: string): Intent {
  const [before, to] = splitDate(words, " to ");
  const [about, from] = splitDate(before, " from ");
  return { kind: "meetings", about: given(about), from, to };
}

function splitDate(words: string, word: string): [string, string | undefined] {
  const [before, date] = splitLast(` ${words}`, word);
  return date !== undefined && DATE_START.test(date) ? [before, date] : [words, undefined];
}

function parseAttache(words: string): Intent {
  const { first, rest } = firstWord(words);
  switch (first.toLowerCase()) {
    case "forget":
      return { kind: "forget", what: rest };
    case "people":
      return { kind: "people" };
    case "stories":
      return { kind: "stories" };
    case "changes":
      return { kind: "changes", articleId: rest };
    case "settings":
      return { kind: "settings" };
    case "set":
      return parseSet(rest);
  }
  return parseLine(words) ?? (words === "" ? { kind: "help" } : { kind: "ask", question: words });
}

function firstWord(words: string): { first: string; rest: string } {
  const trimmed = words.trim();
  const space = trimmed.indexOf(" ");
  return space < 0 ? { first: trimmed, rest: "" } : { first: trimmed.slice(0, space), rest: trimmed.slice(space + 1).trim() };
}

/** What stands before the last occurrence of a word, and what after it; `undefined` where the word is not there. */
function splitLast(words: string, word: string): [string, string | undefined] {
  const at = words.toLowerCase().lastIndexOf(word);
  return at < 0 ? [words.trim(), undefined] : [words.slice(0, at).trim(), words.slice(at + word.length).trim() || undefined];
}

function given(words: string): string | undefined {
  return words.trim() === "" ? undefined : words.trim();
}
