import { AppError } from "../../domain/errors.ts";
import type { Finding } from "../../domain/finding.ts";
import { JOB_KINDS, type JobLedger } from "../../domain/job-queue.ts";

/** Whether jobs failed at every try, and what to do then. */
export async function examineJobs(
  withJobs: (look: (ledger: JobLedger) => Promise<Finding>) => Promise<Finding>,
): Promise<Finding> {
  const part = "jobs";
  try {
    return await withJobs(async (ledger) => {
      const depth = await ledger.depth();
      const sum = (state: "waiting" | "dead") => JOB_KINDS.reduce((total, kind) => total + depth[kind][state], 0);
      const [last] = await ledger.dead(1);
      if (last === undefined) return { part, state: "fine", sentence: `${sum("waiting")} waiting, none dead.` };
      const reason = last.reason.replace(/\.$/, "");
      const sentence = `${sum("dead")} failed on every attempt, the last (${last.kind} ${last.rowId}) because: ${reason}. attache jobs --dead lists them, and attache jobs retry all retries them.`;
      return { part, state: "fault", sentence };
    });
  } catch (error) {
    const sentence = error instanceof AppError ? error.message : "Could not read them. Check the database's log.";
    return { part, state: "fault", sentence };
  }
}
