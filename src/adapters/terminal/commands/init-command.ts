import type { Command } from "commander";
import { FAILED } from "../exit-status.ts";
import { runInit } from "../init/run-init.ts";
import type { Output } from "../output.ts";
import type { Program, Terminal } from "../program.ts";

interface Cli {
  program: Program;
  terminal: Terminal;
  output: Output;
  envFile: string;
  status: number;
}

/** `attache init`: from nothing to settings that have been examined. */
export function addInitCommand(root: Command, cli: Cli): void {
  root
    .command("init")
    .description("asks for the settings, writes them to .env, registers Discord's commands and examines the result")
    .option("--yes", "asks nothing: a store in a file, no chats, no language model")
    .action(async (flags: { yes?: boolean }) => {
      const { program, terminal, output, envFile } = cli;
      if (!(await runInit({ program, terminal, output, envFile, isYes: flags.yes === true }))) cli.status = FAILED;
    });
}
