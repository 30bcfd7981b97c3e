import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/adapters/discord/commands/commands.ts";
import { filledIn, readOptions } from "../../../src/adapters/discord/commands/read-options.ts";
import { slackManifest } from "../../../src/adapters/slack/commands/manifest.ts";
import { commandLine } from "../../../src/commands/typed/command-line.ts";
import { readSchedule } from "../../../src/digest/read-schedule.ts";
import { SUNDAY, typed } from "../../fakes/typed.ts";

/** Every example that Slack's manifest shows beside a command. */
const SLACK_HINTS = (slackManifest({ mode: "socket" }).features?.slash_commands ?? []).flatMap(({ command, usage_hint: hint }) =>
  (hint ?? "").split(" | ").map((words) => `${command} ${words}`),
);

/** What a hint of each command asks for: its topic, without any word of its time or its page. */
const TIME_WORDS = /\b(?:since|until|from|to|in|this|page|monday|january|july|march|may|20\d\d)\b/i;

describe("Slack's usage hints", () => {
  it("are there for every command", () => expect(SLACK_HINTS.length).toBeGreaterThan(15));

  it.each(SLACK_HINTS)("%s is understood", (line) => {
    const intent = typed(line);
    expect(intent.kind === "help" && !line.endsWith("help")).toBe(false);
    const topic = "topic" in intent ? intent.topic : "about" in intent ? intent.about : "";
    expect(topic ?? "").not.toMatch(TIME_WORDS);
    // What stands beside the topic must have been read, not dropped.
    const beside = line
      .split(" ")
      .slice(1)
      .filter((word) => TIME_WORDS.test(word));
    if (intent.kind === "briefing" || intent.kind === "meetings" || intent.kind === "quotes")
      expect(/\d/.test(commandLine(intent))).toBe(beside.length > 0);
  });
});

interface Field {
  name: string;
  description: string;
  type: number;
  options?: Field[];
}

interface Example {
  command: string;
  sub: string | null;
  field: string;
  value: string;
}

/** Every example in the descriptions of Discord's fields: what stands behind "such as" and "for instance", or in brackets. */
const DISCORD_EXAMPLES: Example[] = COMMANDS.flatMap((command) => {
  const options = ("options" in command ? (command.options ?? []) : []) as Field[];
  return options.flatMap((option) =>
    option.type === 1
      ? (option.options ?? []).flatMap((field) => examplesOf({ command: command.name, sub: option.name }, field))
      : examplesOf({ command: command.name, sub: null }, option),
  );
});

function examplesOf(where: Pick<Example, "command" | "sub">, { name, description }: Field): Example[] {
  const [, listed = ""] = /(?:such as|for instance:?) ([^;]*)/i.exec(description) ?? [];
  const bracketed = [...description.matchAll(/\(([^)]*)\)/g)].map(([, example = ""]) => example);
  const values = [...listed.split(/, | or /), ...bracketed].filter((value) => value !== "");
  return values.map((value) => ({ ...where, field: name, value }));
}

/** What must be there beside the field, for the command to be whole. */
const BESIDE: Readonly<Record<string, string>> = { briefing: "topic", timeline: "topic", digest: "topic" };

describe("the examples in Discord's fields", () => {
  it("are there", () => expect(DISCORD_EXAMPLES.length).toBeGreaterThan(12));

  it.each(DISCORD_EXAMPLES)("/$command $sub $field: $value is understood", ({ command, sub, field, value }) => {
    const needed = BESIDE[command];
    const given = [
      ...(needed === undefined || needed === field ? [] : [{ name: needed, value: "nato", focused: false }]),
      { name: field, value, focused: false },
    ];
    const options = sub === null ? given : [{ name: sub, focused: false, options: given }];
    const intent = readOptions(filledIn(command, options), SUNDAY);
    expect(intent.kind).not.toMatch(/^(?:unclear|help)$/);
    if (intent.kind === "digest" && field !== "topic") expect(() => readSchedule(intent.schedule, null)).not.toThrow();
    if (["since", "until", "from", "to", "page"].includes(field)) expect(commandLine(intent)).toMatch(/\d/);
  });
});
