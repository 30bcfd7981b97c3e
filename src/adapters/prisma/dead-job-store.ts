import { z } from "zod";
import { type DeadJobStore, JOB_KINDS, type JobKind } from "../../domain/job-queue.ts";
import type { Clients } from "./clients.ts";
import type { DeadJob as Row } from "./generated/client.ts";

const kindOf = z.enum(JOB_KINDS);

export function createDeadJobStore(clients: Clients): DeadJobStore {
  return {
    keep: ({ kind, rowId, diedAtMs, reason, tries }) =>
      clients.transaction(async (transaction) => {
        const said = { reason, tries, diedAt: new Date(diedAtMs) };
        await transaction.deadJob.upsert({
          where: { kind_rowId: { kind, rowId } },
          create: { kind, rowId, ...said },
          update: said,
        });
      }),
    async list(limit) {
      const rows = await clients.reads.deadJob.findMany({ orderBy: [{ diedAt: "desc" }, { rowId: "desc" }], take: limit });
      return rows.map(({ diedAt, ...row }) => ({
        ...row,
        id: idOf(row),
        kind: kindOf.parse(row.kind),
        diedAtMs: diedAt.getTime(),
      }));
    },
    async counts() {
      const groups = await clients.reads.deadJob.groupBy({ by: ["kind"], _count: true });
      return Object.fromEntries(groups.map((group) => [kindOf.parse(group.kind), group._count]));
    },
    async among(kind, rowIds, afterMs) {
      // So few are dead that they are read, rather than thousands of ids handed over.
      const rows = await clients.reads.deadJob.findMany({ where: { kind, diedAt: { gt: new Date(afterMs) } } });
      const asked = new Set(rowIds);
      return rows.map((row) => row.rowId).filter((rowId) => asked.has(rowId));
    },
    drop: (ids) =>
      clients.transaction(async (transaction) => {
        const rows = (await transaction.deadJob.findMany()).filter((row) => ids === null || ids.includes(idOf(row)));
        for (const { kind, rowId } of rows) await transaction.deadJob.delete({ where: { kind_rowId: { kind, rowId } } });
        return rows.map(({ kind, rowId }): { kind: JobKind; rowId: number } => ({ kind: kindOf.parse(kind), rowId }));
      }),
  };
}

function idOf({ kind, rowId }: Pick<Row, "kind" | "rowId">): string {
  return `${kind}-${rowId}`;
}
