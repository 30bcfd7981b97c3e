import { z } from "zod";
import { JOB_KINDS } from "../../domain/job-queue.ts";

/** What pg-boss's tables hold of our jobs, read back: whoever has the database may have written there. */
const jobData = z.object({ rowId: z.number().int() });

/** Null where it is no job of ours. */
export function readRowId(data: unknown): number | null {
  const parsed = jobData.safeParse(data);
  return parsed.success ? parsed.data.rowId : null;
}

const keyRows = z.array(z.object({ key: z.string() }));

export function readKeys(rows: unknown): Set<string> {
  return new Set(keyRows.parse(rows).map(({ key }) => key));
}

const countRows = z.array(
  z.object({ kind: z.string(), state: z.string(), count: z.number().int() }).transform((row) => ({
    ...row,
    kind: JOB_KINDS.find((kind) => kind === row.kind) ?? null,
  })),
);

export function readCounts(rows: unknown) {
  return countRows.parse(rows);
}

const untakenRows = z.array(z.object({ ms: z.number().nullable(), waiting: z.number().int() })).length(1);

export function readUntaken(rows: unknown): number {
  const [row] = untakenRows.parse(rows);
  return row === undefined || row.waiting === 0 ? 0 : Math.round(row.ms ?? 0);
}

/** Ours says a reason; pg-boss's own, of a job that was taken and never ended, a message. */
const output = z.object({ reason: z.string() }).catch({ reason: "It did not finish: its process was killed or hung." });
const deadRows = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(JOB_KINDS),
    data: jobData.catch({ rowId: 0 }),
    output,
    tries: z.number().int(),
    diedAt: z.date(),
  }),
);

export function readDead(rows: unknown) {
  return deadRows
    .parse(rows)
    .map(({ data, output: { reason }, diedAt, ...row }) => ({ ...row, rowId: data.rowId, reason, diedAtMs: diedAt.getTime() }));
}
