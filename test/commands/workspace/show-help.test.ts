import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/adapters/discord/commands/commands.ts";
import { showHelp } from "../../../src/commands/workspace/show-help.ts";
import type { Platform } from "../../../src/domain/chat/chat.ts";
import { typed } from "../../fakes/typed.ts";

/** The lines of the help as somebody would type them, with words in the place of what stands for something. */
function linesFor(platform: Platform): string[] {
  const { commands } = showHelp(platform).data as { commands: { usage: string }[] };
  return commands.map(({ usage }) => usage.replace(/\s*\[[^\]]*\]/g, "").replace(/<[^>]*>/g, "something"));
}

describe("the help", () => {
  it.each(linesFor("slack"))("in Slack names %s, which is understood there", (line) => {
    expect(typed(line).kind).not.toMatch(line.startsWith("/ask") ? /help/ : /help|ask/);
  });

  it.each(linesFor("discord"))("in Discord names %s, which is registered there", (line) => {
    const [name, sub] = line.slice(1).split(" ");
    const command = COMMANDS.find((each) => each.name === name);
    const options = (command !== undefined && "options" in command ? command.options : undefined) ?? [];
    const subcommands = options.filter(({ type }) => type === 1).map((option) => option.name);
    expect(command).toBeDefined();
    if (subcommands.length > 0) expect(subcommands).toContain(sub);
  });

  it.each(linesFor("terminal"))("at the prompt names %s, which is understood there", (line) => {
    expect(typed(line).kind).not.toBe("help");
  });
});
