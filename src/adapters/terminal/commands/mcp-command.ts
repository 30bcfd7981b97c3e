import { type Command, InvalidArgumentError } from "commander";
import { DONE } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program, Terminal } from "../program.ts";
import { untilStopped } from "../until-stopped.ts";

interface Cli {
  program: Program;
  output: Output;
  terminal: Terminal;
  version: string;
  workspaceId?: string | undefined;
}

/** `attache mcp`: the tools of an assistant. Standard output holds the protocol alone. */
export function addMcpCommand(root: Command, cli: Cli): void {
  root
    .command("mcp")
    .description("serves the store to an assistant by MCP, on standard input and output")
    .option("--http <port>", "serves it over HTTP instead, on this machine (WEB_HOST), to programs with a token", readPort)
    .option("--write", "also offers tools that add sources and topics")
    .action(async (flags: { http?: number; write?: boolean }) => {
      const { program, output, terminal, version, workspaceId } = cli;
      const { stdin, stdout } = terminal;
      const say = (sentence: string) => output.say(sentence);
      const asked = { workspaceId, port: flags.http ?? null, isWritable: flags.write === true, version, stdin, stdout, say };
      await untilStopped((signal) => program.mcp({ ...asked, signal }), { output, lateStatus: DONE });
    });
}

function readPort(typed: string): number {
  const port = Number(typed);
  if (!/^\d{1,5}$/.test(typed) || port > 65_535) throw new InvalidArgumentError("A port is a number up to 65535.");
  return port;
}
