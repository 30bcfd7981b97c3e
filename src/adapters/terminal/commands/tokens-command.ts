import type { Command } from "commander";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

/** `attache tokens`: the tokens of workspaces, as the store keeps them. */
export function addTokensCommand(root: Command, cli: { program: Program; output: Output; status: number }): void {
  root
    .command("tokens")
    .description("manages stored secrets: tokens of Slack workspaces, headers of sources")
    .command("rotate")
    .description("re-encrypts all tokens and headers with the newest of TOKEN_KEYS, so that you can remove older keys")
    .action(async () => {
      const { rotated, current, faults } = await cli.program.rotateTokens();
      for (const fault of faults) cli.output.say(fault);
      if (faults.length > 0) cli.status = FAILED;
      const left = faults.length === 0 ? "" : `, ${faults.length} unchanged`;
      cli.output.text(`${rotated} re-encrypted, ${current} already had the newest key${left}.\n`);
    });
}
