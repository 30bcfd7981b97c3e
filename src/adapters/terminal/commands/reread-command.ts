import type { Command } from "commander";
import type { RereadCounts } from "../../../domain/evidence/reread-store.ts";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";
import { untilStopped } from "../until-stopped.ts";

const TELL_EVERY_MS = 10_000;

interface Flags {
  status?: boolean;
  json?: boolean;
}

/** `attache reread`: stored articles extracted again by today's engine; it may be stopped at any time, and goes on the next time. */
export function addRereadCommand(root: Command, cli: { program: Program; output: Output; status: number }): void {
  root
    .command("reread")
    .description("extracts stored articles again that an older version of the engine read")
    .option("--status", "only says how many are done and left")
    .option("--json", "prints one JSON object")
    .action(async (flags: Flags) => {
      const isDone = await untilStopped((signal) => reread(cli, flags, signal), { output: cli.output, lateStatus: FAILED });
      if (!isDone) cli.status = FAILED;
    });
}

async function reread(cli: { program: Program; output: Output }, flags: Flags, signal: AbortSignal): Promise<boolean> {
  const { program, output } = cli;
  const failed: string[] = [];
  let counts: RereadCounts;
  try {
    counts = await program.reread({
      isStatus: flags.status === true,
      signal,
      onProgress: tellProgress(output),
      onFailure: (articleId) => failed.push(articleId),
    });
  } finally {
    output.progress(null);
  }
  for (const articleId of failed) output.say(`${articleId} could not be read again, and stays as it was.`);
  if (flags.json === true) output.json({ done: counts.done, left: counts.left });
  else output.text(`${sentenceOf(counts)}\n`);
  return failed.length === 0 && !signal.aborted;
}

/** A line that is renewed on a terminal; where the output goes to a file or a pipe, a line now and then. */
function tellProgress(output: Output): (counts: RereadCounts) => void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return ({ done, left }) => {
    const sentence = `Reading stored articles again: ${done} done, ${left} left …`;
    if (performance.now() - toldAtMs < TELL_EVERY_MS) return output.progress(sentence);
    toldAtMs = performance.now();
    output.say(sentence);
  };
}

function sentenceOf({ done, left }: RereadCounts): string {
  if (done + left === 0) return "The store has no articles.";
  if (left === 0)
    return done === 1 ? "The current engine has read the only article." : `The current engine has read all ${done} articles.`;
  return `The current engine has read ${done} of ${done + left} articles, and an older one the rest.`;
}
