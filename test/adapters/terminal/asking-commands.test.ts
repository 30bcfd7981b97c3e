import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addAskingCommands } from "../../../src/adapters/terminal/commands/asking-commands.ts";
import type { Session } from "../../../src/adapters/terminal/program.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { typedLines } from "../../contracts/typed-lines.ts";
import { understood } from "../../contracts/understood.ts";
import { SUNDAY } from "../../fakes/typed.ts";

/** What the command line hands to its session: an intent, or the sentence of why there is none. */
async function ask(argv: string[]): Promise<Intent | string> {
  let answer: Intent | string = "Nothing was asked.";
  const root = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  const session = { moment: () => SUNDAY } as Session;
  addAskingCommands(root, {
    async answer(intentOf) {
      answer = intentOf(session);
    },
    answerLines: async () => undefined,
  });
  try {
    await root.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    answer = error.message;
  }
  return answer;
}

/** A shell takes straight quotation marks away, and an option that there is not never reaches the grammar. */
const TYPED_IN_A_SHELL = typedLines().withSlash.filter(
  ({ typed }) =>
    /^\/(?:briefing|meetings|quotes|person|people|stories)(?: .*[^ ])?$/.test(typed) &&
    !/["'<]| -[a-z\d]| --since last | --(?!since|until|from|to|page|explain)|^\/(?:briefing|person)$| help$/.test(typed),
);

describe("the words behind a command of the command line", () => {
  it("are many of those that can be typed", () => expect(TYPED_IN_A_SHELL.length).toBeGreaterThan(130));

  it.each(TYPED_IN_A_SHELL)("$typed", async ({ typed, understood: meaning }) => {
    const answer = await ask(typed.slice(1).split(/ +/));
    expect(typeof answer === "string" ? answer : understood(answer)).toBe(meaning.split(" → ")[0]);
  });

  it("are whole lists for a script that asks for no page", async () => {
    expect(await ask(["meetings", "nato", "--json"])).toEqual({ kind: "meetings", about: "nato", all: true });
    expect(await ask(["meetings", "nato", "page", "2", "--json"])).toEqual({ kind: "meetings", about: "nato", page: 2 });
    expect(await ask(["meetings", "--page", "2"])).toEqual({ kind: "meetings", page: 2 });
  });
});
