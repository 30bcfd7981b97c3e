import type { APIApplicationCommandOption, LocalizationMap } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../../src/adapters/discord/commands/commands.ts";

const LANGUAGES = ["de", "fr"] as const;
/** As Discord takes a name of a command, a subcommand or an option; upper case is refused where there is a lower one. */
const NAME = /^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u;

interface Shown {
  name: string;
  description?: string;
  name_localizations?: LocalizationMap | null;
  description_localizations?: LocalizationMap | null;
  options?: APIApplicationCommandOption[];
}

const commands = COMMANDS as readonly Shown[];
const slashes = commands.filter(({ description }) => description !== undefined);
const within = (shown: Shown): Shown[] =>
  (shown.options ?? []).flatMap((option) => [option as Shown, ...within(option as Shown)]);
const parents = slashes.flatMap((command) => [command, ...within(command)]).filter(({ options = [] }) => options.length > 0);
const longest = (own: string, local?: LocalizationMap | null) =>
  Math.max(...[own, ...Object.values(local ?? {})].map((each) => each?.length ?? 0));

describe("commands, subcommands and options in German and French", () => {
  it.each(LANGUAGES)("all have a name and a description that Discord takes (%s)", (language) => {
    for (const shown of slashes.flatMap((command) => [command, ...within(command)])) {
      expect(shown.name_localizations?.[language], shown.name).toMatch(NAME);
      const description = shown.description_localizations?.[language] ?? "";
      expect([...description].length, `${shown.name}: ${shown.description}`).toBeGreaterThan(0);
      expect([...description].length, description).toBeLessThanOrEqual(100);
    }
    for (const { name_localizations: names } of commands) expect(names?.[language]).toMatch(/^[-\p{L} ]{1,32}$/u);
  });

  it.each(LANGUAGES)("no two that stand side by side have one name (%s)", (language) => {
    for (const siblings of [commands, ...parents.map(({ options }) => options as Shown[])]) {
      const names = siblings.map(({ name_localizations: local }) => local?.[language]);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it("what Discord sends stays English, and a command with its longest translations keeps to Discord's 8000 characters", () => {
    for (const command of slashes) {
      const all = [command, ...within(command)];
      for (const { name } of all) expect(name).toMatch(/^[a-z-]{1,32}$/);
      const size = all.reduce(
        (sum, each) =>
          sum + longest(each.name, each.name_localizations) + longest(each.description ?? "", each.description_localizations),
        0,
      );
      expect(size, command.name).toBeLessThan(8000);
    }
  });
});
