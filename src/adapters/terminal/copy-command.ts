import type { Command } from "commander";
import type { Output } from "./output.ts";
import type { Program } from "./program.ts";

/** `attache copy`: moves a store from one database to another. */
export function addCopyCommand(root: Command, cli: { program: Program; output: Output }): void {
  root
    .command("copy")
    .description("copies a whole store into an empty database and compares the two; run again after a break, it goes on")
    .requiredOption("--from <url>", "the store, such as file:./attache.db")
    .requiredOption("--to <url>", "the database, such as postgresql://user@host/attache")
    .option("--json", "prints one JSON object for each table")
    .action(async (flags: { from: string; to: string; json?: boolean }) => {
      const say = (sentence: string) => cli.output.say(sentence);
      const copies = await cli.program.copyStore({ from: flags.from, to: flags.to, say });
      if (flags.json === true) for (const copy of copies) cli.output.json(copy);
      const rows = copies.reduce((sum, copy) => sum + copy.rows, 0);
      say(`Done: ${rows} rows in ${copies.length} tables are the same on both sides.`);
    });
}
