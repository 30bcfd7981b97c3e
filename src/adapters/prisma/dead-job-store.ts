import { z } from "zod";
import { type DeadJobStore, JOB_KINDS, type JobKind } from "../../domain/job-queue.ts";
import type { Clients } from "./clients.ts";
import type { DeadJob as Row } from "./generated/client.ts";

const kindOf = z.enum(JOB_KINDS);

export function createDeadJobStore(clients: Clients): DeadJobStore {
  return {
    keep: ({ kind, rowId, diedAtMs, reason, tries }) =>
      clients.single(async (client) => {
        await client.$executeRaw`
          INSERT INTO "DeadJob" ("kind", "rowId", "reason", "tries", "diedAt") VALUES (${kind}, ${rowId}, ${reason}, ${tries}, ${new Date(diedAtMs)})
          ON CONFLICT ("kind", "rowId") DO UPDATE SET "reason" = excluded."reason", "tries" = excluded."tries", "diedAt" = excluded."diedAt"`;
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
      clients.single(async (client) => {
        const rows = (await client.deadJob.findMany()).filter((row) => ids === null || ids.includes(idOf(row)));
        const dropped: { kind: JobKind; rowId: number }[] = [];
        // Of two who drop one, it is given to whoever deletes it.
        for (const { kind, rowId } of rows)
          if ((await client.deadJob.deleteMany({ where: { kind, rowId } })).count === 1)
            dropped.push({ kind: kindOf.parse(kind), rowId });
        return dropped;
      }),
  };
}

function idOf({ kind, rowId }: Pick<Row, "kind" | "rowId">): string {
  return `${kind}-${rowId}`;
}
