import type { Command } from "commander";
import { AppError } from "../../../domain/errors.ts";
import type { Finding } from "../../../domain/evidence/finding.ts";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

const MARKS: Record<Finding["state"], string> = { fine: "fine ", off: "off  ", fault: "FAULT" };

/** `attache doctor`: how each part is, and what to do where one is at fault. */
export function addDoctorCommand(root: Command, cli: { program: Program; output: Output; status: number }): void {
  root
    .command("doctor")
    .description("checks settings, store, tokens, scopes, language model, clock and time zones, and says how to fix problems")
    .option("--json", "prints one JSON object for each finding")
    .action(async (flags: { json?: boolean }) => {
      for await (const finding of findings(cli.program)) {
        if (finding.state === "fault") cli.status = FAILED;
        if (flags.json === true) cli.output.json(finding);
        else cli.output.text(`${MARKS[finding.state]}  ${finding.part}: ${finding.sentence}\n`);
      }
    });
}

/** Settings that cannot be read are the first finding, and the last: nothing else can be looked at. */
async function* findings(program: Program): AsyncGenerator<Finding> {
  try {
    yield* program.examine();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield { part: "settings", state: "fault", sentence: error.message };
  }
}
