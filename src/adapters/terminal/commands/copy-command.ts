import type { Command } from "commander";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

/** `attache copy`: moves a store from one database to another; `attache backup`: a copy of a file that may be in use. */
export function addCopyCommands(root: Command, cli: { program: Program; output: Output }): void {
  root
    .command("copy")
    .description("copies a store into an empty database and compares the two; to continue after an interruption, run it again")
    .requiredOption("--from <url>", "the store, such as file:./attache.db")
    .requiredOption("--to <url>", "the database, such as postgresql://user@host/attache")
    .option("--json", "prints one JSON object for each table")
    .action(async (flags: { from: string; to: string; json?: boolean }) => {
      const say = (sentence: string) => cli.output.say(sentence);
      const onProgress = ({ doing, done, total }: { doing: string; done: number; total: number }) =>
        cli.output.progress(`${doing}: ${done} of ${total} rows …`);
      const copies = await cli.program
        .copyStore({ from: flags.from, to: flags.to, say, onProgress })
        .finally(() => cli.output.progress(null));
      if (flags.json === true) for (const copy of copies) cli.output.json(copy);
      const rows = copies.reduce((sum, copy) => sum + copy.rows, 0);
      say(`Done: ${rows} rows in ${copies.length} tables are equal.`);
    });
  root
    .command("backup")
    .description("writes a checked copy of the SQLite file, also while the bot runs")
    .argument("<file>", "the new file, such as attache-2026-03-01.db")
    .option("--json", "prints a JSON object")
    .action(async (file: string, flags: { json?: boolean }) => {
      const made = await cli.program.backUp(file);
      if (flags.json === true) return cli.output.json(made);
      const size = made.bytes < 1e6 ? `${Math.ceil(made.bytes / 1000)} kB` : `${(made.bytes / 1e6).toFixed(1)} MB`;
      cli.output.text(
        `${made.path} is whole: ${size}, with ${countOf(made.articles, "article")} in ${countOf(made.workspaces, "workspace")}.\n`,
      );
    });
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
