import type { Command } from "commander";
import { AppError } from "../../../domain/errors.ts";
import type { Finding } from "../../../domain/finding.ts";
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
      if (!(await runDoctor(cli.program, cli.output, flags.json === true))) cli.status = FAILED;
    });
}

/** Prints what is found; false where something is at fault. */
export async function runDoctor(program: Program, output: Output, isJson: boolean): Promise<boolean> {
  let isWell = true;
  for await (const finding of findings(program)) {
    if (finding.state === "fault") isWell = false;
    if (isJson) output.json(finding);
    else output.text(`${MARKS[finding.state]}  ${finding.part}: ${finding.sentence}\n`);
  }
  return isWell;
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
