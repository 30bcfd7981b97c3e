import type { Command } from "commander";
import { FAILED } from "../exit-status.ts";
import { extractionJson } from "../extract-output.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";
import { explainExtraction } from "./explain-extraction.ts";

interface Cli {
  program: Program;
  output: Output;
  workspaceId?: string | undefined;
  status: number;
}

/** `attache why ARTICLE`: who said what of a stored article's evidence, the rules or the language model, and what of the model's was refused. */
export function addWhyCommand(root: Command, cli: Cli): void {
  root
    .command("why")
    .description("says of a stored article which rule found each thing, what a language model read in it, and what was refused")
    .argument("<article>", "the article's id or address")
    .option("--json", "prints one JSON object")
    .action(async (named: string, flags: { json?: boolean }) => {
      const read = await cli.program.why(named, cli.workspaceId);
      if (read === null) {
        cli.output.say(`No stored article has the id or address ${named}. attache export evidence lists what is stored.`);
        cli.status = FAILED;
        return;
      }
      const { article, extraction, refused } = read;
      if (flags.json === true) return cli.output.json(extractionJson(article, extraction, refused));
      cli.output.document(explainExtraction(article, extraction, { refused: refused ?? [], isRead: refused !== null }));
    });
}
