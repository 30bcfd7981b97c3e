import { type Command, InvalidArgumentError } from "commander";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

/** `attache discord`: what Discord needs to know of this bot. */
export function addDiscordCommand(root: Command, program: Program, output: Output): void {
  const group = root.command("discord").description("sets up the Discord bot");
  group
    .command("invite")
    .description("prints the address that adds the bot to a server")
    .action(async () => output.text(`${await program.discordInvite()}\n`));
  group
    .command("register")
    .description("registers the commands; changes only what is different")
    .option("--guild <id>", "for one server only (default: every server)", readId)
    .action(async (flags: { guild?: string }) => {
      for (const sentence of await program.discordRegister(flags.guild ?? null)) output.text(`${sentence}\n`);
    });
}

function readId(typed: string): string {
  if (/^\d{17,20}$/.test(typed)) return typed;
  throw new InvalidArgumentError("A server's id is a number of 17 to 20 digits (right-click the server, Copy Server ID).");
}
