import { type Command, InvalidArgumentError } from "commander";
import { ROLES, type Role } from "../../domain/role.ts";
import type { Output } from "./output.ts";
import type { Program } from "./program.ts";

/** `attache start`: the bot in the foreground, until it is stopped. */
export function addStartCommand(root: Command, program: Program, output: Output): void {
  root
    .command("start")
    .description("runs the bot on the platforms that are set up, until it is stopped")
    .option(
      "--role <roles>",
      `what this process does, of several on PostgreSQL: ${ROLES.join(", ")}; all of it without`,
      readRoles,
    )
    .action(async (flags: { role?: Role[] }) => {
      const stop = new AbortController();
      const end = () => stop.abort();
      process.once("SIGINT", end);
      process.once("SIGTERM", end);
      try {
        await program.serve(flags.role ?? ROLES, stop.signal, (sentence) => output.say(sentence));
      } finally {
        process.removeListener("SIGINT", end);
        process.removeListener("SIGTERM", end);
      }
    });
}

function readRoles(words: string, before: Role[] = []): Role[] {
  const named = words.split(",").map((word) => word.trim());
  const unknown = named.find((word) => !ROLES.some((role) => role === word));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no role "${unknown}": name ${ROLES.join(", ")}, or several between commas.`);
  return ROLES.filter((role) => named.includes(role) || before.includes(role));
}
