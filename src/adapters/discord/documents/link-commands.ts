import { chatInputApplicationCommandMention } from "@discordjs/formatters";
import { COMMANDS } from "../commands/commands.ts";

/** The ids that Discord gave to the registered commands, by their names. Empty where it did not say: then commands are plain text. */
export type CommandIds = ReadonlyMap<string, string>;

/** The subcommands of each command, which alone can be pressed where a command has any. */
const SUBCOMMANDS = new Map(
  COMMANDS.map((command) => {
    const options = "options" in command ? (command.options ?? []) : [];
    return [command.name, new Set(options.filter(({ type }) => type === 1).map(({ name }) => name))];
  }),
);
const COMMAND = /(?<![\p{L}\p{N}./:<"“])\/([a-z]{3,12})(?: ([a-z-]{2,16}))?(?![\p{L}\p{N}/-])/gu;

/** Markdown of ours in which a command can be pressed instead of typed (discord.com/developers/docs/reference#message-formatting). */
export function linkCommands(markdown: string, ids: CommandIds): string {
  return markdown.replace(COMMAND, (typed, name: string, next: string | undefined) => {
    const id = ids.get(name);
    const subcommands = SUBCOMMANDS.get(name);
    if (id === undefined || subcommands === undefined) return typed;
    if (subcommands.size === 0) return `${chatInputApplicationCommandMention(name, id)}${next === undefined ? "" : ` ${next}`}`;
    return next !== undefined && subcommands.has(next) ? chatInputApplicationCommandMention(name, next, id) : typed;
  });
}
