import type { Command } from "commander";
import { JOB_KINDS, type JobLedger } from "../../../domain/job-queue.ts";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program } from "../program.ts";

/** So many dead jobs are listed. */
const MOST_LISTED = 200;
const IN_MEMORY =
  "With SQLite, waiting jobs live in the bot's process (its /metrics page counts them, and so does “/attache status” in a chat). The store keeps only dead jobs:";

/** `attache jobs`: counts the waiting jobs, lists the dead ones with their reasons, and retries them. */
export function addJobsCommand(root: Command, cli: { program: Program; output: Output; status: number }): void {
  const jobs = root.command("jobs").description("counts the waiting jobs, and lists those that failed on every attempt");
  jobs
    .option("--dead", "lists the jobs that failed on every attempt, with the reason")
    .option("--json", "prints JSON, one object a line")
    .action(async (flags: { dead?: boolean; json?: boolean }) => {
      await cli.program.withJobs(async (ledger, isShared) => {
        if (flags.dead === true) return listDead(ledger, flags.json === true, cli.output);
        if (!isShared && flags.json !== true) cli.output.say(IN_MEMORY);
        const depth = await ledger.depth();
        for (const kind of JOB_KINDS) {
          const { waiting, active, dead } = depth[kind];
          if (flags.json === true)
            cli.output.json({ kind, waiting: isShared ? waiting : null, active: isShared ? active : null, dead });
          else cli.output.text(`${kind.padEnd(8)} ${isShared ? `${waiting} waiting, ${active} running, ` : ""}${dead} dead\n`);
        }
      });
    });
  jobs
    .command("retry <ids...>")
    .description("retries dead jobs: the ids that --dead lists, or “all”")
    .action(async (ids: string[]) => {
      await cli.program.withJobs(async (ledger) => {
        const revived = await ledger.revive(ids.includes("all") ? null : ids);
        cli.output.text(retried(revived));
        if (revived > 0 || ids.includes("all")) return;
        cli.output.say(`No dead job has the id ${ids.join(" or ")}. attache jobs --dead lists the ids.`);
        cli.status = FAILED;
      });
    });
}

function retried(count: number): string {
  if (count === 0) return "There is no dead job to retry.\n";
  return count === 1 ? "I will retry 1 job.\n" : `I will retry ${count} jobs.\n`;
}

async function listDead(ledger: JobLedger, isJson: boolean, output: Output): Promise<void> {
  const dead = await ledger.dead(MOST_LISTED);
  for (const { id, kind, rowId, tries, reason, diedAtMs } of dead) {
    const diedAt = new Date(diedAtMs).toISOString();
    if (isJson) output.json({ id, kind, rowId, tries, reason, diedAt });
    else
      output.text(
        `${id}  ${kind} ${rowId}, failed for good at ${diedAt.slice(0, 16)} after ${tries === 1 ? "1 attempt" : `${tries} attempts`}: ${reason}\n`,
      );
  }
  if (dead.length === 0 && !isJson) output.text("No dead jobs.\n");
}
