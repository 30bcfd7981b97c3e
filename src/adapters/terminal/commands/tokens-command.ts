import { type Command, Option } from "commander";
import type { Intent, TokensIntent } from "../../../domain/chat/intent.ts";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

interface CreateFlags {
  scope: "read" | "write";
  rate?: string;
  days?: string;
  json?: boolean;
}

/** `attache tokens`: keys of programs that read a workspace, and the secrets of others that the store keeps. */
export function addTokensCommand(
  root: Command,
  cli: { program: Program; output: Output; status: number },
  answer: (intent: Intent, flags: { json?: boolean }) => Promise<void>,
): void {
  const tokens = root.command("tokens").description("manages tokens of programs that read the store, and stored secrets");
  tokens
    .command("create")
    .description("makes a token for MCP and the HTTP API, and prints it once")
    .argument("[name...]", "what the token is for")
    .addOption(new Option("--scope <scope>", "what it may do").choices(["read", "write"]).default("read"))
    .option("--rate <number>", "requests a minute (default: 60)")
    .option("--days <number>", "ends after so many days (default: it does not end)")
    .option("--json", "prints JSON")
    .action((name: string[], flags: CreateFlags) => answer(creation(name, flags), flags));
  tokens
    .command("list")
    .description("lists the tokens of the workspace, without their secrets")
    .option("--json", "prints one JSON object a line")
    .action((flags: { json?: boolean }) => answer({ kind: "tokens", action: "list" }, flags));
  tokens
    .command("revoke")
    .description("ends a token")
    .argument("<id>", "its id, as the list shows it")
    .option("--json", "prints JSON")
    .action((target: string, flags: { json?: boolean }) => answer({ kind: "tokens", action: "revoke", target }, flags));
  tokens
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

function creation(name: string[], { scope, rate, days }: CreateFlags): TokensIntent {
  return {
    ...{ kind: "tokens", action: "create", target: name.join(" "), scope },
    ratePerMinute: rate === undefined ? undefined : Number(rate),
    days: days === undefined ? undefined : Number(days),
  };
}
