import type { Command } from "commander";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

/** `attache tokens`: the tokens of workspaces, as the store keeps them. */
export function addTokensCommand(root: Command, cli: { program: Program; output: Output; status: number }): void {
  root
    .command("tokens")
    .description("the tokens of workspaces that installed the app, as the store keeps them")
    .command("rotate")
    .description("encrypts them all anew with the newest of TOKEN_KEYS, so that older keys can be taken away")
    .action(async () => {
      const { rotated, current, faults } = await cli.program.rotateTokens();
      for (const fault of faults) cli.output.say(fault);
      if (faults.length > 0) cli.status = FAILED;
      const left = faults.length === 0 ? "" : `, ${faults.length} left as they were`;
      cli.output.text(`${rotated} encrypted anew, ${current} had the newest key already${left}.\n`);
    });
}
