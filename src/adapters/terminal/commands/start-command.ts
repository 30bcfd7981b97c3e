import { type Command, InvalidArgumentError } from "commander";
import { ROLES, type Role } from "../../../config/role.ts";
import { DONE } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";
import { untilStopped } from "../until-stopped.ts";

/** `attache start`: the bot in the foreground, until it is stopped. */
export function addStartCommand(root: Command, program: Program, output: Output): void {
  root
    .command("start")
    .description("runs the bot until you stop it")
    .option(
      "--role <roles>",
      `the roles of this process, with several on PostgreSQL: ${ROLES.join(", ")} (default: all)`,
      readRoles,
    )
    .action(async (flags: { role?: Role[] }) => {
      const serve = (signal: AbortSignal) => program.serve(flags.role ?? ROLES, signal, (sentence) => output.say(sentence));
      await untilStopped(serve, { output, lateStatus: DONE });
    });
}

function readRoles(words: string, before: Role[] = []): Role[] {
  const named = words.split(",").map((word) => word.trim());
  const unknown = named.find((word) => !ROLES.some((role) => role === word));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no role "${unknown}". Name ${ROLES.join(", ")}, or several with commas.`);
  return ROLES.filter((role) => named.includes(role) || before.includes(role));
}
